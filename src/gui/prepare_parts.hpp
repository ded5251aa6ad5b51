#pragma once
// What the sections of Préparer share: their frame, the wishes that leave after it, labelled fields, steppers, keys of
// rows. Internal to the panel. Main thread, within a frame.

#include "base/time.hpp"
#include "gui/prepare.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ronde::gui {

/// Something to be done once the frame is drawn: the session must not change under what is being drawn.
using Wish = std::variant<cafe::Deed, app::Command>;

struct PrepareFrame {
    Ui& ui;
    const View& view;
    const cafe::Session& session;
    PrepareState& state;
    const Dispatch& dispatch;
    std::vector<Wish>& wishes;
    Enabled can = Enabled::yes; ///< no: the café is only to be read
    Rect visible{};             ///< what of the section can be seen, in pixels

    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] float px(float units) const { return ui.px(units); }
    void wish(Wish what) const {
        if (can == Enabled::yes) wishes.push_back(std::move(what));
    }
};

/// The sections. Each draws itself from the top of `area` (its height is not meant) and returns where it ends.
float draw_identity(const PrepareFrame& frame, const Rect& area);
float draw_opening(const PrepareFrame& frame, const Rect& area);
float draw_questions(const PrepareFrame& frame, const Rect& area);
float draw_people(const PrepareFrame& frame, const Rect& area);
float draw_organisations(const PrepareFrame& frame, const Rect& area);
float draw_groups(const PrepareFrame& frame, const Rect& area);
float draw_agenda(const PrepareFrame& frame, const Rect& area);
float draw_rotation(const PrepareFrame& frame, const Rect& area);

/// The page of templates, recent cafés and files; it needs no café.
float draw_start(Ui& ui, const View& view, PrepareState& state, std::vector<Wish>& wishes, const Rect& area);

/// `prepare.thing.3` and `prepare.thing.3.part`, counted from 1 for index 0.
[[nodiscard]] std::string row_id(std::string_view thing, std::size_t index, std::string_view part = {});

/// A section's title and, under it, a muted line. Returns where they end, with room below.
float page_title(Ui& ui, const Rect& area, std::string_view title, std::string_view lead);

/// A muted label; returns where it ends.
float small_label(Ui& ui, std::string_view text, Point top_left, float width);

/// A field under its label, from the top of `area` (w: its width). `bottom` becomes where they end, with a word about
/// what could not be read, when that was this field's.
struct LabelledField {
    std::string_view id;
    std::string_view label;
    std::string_view hint{};
    Lines lines = Lines::one;
    float height = 44; ///< units
    float size = 16;   ///< units
};
[[nodiscard]] std::optional<std::string> labelled_field(const PrepareFrame& frame, const Rect& area,
                                                        const LabelledField& field, std::string_view current,
                                                        float& bottom);

/// A number with − and + beside it: `ID.minus`, `ID` (to be typed), `ID.plus`. Returns the new number once.
[[nodiscard]] std::optional<int> stepper(const PrepareFrame& frame, std::string_view id, const Rect& rect, int value,
                                         int least, int most, std::string_view label);
inline constexpr float stepper_width = 140; ///< units

/// Height of the buttons inside a section, in units; the primary one below is taller.
inline constexpr float small_button = 44;

/// The small cross at the end of a row.
[[nodiscard]] bool remove_button(const PrepareFrame& frame, std::string_view id, const Rect& rect,
                                 std::string_view label);

/// The next of an enumeration's names, the first after the last.
template <class Enum>
Enum after(Enum value) {
    const auto names = names_of(value);
    return static_cast<Enum>((static_cast<std::size_t>(value) + 1) % names.size());
}

/// Remembers what could not be read, or that it is read now.
void say_unread(const PrepareFrame& frame, std::string_view id, std::string_view text);
void say_read(const PrepareFrame& frame, std::string_view id);

/// "20 min", "1 h 30", "2 min 30".
[[nodiscard]] std::string length_text(const Words& words, base::Duration length);

/// A key that moves or removes the row that has the focus, or adds one after it: `thing` as in row_id.
enum class RowDeed { up, down, left, right, remove, add };
struct RowKey {
    std::size_t index = 0;
    RowDeed deed = RowDeed::up;
};
/// The row of `thing` in which the keyboard is, of `count` rows.
[[nodiscard]] std::optional<std::size_t> focused_row(const Ui& ui, std::string_view thing, std::size_t count);
[[nodiscard]] std::optional<RowKey> row_key(Ui& ui, std::string_view thing, std::size_t count);

/// After a row has moved or gone, the keyboard is on the row itself (its fields would keep a draft of another row).
void focus_row(Ui& ui, std::string_view thing, std::size_t index);

} // namespace ronde::gui
