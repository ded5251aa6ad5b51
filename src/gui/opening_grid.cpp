#include "gui/opening_grid.hpp"

#include "base/text.hpp"
#include "compat/imgui.hpp"
#include "gui/kit_memory.hpp"
#include "gui/opening_grid_parts.hpp"
#include "gui/opening_heads.hpp"
#include "gui/opening_marks.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr float row_units = 40;
constexpr float foot_units = 36;
constexpr float line_units = 34; ///< of the keys, under the grid
constexpr float why_units = 72;
constexpr float least_row_units = 30;

/// Where columns and rows lie.
struct Layout {
    Rect head{};
    Rect rows{}; ///< of the places, scrolling
    Rect foot{};
    float names = 0;
    float column = 0;
    float row = 0;           ///< height
    std::size_t columns = 0; ///< that are shown
    OpeningHeads heads{};
};

/// The columns, and how their heads stand; the heads of all components are alike, shown or not.
Layout columns_in(Ui& ui, const cafe::Session& session, float width) {
    Layout layout;
    const auto& components = session.opening.components;
    layout.names = std::clamp(width * 0.26F, std::min(ui.px(120), width * 0.4F), ui.px(250));
    const float room = width - layout.names - ui.px(8); // the bar's
    const auto most = static_cast<std::size_t>(std::max(1.0F, room / ui.px(46)));
    layout.columns = std::min(most, components.size());
    layout.column = std::min(room / static_cast<float>(std::max<std::size_t>(1, layout.columns)), ui.px(120));
    layout.heads = opening_heads(ui, components, layout.column);
    return layout;
}

Layout layout_of(const GridFrame& frame, Rect place) {
    Layout layout = columns_in(frame.ui, frame.session, place.w);
    layout.head = place.cut_top(layout.heads.height);
    layout.foot = place.cut_bottom(frame.px(foot_units));
    layout.rows = place;
    const auto places = static_cast<float>(frame.reading.places.size());
    layout.row = std::floor(std::clamp(place.h / places, frame.px(least_row_units), frame.px(row_units)));
    return layout;
}

Rect cell_in(const Layout& layout, const Rect& row, std::size_t column) {
    return {row.x + layout.names + static_cast<float>(column) * layout.column, row.y, layout.column, row.h};
}

void draw_heads(const GridFrame& frame, const Layout& layout) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::Opening& opening = frame.session.opening;
    for (std::size_t i = 0; i < layout.columns; ++i) {
        const std::size_t component = frame.state.first_column + i;
        const Rect cell = cell_in(layout, layout.head, i).inset(frame.px(1), 0);
        const bool here = component == frame.cursor.component;
        draw_opening_head(frame.ui, layout.heads, opening.components[component].text, cell,
                          here ? frame.theme().ink : frame.theme().muted);
        note_item(canvas, "opening.component." + std::to_string(component + 1), "text",
                  opening.components[component].text, cell);
    }
    const float y = layout.head.bottom();
    line(canvas, {layout.head.x, y}, {layout.head.right(), y}, frame.theme().hairline, frame.px(1));
    // More components than columns: an arrow says on which side.
    const Rect corner{layout.head.x, layout.head.y, layout.names, layout.head.h};
    if (layout.columns == frame.reading.components) return;
    const std::string shown = std::to_string(frame.state.first_column + 1) + "–" +
                              std::to_string(frame.state.first_column + layout.columns) + " / " +
                              std::to_string(frame.reading.components);
    label_in(canvas, Face::text, frame.px(13), shown, corner, frame.theme().muted);
}

void draw_cell(const GridFrame& frame, const Rect& cell, std::size_t place, std::size_t component) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::Answer answer = frame.reading.at(place, component);
    const Rect inner = cell.inset(frame.px(4), frame.px(4));
    answer_mark(canvas, inner, answer, frame.px(6), std::max(1.0F, std::round(frame.px(1.6F))));
    if (answer == cafe::Answer::none) disc(canvas, cell.centre(), frame.px(1.6F), frame.theme().track);
    const cafe::OpeningAnswer* said =
        cafe::answer_of(frame.session, frame.reading.places[place], frame.session.opening.components[component].id);
    if (said != nullptr && !said->why.empty())
        disc(canvas, {inner.right() - frame.px(8), inner.y + frame.px(8)}, frame.px(2.6F),
             ink_on(frame.theme(), answer));
    const bool here = place == frame.cursor.place && component == frame.cursor.component;
    if (here) {
        const bool keyed = frame.ui.focus.id == opening_grid_id;
        outline(canvas, cell.inset(frame.px(1)), keyed ? frame.theme().ink : frame.theme().muted, frame.px(8),
                keyed ? std::max(2.0F, frame.px(2)) : 1);
    }
    note_item(canvas, "opening.cell." + std::to_string(place + 1) + '.' + std::to_string(component + 1), "cell",
              answer_words(frame.words(), answer), cell, base::name_of(answer));
}

