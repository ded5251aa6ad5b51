// The grid's cursor: how keys move it, answer, and find a place by its first letters.

#include "base/text.hpp"
#include "gui/opening_grid_parts.hpp"
#include "gui/opening_marks.hpp"

#include <algorithm>
#include <optional>

namespace ronde::gui {
namespace {

constexpr double letters_belong_together = 1.2; ///< seconds

/// 0–3 of the row of digits, by its place on the keyboard: AZERTY writes &, é, " there.
std::optional<int> digit_of(const KeyPress& key) {
    if (key.key != Key::character || key.ctrl || key.alt) return std::nullopt;
    int digit = key.position;
    if (digit < 0 && key.character >= U'0' && key.character <= U'9') digit = static_cast<int>(key.character - U'0');
    if (digit < 0 || digit > 3) return std::nullopt;
    return digit;
}

/// A letter as names are compared: small, without its accent; empty when it is none.
std::string letter_of(const KeyPress& key) {
    if (key.key != Key::character || key.ctrl || key.alt) return {};
    std::string text;
    base::append_utf8(text, key.character);
    const std::string letter = base::folded(text);
    const bool is_letter = !letter.empty() && (static_cast<unsigned char>(letter.front()) >= 0x80 ||
                                               (letter.front() >= 'a' && letter.front() <= 'z'));
    return is_letter ? letter : std::string{};
}

/// Whether a word of the name begins so.
bool begins_a_word(std::string_view name, std::string_view letters) {
    const std::string folded = base::folded(name);
    for (std::size_t at = folded.find(letters); at != std::string::npos; at = folded.find(letters, at + 1)) {
        if (at == 0) return true;
        const auto before = static_cast<unsigned char>(folded[at - 1]);
        const bool in_word = before >= 0x80 || (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
        // An elision ends in an apostrophe, straight or curly: its last byte is no letter's.
        if (!in_word || folded.substr(0, at).ends_with("’")) return true;
    }
    return false;
}

void seek(GridFrame& frame, const std::string& letter) {
    OpeningGridState& state = frame.state;
    const double now = frame.view.seconds;
    const bool goes_on = now - state.sought_at < letters_belong_together && !state.sought.empty();
    std::string letters = goes_on ? state.sought + letter : letter;
    const auto find = [&](std::size_t from) -> std::optional<std::size_t> {
        const std::size_t count = frame.reading.places.size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = (from + i) % count;
            const cafe::Organisation* it = cafe::find(frame.session, frame.reading.places[place]);
            if (it != nullptr && begins_a_word(it->name, letters)) return place;
        }
        return std::nullopt;
    };
    auto found = find(goes_on ? frame.cursor.place : frame.cursor.place + 1);
    if (!found && goes_on) {
        letters = letter; // the same letter again goes on to the next of its places
        found = find(frame.cursor.place + 1);
    }
    state.sought = letters;
    state.sought_at = now;
    if (found) go_to_cell(frame, {*found, frame.cursor.component});
}

/// After an answer: the cell to the right, at the end of the row the next place.
void go_on(GridFrame& frame) {
    GridCell cell = frame.cursor;
    if (++cell.component == frame.reading.components) {
        if (cell.place + 1 == frame.reading.places.size()) return;
        cell = {cell.place + 1, 0};
    }
    go_to_cell(frame, cell);
}

/// Takes the answer back; where there is none any more, the sentence.
void clear(GridFrame& frame) {
    if (frame.reading.at(frame.cursor.place, frame.cursor.component) != cafe::Answer::none) {
        give_answer(frame, cafe::Answer::none);
        return;
    }
    frame.state.why.clear();
    say_why(frame);
}

bool press_digit(GridFrame& frame, int digit) {
    if (frame.can == Enabled::no) return true;
    if (digit == 0) {
        clear(frame);
        return true;
    }
    give_answer(frame, opening_answers[static_cast<std::size_t>(digit - 1)]);
    go_on(frame);
    return true;
}

bool move(GridFrame& frame, Key key) {
    GridCell cell = frame.cursor;
    const std::size_t last_place = frame.reading.places.size() - 1;
    const std::size_t last_component = frame.reading.components - 1;
    switch (key) {
    case Key::left: cell.component -= cell.component > 0 ? 1 : 0; break;
    case Key::right: cell.component = std::min(cell.component + 1, last_component); break;
    case Key::up: cell.place -= cell.place > 0 ? 1 : 0; break;
    case Key::down: cell.place = std::min(cell.place + 1, last_place); break;
    case Key::home: cell.component = 0; break;
    case Key::end: cell.component = last_component; break;
    default: return false;
    }
    go_to_cell(frame, cell);
    return true;
}

/// A key while the grid has the focus; true when it was the grid's.
bool press(GridFrame& frame, const KeyPress& key) {
    if (key.ctrl || key.alt) return false;
    if (const auto digit = digit_of(key)) return press_digit(frame, *digit);
    if (move(frame, key.key)) return true;
    switch (key.key) {
    case Key::backspace:
    case Key::del:
        if (frame.can == Enabled::yes) clear(frame);
        return true;
    case Key::enter:
        if (frame.can == Enabled::no) return true;
        focus_by_key(frame.ui, "opening.why");
        frame.ui.focus.typing = true; // the next frame's characters are typed, though the field is not drawn yet
        return true;
    case Key::escape:
        if (frame.view.stage.full_screen) return false; // the stage's first
        give_focus(frame.ui, {});
        return true;
    case Key::character: break;
    default: return false;
    }
    const std::string letter = letter_of(key);
    if (letter.empty()) return false;
    seek(frame, letter);
    return true;
}

/// A key while nothing has the focus: it brings the focus here.
bool bring_here(GridFrame& frame, const KeyPress& key) {
    if (!frame.ui.focus.id.empty()) return false;
    const bool plain = !key.ctrl && !key.alt;
    if (plain && (key.key == Key::up || key.key == Key::down)) {
        focus_by_key(frame.ui, opening_grid_id);
        frame.moved = true;
        return true;
    }
    const auto digit = digit_of(key);
    if (!digit || *digit == 0) return false;
    focus_by_key(frame.ui, opening_grid_id);
    return press_digit(frame, *digit);
}

} // namespace

void find_cursor(GridFrame& frame) {
    const auto& components = frame.session.opening.components;
    const auto place = std::ranges::find(frame.reading.places, frame.state.place);
    const auto component = std::ranges::find(components, frame.state.component, &cafe::Component::id);
    frame.cursor = {};
    if (place != frame.reading.places.end())
        frame.cursor.place = static_cast<std::size_t>(place - frame.reading.places.begin());
    if (component != components.end())
        frame.cursor.component = static_cast<std::size_t>(component - components.begin());
}

void go_to_cell(GridFrame& frame, const GridCell& cell) {
    frame.cursor = cell;
    frame.state.place = frame.reading.places[cell.place];
    frame.state.component = frame.session.opening.components[cell.component].id;
    frame.moved = true;
}

std::string cell_words(const GridFrame& frame) {
    const cafe::Organisation* it = cafe::find(frame.session, frame.reading.places[frame.cursor.place]);
    const std::string& component = frame.session.opening.components[frame.cursor.component].text;
    return (it == nullptr ? std::string{} : it->name) + std::string(frame.words()("opening.joint")) + component;
}

void give_answer(GridFrame& frame, cafe::Answer answer) {
    if (frame.can == Enabled::no) return;
    cafe::OpeningAnswer given{.organisation = frame.reading.places[frame.cursor.place],
                              .component = frame.session.opening.components[frame.cursor.component].id};
    if (const auto* before = cafe::answer_of(frame.session, given.organisation, given.component)) given = *before;
    if (given.answer == answer) return;
    given.answer = answer;
    frame.wishes.push_back(cafe::AnswerOpening{std::move(given)});
}

void say_why(GridFrame& frame) {
    leave_opening_grid(frame.view, frame.state, frame.wishes);
}

void leave_opening_grid(const View& view, OpeningGridState& state, std::vector<cafe::Deed>& wishes) {
    if (!view.writable() || state.why_place.empty() || state.cafe != view.session().id) return;
    cafe::OpeningAnswer said{.organisation = state.why_place, .component = state.why_component};
    if (const auto* before = cafe::answer_of(view.session(), said.organisation, said.component)) said = *before;
    const std::string why{base::trimmed(state.why)};
    state.why_place = {};
    if (said.why == why || cafe::find(view.session(), said.component) == nullptr) return;
    said.why = why;
    wishes.push_back(cafe::AnswerOpening{std::move(said)});
}

void take_up_why(GridFrame& frame) {
    OpeningGridState& state = frame.state;
    const cafe::OrganisationId& place = frame.reading.places[frame.cursor.place];
    const cafe::ComponentId& component = frame.session.opening.components[frame.cursor.component].id;
    const cafe::OpeningAnswer* said = cafe::answer_of(frame.session, place, component);
    state.why_place = place;
    state.why_component = component;
    // What was just said is on its way: it is seen in the session from the next frame on.
    if (frame.wishes.empty()) state.why = said == nullptr ? std::string{} : said->why;
}

void take_grid_keys(GridFrame& frame) {
    if (frame.ui.focus.typing || !frame.ui.blocked_by.empty()) return;
    const bool has_focus = frame.ui.focus.id == opening_grid_id;
    std::vector<KeyPress> left;
    for (const KeyPress& key : std::exchange(frame.ui.keys, {}))
        if (!(has_focus ? press(frame, key) : bring_here(frame, key))) left.push_back(key);
    frame.ui.keys.insert(frame.ui.keys.begin(), left.begin(), left.end());
    if (frame.moved && frame.ui.focus.id != "opening.why") take_up_why(frame);
}

} // namespace ronde::gui
