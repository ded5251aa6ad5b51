// Préparer › the agenda: its steps with their computed clock times, lengths, order; also while it runs, the past fixed.

#include "app/typed_time.hpp"
#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "gui/prepare_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ronde::gui {
namespace {

using cafe::Step;
using cafe::StepKind;
using std::chrono::minutes;

constexpr std::array kinds{StepKind::welcome,   StepKind::opening, StepKind::briefing, StepKind::round,
                           StepKind::travel,    StepKind::harvest, StepKind::plenary,  StepKind::closing,
                           StepKind::follow_up, StepKind::pause,   StepKind::custom};

std::string_view kind_text(const Words& words, StepKind kind) {
    switch (kind) {
    case StepKind::welcome: return words("prepare.step.welcome");
    case StepKind::opening: return words("prepare.step.opening");
    case StepKind::briefing: return words("prepare.step.briefing");
    case StepKind::round: return words("prepare.step.round");
    case StepKind::travel: return words("prepare.step.travel");
    case StepKind::harvest: return words("prepare.step.harvest");
    case StepKind::plenary: return words("prepare.step.plenary");
    case StepKind::closing: return words("prepare.step.closing");
    case StepKind::follow_up: return words("prepare.step.follow_up");
    case StepKind::pause: return words("prepare.step.break");
    case StepKind::custom: break;
    }
    return words("prepare.step.custom");
}

/// The lengths that a new step starts with.
std::pair<minutes, minutes> usual_lengths(StepKind kind) {
    switch (kind) {
    case StepKind::round: return {minutes{20}, minutes{15}};
    case StepKind::travel: return {minutes{3}, minutes{1}};
    case StepKind::opening: return {minutes{30}, minutes{15}};
    case StepKind::harvest: return {minutes{25}, minutes{10}};
    case StepKind::plenary: return {minutes{20}, minutes{10}};
    case StepKind::briefing: return {minutes{5}, minutes{3}};
    case StepKind::welcome:
    case StepKind::closing:
    case StepKind::follow_up:
    case StepKind::pause:
    case StepKind::custom: break;
    }
    return {minutes{15}, minutes{5}};
}

enum class Tense { past, present, future };

Tense tense_of(const PrepareFrame& frame, std::size_t index) {
    const auto current = cafe::current_step(frame.session);
    if (frame.session.timer.state == cafe::ClockState::finished) return Tense::past;
    if (!current || index > *current) return Tense::future;
    return index == *current ? Tense::present : Tense::past;
}

void move_step(const PrepareFrame& frame, std::size_t from, std::size_t to) {
    if (from == to || to >= frame.session.agenda.size()) return;
    frame.wish(cafe::Deed{cafe::MoveStep{frame.session.agenda[from].id, to}});
    focus_row(frame.ui, "step", to);
}

void remove_step(const PrepareFrame& frame, std::size_t index) {
    frame.wish(cafe::Deed{cafe::RemoveStep{frame.session.agenda[index].id}});
    const std::size_t left = frame.session.agenda.size() - 1;
    if (left == 0)
        give_focus(frame.ui, "prepare.step.add");
    else
        focus_row(frame.ui, "step", std::min(index, left - 1));
}

/// Where a new step goes: after the one that the keyboard was on, if that is not past, else last.
std::size_t place_for_new(const PrepareFrame& frame) {
    const auto index = cafe::index_of(frame.session, frame.state.step);
    return index && tense_of(frame, *index) != Tense::past ? *index + 1 : frame.session.agenda.size();
}

void add_step(const PrepareFrame& frame, StepKind kind) {
    Step step{.id = {frame.dispatch.new_id("s")}, .kind = kind};
    step.title = kind == StepKind::round
                     ? frame.words()("prepare.step.round_title",
                                     {{"number", std::to_string(cafe::round_count(frame.session) + 1)}})
                     : std::string(kind_text(frame.words(), kind));
    const auto [planned, minimum] = usual_lengths(kind);
    step.planned = planned;
    step.minimum = minimum;
    const std::size_t place = place_for_new(frame);
    frame.wish(cafe::Deed{cafe::AddStep{std::move(step), place}});
    frame.state.opened.clear();
    focus_row(frame.ui, "step", place);
}

struct StepColumns {
    Rect handle;
    Rect kind;
    Rect title;
    Rect planned;
    Rect minimum;
    Rect remove;

