// Préparer › the rotation: the rules, how good the plan is, who sits where in each round, and in words what the plan
// could not give.

#include "gui/prepare_rotation.hpp"

#include "app/seating_plan.hpp"
#include "gui/seating_repair.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

constexpr float text_most = 820;      ///< units
constexpr std::size_t named_most = 3; ///< people who see a question again
constexpr std::string_view rules_row = "prepare.rotation.rules";

std::string_view note_text(const Words& words, cafe::PlanNote note) {
    switch (note) {
    case cafe::PlanNote::fewer_rounds_than_questions: return words("prepare.plan.fewer_rounds_than_questions");
    case cafe::PlanNote::more_rounds_than_questions: return words("prepare.plan.more_rounds_than_questions");
    case cafe::PlanNote::more_groups_than_tables: return words("prepare.plan.more_groups_than_tables");
    case cafe::PlanNote::uneven_tables: return words("prepare.plan.uneven_tables");
    case cafe::PlanNote::same_table_again: return words("prepare.plan.same_table_again");
    case cafe::PlanNote::question_missed: break;
    }
    return words("prepare.plan.question_missed");
}

float draw_notes(const PrepareFrame& frame, const Rect& area) {
    float y = area.y;
    for (const auto note : frame.session.seating.notes) {
        const auto block = lay_out(frame.ui.canvas, Face::text, frame.px(16), note_text(frame.words(), note),
                                   std::min(area.w, frame.px(text_most)));
        text_item(frame.ui, "prepare.plan." + std::string(base::name_of(note)), block, {area.x, y}, frame.theme().ink);
        y += block.height + frame.px(8);
    }
    return y;
}

float draw_choices(const PrepareFrame& frame, const Rect& area) {
    const RepairDrawn drawn = draw_repair(frame.ui, frame.view, {area.x, area.y, std::min(area.w, frame.px(940)), 0},
                                          "prepare.repair", {.choices = 8});
    if (drawn.taken) frame.wish(cafe::Deed{cafe::ApplyPlan{frame.view.app.repair[*drawn.taken].seating}});
    return drawn.bottom > area.y ? drawn.bottom + frame.px(18) : area.y;
}

/// While a plan is being made: for how long, how good so far, and the way to be content with that.
float draw_progress(const PrepareFrame& frame, const Rect& area) {
    if (!frame.view.app.planning) return area.y;
    Ui& ui = frame.ui;
    const app::Planning& planning = *frame.view.app.planning;
    const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(planning.elapsed).count() / 100;
    const std::string seconds =
        std::to_string(tenths / 10) + std::string(frame.words()("seating.decimal")) + std::to_string(tenths % 10);
    const std::string text = planning.score
                                 ? frame.words()("prepare.planning.score", {{"seconds", seconds},
                                                                            {"score", std::to_string(*planning.score)},
                                                                            {"bound", std::to_string(planning.bound)}})
                                 : frame.words()("prepare.planning", {{"seconds", seconds}});
    Rect bar{area.x, area.y, area.w, frame.px(38)};
    const std::string_view stop = frame.words()("prepare.planning.cancel");
    const ButtonOptions options{.look = ButtonLook::chip, .enabled = frame.can};
    const float width = button_width(ui, stop, options);
    const auto block = lay_out(ui.canvas, Face::text, frame.px(16), text, bar.w - width - frame.px(16));
    text_item(ui, "prepare.planning", block, {bar.x, bar.centre().y - block.height / 2}, frame.theme().ink);
    const Rect press{bar.x + block.width + frame.px(16), bar.y, width, bar.h};
    if (button(ui, "prepare.planning.cancel", press, stop, options)) frame.wish(app::Command{app::CancelPlanning{}});
    return bar.bottom() + frame.px(12);
}

/// The quality in a sentence; returns where it ends.
float draw_quality(const PrepareFrame& frame, const Rect& area) {
    const std::string sentence = quality_sentence(frame.words(), frame.session);
    if (sentence.empty()) return area.y;
    const auto block =
        lay_out(frame.ui.canvas, Face::title, frame.px(23), sentence, std::min(area.w, frame.px(text_most + 100)));
    text_item(frame.ui, "prepare.quality", block, {area.x, area.y}, frame.theme().ink);
    return area.y + block.height + frame.px(14);
}

/// Wishes that the plan could not keep, and who sees a question again.
float draw_broken(const PrepareFrame& frame, const Rect& area) {
    float y = area.y;
    if (!frame.session.seating.quality) return y;
    const auto& broken = frame.session.seating.quality->broken;
    if (const std::string again = seen_again_text(frame.words(), frame.session, named_most); !again.empty()) {
        const auto block =
            lay_out(frame.ui.canvas, Face::bold, frame.px(16), again, std::min(area.w, frame.px(text_most)));
        text_item(frame.ui, "prepare.seen_again", block, {area.x, y}, frame.theme().alarm);
        y += block.height + frame.px(8);
    }
    for (const cafe::Pin& pin : frame.session.seating_rules.pins) {
        if (std::ranges::find(broken, pin.id.value) == broken.end()) continue;
        const std::string text =
            pin_text(frame.words(), frame.session, pin) + std::string(frame.words()("prepare.pins.broken"));
        const auto block =
            lay_out(frame.ui.canvas, Face::bold, frame.px(16), text, std::min(area.w, frame.px(text_most)));
        text_item(frame.ui, "prepare.broken." + pin.id.value, block, {area.x, y}, frame.theme().alarm);
        y += block.height + frame.px(8);
    }
    return y;
}

