#pragma once
// What every panel gets: what there is to show, and where its wishes go. A panel is
// `draw(Ui&, const Rect&, const View&, ItsState&, const Dispatch&)`; the stage takes no Dispatch: it can only show.

#include "app/command.hpp"
#include "app/view.hpp"
#include "cafe/action.hpp"
#include "cafe/update.hpp"
#include "gui/words.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ronde::gui {

struct Dispatch {
    /// Hands a deed to the engine, stamped now. None: accepted. The shell tells the person of a refusal.
    std::function<std::optional<cafe::Rejected>(cafe::Deed)> act;
    /// Asks the shell for something that is not the café's.
    std::function<void(app::Command)> ask;
    /// A new id, unique in every session: `prefix` and a random part, e.g. "i-3f9k2m7q".
    std::function<std::string(std::string_view prefix)> new_id;
};

/// The stage window, as the control window needs to know it.
struct StageWindow {
    bool shown = true;
    bool full_screen = false;
    float width = 1920; ///< pixels: the miniature has its proportions
    float height = 1080;
};

struct View {
    const app::Snapshot& app;
    StageWindow stage{};
    double seconds = 0;                ///< steady, for eases and pages that turn; starts anywhere
    std::size_t page_turns = 0;        ///< how often somebody turned the stage's page by key
    const Words* room_words = nullptr; ///< what the stage reads; null: it reads what the windows do

    [[nodiscard]] const cafe::Session& session() const { return *app.session; } ///< only when one is open
    [[nodiscard]] bool writable() const { return app.session != nullptr && app.access == app::Access::writable; }
};

} // namespace ronde::gui