    StepColumns(const PrepareFrame& frame, Rect row) {
        handle = row.cut_left(frame.px(78));
        kind = row.cut_left(frame.px(132));
        remove = row.cut_right(frame.px(40));
        minimum = row.cut_right(frame.px(96));
        row.cut_right(frame.px(8));
        planned = row.cut_right(frame.px(96));
        row.cut_right(frame.px(8));
        title = row;
    }
};

/// A field with a length in it. Returns a new length once.
std::optional<base::Duration> length_field(const PrepareFrame& frame, const std::string& id, const Rect& rect,
                                           base::Duration length, std::string_view label_text, Enabled enabled) {
    FieldOptions field;
    field.label = label_text;
    field.size = 15;
    field.enabled = enabled;
    field.submit_on_leave = true;
    const auto typed = edit_field(frame.ui, id, rect, length_text(frame.words(), length), field);
    if (!typed) return std::nullopt;
    auto read = app::length_typed(*typed);
    if (!read)
        say_unread(frame, id, *typed);
    else
        say_read(frame, id);
    return read == length ? std::nullopt : read;
}

void draw_lengths(const PrepareFrame& frame, std::size_t index, const StepColumns& columns, Enabled enabled) {
    const auto& step = frame.session.agenda[index];
    const auto& words = frame.words();
    if (const auto planned = length_field(frame, row_id("step", index, "planned"), columns.planned, step.planned,
                                          words("prepare.step.planned"), enabled);
        planned && planned->count() > 0) {
        auto changed = step;
        changed.planned = *planned;
        changed.minimum = std::min(changed.minimum, changed.planned);
        frame.wish(cafe::Deed{cafe::EditStep{std::move(changed)}});
    }
    if (const auto minimum = length_field(frame, row_id("step", index, "minimum"), columns.minimum, step.minimum,
                                          words("prepare.step.minimum"), enabled)) {
        auto changed = step;
        changed.minimum = std::min(*minimum, changed.planned);
        frame.wish(cafe::Deed{cafe::EditStep{std::move(changed)}});
    }
}

/// Chips of every kind; returns the one that was pressed, and in `bottom` where they end.
std::optional<StepKind> draw_kinds(const PrepareFrame& frame, const std::string& prefix, const Rect& area,
                                   std::optional<StepKind> chosen, float& bottom) {
    std::optional<StepKind> out;
    float x = area.x;
    float y = area.y;
    const float height = button_height(frame.ui, ButtonLook::chip);
    for (const StepKind kind : kinds) {
        ButtonOptions options;
        options.look = ButtonLook::chip;
        options.enabled = frame.can;
        options.selected = chosen == kind ? Selected::yes : Selected::no;
        const auto text = kind_text(frame.words(), kind);
        const float width = button_width(frame.ui, text, options);
        if (x + width > area.right() && x > area.x) {
            x = area.x;
            y += height + frame.px(8);
        }
        if (button(frame.ui, prefix + std::string(base::name_of(kind)), {x, y, width, height}, text, options))
            out = kind;
        x += width + frame.px(8);
    }
    bottom = y + height;
    return out;
}

/// One step's row. Returns where it ends.
float draw_step(const PrepareFrame& frame, std::size_t index, const Rect& rect, base::WallTime starts) {
    Ui& ui = frame.ui;
    const auto& theme = frame.theme();
    const auto& step = frame.session.agenda[index];
    const StepColumns columns(frame, rect);
    const Tense tense = tense_of(frame, index);
    const Enabled open_to_change = tense == Tense::past ? Enabled::no : frame.can;
    const std::string id = row_id("step", index);
    const std::string time = base::clock_text(base::to_local(starts, frame.session.identity.time_zone));

    RowOptions options;
    options.label = step.title;
    options.value = time;
    options.ink_when_selected = false;
    if (row(ui, id, columns.handle, options)) give_focus(ui, id);
    label(ui.canvas, tense == Tense::present ? Face::bold : Face::text, frame.px(16), time,
          {columns.handle.x, columns.handle.y + frame.px(11)}, tense == Tense::past ? theme.muted : theme.ink,
          columns.handle.w - frame.px(16), Align::right);
    if (tense == Tense::present)
        fill(ui.canvas, {rect.x, rect.y + frame.px(4), frame.px(4), rect.h - frame.px(8)}, theme.ink);
    if (open_to_change == Enabled::yes) drag_source(ui, "step", std::to_string(index + 1), columns.handle, step.title);
    if (const auto dropped = drop_target(ui, "step", rect))
        move_step(frame, static_cast<std::size_t>(std::stoul(*dropped)) - 1, index);

    ButtonOptions kind;
    kind.look = ButtonLook::quiet;
    kind.align = Align::left;
    kind.enabled = open_to_change;
    kind.value = base::name_of(step.kind);
    kind.tip = frame.words()("prepare.step.kind");
    const bool open = frame.state.opened == id;
    if (button(ui, row_id("step", index, "kind"), columns.kind, kind_text(frame.words(), step.kind), kind))
        frame.state.opened = open ? std::string() : id;

    FieldOptions title;
    title.look = FieldLook::plain;
    title.size = 17;
    title.label = frame.words()("prepare.step.title");
    title.enabled = frame.can;
    title.submit_on_leave = true;
    if (const auto typed = edit_field(ui, row_id("step", index, "title"), columns.title, step.title, title);
        typed && !base::trimmed(*typed).empty() && base::trimmed(*typed) != step.title) {
        auto changed = step;
        changed.title = std::string(base::trimmed(*typed));
        frame.wish(cafe::Deed{cafe::EditStep{std::move(changed)}});
    }
    draw_lengths(frame, index, columns, open_to_change);
    if (tense == Tense::future &&
        remove_button(frame, row_id("step", index, "remove"), columns.remove, frame.words()("prepare.remove")))
        remove_step(frame, index);

    float bottom = rect.bottom();
    const auto& unread = frame.state.unread;
    if (unread.id == row_id("step", index, "planned") || unread.id == row_id("step", index, "minimum")) {
        label(ui.canvas, Face::text, frame.px(14), frame.words()("prepare.unread_length", {{"text", unread.text}}),
              {rect.x, bottom}, theme.alarm, rect.w - frame.px(40), Align::right);
        bottom += frame.px(26);
    }
    if (open && open_to_change == Enabled::yes) {
        float end = bottom;
        if (const auto chosen =
                draw_kinds(frame, row_id("step", index, "kind."),
                           {columns.kind.x, bottom + frame.px(4), rect.right() - columns.kind.x, 0}, step.kind, end)) {
            auto changed = step;
            changed.kind = *chosen;
            if (changed != step) frame.wish(cafe::Deed{cafe::EditStep{std::move(changed)}});
            frame.state.opened.clear();
            give_focus(ui, row_id("step", index, "kind"));
        }
        bottom = end + frame.px(10);
    }
    return bottom;
}

float draw_table(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& agenda = frame.session.agenda;
    const auto starts = cafe::step_starts(frame.session, frame.view.app.now);
    float y = area.y;
    const StepColumns heads(frame, {area.x, y, area.w, frame.px(26)});
    const auto head = [&](const Rect& column, std::string_view text) {
        label(ui.canvas, Face::text, frame.px(14), text, {column.x + frame.px(9), column.y}, frame.theme().muted,
              column.w - frame.px(9));
    };
    head(heads.kind, words("prepare.step.kind"));
    head(heads.title, words("prepare.step.title"));
    head(heads.planned, words("prepare.step.planned"));
    head(heads.minimum, words("prepare.step.minimum"));
    y += frame.px(28);
    for (std::size_t i = 0; i < agenda.size() && i < starts.size(); ++i) {
        line(ui.canvas, {area.x, y}, {area.right(), y}, frame.theme().hairline, frame.px(1));
        y = draw_step(frame, i, {area.x, y + frame.px(3), area.w, frame.px(42)}, starts[i]) + frame.px(3);
    }
    line(ui.canvas, {area.x, y}, {area.right(), y}, frame.theme().hairline, frame.px(1));
    base::Duration total{};
    for (const auto& step : agenda) total += step.planned;
    const auto end = base::to_local(frame.view.app.timer.morning_ends_at, frame.session.identity.time_zone);
    label(ui.canvas, Face::bold, frame.px(16),
          words("prepare.agenda.end", {{"time", base::clock_text(end)}, {"length", length_text(words, total)}}),
          {area.x + frame.px(14), y + frame.px(14)}, frame.theme().ink, area.w);
    return y + frame.px(52);
}

} // namespace