void draw_place(const GridFrame& frame, const Layout& layout, Rect row, std::size_t place) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::Organisation* it = cafe::find(frame.session, frame.reading.places[place]);
    const bool here = place == frame.cursor.place;
    Rect name{row.x, row.y, layout.names - frame.px(8), row.h};
    const bool done = frame.reading.given[place] == static_cast<int>(frame.reading.components);
    const std::string given =
        done ? std::string{}
             : std::to_string(frame.reading.given[place]) + '/' + std::to_string(frame.reading.components);
    if (!given.empty())
        label_in(canvas, Face::text, frame.px(12.5F), given,
                 name.cut_right(text_width(canvas, Face::text, frame.px(12.5F), given) + 1), frame.theme().muted,
                 Align::right);
    name.cut_right(frame.px(6));
    const std::string_view text = it == nullptr ? std::string_view{} : std::string_view(it->name);
    label_in(canvas, here ? Face::bold : Face::text, frame.px(14.5F), text, name, frame.theme().ink);
    note_item(canvas, "opening.place." + std::to_string(place + 1), "text", text, name,
              std::to_string(frame.reading.given[place]));
    for (std::size_t i = 0; i < layout.columns; ++i)
        draw_cell(frame, cell_in(layout, row, i), place, frame.state.first_column + i);
    fill(canvas, {row.x, row.bottom() - 1, row.w, 1}, frame.theme().hairline);
}

/// The counts of “essential” under their columns.
void draw_counts(const GridFrame& frame, const Layout& layout) {
    Canvas& canvas = frame.ui.canvas;
    label_in(canvas, Face::text, frame.px(14), frame.words()("opening.essential"),
             {layout.foot.x, layout.foot.y, layout.names, layout.foot.h}, frame.theme().muted);
    for (std::size_t i = 0; i < layout.columns; ++i) {
        const std::size_t component = frame.state.first_column + i;
        const cafe::ComponentTally& tally = frame.reading.tallies[component];
        const Rect cell = cell_in(layout, layout.foot, i);
        label_in(canvas, Face::bold, frame.px(17), std::to_string(tally.essential), cell, frame.theme().ink,
                 Align::centre);
        note_item(canvas, "opening.count." + std::to_string(component + 1), "text", std::to_string(tally.essential),
                  cell, tally_value(tally));
    }
}

/// What a click in the grid does: the cursor goes there; on the cursor's own cell the next answer is given.
void click_cell(GridFrame& frame, const Layout& layout, const Rect& rows) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float down = (mouse.y - rows.y) / layout.row;
    const float across = (mouse.x - rows.x - layout.names) / layout.column;
    const bool had_focus = frame.ui.focus.id == opening_grid_id;
    give_focus(frame.ui, opening_grid_id);
    if (down < 0 || static_cast<std::size_t>(down) >= frame.reading.places.size()) return;
    const auto place = static_cast<std::size_t>(down);
    if (across < 0 || static_cast<std::size_t>(across) >= layout.columns) {
        go_to_cell(frame, {place, frame.cursor.component});
        return;
    }
    const GridCell cell{place, frame.state.first_column + static_cast<std::size_t>(across)};
    if (cell == frame.cursor && had_focus) {
        const auto now = static_cast<int>(frame.reading.at(cell.place, cell.component));
        give_answer(frame, static_cast<cafe::Answer>((now + 1) % 4));
    } else {
        go_to_cell(frame, cell);
    }
}

void draw_rows(GridFrame& frame, const Layout& layout) {
    const std::string value = frame.reading.places.empty() ? std::string{} : cell_words(frame);
    const WidgetState widget = announce(frame.ui,
                                        {.id = opening_grid_id,
                                         .role = "grid",
                                         .label = frame.words()("opening.grid"),
                                         .value = value,
                                         .enabled = frame.can},
                                        layout.rows);
    Scroll scroll(frame.ui, "opening.rows", layout.rows);
    const Rect all = scroll.content();
    if (widget.clicked) {
        click_cell(frame, layout, all);
        if (frame.ui.canvas.map) frame.ui.canvas.map->set_last_value(cell_words(frame));
    }
    Rect row{all.x, all.y, all.w, layout.row};
    for (std::size_t i = 0; i < frame.reading.places.size(); ++i, row.y += layout.row) {
        if (row.bottom() > layout.rows.y && row.y < layout.rows.bottom()) draw_place(frame, layout, row, i);
        if (frame.moved && i == frame.cursor.place) scroll.into_view(row);
    }
    scroll.content_ends_at(row.y);
}

