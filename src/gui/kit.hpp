#pragma once
// The control window's widgets in Ronde's look: buttons, tabs, fields, rows, scrolling places, dialogs. Each takes a
// rectangle and a stable id, writes itself into the UI map, and can be reached with Tab and worked with Enter (Space is
// the clock's). Of ImGui they use the mouse, the typed characters and the clipboard, never a window or a widget. In one
// frame the typed characters come before the keys. Main thread, within a frame.

#include "gui/canvas.hpp"
#include "gui/keys.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::gui {

struct KitMemory;

/// Where the keyboard is; lives from frame to frame, one a window.
struct Focus {
    std::string id{};                    ///< the widget that has it; empty: none
    std::vector<std::string> order{};    ///< of this frame, for Tab
    std::vector<std::string> before{};   ///< of the last frame
    bool take = false;                   ///< `id` was just given the focus: a field starts editing
    bool typing = false;                 ///< a text field is being edited
    bool by_keys = false;                ///< it came there by a key: a ring shows where it is
    std::shared_ptr<KitMemory> memory{}; ///< the kit's own: what is pressed, scrolled, being edited
};

/// What is carried with the mouse from one widget to another.
struct Drag {
    std::string kind{};
    std::string id{};
    bool active = false;
};

/// One frame of a window that takes input.
struct Ui {
    Canvas canvas;
    Focus& focus;
    Drag& drag;
    std::vector<KeyPress>& keys; ///< not used yet by anyone in this frame; whoever uses one takes it out
    float unit = 1;              ///< pixels a unit: the mock-ups' pixels times the window's scale
    std::string blocked_by{};    ///< a dialog's id: widgets outside it are drawn but do not answer

    [[nodiscard]] float px(float units) const { return units * unit; }
};

/// Around everything that takes input in a frame: draw_control does it, a test of one panel does it itself.
/// The end moves the focus with Tab, and draws what lies over the rest: what is carried, and tips.
void begin_frame(Ui& ui);
void end_frame(Ui& ui);

/// Gives the keyboard to a widget from the next frame on (or this one, when it is drawn later).
void give_focus(Ui& ui, std::string_view id);

/// The same for a field: what is typed in the next frame is typed into it, wherever in this frame it is drawn.
void type_into(Ui& ui, std::string_view field);

/// The same because of a key: the widget comes into view and shows its ring.
void focus_by_key(Ui& ui, std::string_view id);

/// Takes a key out of the frame's keys; true when it was there.
[[nodiscard]] bool take_key(Ui& ui, const KeyPress& key);

/// Takes the letter that is an action's key, large or small: while nobody types and nothing lies over the panel.
[[nodiscard]] bool take_letter(Ui& ui, char32_t lower);

enum class ButtonLook {
    plain,   ///< surface with a hairline
    primary, ///< ink; one a place
    quiet,   ///< words only
    link,    ///< words only, underlined
    chip,    ///< small; selected: ink
};
enum class Enabled { no, yes };
enum class Selected { no, yes };

struct ButtonOptions {
    ButtonLook look = ButtonLook::plain;
    std::string_view key_hint{}; ///< shown small beside the label, e.g. "espace"
    Enabled enabled = Enabled::yes;
    Selected selected = Selected::no;
    char32_t icon = 0;
    std::string_view role = "button";
    std::string_view value{};
    Align align = Align::centre;
    std::string_view tip{}; ///< shown when the mouse rests on it; names a button that has no words
};

/// True in the frame in which it was clicked, or Enter was pressed while it had the focus.
[[nodiscard]] bool button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                          const ButtonOptions& options = {});

/// The width that a button with these words wants, at the usual height (button_height).
[[nodiscard]] float button_width(Ui& ui, std::string_view label, const ButtonOptions& options = {});
[[nodiscard]] float button_height(const Ui& ui, ButtonLook look = ButtonLook::plain);

/// One of the window's places, in the bar on top.
[[nodiscard]] bool place_tab(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, Selected selected,
                             std::string_view key_hint = {});

/// Chips of which one is chosen; returns the new choice when it changed. `ids[i]` are whole ids.
[[nodiscard]] std::optional<std::size_t> choice(Ui& ui, std::vector<std::string> ids,
                                                const std::vector<std::string_view>& labels, std::size_t chosen,
                                                const Rect& rect);

/// How high `choice` is in that width: chips that do not fit go into further rows.
[[nodiscard]] float choice_height(Ui& ui, const std::vector<std::string_view>& labels, float width);

enum class FieldLook {
    framed, ///< surface, hairline; ink border while it has the focus
    plain,  ///< no frame until it has the focus: cells of tables, titles
};
enum class Lines { one, many };
struct FieldOptions {
    std::string_view hint{};
    std::string_view label{}; ///< for the UI map; the words beside the field are drawn by the panel
    FieldLook look = FieldLook::framed;
    Lines lines = Lines::one; ///< many: Enter submits, Shift+Enter or Ctrl+Enter breaks the line, it wraps
    Face face = Face::text;
    float size = 15; ///< units
    Enabled enabled = Enabled::yes;
    std::string_view right_hint{}; ///< inside, at the right end: "Entrée pour noter"
    float side = 0;                ///< units of room before and after the text; 0: the usual
    char32_t pasted_tab = U' ';    ///< what a tab in a pasted text becomes: a table's columns
    bool submit_on_leave = false;  ///< Tab or a click elsewhere submits what was changed
};
enum class FieldEvent {
    none,
    changed,
    submitted, ///< Enter (or leaving it, with submit_on_leave, when changed)
    escaped,   ///< Esc: the text stays as typed, the focus goes
};

