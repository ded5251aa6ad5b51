#pragma once
// What the screen of a list is made of. A part of prepare_import.cpp; nothing else uses it.

#include "gui/prepare_parts.hpp"

#include <string_view>

namespace ronde::gui {

/// Text in a width of `area`; returns where it ends.
float paragraph(const PrepareFrame& frame, std::string_view id, std::string_view text, const Rect& area, Colour colour,
                float size = 15);

/// A row of buttons from the left.
class Buttons {
public:
    Buttons(const PrepareFrame& frame, Point at) : m_frame(frame), m_at(at) {}
    bool press(std::string_view id, std::string_view text, const ButtonOptions& options = {}) {
        const float height =
            options.look == ButtonLook::chip ? button_height(m_frame.ui, ButtonLook::chip) : m_frame.px(small_button);
        const Rect rect{m_at.x, m_at.y, button_width(m_frame.ui, text, options), height};
        m_at.x = rect.right() + m_frame.px(10);
        return button(m_frame.ui, id, rect, text, options);
    }

private:
    const PrepareFrame& m_frame;
    Point m_at;
};

/// The lines that will not be taken, then what there is to look at in the others; all of them, and a copy, by a button.
float draw_import_troubles(const PrepareFrame& frame, const app::PeopleList& list, const Rect& area);

} // namespace ronde::gui
