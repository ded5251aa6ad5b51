// Animer's right column: who notes and who does not, the last ideas, and what the room sees.

#include "gui/kit_memory.hpp"
#include "gui/run_parts.hpp"
#include "gui/seating_repair.hpp"
#include "gui/seating_words.hpp"
#include "gui/stage_scene.hpp"
#include "gui/table_question.hpp"
#include "gui/turns.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

/// A table that has noted nothing for so long in a running round is pointed out.
constexpr base::Duration long_silence = std::chrono::minutes{5};

struct TableNotes {
    long count = 0;
    std::optional<base::WallTime> last{};
};

/// While rounds are played, the notes of the present one; otherwise all of them.
std::vector<TableNotes> notes_by_table(const cafe::Session& session) {
    std::vector<TableNotes> notes(session.tables.size());
    const int only = cafe::round_for_room(session) > 0 ? cafe::round_for_notes(session) : 0;
    for (const cafe::Idea& idea : session.ideas) {
        if (only > 0 && idea.round != only) continue;
        const auto table = cafe::index_of(session, idea.table);
        if (!table) continue;
        ++notes[*table].count;
        notes[*table].last = std::max(idea.at, notes[*table].last.value_or(idea.at));
    }
    return notes;
}

/// Since when the present round runs; none outside the rounds and while the clock stands.
std::optional<base::WallTime> running_round_since(const RunFrame& frame) {
    const cafe::Session& session = frame.session();
    const auto step = frame.timer().step;
    if (!step || session.timer.state != cafe::ClockState::running || cafe::round_at(session, *step) == 0)
        return std::nullopt;
    const auto run = std::ranges::find(session.timer.runs, session.agenda[*step].id, &cafe::StepRun::step);
    return run == session.timer.runs.end() ? std::nullopt : run->started_at;
}

struct Silence {
    std::string words{};
    bool alarm = false;
};

Silence silence_of(const RunFrame& frame, const TableNotes& notes) {
    const Words& words = frame.words();
    const base::WallTime now = frame.view.app.now.wall;
    const auto minutes_since = [now](base::WallTime then) {
        return static_cast<long>(std::chrono::duration_cast<std::chrono::minutes>(now - then).count());
    };
    if (const auto begun = running_round_since(frame)) {
        const base::WallTime since = std::max(*begun, notes.last.value_or(*begun));
        if (now - since > long_silence) return {words.count("run.silent", minutes_since(since)), true};
    }
    if (!notes.last) return {std::string(words("run.no_note")), false};
    const long minutes = minutes_since(*notes.last);
    if (minutes < 1) return {std::string(words("run.note_now")), false};
    if (minutes >= 60) return {std::string(words("run.note_long_ago")), false};
    return {words.count("run.note_ago", minutes), false};
}

float title_size(const RunFrame& frame) {
    return frame.px(17);
}
float under_size(const RunFrame& frame) {
    return frame.px(14.5F);
}

struct TableWords {
    std::string title{};
    std::string under{};
    std::string names{}; ///< who sits there, where each person has a route
    bool alarm = false;
};

/// Who sits there and how they note; what does not fit `width` is left out, the silence last.
TableWords words_of(RunFrame& frame, std::size_t table, const TableNotes& notes, float width) {
    const cafe::Session& session = frame.session();
    Canvas& canvas = frame.ui.canvas;
    const std::string joint{frame.words()("run.joint")};
    const Silence silence = silence_of(frame, notes);
    TableWords texts{.under = silence.words, .alarm = silence.alarm};
    const cafe::Table& it = session.tables[table];
    const std::string table_name =
        it.name.empty() ? frame.words()("run.table", {{"n", std::to_string(table + 1)}}) : it.name;
    const int round = cafe::round_for_room(session);
    if (round > 0 && static_cast<std::size_t>(round) <= session.seating.companies.size()) {
        const auto people = cafe::people_at(session, round, it.id);
        texts.title = table_name + joint + frame.words().count("run.people", static_cast<long>(people.size()));
        texts.names = names_text(frame.words(), session, people);
        return texts;
    }
    const cafe::Group* group = cafe::find(session, cafe::group_at(session, round, it.id));
    if (group == nullptr) {
        texts.title = table_name;
        return texts;
    }
    texts.title = group->name;
    const std::string people = frame.words().count("run.people", cafe::size_of(*group));
    if (session.tables.size() > session.questions.size()) {
        // Several tables a question: the mark alone does not say which one.
        if (const std::string title = texts.title + joint + table_name;
            text_width(canvas, Face::bold, title_size(frame), title) <= width)
            texts.title = title;
        if (const std::string under = people + joint + texts.under;
            text_width(canvas, texts.alarm ? Face::bold : Face::text, under_size(frame), under) <= width)
            texts.under = under;
    } else if (const std::string title = texts.title + joint + people;
               text_width(canvas, Face::bold, title_size(frame), title) <= width) {
        texts.title = title;
    }
    return texts;
}