/// Which key does what, with the marks that they make.
void draw_keys(const GridFrame& frame, Rect line) {
    Canvas& canvas = frame.ui.canvas;
    const float px = frame.px(14);
    const float box = frame.px(13);
    for (std::size_t i = 0; i < opening_answers.size(); ++i) {
        const std::string key = std::to_string(i + 1);
        const std::string_view text = answer_words(frame.words(), opening_answers[i]);
        const float key_wide = text_width(canvas, Face::bold, px, key) + frame.px(6);
        const float wide = key_wide + box + frame.px(6) + text_width(canvas, Face::text, px, text);
        if (wide > line.w) return;
        Rect at = line.cut_left(wide + 1);
        label_in(canvas, Face::bold, px, key, at.cut_left(key_wide), frame.theme().ink);
        const Rect mark_at = at.cut_left(box + frame.px(6));
        answer_mark(canvas, {mark_at.x, mark_at.centre().y - box / 2, box, box}, opening_answers[i], frame.px(3),
                    std::max(1.0F, frame.px(1.4F)));
        label_in(canvas, Face::text, px, text, at, frame.theme().muted);
        line.cut_left(frame.px(18));
    }
    const std::string_view rest = frame.words()("opening.keys");
    if (text_width(canvas, Face::text, px, rest) <= line.w)
        label_in(canvas, Face::text, px, rest, line, frame.theme().muted, Align::right);
}

/// The sentence of the cursor's cell. It belongs to the cell at which the typing began, wherever the cursor goes.
void draw_why(GridFrame& frame, Rect place) {
    OpeningGridState& state = frame.state;
    label_in(frame.ui.canvas, Face::bold, frame.px(14), cell_words(frame), place.cut_top(frame.px(22)),
             frame.theme().ink);
    const FieldOptions options{.hint = frame.words()("opening.why"),
                               .label = frame.words()("opening.why"),
                               .size = 15.5F,
                               .enabled = frame.can,
                               .submit_on_leave = true};
    const FieldEvent event = text_field(frame.ui, "opening.why", place, state.why, options);
    if (event == FieldEvent::submitted || event == FieldEvent::escaped) {
        say_why(frame);
        // Submitted by Enter, not by a click elsewhere.
        const bool by_key = event == FieldEvent::escaped || frame.ui.focus.id == "opening.why";
        if (by_key) focus_by_key(frame.ui, opening_grid_id);
    }
    if (frame.ui.focus.id != "opening.why") take_up_why(frame);
}

} // namespace

float opening_grid_height(Ui& ui, const cafe::Session& session, const OpeningGridState& state, float width) {
    if (session.opening.mode == cafe::OpeningMode::by_hands) return hands_height(ui, session);
    const auto places = static_cast<float>(cafe::read_opening(session, state.asked).places.size());
    return ui.px(38 + 14 + foot_units + why_units + line_units) + columns_in(ui, session, width).heads.height +
           std::round(ui.px(row_units)) * places;
}

void draw_opening_grid(Ui& ui, const Rect& place, const View& view, OpeningGridState& state,
                       std::vector<cafe::Deed>& wishes) {
    const cafe::Session& session = view.session();
    if (session.opening.mode == cafe::OpeningMode::by_hands) return draw_hands(ui, place, view, wishes);
    GridFrame frame{.ui = ui,
                    .view = view,
                    .session = session,
                    .state = state,
                    .wishes = wishes,
                    .reading = cafe::read_opening(session, state.asked),
                    .can = view.writable() ? Enabled::yes : Enabled::no};
    if (state.cafe != session.id) state = {.asked = state.asked, .cafe = session.id};
    find_cursor(frame);
    Rect rest = place;
    draw_grid_head(frame, rest.cut_top(ui.px(38)));
    rest.cut_top(ui.px(14));
    if (frame.reading.places.empty() || frame.reading.components == 0) {
        const std::string_view text =
            frame.words()(frame.reading.places.empty() ? "opening.no_places" : "opening.no_components");
        text_item(ui, "opening.nothing", lay_out(ui.canvas, Face::text, ui.px(16), text, rest.w), {rest.x, rest.y},
                  frame.theme().muted);
        return;
    }
    const Rect keys = rest.cut_bottom(ui.px(line_units));
    const Rect why = rest.cut_bottom(ui.px(why_units));
    draw_why(frame, why.inset(0, ui.px(4)));
    take_grid_keys(frame);
    const float tall = columns_in(ui, session, rest.w).heads.height + ui.px(foot_units) +
                       std::round(ui.px(row_units)) * static_cast<float>(frame.reading.places.size());
    rest.h = std::min(rest.h, tall);
    const Layout layout = layout_of(frame, rest);
    if (frame.cursor.component < state.first_column) state.first_column = frame.cursor.component;
    if (frame.cursor.component >= state.first_column + layout.columns)
        state.first_column = frame.cursor.component + 1 - layout.columns;
    state.first_column = std::min(state.first_column, frame.reading.components - layout.columns);
    draw_heads(frame, layout);
    draw_rows(frame, layout);
    draw_counts(frame, layout);
    draw_keys(frame, keys);
}

} // namespace ronde::gui
