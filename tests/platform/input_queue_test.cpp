#include "platform/input_queue.hpp"

#include "compat/catch.hpp"

#include <string>
#include <vector>

using namespace ronde;
using namespace ronde::platform;

namespace {

KeyEvent enter(Motion motion) {
    KeyEvent event{.edit = EditKey::enter, .motion = motion};
    if (motion == Motion::down) event.press = gui::KeyPress{.key = gui::Key::enter};
    return event;
}

void type(InputQueue& queue, const std::u32string& text) {
    for (const char32_t c : text) queue.add(CharacterEvent{c});
}

/// A text field as Dear ImGui's works: in a frame, first the characters, then Enter when it has just gone down.
struct Field {
    bool enter_was_down = false;
    std::u32string text{};
    std::vector<std::u32string> notes{};

    void frame(const FrameInput& input) {
        text += input.characters;
        if (!input.key) return;
        const bool down = input.key->motion == Motion::down;
        if (down && !enter_was_down) {
            notes.push_back(text);
            text.clear();
        }
        enter_was_down = down;
    }
};

} // namespace

TEST_CASE("input queue: fifty notes typed between two frames are fifty notes") {
    InputQueue queue;
    for (int i = 0; i < 50; ++i) {
        type(queue, U"idée no " + std::u32string(1, U'A' + static_cast<char32_t>(i)));
        queue.add(enter(Motion::down));
        queue.add(enter(Motion::up));
    }
    Field field;
    int frames = 0;
    for (; !queue.empty(); ++frames) field.frame(queue.next(Typing::yes));
    REQUIRE(field.notes.size() == 50);
    CHECK(field.notes.front() == U"idée no A");
    CHECK(field.notes.back() == U"idée no " + std::u32string(1, U'A' + 49));
    CHECK(field.text.empty());
    CHECK(frames == 100);
}

TEST_CASE("input queue: a held Enter repeats for a text field") {
    InputQueue queue;
    queue.add(enter(Motion::down));
    queue.add_repeat(enter(Motion::down));
    queue.add_repeat(enter(Motion::down));
    Field field;
    while (!queue.empty()) field.frame(queue.next(Typing::yes));
    CHECK(field.notes.size() == 3);
}

TEST_CASE("input queue: while nobody types, a letter is a shortcut of its own frame and is not typed") {
    InputQueue queue;
    type(queue, U"mb");
    const FrameInput first = queue.next(Typing::no);
    CHECK(first.characters.empty());
    REQUIRE(first.keys.size() == 1);
    CHECK(first.keys[0].character == U'm');
    // The first letter gave a field the focus: what follows is typed into it.
    const FrameInput second = queue.next(Typing::yes);
    CHECK(second.characters == U"b");
    CHECK(queue.empty());
}

TEST_CASE("input queue: a character says whether its key is a digit's, as AZERTY's & is the first") {
    InputQueue queue;
    queue.add(CharacterEvent{U'&', 1});
    queue.add(CharacterEvent{U'a'});
    CHECK(queue.next(Typing::no).keys ==
          std::vector<gui::KeyPress>{{.key = gui::Key::character, .character = U'&', .position = 1}});
    CHECK(queue.next(Typing::no).keys ==
          std::vector<gui::KeyPress>{{.key = gui::Key::character, .character = U'a', .position = -1}});
}

TEST_CASE("input queue: a space is the key Space to the panels and a space to a text field") {
    InputQueue queue;
    type(queue, U" ");
    const FrameInput frame = queue.next(Typing::yes);
    CHECK(frame.characters == U" ");
    REQUIRE(frame.keys.size() == 1);
    CHECK(frame.keys[0].key == gui::Key::space);
}

TEST_CASE("input queue: press and release of a button are seen in two frames, each at its place") {
    InputQueue queue;
    queue.add(MouseMoved{10, 10});
    queue.add(MouseMoved{20, 20});
    queue.add(MouseButton{.motion = Motion::down});
    queue.add(MouseMoved{300, 20});
    queue.add(MouseButton{.motion = Motion::up});
    const FrameInput down = queue.next(Typing::no);
    CHECK(down.moved == MouseMoved{20, 20});
    REQUIRE(down.button);
    CHECK(down.button->motion == Motion::down);
    const FrameInput up = queue.next(Typing::no);
    CHECK(up.moved == MouseMoved{300, 20});
    REQUIRE(up.button);
    CHECK(up.button->motion == Motion::up);
    CHECK(queue.empty());
}

TEST_CASE("input queue: wheel turns add up, and modifiers are those of the last event") {
    InputQueue queue;
    queue.add(MouseWheel{0, 1});
    queue.add(MouseWheel{0, 2});
    queue.add(KeyEvent{.modifiers = {.ctrl = true}});
    const FrameInput frame = queue.next(Typing::no);
    CHECK(frame.wheel == MouseWheel{0, 3});
    CHECK(frame.modifiers.ctrl);
    CHECK(queue.next(Typing::no).modifiers.ctrl);
}

TEST_CASE("input queue: characters typed before Ctrl went down do not see it") {
    InputQueue queue;
    type(queue, U"ab");
    KeyEvent undo{.edit = EditKey::z, .modifiers = {.ctrl = true}};
    queue.add(KeyEvent{.modifiers = {.ctrl = true}});
    queue.add(undo);
    const FrameInput letters = queue.next(Typing::yes);
    CHECK(letters.characters == U"ab");
    CHECK_FALSE(letters.modifiers.ctrl);
    const FrameInput chord = queue.next(Typing::yes);
    REQUIRE(chord.key);
    CHECK(chord.key->edit == EditKey::z);
    CHECK(chord.modifiers.ctrl);
}
