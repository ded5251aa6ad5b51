// The plenary on the stage: which table speaks, by whom, how long it still has, and the ideas that it starred.

#include "base/local_text.hpp"
#include "cafe/harvest_reading.hpp"
#include "gui/stage_cards.hpp"
#include "gui/table_question.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

/// The clock of the turn, which runs whatever the step's does.
ClockFace turn_face(Scene& scene, base::Duration left) {
    const Words& words = scene.canvas.words;
    const std::chrono::seconds shown = cafe::shown_seconds(left);
    const bool over = left < base::Duration::zero();
    const auto whole = std::chrono::duration<float>(scene.session().harvest.plan.turn_length).count();
    ClockFace face;
    face.digits = over ? base::over_text(shown) : base::span_text(shown);
    face.look = over ? "over" : "running";
    face.ink = over ? scene.theme().alarm : scene.theme().ink;
    face.words = words(over ? "stage.turn_over" : "stage.turn");
    face.lit = over ? 1.0F : std::clamp(static_cast<float>(shown.count()) / whole, 0.0F, 1.0F);
    return face;
}

/// Seconds until the clock shows another one.
double until_next_second(base::Duration left) {
    const auto rest = left % std::chrono::seconds{1};
    const base::Duration wait = rest > base::Duration::zero() ? rest : rest + std::chrono::seconds{1};
    return std::max(0.12, std::chrono::duration<double>(wait).count());
}

} // namespace

void draw_turn(Scene& scene, base::Duration left) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    const cafe::TableId& speaking = session.stage.speaking.table;
    HeaderNote note = header_clock(scene, scene.timer().step ? step_title(words, session, *scene.timer().step)
                                                             : std::string(words("stage.step.plenary")));
    note.digits.clear(); // the clock that counts here is the turn's
    draw_header(scene, note);
    scene.draw_again_in(until_next_second(left) + 0.001);
    Rect place = draw_clock(scene, turn_face(scene, left));

    const std::size_t table = cafe::index_of(session, speaking).value_or(0);
    const std::vector<cafe::Turn> turns = cafe::all_turns(session);
    const auto turn = std::ranges::find(turns, speaking, &cafe::Turn::table);
    const std::string speaker = turn == turns.end() ? std::string{} : turn->speaker;
    const std::vector<const cafe::Idea*> ideas = cafe::ideas_to_tell(session, speaking);

    const cafe::Table& at_table = session.tables[table];
    const std::string title =
        at_table.name.empty() ? words("stage.turn_table", {{"n", std::to_string(table + 1)}}) : at_table.name;
    const auto question = question_of(session, 0, speaking);
    const float size = scene.h(0.07F);
    const float x = question ? size + scene.h(0.025F) : 0;
    const TextBlock name =
        lay_out_to_fit(scene.canvas, Face::title, scene.px(0.068F), scene.least(), title, place.w - x, place.h * 0.25F);
    const TextBlock who = lay_out(scene.canvas, Face::bold, scene.px(0.04F), speaker, place.w, 2);
    const float head = std::max(size, name.height) + (speaker.empty() ? 0 : scene.h(0.008F) + who.height);
    if (!scene.upright()) place.cut_top(scene.h(0.02F));
    if (ideas.empty()) place.cut_top(std::max(0.0F, (place.h - head) / 2));
    Rect top = place.cut_top(std::max(size, name.height));
    if (question) mark(scene.canvas, {top.x + size / 2, top.centre().y}, size, *question);
    put(scene, "stage.turn.table", name, {top.x + x, top.centre().y - name.height / 2}, scene.theme().ink);
    if (!speaker.empty()) {
        place.cut_top(scene.h(0.008F));
        top = place.cut_top(who.height);
        put(scene, "stage.turn.speaker", who, {top.x, top.y}, scene.theme().ink);
    }
    if (ideas.empty()) return;
    place.cut_top(scene.h(0.025F));
    draw_card_pages(scene, ideas, place);
}

} // namespace ronde::gui
