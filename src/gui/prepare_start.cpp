// Préparer › a new café, a recent one, a file: the first page while no café is open.

#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "gui/prepare_parts.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace ronde::gui {
namespace {

constexpr std::size_t most_recent = 6;

/// A pressable card: a title over a muted line.
bool card(Ui& ui, const std::string& id, const Rect& rect, std::string_view title, std::string_view line_under) {
    const auto& theme = ui.canvas.theme;
    RowOptions options;
    options.label = title;
    options.value = line_under;
    options.role = "button";
    const bool pressed = row(ui, id, rect, options);
    const float inset = ui.px(18);
    const bool alone = line_under.empty();
    label(ui.canvas, Face::bold, ui.px(18), title, {rect.x + inset, rect.y + ui.px(alone ? 21 : 11)}, theme.ink,
          rect.w - 2 * inset);
    if (!alone)
        label(ui.canvas, Face::text, ui.px(14), line_under, {rect.x + inset, rect.y + ui.px(37)}, theme.muted,
              rect.w - 2 * inset);
    line(ui.canvas, {rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, theme.hairline, ui.px(1));
    return pressed;
}

/// The program's templates, those of the windows' language first.
std::vector<const app::SessionCard*> shipped_templates(const View& view, std::string_view language) {
    std::vector<const app::SessionCard*> cards;
    for (const auto& offered : view.app.templates) cards.push_back(&offered);
    std::stable_partition(cards.begin(), cards.end(),
                          [&](const app::SessionCard* it) { return it->language == language; });
    return cards;
}

float draw_template(Ui& ui, std::vector<Wish>& wishes, const Rect& rect, const app::SessionCard& offered) {
    const std::string_view under = offered.subtitle.empty() ? offered.place : offered.subtitle;
    if (card(ui, "prepare.template." + offered.file.stem().string(), rect, offered.title, under))
        wishes.push_back(app::Command{app::NewCafe{offered.file}});
    return rect.bottom() + ui.px(1);
}

float draw_templates(Ui& ui, const View& view, std::vector<Wish>& wishes, const Rect& area) {
    const auto& words = ui.canvas.words;
    float y = heading(ui, words("prepare.start.new"), {area.x, area.y}, area.w) + area.y + ui.px(6);
    for (const auto* offered : shipped_templates(view, words.language()))
        y = draw_template(ui, wishes, {area.x, y, area.w, ui.px(64)}, *offered);
    const bool can_save = view.app.session != nullptr;
    if (view.app.own_templates.empty() && !can_save) return y;
    y += ui.px(18);
    y = heading(ui, words("prepare.start.own"), {area.x, y}, area.w) + y + ui.px(6);
    for (std::size_t i = 0; i < view.app.own_templates.size(); ++i) {
        const app::SessionCard& offered = view.app.own_templates[i];
        const float cross = ui.px(40);
        const Rect remove{area.right() - cross, y + ui.px(12), cross, cross};
        const ButtonOptions options{.look = ButtonLook::quiet, .icon = U'\uf00d', .tip = words("prepare.start.remove")};
        const std::string id = row_id("own_template", i);
        if (card(ui, id, {area.x, y, area.w - cross, ui.px(64)}, offered.title,
                 offered.subtitle.empty() ? offered.place : offered.subtitle))
            wishes.push_back(app::Command{app::NewCafe{offered.file}});
        if (button(ui, id + ".remove", remove, {}, options))
            wishes.push_back(app::Command{app::RemoveTemplate{offered.file}});
        y += ui.px(65);
    }
    if (!can_save) return y;
    const std::string_view label = words("prepare.start.save");
    const ButtonOptions options{.look = ButtonLook::chip};
    const float height = button_height(ui, ButtonLook::chip);
    if (button(ui, "prepare.template.save", {area.x, y + ui.px(8), button_width(ui, label, options), height}, label,
               options))
        wishes.push_back(app::Command{app::SaveTemplate{}});
    return y + ui.px(8) + height;
}

/// What stands on a recent file's card.
struct Known {
    std::string title{};
    std::string place{};
    base::WallTime starts_at{};
    std::string time_zone{};
};

/// What the folder knows about a recent file; of the open café, what it is called now.
std::optional<Known> known_session(const View& view, const std::filesystem::path& file) {
    if (view.app.session != nullptr && view.app.file == file) {
        const cafe::Identity& open = view.app.session->identity;
        return Known{open.title, open.place, open.starts_at, open.time_zone};
    }
    for (const auto& session : view.app.sessions)
        if (session.file == file) return Known{session.title, session.place, session.starts_at, session.time_zone};
    return std::nullopt;
}

float draw_recent(Ui& ui, const View& view, std::vector<Wish>& wishes, const Rect& area) {
    const auto& words = ui.canvas.words;
    float y = heading(ui, words("prepare.start.recent"), {area.x, area.y}, area.w) + area.y + ui.px(6);
    std::vector<std::filesystem::path> files;
    for (const auto& recent : view.app.preferences.recent) files.emplace_back(recent);
    for (const auto& session : view.app.sessions)
        if (std::find(files.begin(), files.end(), session.file) == files.end()) files.push_back(session.file);
    if (files.size() > most_recent) files.resize(most_recent);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto known = known_session(view, files[i]);
        std::string title = files[i].stem().string();
        std::string under = files[i].string();
        if (known && !known->title.empty()) {
            title = known->title;
            under = known->starts_at == base::WallTime{}
                        ? std::string{words("review.undated")}
                        : base::date_text(base::to_local(known->starts_at, known->time_zone), words.language());
            if (!known->place.empty()) under += " · " + known->place;
        }
        const Rect rect{area.x, y, area.w, ui.px(64)};
        if (card(ui, row_id("recent", i), rect, title, under)) wishes.push_back(app::Command{app::OpenCafe{files[i]}});
        y = rect.bottom() + ui.px(1);
    }
    if (files.empty()) {
        const auto block = lay_out(ui.canvas, Face::text, ui.px(16), words("prepare.start.no_recent"), area.w);
        draw(ui.canvas, block, {area.x, y + ui.px(12)}, ui.canvas.theme.muted);
        y += block.height + ui.px(24);
    }
    return y;
}

} // namespace

float draw_start(Ui& ui, const View& view, PrepareState& state, std::vector<Wish>& wishes, const Rect& area) {
    const auto& words = ui.canvas.words;
    const float gap = ui.px(48);
    const float page = std::min(area.w, ui.px(1000));
    const float column = (page - gap) / 2;
    const float left = draw_templates(ui, view, wishes, {area.x, area.y, column, 0});
    const float right = draw_recent(ui, view, wishes, {area.x + column + gap, area.y, column, 0});
    float y = std::max(left, right) + ui.px(36);

    y = small_label(ui, words("prepare.start.file"), {area.x, y}, page);
    FieldOptions field;
    field.hint = words("prepare.start.file.hint");
    field.label = words("prepare.start.file");
    field.right_hint = words("prepare.start.file.enter");
    field.size = 16;
    if (text_field(ui, "prepare.open", {area.x, y, page, ui.px(46)}, state.file, field) == FieldEvent::submitted &&
        !base::trimmed(state.file).empty())
        wishes.push_back(app::Command{app::OpenCafe{std::string(base::trimmed(state.file))}});
    y += ui.px(46 + 12);
    label(ui.canvas, Face::text, ui.px(15), words("prepare.start.drop"), {area.x, y}, ui.canvas.theme.muted, page);
    return y + ui.px(24);
}

} // namespace ronde::gui