float draw_agenda(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& agenda = frame.session.agenda;
    const Rect page{area.x, area.y, std::min(area.w, frame.px(980)), 0};
    if (const auto row = focused_row(ui, "step", agenda.size())) frame.state.step = agenda[*row].id;
    if (const auto key = row_key(ui, "step", agenda.size()); key && frame.can == Enabled::yes) {
        if (key->deed == RowDeed::remove && tense_of(frame, key->index) == Tense::future)
            remove_step(frame, key->index);
        if (key->deed == RowDeed::up && key->index > 0) move_step(frame, key->index, key->index - 1);
        if (key->deed == RowDeed::down) move_step(frame, key->index, key->index + 1);
        if (key->deed == RowDeed::add) {
            frame.state.opened = "prepare.step.add";
            give_focus(ui, "prepare.step.add.welcome");
        }
    }
    float y = page.y;
    if (!agenda.empty()) y = draw_table(frame, page);

    const bool open = frame.state.opened == "prepare.step.add";
    ButtonOptions add;
    add.enabled = frame.can;
    add.selected = open ? Selected::yes : Selected::no;
    const auto text = words("prepare.step.add");
    const Rect press{page.x, y, button_width(ui, text, add), frame.px(small_button)};
    if (button(ui, "prepare.step.add", press, text, add)) frame.state.opened = open ? "" : "prepare.step.add";
    if (open) {
        const std::size_t place = place_for_new(frame);
        const std::string where = place == agenda.size()
                                      ? std::string(words("prepare.step.add.at_end"))
                                      : words("prepare.step.add.after", {{"title", agenda[place - 1].title}});
        const float x = press.right() + frame.px(18);
        label(ui.canvas, Face::text, frame.px(15), where, {x, y + frame.px(12)}, frame.theme().muted, page.right() - x);
    }
    y += frame.px(small_button + 12);
    if (open) {
        if (const auto kind = draw_kinds(frame, "prepare.step.add.", {page.x, y, page.w, 0}, std::nullopt, y))
            add_step(frame, *kind);
        y += frame.px(10);
    }
    return y;
}

} // namespace ronde::gui
