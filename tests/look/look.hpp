#pragma once
// What look_stage and look_control share: options, a café at a chosen moment, and the picture.

#include "app/view.hpp"
#include "gui/geometry.hpp"
#include "gui/view.hpp"
#include "gui/words.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

struct ImDrawList;

namespace ronde::platform {
class Window;
}

namespace ronde::tests {

struct LookOptions {
    int width = 1440;
    int height = 900;
    float scale = 1;
    std::map<std::string, std::string> extra{}; ///< options that only one of the two programs knows
};

/// What there is to draw one frame with.
struct LookFrame {
    platform::Window& window;
    ImDrawList* list;
    const gui::View& view;
    const gui::Words& words;
    gui::Rect rect;
    const LookOptions& options;
};

/// Reads the command line, draws frames with `draw` until the fonts and the eases have settled, writes the picture.
/// Returns the program's exit code.
int look(int argc, char** argv, LookOptions defaults, const std::function<void(const LookFrame&)>& draw);

} // namespace ronde::tests