/// A text field on `text` (UTF-8, any plane). Ctrl+Z undoes the typing; in an empty field the key is left to others.
/// The text is the caller's: it is never lost by Esc, a change of tab or a frame in which the field is not drawn.
FieldEvent text_field(Ui& ui, std::string_view id, const Rect& rect, std::string& text,
                      const FieldOptions& options = {});

/// A field that edits a value living elsewhere: keeps a draft while it has the focus, and returns the new text once
/// when it is submitted or left changed. `current` is shown otherwise.
[[nodiscard]] std::optional<std::string> edit_field(Ui& ui, std::string_view id, const Rect& rect,
                                                    std::string_view current, const FieldOptions& options = {});

/// The height in which a field of that width shows its text whole, up to `most_lines` rows; then it scrolls.
[[nodiscard]] float field_height(Ui& ui, std::string_view text, float width, std::size_t most_lines,
                                 const FieldOptions& options = {});

/// A selectable row of a list: ground, click, focus, Up and Down to its neighbours. Draw its content on top afterwards.
struct RowOptions {
    Selected selected = Selected::no;
    std::string_view label{};
    std::string_view value{};
    std::string_view role = "row";
    bool ink_when_selected = true; ///< else the surface colour
};
[[nodiscard]] bool row(Ui& ui, std::string_view id, const Rect& rect, const RowOptions& options = {});

/// A place that scrolls when its content is taller: draw between begin and end; widgets outside the view still exist
/// for Tab, and the focused one is brought into view.
class Scroll {
public:
    Scroll(Ui& ui, std::string_view id, const Rect& view);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    /// Where the content starts: x and w of the view (less the bar's width), y moved by the scrolling.
    [[nodiscard]] Rect content() const { return m_content; }
    /// Tells how tall the content was, from content().y; call before the end.
    void content_ends_at(float y) { m_end = y; }
    void to_bottom();                 ///< follow the last line, as a list of notes does
    void into_view(const Rect& rect); ///< of something drawn inside
    /// So much at the top is covered by a head that stays: what comes into view does so below it. Until the end.
    void keep_top(float height) { m_covered = height; }

private:
    Ui& m_ui;
    std::string m_id;
    Rect m_view;
    Rect m_content;
    float m_end = 0;
    float m_covered = 0;
    bool m_to_bottom = false;
};

/// Mouse dragging: the source's rectangle can be picked up; a target returns the id that was dropped on it.
void drag_source(Ui& ui, std::string_view kind, std::string_view id, const Rect& rect, std::string_view label);
[[nodiscard]] std::optional<std::string> drop_target(Ui& ui, std::string_view kind, const Rect& rect);

/// What lies under a panel is covered with this: it is still there, and draws no eye.
[[nodiscard]] Colour veil_of(const Theme& theme);

/// A panel in the middle of the window, over the rest: while it is there, what lies under it is drawn and does not
/// answer. Draw its content between begin and end. Tab finds only what is on it.
class Overlay {
public:
    Overlay(Ui& ui, std::string_view id, const Rect& window, float width, float height);
    ~Overlay();
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;

    [[nodiscard]] Rect panel() const { return m_panel; }
    [[nodiscard]] bool is_new() const { return m_is_new; } ///< it was not there in the last frame
    void close(); ///< it will not be drawn again: what lies under it answers from the next frame on

private:
    Ui& m_ui;
    std::string m_blocked_by;
    Rect m_panel;
    bool m_is_new = false;
};

/// A question to the person, in the middle of the window, over the rest; Esc is the last choice (which changes
/// nothing). Returns the choice's index once. `choices[i]` are {id suffix, label}; the first is the primary one.
struct DialogChoice {
    std::string_view id;
    std::string_view label;
};
[[nodiscard]] std::optional<std::size_t> dialog(Ui& ui, std::string_view id, const Rect& window, std::string_view title,
                                                std::string_view text, const std::vector<DialogChoice>& choices);

/// A muted heading over a list, as in the mock-ups. Returns its height.
float heading(Ui& ui, std::string_view text, Point top_left, float width);

/// label_in; what is cut is said whole while the mouse rests on it.
float cut_label(Ui& ui, std::string_view id, Face face, float px, std::string_view text, const Rect& rect,
                Colour colour, Align align = Align::left);

/// Text drawn and written down in the UI map with the role "text".
void text_item(Ui& ui, std::string_view id, const TextBlock& block, Point top_left, Colour colour,
               Align align = Align::left, float width = 0);

} // namespace ronde::gui
