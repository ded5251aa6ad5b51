// look_control: a picture of the control window, for those who draw it.
//   look_control --place notes --size 1440x900 --step 5 --out a.png

#include "gui/control.hpp"
#include "look/look.hpp"
#include "platform/window.hpp"

#include <map>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    using namespace ronde;
    const std::map<std::string, gui::Place> places{{"prepare", gui::Place::prepare},
                                                   {"run", gui::Place::run},
                                                   {"notes", gui::Place::notes},
                                                   {"harvest", gui::Place::harvest},
                                                   {"review", gui::Place::review}};
    gui::ControlState state;
    gui::UiMap map;
    std::vector<gui::KeyPress> keys;
    const gui::Dispatch nothing{.act = [](const cafe::Deed&) { return std::optional<cafe::Rejected>{}; },
                                .ask = [](const app::Command&) {},
                                .new_id = [](std::string_view prefix) { return std::string(prefix) + "-1"; }};
    const tests::LookOptions defaults{
        .extra = {{"place", "run"}, {"asking", ""}, {"shown-theme", ""}, {"side", "themes"}}};
    return tests::look(argc, argv, defaults, [&](const tests::LookFrame& frame) {
        map.clear();
        state.place = places.at(frame.options.extra.at("place"));
        state.asking = frame.options.extra.at("asking");
        const std::map<std::string, gui::HarvestSide> sides{{"themes", gui::HarvestSide::themes},
                                                            {"suggestions", gui::HarvestSide::suggestions},
                                                            {"turns", gui::HarvestSide::turns}};
        state.harvest.side = sides.at(frame.options.extra.at("side"));
        state.harvest.theme = {frame.options.extra.at("shown-theme")};
        if (!state.harvest.theme.empty()) state.harvest.shown = gui::HarvestShown::theme;
        gui::Ui ui{.canvas = {.list = frame.list,
                              .fonts = frame.window.fonts(),
                              .theme = gui::theme_of(frame.view.app.preferences.control_theme),
                              .words = frame.words,
                              .map = &map},
                   .focus = state.focus,
                   .drag = state.drag,
                   .keys = keys,
                   .unit = frame.options.scale};
        gui::draw_control(ui, frame.rect, frame.view, state, nothing);
    });
}