void draw_table(RunFrame& frame, const Rect& rect, std::size_t table, const TableNotes& notes) {
    const cafe::Session& session = frame.session();
    const Theme& theme = frame.theme();
    Canvas& canvas = frame.ui.canvas;
    const cafe::Table& it = session.tables[table];
    Rect inner = rect;
    const float mark_size = std::min(frame.px(42), rect.h - frame.px(14));
    const Rect left = inner.cut_left(mark_size + frame.px(18));
    const Point badge{left.x + mark_size / 2, left.centre().y};
    if (const auto question = question_of(session, cafe::round_for_room(session), it.id))
        mark(canvas, badge, mark_size, *question);
    else
        centred_number(canvas, std::to_string(table + 1), badge, mark_size * 0.5F, theme.muted);

    const std::string count = std::to_string(notes.count);
    const float count_px = frame.px(30);
    label_in(canvas, Face::bold, count_px, count, inner.cut_right(text_width(canvas, Face::bold, count_px, count) + 1),
             theme.ink, Align::right);
    inner.cut_right(frame.px(10));

    const TableWords texts = words_of(frame, table, notes, inner.w);
    // With names there are three lines where there is room; else the names show under the mouse.
    const bool three = !texts.names.empty() && rect.h >= frame.px(72);
    const float middle = rect.centre().y - (three ? frame.px(10) : 0);
    if (three)
        label_in(canvas, Face::text, under_size(frame), texts.names,
                 {inner.x, middle + frame.px(21), inner.w, frame.px(22)}, theme.muted);
    if (!texts.names.empty() && under_mouse(frame.ui, rect))
        memory_of(frame.ui).tip = {"run.table." + std::to_string(table + 1), texts.names, rect};
    label_in(canvas, Face::bold, title_size(frame), texts.title,
             {inner.x, middle - frame.px(23), inner.w, frame.px(24)}, theme.ink);
    label_in(canvas, texts.alarm ? Face::bold : Face::text, under_size(frame), texts.under,
             {inner.x, middle + frame.px(1), inner.w, frame.px(22)}, texts.alarm ? theme.alarm : theme.muted);
    note_item(canvas, "run.table." + std::to_string(table + 1), "row",
              texts.title + ", " + (texts.names.empty() ? "" : texts.names + ", ") + texts.under, rect, count);
    fill(canvas, {rect.x, rect.bottom() - 1, rect.w, 1}, theme.hairline);
}

void draw_tables(RunFrame& frame, const Rect& place) {
    const cafe::Session& session = frame.session();
    if (session.tables.empty()) {
        const TextBlock text =
            lay_out(frame.ui.canvas, Face::text, frame.px(16), frame.words()("run.no_tables"), place.w);
        text_item(frame.ui, "run.no_tables", text, {place.x, place.y}, frame.theme().muted);
        return;
    }
    const std::vector<TableNotes> notes = notes_by_table(session);
    frame.redraw_in = std::min(frame.redraw_in, 20.0);
    Scroll scroll(frame.ui, "run.tables", place);
    Rect row = scroll.content();
    row.h = std::floor(std::clamp(place.h / static_cast<float>(session.tables.size()), frame.px(54), frame.px(82)));
    for (std::size_t i = 0; i < session.tables.size(); ++i, row.y += row.h) draw_table(frame, row, i, notes[i]);
    scroll.content_ends_at(row.y);
}

void draw_last_ideas(RunFrame& frame, Rect place) {
    const cafe::Session& session = frame.session();
    Canvas& canvas = frame.ui.canvas;
    place.cut_top(heading(frame.ui, frame.words()("run.last_ideas"), {place.x, place.y}, place.w) + frame.px(4));
    const float height = frame.px(32);
    const cafe::Ideas& ideas = session.ideas;
    for (std::size_t i = 0; i < ideas.size() && place.h >= height; ++i) {
        const cafe::Idea& idea = ideas[ideas.size() - 1 - i];
        Rect row = place.cut_top(height);
        const Rect left = row.cut_left(frame.px(26));
        if (const auto question = cafe::index_of(session, idea.question))
            mark(canvas, {left.x + frame.px(8), left.centre().y}, frame.px(16), *question);
        label_in(canvas, Face::text, frame.px(16), idea.text, row, frame.theme().ink);
        note_item(canvas, "run.idea." + idea.id.value, "text", idea.text, row);
    }
    if (ideas.empty())
        label_in(canvas, Face::text, frame.px(16), frame.words()("run.no_ideas"), place.cut_top(height),
                 frame.theme().muted);
}

