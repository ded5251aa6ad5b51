#pragma once
// What the person did in one window, in order, dealt out frame by frame. Dear ImGui looks at the state of keys and
// buttons once a frame and takes characters before keys; so a frame gets one change of a key or button at most, and
// nothing after it. Pure: knows neither GLFW nor Dear ImGui. Main thread.

#include "gui/keys.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ronde::platform {

/// The keys that text fields work with; letters are those of the layout.
enum class EditKey {
    left,
    right,
    up,
    down,
    home,
    end,
    del,
    backspace,
    enter,
    a,
    c,
    v,
    x,
    y,
    z,
};
inline constexpr std::size_t edit_key_count = 15;

enum class Motion { down, up };

struct Modifiers {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    friend bool operator==(const Modifiers&, const Modifiers&) = default;
};

/// A key that makes no character went down or up. Nothing in `press`: the panels need not know (up, a modifier).
struct KeyEvent {
    std::optional<EditKey> edit{};
    Motion motion = Motion::down;
    Modifiers modifiers{};
    std::optional<gui::KeyPress> press{};
    friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};
/// A character was made, without Ctrl and Alt.
struct CharacterEvent {
    char32_t character = 0;
    int position = -1; ///< as in gui::KeyPress
    friend bool operator==(const CharacterEvent&, const CharacterEvent&) = default;
};
struct MouseMoved {
    float x = 0;
    float y = 0;
    friend bool operator==(const MouseMoved&, const MouseMoved&) = default;
};
struct MouseButton {
    int button = 0;
    Motion motion = Motion::down;
    Modifiers modifiers{};
    friend bool operator==(const MouseButton&, const MouseButton&) = default;
};
struct MouseWheel {
    float x = 0;
    float y = 0;
    friend bool operator==(const MouseWheel&, const MouseWheel&) = default;
};
using InputEvent = std::variant<KeyEvent, CharacterEvent, MouseMoved, MouseButton, MouseWheel>;

/// What one frame gets.
struct FrameInput {
    std::vector<gui::KeyPress> keys{}; ///< for the panels
    std::u32string characters{};       ///< for the text field being edited
    std::optional<KeyEvent> key{};     ///< the one change of a key, after the characters
    std::optional<MouseButton> button{};
    std::optional<MouseMoved> moved{}; ///< the last place before `button`
    MouseWheel wheel{};
    Modifiers modifiers{};
    friend bool operator==(const FrameInput&, const FrameInput&) = default;
};

enum class Typing { no, yes }; ///< whether a text field is being edited as the frame begins

class InputQueue {
public:
    void add(const InputEvent& event) { m_events.push_back(event); }
    /// A key held down: text fields see it go up and down again.
    void add_repeat(const KeyEvent& event);
    [[nodiscard]] bool empty() const { return m_events.empty(); }

    /// The next frame's share. While nobody types, a character is a key press of its own frame and is not typed, so
    /// that a shortcut that gives a field the focus does not also write its letter.
    [[nodiscard]] FrameInput next(Typing typing);

private:
    std::deque<InputEvent> m_events;
    Modifiers m_modifiers;
};

} // namespace ronde::platform
