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

    [[nodiscard]] Face face() const { return alarm ? Face::bold : Face::text; }
};

/// Puts how many they are behind the title where that has room, else under it.
void add_people(RunFrame& frame, TableWords& texts, long people, float width) {
    const std::string joint{frame.words()("run.joint")};
    const std::string many = frame.words().count("run.people", people);
    std::string title = texts.title + joint + many;
    if (text_width(frame.ui.canvas, Face::bold, title_size(frame), title) <= width)
        texts.title = std::move(title);
    else
        texts.under = many + joint + texts.under;
}

/// Who sits there and how they note.
TableWords words_of(RunFrame& frame, std::size_t table, const TableNotes& notes, float width) {
    const cafe::Session& session = frame.session();
    const Silence silence = silence_of(frame, notes);
    TableWords texts{.under = silence.words, .alarm = silence.alarm};
    const cafe::Table& it = session.tables[table];
    const std::string table_name =
        it.name.empty() ? frame.words()("run.table", {{"n", std::to_string(table + 1)}}) : it.name;
    const int round = cafe::round_for_room(session);
    texts.title = table_name;
    if (round > 0 && static_cast<std::size_t>(round) <= session.seating.companies.size()) {
        const auto people = cafe::people_at(session, round, it.id);
        texts.names = names_text(frame.words(), session, people);
        add_people(frame, texts, static_cast<long>(people.size()), width);
        return texts;
    }
    const cafe::Group* group = cafe::find(session, cafe::group_at(session, round, it.id));
    if (group == nullptr) return texts;
    texts.title = group->name;
    if (session.tables.size() > session.questions.size()) {
        // Several tables a question: the mark alone does not say which one.
        const std::string joint{frame.words()("run.joint")};
        if (const std::string title = texts.title + joint + table_name;
            text_width(frame.ui.canvas, Face::bold, title_size(frame), title) <= width)
            texts.title = title;
        texts.under = frame.words().count("run.people", cafe::size_of(*group)) + joint + texts.under;
    } else {
        add_people(frame, texts, cafe::size_of(*group), width);
    }
    return texts;
}

/// Where things stand in a table's row.
struct TableLayout {
    float mark = 0;
    float gap = 0;   ///< after the mark
    float count = 0; ///< the width of the number of notes
    float width = 0; ///< of the words
};

constexpr float count_units = 30;

TableLayout table_layout(const RunFrame& frame, float width, const std::vector<TableNotes>& notes) {
    const bool narrow = width < frame.px(300);
    TableLayout layout{.mark = frame.px(narrow ? 34 : 42), .gap = frame.px(narrow ? 12 : 18)};
    for (const TableNotes& of_table : notes)
        layout.count = std::max(
            layout.count,
            text_width(frame.ui.canvas, Face::bold, frame.px(count_units), std::to_string(of_table.count)) + 1);
    layout.width = std::max(1.0F, width - layout.mark - layout.gap - layout.count - frame.px(10));
    return layout;
}

/// What stands under a table's name: in several lines rather than cut.
TextBlock under_block(RunFrame& frame, const TableWords& texts, float width) {
    return lay_out(frame.ui.canvas, texts.face(), under_size(frame), texts.under, width, 3);
}

float table_height(RunFrame& frame, const TableWords& texts, const TableLayout& layout, float least) {
    const TextBlock under = under_block(frame, texts, layout.width);
    return std::max(least, std::ceil(frame.px(24 + 10) + under.height));
}

