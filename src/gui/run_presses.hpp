#pragma once
// The buttons of Animer's clock, in rows that give way where the middle is narrow. Internal to the panel. Main thread,
// within a frame.

#include "gui/run_parts.hpp"

#include <string>
#include <vector>

namespace ronde::gui {

/// A button of a row that is laid out from its middle.
struct Press {
    std::string_view id;
    std::string label;
    ButtonOptions options{};
    cafe::Deed deed{};
};

/// One minute less, start or pause, one minute more.
[[nodiscard]] std::vector<Press> clock_presses(const RunFrame& frame);
/// The step before, the next one.
[[nodiscard]] std::vector<Press> step_presses(const RunFrame& frame);
[[nodiscard]] Press black_press(const RunFrame& frame);

/// How wide the buttons are in one row, with their keys.
[[nodiscard]] float widths_of(const RunFrame& frame, const std::vector<Press>& row, float gap);
/// The same of the steps' buttons and the black screen, whatever the next step is called: it moves nothing.
[[nodiscard]] float widest_steps(const RunFrame& frame, float gap);
/// In how many rows of that width the buttons stand.
[[nodiscard]] std::size_t rows_of(const RunFrame& frame, const std::vector<Press>& presses, float width, float gap);

/// Draws buttons in rows of at most `place.w`, each row centred; returns how high they are together. Where there is
/// less room the keys go before the air, and both before a row is broken.
float draw_presses(RunFrame& frame, Rect place, std::vector<Press> presses, float gap);

/// The message to the room, what it reads now over the field, and `beside` the field.
void draw_run_message(RunFrame& frame, Rect place, std::vector<Press> beside);
inline constexpr float message_units = 89;

} // namespace ronde::gui
