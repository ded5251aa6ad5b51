// The bar on top and the banners under it.

#include "gui/control_parts.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"
#include "gui/error_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ronde::gui {

namespace {

constexpr char32_t gear = 0xF013;
constexpr char32_t keyboard_icon = 0xF11C;
constexpr char32_t warning_icon = 0xF071;
constexpr char32_t lock_icon = 0xF023;

struct PlaceTab {
    std::string_view id;
    std::string_view label;
    std::string_view key;
    Place place;
};

std::array<PlaceTab, 5> place_tabs(const Words& words) {
    return {{{"tab.prepare", words("tab.prepare"), "F2", Place::prepare},
             {"tab.run", words("tab.run"), "F3", Place::run},
             {"tab.notes", words("tab.notes"), "F4", Place::notes},
             {"tab.harvest", words("tab.harvest"), "F5", Place::harvest},
             {"tab.review", words("tab.review"), "F6", Place::review}}};
}

/// As wide as its bold form, so that choosing a tab moves nothing.
float tab_width(const ControlFrame& frame, const PlaceTab& tab, float padding, bool with_key) {
    Ui& ui = frame.ui;
    const float key = with_key ? text_width(ui.canvas, Face::text, ui.px(12), tab.key) + ui.px(7) : 0;
    return std::ceil(text_width(ui.canvas, Face::bold, ui.px(18), tab.label) + key + 2 * ui.px(padding));
}

struct Said {
    std::string text{};
    Colour colour{};
};

/// "enregistré à 10:24:31", or why not.
Said save_words(const ControlFrame& frame) {
    const app::Snapshot& app = frame.view.app;
    const Words& words = frame.words();
    const Theme& theme = frame.theme();
    if (!app.session) return {std::string(words("save.no_cafe")), theme.muted};
    if (app.access != app::Access::writable) return {std::string(words("save.read_only")), theme.muted};
    if (app.save.failure) return {std::string(words("save.failed")), theme.alarm};
    if (app.save.durable_seq < app.session->seq) return {std::string(words("save.under_way")), theme.muted};
    if (!app.save.saved_at) return {std::string(words("save.nothing_yet")), theme.muted};
    const base::LocalTime at = base::to_local(*app.save.saved_at, app.session->identity.time_zone);
    std::string seconds = std::to_string(at.second);
    if (seconds.size() < 2) seconds.insert(0, "0");
    return {words("save.saved_at", {{"time", base::clock_text(at) + ":" + seconds}}), theme.muted};
}

/// The clock, where the place does not show it itself: nobody starts it unseen. Cuts what it takes from the right.
void draw_clock_here(const ControlFrame& frame, Rect& rect) {
    const bool elsewhere = frame.state.place == Place::run || frame.state.place == Place::notes;
    if (elsewhere || !frame.view.app.session) return;
    const cafe::TimerReading& timer = frame.view.app.timer;
    const auto step = cafe::current_step(frame.view.session());
    if (!step || timer.look == cafe::TimerLook::idle || timer.look == cafe::TimerLook::finished) return;
    const bool over = timer.look == cafe::TimerLook::over;
    const bool paused = timer.look == cafe::TimerLook::paused;
    const bool late = over || timer.look == cafe::TimerLook::last_minute;
    std::string text = frame.view.session().agenda[*step].title + " ";
    const auto shown = cafe::shown_seconds(timer.left);
    text += over ? base::over_text(shown) : base::span_text(shown);
    Ui& ui = frame.ui;
    const Colour colour = late ? frame.theme().alarm : paused ? frame.theme().muted : frame.theme().ink;
    const float width = text_width(ui.canvas, Face::bold, ui.px(16), text);
    if (width > rect.w) return;
    const Rect place = rect.cut_right(width);
    label_in(ui.canvas, Face::bold, ui.px(16), text, place, colour, Align::right);
    note_item(ui.canvas, "window.clock", "clock", text, place, paused ? "paused" : "running");
    rect.cut_right(std::min(rect.w, ui.px(18)));
}

void draw_save_state(const ControlFrame& frame, Rect rect) {
    Ui& ui = frame.ui;
    draw_clock_here(frame, rect);
    const Said said = save_words(frame);
    const float px = ui.px(16);
    const std::string title = frame.view.app.session ? frame.view.session().identity.title + " · " : std::string{};
    const float state_width = text_width(ui.canvas, Face::text, px, said.text);
    note_item(ui.canvas, "save.state", "text", title + said.text, rect);
    // What is said of the saving is never cut for the title's sake.
    const float room = rect.w - state_width - ui.px(5); // the space between the two
    label_in(ui.canvas, Face::text, px, said.text,
             {rect.right() - std::min(state_width, rect.w), rect.y, std::min(state_width, rect.w), rect.h}, said.colour,
             Align::right);
    if (room > ui.px(60))
        label_in(ui.canvas, Face::text, px, title, {rect.x, rect.y, room, rect.h}, frame.theme().muted, Align::right);
}

/// One strip under the bar.
struct Banner {
    std::string id;
    char32_t icon;
    std::string text;
    Colour colour;
    int notice = -1;        ///< which one its button puts away; negative: it stays while its reason does
    bool can_retry = false; ///< its button opens the café once more
};

void draw_banner(const ControlFrame& frame, Rect& place, const Banner& banner) {
    Ui& ui = frame.ui;
    const float side = ui.px(24);
    const ButtonOptions dismissal{.look = ButtonLook::quiet};
    const bool has_button = banner.notice >= 0 || banner.can_retry;
    const std::string_view dismiss = frame.words()(banner.can_retry ? "access.retry" : "notice.dismiss");
    const float dismiss_width = has_button ? button_width(ui, dismiss, dismissal) : 0;
    const float text_x = side + ui.px(30);
    const TextBlock block = lay_out(ui.canvas, Face::text, ui.px(16), banner.text,
                                    std::max(ui.px(120), place.w - text_x - side - dismiss_width), 4);
    const Rect strip = place.cut_top(std::round(std::max(ui.px(46), block.height + ui.px(20))));
    fill(ui.canvas, strip, frame.theme().surface);
    fill(ui.canvas, {strip.x, strip.y, ui.px(5), strip.h}, banner.colour);
    line(ui.canvas, {strip.x, strip.bottom() - 1}, {strip.right(), strip.bottom() - 1}, frame.theme().hairline, 1);
    icon(ui.canvas, banner.icon, {strip.x + side + ui.px(8), strip.centre().y}, ui.px(17), banner.colour);
    text_item(ui, banner.id, block, {strip.x + text_x, strip.centre().y - block.height / 2}, banner.colour);
    if (!has_button) return;
    const float height = button_height(ui, ButtonLook::quiet);
    const Rect rect{strip.right() - side - dismiss_width, strip.centre().y - height / 2, dismiss_width, height};
    if (!button(ui, banner.id + (banner.can_retry ? ".retry" : ".dismiss"), rect, dismiss, dismissal)) return;
    if (banner.can_retry)
        frame.dispatch.ask(app::OpenCafe{frame.view.app.file});
    else
        frame.dispatch.ask(app::DismissNotice{banner.notice});
}

std::string_view access_key(app::Access access) {
    switch (access) {
    case app::Access::writable: break;
    case app::Access::held_elsewhere: return "access.held_elsewhere";
    case app::Access::newer_version: return "access.newer_version";
    case app::Access::not_allowed: return "access.not_allowed";
    case app::Access::reviewed: return "access.reviewed";
    }
    return {};
}

std::vector<Banner> banners_of(const ControlFrame& frame) {
    const app::Snapshot& app = frame.view.app;
    const Words& words = frame.words();
    const Theme& theme = frame.theme();
    std::vector<Banner> banners;
    if (app.save.failure)
        banners.push_back({"banner.save", warning_icon,
                           words("banner.save_failed", {{"error", error_words(words, *app.save.failure)}}),
                           theme.alarm});
    if (const std::string_view key = access_key(app.access); app.session && !key.empty())
        banners.push_back({.id = "banner.access",
                           .icon = lock_icon,
                           .text = words(key, {{"holder", app.held_by}}),
                           .colour = theme.ink,
                           .can_retry = app.access == app::Access::held_elsewhere});
    constexpr std::size_t most_notices = 4; // the latest; the others wait
    const std::size_t first = app.notices.size() > most_notices ? app.notices.size() - most_notices : 0;
    for (std::size_t i = first; i < app.notices.size(); ++i) {
        const app::Notice& notice = app.notices[i];
        Words::Values values;
        for (const auto& [name, value] : notice.values) values.emplace_back(name, value);
        values.emplace_back("error", error_words(words, notice.errors));
        banners.push_back({"notice." + std::to_string(notice.id), 0xF05A, words("notice." + notice.key, values),
                           theme.ink, notice.id});
    }
    return banners;
}

} // namespace

