// look_stage: a picture of the stage, for those who draw it.
//   look_stage --size 1920x1080 --step 3 --left 754 --theme night --out a.png

#include "gui/stage.hpp"
#include "look/look.hpp"
#include "platform/window.hpp"

int main(int argc, char** argv) {
    using namespace ronde;
    gui::StageState state;
    return tests::look(argc, argv, {.width = 1920, .height = 1080}, [&state](const tests::LookFrame& frame) {
        gui::Canvas canvas{.list = frame.list,
                           .fonts = frame.window.fonts(),
                           .theme = gui::theme_of(frame.view.app.preferences.stage_theme),
                           .words = frame.words};
        gui::draw_stage(canvas, frame.rect, frame.view, state);
    });
}
