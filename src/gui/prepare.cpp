#include "gui/prepare.hpp"

#include "gui/kit_memory.hpp"
#include "gui/prepare_hints.hpp"
#include "gui/prepare_parts.hpp"
#include "gui/prepare_people.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

namespace ronde::gui {
namespace {

constexpr float column_width = 288; ///< units
constexpr double never = std::numeric_limits<double>::infinity();

PrepareSection section_at(std::size_t index) {
    return static_cast<PrepareSection>(index);
}

void go_to(PrepareState& state, PrepareSection section) {
    state.section = section;
    state.opened.clear();
}

/// Alt and a digit go to a section.
void take_section_keys(Ui& ui, PrepareState& state) {
    for (std::size_t i = 0; i < prepare_section_count; ++i) {
        KeyPress key{.key = Key::digit, .alt = true};
        key.digit = static_cast<int>(i) + 1;
        if (take_key(ui, key)) go_to(state, section_at(i));
    }
}

void draw_section_row(const PrepareFrame& frame, std::size_t index, const Rect& rect, const SectionState& lacks) {
    Ui& ui = frame.ui;
    const auto& theme = frame.theme();
    const PrepareSection section = section_at(index);
    const bool chosen = frame.state.section == section;
    const auto title = section_title(frame.words(), section);
    RowOptions options;
    options.selected = chosen ? Selected::yes : Selected::no;
    options.label = title;
    options.value = lacks.text;
    options.role = "tab";
    if (row(ui, "prepare.section." + std::string(section_name(section)), rect, options)) go_to(frame.state, section);
    const float inset = frame.px(24);
    const float width = rect.w - 2 * inset - frame.px(24);
    label(ui.canvas, chosen ? Face::bold : Face::text, frame.px(17), title, {rect.x + inset, rect.y + frame.px(8)},
          chosen ? theme.on_ink : theme.ink, width);
    label(ui.canvas, Face::text, frame.px(14), lacks.text, {rect.x + inset, rect.y + frame.px(32)},
          chosen ? theme.on_ink : (lacks.lacking ? theme.alarm : theme.muted), width + frame.px(24));
    label(ui.canvas, Face::text, frame.px(13), std::to_string(index + 1),
          {rect.right() - inset - frame.px(14), rect.y + frame.px(11)}, chosen ? theme.on_ink : theme.muted,
          frame.px(14), Align::right);
}

bool can_undo(const std::vector<cafe::Change>& changes) {
    return std::any_of(changes.begin(), changes.end(),
                       [](const auto& change) { return change.scope == cafe::prepare_scope; });
}

void draw_undo(const PrepareFrame& frame, Rect area) {
    const auto& words = frame.words();
    ButtonOptions options;
    options.look = ButtonLook::quiet;
    options.align = Align::left;
    options.key_hint = words("prepare.key.undo");
    options.enabled = frame.can == Enabled::yes && can_undo(frame.session.history.done) ? Enabled::yes : Enabled::no;
    if (button(frame.ui, "prepare.undo", area.cut_top(frame.px(38)), words("prepare.undo"), options))
        frame.wish(cafe::Deed{cafe::Undo{.scope = std::string(cafe::prepare_scope)}});
    options.key_hint = words("prepare.key.redo");
    options.enabled = frame.can == Enabled::yes && can_undo(frame.session.history.undone) ? Enabled::yes : Enabled::no;
    if (button(frame.ui, "prepare.redo", area.cut_top(frame.px(38)), words("prepare.redo"), options))
        frame.wish(cafe::Deed{cafe::Redo{.scope = std::string(cafe::prepare_scope)}});
}

void draw_column(const PrepareFrame& frame, const Rect& column, const std::vector<Hint>& hints) {
    Ui& ui = frame.ui;
    fill(ui.canvas, column, frame.theme().surface);
    line(ui.canvas, {column.right(), column.y}, {column.right(), column.bottom()}, frame.theme().hairline, frame.px(1));
    Rect rest = column;
    const Rect undo = rest.cut_bottom(frame.px(38 * 2 + 16));
    rest.cut_top(frame.px(22));
    Rect head = rest.cut_top(frame.px(34)).inset(frame.px(24), 0);
    heading(ui, frame.words()("prepare.sections"), {head.x, head.y}, head.w);
    label(ui.canvas, Face::text, frame.px(13), frame.words()("prepare.sections.keys"), {head.x, head.y + frame.px(2)},
          frame.theme().muted, head.w, Align::right);

    draw_undo(frame, undo.inset(frame.px(12), 0));
    Scroll scroll(ui, "prepare.sections", rest);
    Rect rows = scroll.content();
    const float top = rows.y;
    rows.w = rest.w;
    const float height = frame.px(58);
    // The present one comes into view when it is another, or when the list has become lower; then the list is free.
    PrepareState& state = frame.state;
    const bool moved = state.listed != state.section || state.listed_height != rest.h;
    state.listed = state.section;
    state.listed_height = rest.h;
    for (std::size_t i = 0; i < prepare_section_count; ++i) {
        const Rect row{rows.x, top + height * static_cast<float>(i), rows.w, height};
        draw_section_row(frame, i, row, state_of(section_at(i), frame.words(), frame.session, hints));
        if (moved && section_at(i) == *state.listed) scroll.into_view(row);
    }
    scroll.content_ends_at(top + height * static_cast<float>(prepare_section_count));
}

void carry_out(const PrepareFrame& frame, const Hint& hint) {
    if (!hint.focus.empty()) {
        go_to(frame.state, hint.section);
        return give_focus(frame.ui, hint.focus);
    }
    for (auto& wish : remedy_of(hint, frame.words(), frame.session, frame.dispatch.new_id)) frame.wish(std::move(wish));
}

/// A hint: its words on a surface, its remedy at the right or below. Returns where it ends.
float draw_hint(const PrepareFrame& frame, const Hint& hint, const Rect& area) {
    Ui& ui = frame.ui;
    const std::string id = "prepare.hint." + hint.name;
    ButtonOptions options;
    options.enabled = frame.can;
    const float button_w = hint.remedy.empty() ? 0 : button_width(ui, hint.remedy, options);
    const float pad = frame.px(18);
    const float side = area.w - 2 * pad - (button_w > 0 ? button_w + frame.px(24) : 0);
    const bool beside = side > frame.px(300) || button_w <= 0;
    const auto block = lay_out(ui.canvas, Face::text, frame.px(16), hint.text, beside ? side : area.w - 2 * pad);
    const float press = button_w > 0 ? frame.px(small_button) : 0;
    const float inner = beside ? std::max(block.height, press) : block.height + frame.px(12) + press;
    const Rect whole{area.x, area.y, area.w, inner + 2 * frame.px(12)};
    fill(ui.canvas, whole, frame.theme().surface, frame.px(10));
    outline(ui.canvas, whole, frame.theme().hairline, frame.px(10), frame.px(1));
    fill(ui.canvas, {whole.x + frame.px(1), whole.y + frame.px(10), frame.px(3), whole.h - frame.px(20)},
         frame.theme().alarm);
    const Rect inside = whole.inset(pad, frame.px(12));
    text_item(ui, id, block, {inside.x, beside ? inside.centre().y - block.height / 2 : inside.y}, frame.theme().ink);
    if (button_w > 0) {
        const Rect rect = beside ? Rect{inside.right() - button_w, inside.centre().y - press / 2, button_w, press}
                                 : Rect{inside.x, inside.y + block.height + frame.px(12), button_w, press};
        if (button(ui, id + ".fix", rect, hint.remedy, options)) carry_out(frame, hint);
    }
    return whole.bottom() + frame.px(10);
}

float draw_section(const PrepareFrame& frame, const Rect& area) {
    switch (frame.state.section) {
    case PrepareSection::identity: return draw_identity(frame, area);
    case PrepareSection::opening: return draw_opening(frame, area);
    case PrepareSection::questions: return draw_questions(frame, area);
    case PrepareSection::people: return draw_people(frame, area);
    case PrepareSection::organisations: return draw_organisations(frame, area);
    case PrepareSection::groups: return draw_groups(frame, area);
    case PrepareSection::agenda: return draw_agenda(frame, area);
    case PrepareSection::rotation: return draw_rotation(frame, area);
    case PrepareSection::start: break;
    }
    return draw_start(frame.ui, frame.view, frame.state, frame.wishes, area);
}

std::string_view keys_of(const Words& words, PrepareSection section) {
    switch (section) {
    case PrepareSection::opening:
    case PrepareSection::questions: return words("prepare.keys.rows");
    case PrepareSection::agenda: return words("prepare.keys.steps");
    case PrepareSection::people: return words("prepare.keys.people");
    case PrepareSection::groups: return words("prepare.keys.groups");
    case PrepareSection::organisations: return words("prepare.keys.organisations");
    case PrepareSection::identity:
    case PrepareSection::start: return words("prepare.keys.fields");
    case PrepareSection::rotation: break;
    }
    return words("prepare.keys.rotation");
}

float page_padding(const PrepareFrame& frame, float width) {
    return frame.px(width > frame.px(900) ? 48 : 28);
}

/// The keys of the section, and the one primary button: on to the next section.
void draw_foot(const PrepareFrame& frame, const Rect& foot) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    line(ui.canvas, {foot.x, foot.y}, {foot.right(), foot.y}, frame.theme().hairline, frame.px(1));
    Rect inside = foot.inset(page_padding(frame, foot.w), 0);
    const auto at = static_cast<std::size_t>(frame.state.section);
    if (frame.state.section < PrepareSection::rotation) {
        const auto next = section_at(at + 1);
        const std::string key = words("prepare.key.section", {{"number", std::to_string(at + 2)}});
        ButtonOptions options;
        // While a list of people lies there, to take it is the thing to do.
        const app::PeopleList* list = frame.view.app.people_list;
        const bool taking = frame.state.section == PrepareSection::people && list != nullptr && list->file != nullptr;
        options.look = taking ? ButtonLook::plain : ButtonLook::primary;
        options.key_hint = key;
        const std::string text = words("prepare.next", {{"section", std::string(section_title(words, next))}});
        const float width = button_width(ui, text, options);
        const float height = button_height(ui, ButtonLook::primary);
        const Rect slot = inside.cut_right(width);
        if (button(ui, "prepare.next", {slot.x, slot.centre().y - height / 2, width, height}, text, options))
            go_to(frame.state, next);
        inside.cut_right(frame.px(20));
    }
    const auto block = lay_out(ui.canvas, Face::text, frame.px(14), keys_of(words, frame.state.section), inside.w, 2);
    draw(ui.canvas, block, {inside.x, inside.centre().y - block.height / 2}, frame.theme().muted);
}

void draw_middle(const PrepareFrame& frame, Rect middle, const std::vector<Hint>& hints) {
    Ui& ui = frame.ui;
    const Rect foot = middle.cut_bottom(frame.px(72));
    {
        Scroll scroll(ui, "prepare.page." + std::string(section_name(frame.state.section)), middle);
        const float pad = page_padding(frame, middle.w);
        Rect content = scroll.content();
        const Rect area{content.x + pad, content.y + frame.px(24), std::min(content.w - 2 * pad, frame.px(1080)), 0};
        float y = page_title(ui, area, section_title(frame.words(), frame.state.section),
                             section_lead(frame.words(), frame.state.section));
        if (frame.can == Enabled::no && frame.state.section != PrepareSection::start) {
            const auto block = lay_out(ui.canvas, Face::bold, frame.px(16), frame.words()("prepare.read_only"), area.w);
            text_item(ui, "prepare.read_only", block, {area.x, y}, frame.theme().alarm);
            y += block.height + frame.px(18);
        }
        bool any = false;
        for (const auto& hint : hints) {
            if (hint.section != frame.state.section) continue;
            y = draw_hint(frame, hint, {area.x, y, std::min(area.w, frame.px(940)), 0});
            any = true;
        }
        y += any ? frame.px(16) : 0;
        PrepareFrame inside = frame;
        inside.visible = middle;
        y = draw_section(inside, {area.x, y, area.w, 0});
        scroll.content_ends_at(y + frame.px(40));
    }
    draw_foot(frame, foot);
}

/// A section that is being left is drawn once more, unseen and without the keyboard, so that its field says what was
/// typed there.
void leave_section(const PrepareFrame& frame, const Rect& middle, const std::vector<Hint>& hints) {
    Ui& ui = frame.ui;
    PrepareState& state = frame.state;
    const PrepareSection now = std::exchange(state.section, state.drawn);
    const auto focus = ui.focus;
    ui.focus.id.clear();
    const auto keys = std::exchange(ui.keys, {});
    UiMap* map = std::exchange(ui.canvas.map, nullptr);
    const std::string blocked_by = std::exchange(ui.blocked_by, "leaving");
    const auto rows = memory_of(ui).rows;
    {
        const Clip nothing(ui.canvas, {middle.x, middle.y, 0, 0});
        draw_middle(frame, middle, hints);
    }
    memory_of(ui).rows = rows;
    ui.blocked_by = blocked_by;
    ui.canvas.map = map;
    ui.keys = keys;
    ui.focus = focus;
    state.section = now;
}

void grant(std::vector<Wish>& wishes, const Dispatch& dispatch) {
    for (auto& wish : wishes) {
        if (auto* deed = std::get_if<cafe::Deed>(&wish)) {
            // The shell says a refusal; what follows was meant for an accepted deed.
            if (dispatch.act(std::move(*deed))) return;
        } else {
            dispatch.ask(std::move(std::get<app::Command>(wish)));
        }
    }
}

/// While no café is open there is one page, and it says what to do first.
void draw_first_page(Ui& ui, const Rect& place, const View& view, PrepareState& state, std::vector<Wish>& wishes) {
    Scroll scroll(ui, "prepare.page.start", place);
    const Rect content = scroll.content();
    const float width = std::min(content.w - ui.px(96), ui.px(1000));
    const Rect area{content.x + (content.w - width) / 2, content.y + ui.px(56), width, 0};
    const float y = page_title(ui, area, ui.canvas.words("prepare.start.title"), ui.canvas.words("prepare.start.lead"));
    scroll.content_ends_at(draw_start(ui, view, state, wishes, {area.x, y + ui.px(10), area.w, 0}) + ui.px(40));
}

} // namespace

double draw_prepare(Ui& ui, const Rect& place, const View& view, PrepareState& state, const Dispatch& dispatch) {
    std::vector<Wish> wishes;
    fill(ui.canvas, place, ui.canvas.theme.ground);
    if (view.app.session == nullptr) {
        draw_first_page(ui, place, view, state, wishes);
    } else {
        take_section_keys(ui, state);
        const PrepareFrame frame{
            ui, view, view.session(), state, dispatch, wishes, view.writable() ? Enabled::yes : Enabled::no};
        const auto hints = hints_of(ui.canvas.words, frame.session);
        Rect rest = place;
        const Rect column = rest.cut_left(ui.px(column_width));
        draw_column(frame, column, hints);
        if (state.drawn != state.section) leave_section(frame, rest, hints);
        state.drawn = state.section;
        draw_middle(frame, rest, hints);
        draw_erasing(frame, place);
    }
    grant(wishes, dispatch);
    return never;
}

} // namespace ronde::gui
