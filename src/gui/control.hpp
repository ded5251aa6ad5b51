#pragma once
// The control window: five places under one bar, the banners and questions over them, and the keys of both windows.

#include "gui/harvest.hpp"
#include "gui/kit.hpp"
#include "gui/notes.hpp"
#include "gui/prepare.hpp"
#include "gui/presence.hpp"
#include "gui/review.hpp"
#include "gui/run.hpp"
#include "gui/seat_board.hpp"
#include "gui/stage.hpp"
#include "gui/view.hpp"

#include <optional>
#include <string>

namespace ronde::gui {

enum class Place { prepare, run, notes, harvest, review };

struct ControlState {
    Place place = Place::run;
    PrepareState prepare{};
    RunState run{};
    NotesState notes{};
    HarvestState harvest{};
    ReviewState review{};
    PresenceState presence{};
    SeatBoardState seats{};
    Focus focus{};
    Drag drag{};
    /// What is laid over the window: "next", "quit", "unsent", "leave", "preferences", "keys", "tables", "presence",
    /// "seats"; empty: nothing.
    std::string asking{};
    std::optional<app::Command> leaves_for{}; ///< what "leave" asks about: it closes the present café
    Place drawn = Place::run;                 ///< the place that the last frame showed
    std::size_t page_turns = 0;               ///< of the stage, by key
};

/// Of a unit's usual pixels, how much it has in a window of that size (pixels over the monitor's scale): the places
/// hold down to 1000 by 700, and a smaller window shows the same in smaller letters.
[[nodiscard]] float fitting_scale(float width, float height);

/// Draws the control window and takes its input. Returns after how many seconds it wants to be drawn again on its own;
/// infinity when it does not.
double draw_control(Ui& ui, const Rect& window, const View& view, ControlState& state, const Dispatch& dispatch);

/// Whether the café's clock is on, running or paused: then it is not left without a question.
[[nodiscard]] bool clock_is_on(const app::Snapshot& app);

/// Whether a command would take another café in the place of the present one while its clock is on.
[[nodiscard]] bool leaves_running(const app::Command& command, const app::Snapshot& app);

/// Asks the person whether to go from the present café, whose clock is on, to what `command` opens.
void ask_to_leave(ControlState& state, app::Command command);

/// Whether a key goes to a place of the control window, or opens what is laid over it, from whichever window.
[[nodiscard]] bool leads_to_control(const KeyPress& key);

/// The keys of both windows, with their rules for text fields: Space, B, `.`, +, − and the arrows do not act while one
/// is being edited; Page Up, Page Down and F11 always do. True when the key was one of them. In the control window,
/// what has the focus comes first: draw_control hands on what nobody took.
bool handle_key(const KeyPress& key, Window window, const View& view, ControlState& state, const Dispatch& dispatch);

} // namespace ronde::gui
