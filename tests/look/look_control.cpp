// look_control: a picture of the control window, for those who draw it.
//   look_control --place notes --size 1440x900 --step 5 --out a.png
//   look_control --place prepare --section 3 --people list.csv --out b.png

#include "gui/control.hpp"
#include "look/look.hpp"
#include "platform/window.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    using namespace ronde;
    const std::map<std::string, gui::Place> places{{"prepare", gui::Place::prepare},
                                                   {"run", gui::Place::run},
                                                   {"notes", gui::Place::notes},
                                                   {"harvest", gui::Place::harvest},
                                                   {"review", gui::Place::review}};
    using Section = gui::PrepareSection;
    const std::map<std::string, Section> sections{{"identity", Section::identity},   {"opening", Section::opening},
                                                  {"questions", Section::questions}, {"people", Section::people},
                                                  {"groups", Section::groups},       {"agenda", Section::agenda},
                                                  {"rotation", Section::rotation},   {"start", Section::start}};
    gui::ControlState state;
    gui::UiMap map;
    std::vector<gui::KeyPress> keys;
    const gui::Dispatch nothing{.act = [](const cafe::Deed&) { return std::optional<cafe::Rejected>{}; },
                                .ask = [](const app::Command&) {},
                                .new_id = [](std::string_view prefix) { return std::string(prefix) + "-1"; }};
    const tests::LookOptions defaults{.extra = {{"place", "run"},
                                                {"asking", ""},
                                                {"shown-theme", ""},
                                                {"side", "themes"},
                                                {"section", "identity"},
                                                {"unfolded", ""},
                                                {"people", ""},
                                                {"chosen", ""}}};
    std::optional<app::PeopleList> list;
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
        app::Snapshot snapshot = frame.view.app;
        if (const auto& file = frame.options.extra.at("people"); !file.empty() && !list) {
            std::ifstream in(file, std::ios::binary);
            const auto bytes = std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                                                   std::istreambuf_iterator<char>());
            list = app::understood({.name = file, .bytes = bytes}, *snapshot.session);
        }
        snapshot.people_list = list ? &*list : nullptr;
        const gui::View view{.app = snapshot, .stage = frame.view.stage, .seconds = frame.view.seconds};
        state.prepare.opened = frame.options.extra.at("unfolded");
        state.prepare.section = state.prepare.drawn = sections.at(frame.options.extra.at("section"));
        state.prepare.chosen.clear();
        if (const auto& chosen = frame.options.extra.at("chosen"); !chosen.empty()) state.prepare.chosen = {{chosen}};
        gui::Ui ui{.canvas = {.list = frame.list,
                              .fonts = frame.window.fonts(),
                              .theme = gui::theme_of(frame.view.app.preferences.control_theme),
                              .words = frame.words,
                              .map = &map},
                   .focus = state.focus,
                   .drag = state.drag,
                   .keys = keys,
                   .unit = frame.options.scale};
        gui::draw_control(ui, frame.rect, view, state, nothing);
    });
}