void draw_table(RunFrame& frame, const Rect& rect, std::size_t table, const TableWords& texts, long notes,
                const TableLayout& layout) {
    const cafe::Session& session = frame.session();
    const Theme& theme = frame.theme();
    Canvas& canvas = frame.ui.canvas;
    const std::string id = "run.table." + std::to_string(table + 1);
    Rect inner = rect;
    const Rect left = inner.cut_left(layout.mark + layout.gap);
    const Point badge{left.x + layout.mark / 2, left.centre().y};
    if (const auto question = question_of(session, cafe::round_for_room(session), session.tables[table].id))
        mark(canvas, badge, layout.mark, *question);
    else
        centred_number(canvas, std::to_string(table + 1), badge, layout.mark * 0.5F, theme.muted);
    const std::string count = std::to_string(notes);
    label_in(canvas, Face::bold, frame.px(count_units), count, inner.cut_right(layout.count), theme.ink, Align::right);
    inner.w = layout.width;

    // The names have a line where there is room; else they show under the mouse.
    const TextBlock under = under_block(frame, texts, layout.width);
    const float title = frame.px(24);
    const float said = std::max(frame.px(22), under.height + frame.px(3));
    const float named = texts.names.empty() || title + said + frame.px(22 + 4) > rect.h ? 0 : frame.px(22);
    float y = rect.centre().y - (title + said + named) / 2;
    cut_label(frame.ui, id, Face::bold, title_size(frame), texts.title, {inner.x, y, inner.w, title}, theme.ink);
    y += title;
    draw(canvas, under, {inner.x, y + (said - under.height) / 2}, texts.alarm ? theme.alarm : theme.muted);
    y += said;
    if (named > 0)
        label_in(canvas, Face::text, under_size(frame), texts.names, {inner.x, y, inner.w, named}, theme.muted);
    if (!texts.names.empty() && under_mouse(frame.ui, rect)) memory_of(frame.ui).tip = {id, texts.names, rect};
    note_item(canvas, id, "row", texts.title + ", " + (texts.names.empty() ? "" : texts.names + ", ") + texts.under,
              rect, count);
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
    const float least =
        std::floor(std::clamp(place.h / static_cast<float>(session.tables.size()), frame.px(54), frame.px(82)));
    const TableLayout layout = table_layout(frame, row.w, notes);
    for (std::size_t i = 0; i < session.tables.size(); ++i, row.y += row.h) {
        const TableWords texts = words_of(frame, i, notes[i], layout.width);
        row.h = table_height(frame, texts, layout, least);
        draw_table(frame, row, i, texts, notes[i].count, layout);
    }
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

/// Over the tables: what they are, and the ways to who is there and to the tables of the rounds to come, where each
/// person has a route. Where there is less room the keys go, then the heading.
void draw_head(RunFrame& frame, Rect row) {
    Ui& ui = frame.ui;
    const cafe::Session& session = frame.session();
    const std::string_view title = frame.words()("run.tables");
    const float titled = text_width(ui.canvas, Face::text, frame.px(15), title) + frame.px(10);
    const bool presence = !session.participants.empty();
    const bool seats = presence && session.seating.companies.size() > cafe::begun_rounds(session);
    const std::string_view to_presence = frame.words()("run.presence");
    const std::string_view to_seats = frame.words()("run.seats");
    ButtonOptions options{.look = ButtonLook::quiet, .key_hint = "Ctrl T"};
    std::string_view presence_key = "Ctrl P";
    const auto wide = [&] {
        const ButtonOptions other{.look = ButtonLook::quiet, .key_hint = presence_key};
        return (presence ? button_width(ui, to_presence, other) : 0) +
               (seats ? button_width(ui, to_seats, options) + frame.px(4) : 0);
    };
    if (titled + wide() > row.w) options.key_hint = {};
    if (titled + wide() > row.w) presence_key = {};
    const bool with_title = titled + wide() <= row.w;
    if (presence) draw_presence_button(frame, row, presence_key);
    if (seats) {
        row.cut_right(frame.px(4));
        if (button(ui, "run.seats", row.cut_right(button_width(ui, to_seats, options)), to_seats, options))
            frame.state.seats = true;
    }
    if (!with_title) return;
    row.w = std::min(row.w, titled);
    label_in(ui.canvas, Face::text, frame.px(15), title, row, frame.theme().muted);
    note_item(ui.canvas, "run.heading.tables", "text", title, row);
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
    draw_head(frame, {rest.x, rest.y - frame.px(11), rest.w, frame.px(36)});
    rest.cut_top(frame.px(28));
    const bool low = rest.h < frame.px(300); // the tables have it all
    const Rect last = rest.cut_bottom(low ? 0 : std::clamp(rest.h * 0.3F, frame.px(66), frame.px(164)));
    rest.cut_bottom(frame.px(18));
    draw_tables(frame, rest);
    if (!low) draw_last_ideas(frame, last);
}

void draw_presence_button(RunFrame& frame, Rect& row, std::string_view key_hint) {
    if (frame.session().participants.empty()) return;
    const std::string_view text = frame.words()("run.presence");
    const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = key_hint};
    const Rect place = row.cut_right(button_width(frame.ui, text, options));
    if (button(frame.ui, "run.presence", place, text, options)) frame.state.presence = true;
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
    const bool black = frame.session().stage.screen == cafe::Screen::black;
    const std::string_view says = frame.words()(!stage.shown ? "run.stage_hidden"
                                                : black      ? "run.stage_black"
                                                             : "run.stage");
    const Face face = stage.shown && black ? Face::bold : Face::text;
    ButtonOptions options{.look = ButtonLook::quiet, .key_hint = frame.words()("run.key.full_screen")};
    if (text_width(canvas, face, frame.px(15), says) + button_width(frame.ui, label, options) > head.w)
        options.key_hint = {};
    if (stage.shown) {
        const Rect toggle = head.cut_right(button_width(frame.ui, label, options));
        if (button(frame.ui, "run.full_screen", toggle, label, options))
            frame.dispatch.ask(app::ToggleStageFullScreen{});
    }
    cut_label(frame.ui, "run.stage", face, frame.px(15), says, head,
              face == Face::bold ? frame.theme().ink : frame.theme().muted);
    note_item(canvas, "run.stage", "text", says, head, black ? "black" : "");

    Canvas small{canvas.list, canvas.fonts, theme_of(frame.view.app.preferences.stage_theme), canvas.words, nullptr};
    frame.redraw_in =
        std::min(frame.redraw_in, draw_stage_miniature(small, picture, frame.view, frame.state.miniature));
    outline(canvas, {picture.x - 1, picture.y - 1, picture.w + 2, picture.h + 2}, frame.theme().hairline, 0, 1);
    note_item(canvas, "run.miniature", "picture", frame.words()("run.stage"), picture, frame.state.miniature.scene);
}

} // namespace ronde::gui
