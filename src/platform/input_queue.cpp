#include "platform/input_queue.hpp"

namespace ronde::platform {

namespace {

enum class Frame { open, full };

gui::KeyPress press_of(const CharacterEvent& event) {
    if (event.character == U' ') return {.key = gui::Key::space};
    return {.key = gui::Key::character, .character = event.character, .position = event.position};
}

/// Puts one event into the frame, and says whether anything may follow it.
class Taker {
public:
    Taker(FrameInput& frame, Modifiers& modifiers, Typing typing)
        : m_frame(frame), m_modifiers(modifiers), m_typing(typing) {}

    Frame operator()(const KeyEvent& event) {
        m_modifiers = event.modifiers;
        if (event.press) m_frame.keys.push_back(*event.press);
        if (event.edit) m_frame.key = event;
        return event.press || event.edit ? Frame::full : Frame::open;
    }
    Frame operator()(const CharacterEvent& event) {
        m_frame.keys.push_back(press_of(event));
        if (m_typing == Typing::no) return Frame::full;
        m_frame.characters += event.character;
        return Frame::open;
    }
    Frame operator()(const MouseMoved& event) {
        m_frame.moved = event;
        return Frame::open;
    }
    Frame operator()(const MouseButton& event) {
        m_modifiers = event.modifiers;
        m_frame.button = event;
        return Frame::full;
    }
    Frame operator()(const MouseWheel& event) {
        m_frame.wheel.x += event.x;
        m_frame.wheel.y += event.y;
        return Frame::open;
    }

private:
    FrameInput& m_frame;
    Modifiers& m_modifiers;
    Typing m_typing;
};

} // namespace

void InputQueue::add_repeat(const KeyEvent& event) {
    if (event.edit) {
        KeyEvent up = event;
        up.motion = Motion::up;
        up.press.reset();
        m_events.emplace_back(up);
    }
    m_events.emplace_back(event);
}

FrameInput InputQueue::next(Typing typing) {
    FrameInput frame;
    while (!m_events.empty()) {
        // Characters typed before a modifier went down must not see it: the frame has one set of modifiers.
        const auto* key = std::get_if<KeyEvent>(&m_events.front());
        const bool modifiers_change = key != nullptr && key->modifiers != m_modifiers;
        if (modifiers_change && !frame.keys.empty()) break;
        const Frame state = std::visit(Taker(frame, m_modifiers, typing), m_events.front());
        m_events.pop_front();
        if (state == Frame::full) break;
    }
    frame.modifiers = m_modifiers;
    return frame;
}

} // namespace ronde::platform
