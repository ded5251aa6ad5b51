#pragma once
// The whole control window over a café that really changes, by keys and mouse. For the tests of what is in several
// places.

#include "app/people_list.hpp"
#include "compat/catch.hpp"
#include "gui/cafe_bench.hpp"
#include "gui/control.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ronde::tests {

struct ControlBench {
    CafeBench bench;
    gui::ControlState state{};
    std::optional<app::PeopleList> list{}; ///< that is being looked at
    double seconds = 0;                    ///< for what moves
    double wanted = 0;                     ///< when the last frame wanted the next one, in seconds

    explicit ControlBench(float width = 1440, float height = 900) : bench(width, height) {}

    void frame() {
        bench.snapshot.people_list = list ? &*list : nullptr;
        bench.window.focus = state.focus;
        bench.window.frame([this](gui::Ui& window_ui) {
            // The window's focus is the state's, as in the program.
            gui::Ui ui{.canvas = window_ui.canvas,
                       .focus = state.focus,
                       .drag = state.drag,
                       .keys = window_ui.keys,
                       .unit = window_ui.unit};
            gui::View view = bench.view();
            view.seconds = seconds;
            wanted = gui::draw_control(ui, bench.window.rect(), view, state, bench.dispatch());
        });
    }
    void press(const gui::KeyPress& key) {
        bench.window.press(key);
        frame();
    }
    void press(gui::Key key) { press(gui::KeyPress{.key = key}); }
    void type(std::string_view text) {
        bench.window.type(text);
        frame();
    }
    void click(std::string_view id) {
        bench.window.move_to(id);
        frame();
        bench.window.button_down();
        frame();
        bench.window.button_up();
        frame();
        frame();
    }
    void tab_to(const std::string& id) {
        for (int i = 0; i < 300 && state.focus.id != id; ++i) {
            press(gui::Key::tab);
            frame();
        }
        REQUIRE(state.focus.id == id);
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) {
        frame();
        return bench.window.find(id);
    }
};

} // namespace ronde::tests
