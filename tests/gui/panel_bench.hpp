#pragma once
// One panel alone in its window, with the words of the program, over a café that really changes. Derive from it, and
// say what is drawn. For the tests of panels.

#include "gui/cafe_bench.hpp"
#include "gui/catalogue.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace ronde::tests {

struct PanelBench {
    CafeBench bench;

    /// `panel` draws it; the deriving test calls frame() once it is whole.
    PanelBench(float width, float height, std::function<void(gui::Ui&)> panel)
        : bench(width, height), m_panel(std::move(panel)) {
        bench.window.words = catalogue("fr");
    }
    PanelBench(const PanelBench&) = delete;
    PanelBench& operator=(const PanelBench&) = delete;

    [[nodiscard]] NullWindow::Draw draw() {
        return [this](gui::Ui& ui) {
            gui::begin_frame(ui);
            m_panel(ui);
            gui::end_frame(ui);
        };
    }
    void frame() { bench.window.frame(draw()); }
    void press(const gui::KeyPress& key) {
        bench.window.press(key);
        frame();
        frame();
    }
    void press(gui::Key key) { press(gui::KeyPress{.key = key}); }
    void press(char32_t character) { press(gui::KeyPress{.character = character}); }
    void click(std::string_view id) {
        bench.window.click(id, draw());
        frame();
    }
    void type(std::string_view words) {
        bench.window.type(words);
        frame();
        frame();
    }
    void fill(std::string_view id, std::string_view words) {
        click(id);
        type(words);
    }
    void focus(const std::string& id) {
        bench.window.focus.id = id;
        frame();
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) { return bench.window.find(id); }

private:
    std::function<void(gui::Ui&)> m_panel;
};

} // namespace ronde::tests