void draw_bar(const ControlFrame& frame, Rect bar) {
    Ui& ui = frame.ui;
    fill(ui.canvas, bar, frame.theme().surface);
    line(ui.canvas, {bar.x, bar.bottom() - 1}, {bar.right(), bar.bottom() - 1}, frame.theme().hairline, 1);
    const auto tabs = place_tabs(frame.words());
    // A narrow window drops the keys, then the air, before anything is cut.
    const float reserved = ui.px(300);
    float padding = 22;
    bool with_keys = true;
    const auto all = [&] {
        float sum = 0;
        for (const PlaceTab& tab : tabs) sum += tab_width(frame, tab, padding, with_keys);
        return sum;
    };
    if (all() + reserved > bar.w) padding = 14;
    if (all() + reserved > bar.w) with_keys = false;
    if (all() + ui.px(190) > bar.w) padding = 9;

    bar.cut_left(ui.px(padding > 20 ? 16 : 4));
    for (const PlaceTab& tab : tabs) {
        const Rect rect = bar.cut_left(tab_width(frame, tab, padding, with_keys));
        const Selected selected = frame.state.place == tab.place ? Selected::yes : Selected::no;
        if (place_tab(ui, tab.id, rect, tab.label, selected, with_keys ? tab.key : std::string_view{}))
            go_to(frame.state, tab.place);
    }
    bar.cut_right(ui.px(10));
    const auto opener = [&](std::string_view id, char32_t symbol, std::string_view key, std::string_view tip,
                            const std::string& name) {
        const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = key, .icon = symbol, .tip = tip};
        const float width = button_width(ui, {}, options);
        const Rect place = bar.cut_right(width);
        const float height = button_height(ui, ButtonLook::quiet);
        if (button(ui, id, {place.x, place.centre().y - height / 2, width, height}, {}, options))
            frame.state.asking = name;
    };
    opener("window.preferences", gear, "F10", frame.words()("window.preferences"), "preferences");
    opener("window.keys", keyboard_icon, "F1", frame.words()("window.keys"), "keys");
    bar.cut_right(ui.px(10));
    bar.cut_left(ui.px(16));
    if (bar.w > ui.px(70)) draw_save_state(frame, bar);
}

void draw_banners(const ControlFrame& frame, Rect& place) {
    for (const Banner& banner : banners_of(frame)) {
        if (place.h < frame.ui.px(240)) return; // never more banners than place
        draw_banner(frame, place, banner);
    }
}

} // namespace ronde::gui
