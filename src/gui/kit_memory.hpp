#pragma once
// What the kit keeps from frame to frame for one window. Internal to the kit; main thread.

#include "gui/kit.hpp"
#include "gui/text_editor.hpp"

#include <map>

namespace ronde::gui {

class Scroll;

struct KitMemory {
    std::string pressed{};           ///< the widget that the mouse button went down on
    std::vector<std::string> rows{}; ///< of this frame, in order
    std::vector<std::string> rows_before{};
    std::string dialog{};        ///< drawn in this frame
    std::string dialog_before{}; ///< drawn in the last one: what lies under it does not answer
    std::string typed_into{};    ///< the field that a question came over while it was being typed in
    std::u32string typed_over{}; ///< what was typed meanwhile: that field's, once the question is answered
    bool clicked_a_widget = false;
    bool reveal = false; ///< the focus moved by keys: bring its widget into view
    int unseen = 0;      ///< frames since the focused widget was last drawn

    struct Scrolled {
        float offset = 0;
        float wanted = -1; ///< where it should go, once its height is known; negative: stay
        float content = 0;
        float grabbed = 0; ///< of the bar, while it is dragged
    };
    std::map<std::string, Scrolled, std::less<>> scrolls{};
    std::vector<Scroll*> open_scrolls{};

    struct Editing {
        std::string id{};
        TextEditor editor{};
        float scroll_x = 0;
        float scroll_y = 0;
        float column = -1; ///< the x that Up and Down keep to; negative: the cursor's
        bool dragging = false;
        bool changed = false; ///< since it took the focus or was submitted
    };
    Editing editing{};
    std::map<std::string, std::string, std::less<>> drafts{}; ///< of edit_field, by id

    struct Tip {
        std::string id{};
        std::string text{};
        Rect rect{};
    };
    Tip tip{};

    Drag candidate{}; ///< pressed, not moved far enough yet
    Point candidate_at{};
    std::string drag_name{};      ///< what is carried
    std::string drag_label{};     ///< what is said of it in this frame: its name, unless something it is over says more
    bool field_has_focus = false; ///< drawn in this frame, with the focus
};

[[nodiscard]] KitMemory& memory_of(Ui& ui);

/// What a widget learns when it announces itself.
struct WidgetState {
    bool hovered = false;
    bool focused = false;
    bool clicked = false; ///< pressed and let go on it
    bool pressed = false;
};

struct WidgetInfo {
    std::string_view id;
    std::string_view role;
    std::string_view label;
    std::string_view value;
    Enabled enabled = Enabled::yes;
};

/// Writes the widget down, puts it into the order of Tab, and says what the mouse does to it.
WidgetState announce(Ui& ui, const WidgetInfo& widget, const Rect& rect);

/// Whether the mouse is on it: not under a dialog, not outside what is visible.
[[nodiscard]] bool under_mouse(Ui& ui, const Rect& rect);

/// The ring that shows where the keyboard is.
void focus_ring(Ui& ui, const Rect& rect, float radius);

} // namespace ronde::gui