/// The way to the tables of the rounds to come, right in its place, where each person has a route.
void draw_seats_button(RunFrame& frame, const Rect& place) {
    const cafe::Session& session = frame.session();
    if (session.seating.companies.size() <= cafe::begun_rounds(session)) return;
    const std::string_view text = frame.words()("run.seats");
    ButtonOptions options{.look = ButtonLook::quiet, .key_hint = "Ctrl T"};
    const float title = text_width(frame.ui.canvas, Face::text, frame.px(15), frame.words()("run.tables"));
    float width = button_width(frame.ui, text, options);
    if (title + width + frame.px(10) > place.w) options.key_hint = {};
    width = button_width(frame.ui, text, options);
    if (button(frame.ui, "run.seats", {place.right() - width, place.y, width, place.h}, text, options))
        frame.state.seats = true;
}

} // namespace

void draw_run_tables(RunFrame& frame, const Rect& place) {
    Rect rest = place;
    rest.cut_top(frame.px(24));
    const auto step = frame.timer().step;
    if (step && frame.session().agenda[*step].kind == cafe::StepKind::plenary) {
        rest.cut_bottom(frame.px(12));
        const double again = draw_turns(frame.ui, rest, frame.view, "run", TurnKey::gives_word, frame.wishes);
        frame.redraw_in = std::min(frame.redraw_in, again);
        return;
    }
    const RepairDrawn repair =
        draw_repair(frame.ui, frame.view, rest, "run.repair", {.choices = 3, .names = 4, .lines = 3});
    if (repair.taken) frame.wish(cafe::ApplyPlan{frame.view.app.repair[*repair.taken].seating});
    if (repair.bottom > rest.y) rest.cut_top(repair.bottom - rest.y + frame.px(16));
    if (!frame.session().participants.empty()) {
        const std::string_view presence = frame.words()("run.presence");
        const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = "Ctrl P"};
        const float width = button_width(frame.ui, presence, options);
        if (button(frame.ui, "run.presence", {rest.right() - width, rest.y - frame.px(11), width, frame.px(36)},
                   presence, options))
            frame.state.presence = true;
        draw_seats_button(frame, {rest.x, rest.y - frame.px(11), rest.w - width - frame.px(4), frame.px(36)});
    }
    rest.cut_top(heading(frame.ui, frame.words()("run.tables"), {rest.x, rest.y}, rest.w) + frame.px(6));
    const float ideas = std::clamp(rest.h * 0.3F, frame.px(66), frame.px(164));
    const Rect last = rest.cut_bottom(ideas);
    rest.cut_bottom(frame.px(18));
    draw_tables(frame, rest);
    draw_last_ideas(frame, last);
}

void draw_run_miniature(RunFrame& frame, const Rect& place) {
    Canvas& canvas = frame.ui.canvas;
    const StageWindow& stage = frame.view.stage;
    Rect rest = place;
    Rect head = rest.cut_top(frame.px(34));
    rest.cut_bottom(frame.px(20));
    const float shape = stage.width / std::max(1.0F, stage.height);
    const float width = std::min(rest.w, rest.h * shape);
    const Rect picture{std::round(rest.centre().x - width / 2), std::round(rest.y), std::round(width),
                       std::round(width / shape)};
    if (picture.h < frame.px(36)) return; // nothing could be seen on it
    const std::string_view label = frame.words()(stage.full_screen ? "run.stage_window" : "run.stage_full_screen");
    const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = frame.words()("run.key.full_screen")};
    const Rect toggle = head.cut_right(button_width(frame.ui, label, options));
    if (stage.shown && button(frame.ui, "run.full_screen", toggle, label, options))
        frame.dispatch.ask(app::ToggleStageFullScreen{});
    label_in(canvas, Face::text, frame.px(15), frame.words()(stage.shown ? "run.stage" : "run.stage_hidden"), head,
             frame.theme().muted);

    Canvas small{canvas.list, canvas.fonts, theme_of(frame.view.app.preferences.stage_theme), canvas.words, nullptr};
    frame.redraw_in =
        std::min(frame.redraw_in, draw_stage_miniature(small, picture, frame.view, frame.state.miniature));
    outline(canvas, {picture.x - 1, picture.y - 1, picture.w + 2, picture.h + 2}, frame.theme().hairline, 0, 1);
    note_item(canvas, "run.miniature", "picture", frame.words()("run.stage"), picture, frame.state.miniature.scene);
}

} // namespace ronde::gui