/// The rules in a line, the buttons that unfold them and that write the sheet of routes. Returns where they end.
float draw_bar(const PrepareFrame& frame, const Rect& area, bool planned) {
    Ui& ui = frame.ui;
    const auto summary = lay_out(ui.canvas, Face::text, frame.px(15), rotation_rules_text(frame), area.w);
    text_item(ui, "prepare.rotation.summary", summary, {area.x, area.y}, frame.theme().muted);
    float x = area.x;
    float y = area.y + summary.height + frame.px(10);
    const float height = button_height(ui, ButtonLook::chip);
    const auto press = [&](std::string_view id, std::string_view text, const ButtonOptions& options) {
        const float width = button_width(ui, text, options);
        if (x > area.x && x + width > area.x + area.w) {
            x = area.x;
            y += height + frame.px(8);
        }
        const bool pressed = button(ui, id, {x, y, width, height}, text, options);
        x += width + frame.px(10);
        return pressed;
    };
    const bool open = frame.state.opened == rules_row;
    ButtonOptions fold{.look = ButtonLook::chip, .selected = open ? Selected::yes : Selected::no};
    if (planned && press(rules_row, frame.words()("prepare.rotation.rules"), fold))
        frame.state.opened = open ? std::string() : std::string(rules_row);
    if (planned && frame.session.seating.companies.size() > cafe::begun_rounds(frame.session) &&
        press("prepare.rotation.seats", frame.words()("prepare.rotation.seats"),
              {.look = ButtonLook::chip, .key_hint = "Ctrl T"}))
        frame.state.people.asks = "seats";
    if (planned && press("prepare.routes.write", frame.words()("prepare.routes.write"),
                         {.look = ButtonLook::chip, .tip = frame.words()("prepare.routes.lead")}))
        frame.wishes.emplace_back(app::Command{app::WriteRoutes{}}); // also where the café is only to be read
    return (planned ? y + height : area.y + summary.height) + frame.px(20);
}

} // namespace

const cafe::Pin* seat_pin(const cafe::Session& session, const cafe::ParticipantId& person, int round) {
    for (const cafe::Pin& pin : session.seating_rules.pins)
        if (pin.kind == cafe::PinKind::seat && pin.person == person && pin.round == round) return &pin;
    return nullptr;
}

void mean_move(const PrepareFrame& frame, app::SeatMove move) {
    if (frame.can == Enabled::no || move.round <= static_cast<int>(cafe::begun_rounds(frame.session))) return;
    if (cafe::table_of(frame.session, move.round, move.person) == move.table) return;
    // Where it cannot be, the board of tables says why.
    const bool waits = frame.session.seating.basis != frame.session.structure;
    if (waits || cafe::hosts_in(frame.session, move.round, move.person) || app::cost_of(frame.session, move))
        frame.state.move = std::move(move);
}

void remove_pin(const PrepareFrame& frame, const cafe::PinId& pin) {
    change_rules(frame, [&](cafe::SeatingRules& rules) {
        std::erase_if(rules.pins, [&](const cafe::Pin& one) { return one.id == pin; });
    });
}

void toggle_chosen(PrepareState& state, const cafe::ParticipantId& person) {
    if (std::erase(state.chosen, person) > 0) return;
    state.chosen.push_back(person);
    if (state.chosen.size() > 2) state.chosen.erase(state.chosen.begin());
}

float draw_rotation(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& session = frame.session;
    const auto below = [&](float y) { return Rect{area.x, y, area.w, 0}; };
    const bool routes = !session.seating.companies.empty() && app::has_routes(session);
    const bool groups = !routes && !session.seating.rounds.empty() && !session.groups.empty();
    float y = draw_choices(frame, area);
    y = draw_progress(frame, below(y));
    y = draw_quality(frame, below(y));
    y = draw_broken(frame, below(y));
    y = draw_notes(frame, below(y));
    y = draw_bar(frame, below(y), routes || groups);
    if (frame.state.opened == rules_row || !(routes || groups)) y = draw_rotation_rules(frame, below(y));
    if (groups) return draw_group_matrix(frame, below(y));
    if (routes) {
        y = draw_chosen_people(frame, below(y));
        y = draw_seat_matrix(frame, below(y));
        return draw_all_pins(frame, below(y + frame.px(14)));
    }
    const auto block = lay_out(ui.canvas, Face::text, frame.px(17), frame.words()("prepare.rotation.none"),
                               std::min(area.w, frame.px(680)));
    text_item(ui, "prepare.rotation.none", block, {area.x, y}, frame.theme().ink);
    return y + block.height;
}

} // namespace ronde::gui
