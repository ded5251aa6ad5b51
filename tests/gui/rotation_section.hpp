#pragma once
// Préparer › rotation with a bench around it: the sample café before its morning, where each person has a route.

#include "app/seating_plan.hpp"
#include "gui/cafe_bench.hpp"
#include "gui/catalogue.hpp"
#include "gui/prepare.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::tests {

struct RotationSection {
    CafeBench bench{};
    gui::PrepareState state{.section = gui::PrepareSection::rotation, .drawn = gui::PrepareSection::rotation};
    NullWindow::Draw draw = [this](gui::Ui& ui) {
        (void)gui::draw_prepare(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
    };

    /// The sample café before its morning, a route for each.
    explicit RotationSection(std::size_t people = 30) {
        bench.window.words = catalogue("fr");
        bench.now = set_moment(bench.session, {.state = cafe::ClockState::idle});
        for (std::size_t i = bench.session.participants.size(); i < people; ++i)
            bench.session.participants.push_back(
                {.id = {"p-" + std::to_string(i + 1)}, .name = "Personne " + std::to_string(i + 1)});
        bench.session.seating_rules.grouping = cafe::Grouping::mixed;
        plan();
    }
    void plan() { bench.session.seating = app::plan_seating(bench.session, {.iterations = 20'000}); }
    void frame() { bench.window.frame(draw); }
    void focus(std::string_view id) {
        bench.window.focus.id = id;
        frame();
    }
    void press(const gui::KeyPress& key) {
        bench.window.press(key);
        frame();
        frame();
    }
    void click(std::string_view id) {
        frame();
        bench.window.click(id, draw);
    }
    [[nodiscard]] std::string label(std::string_view id) const {
        const gui::UiItem* item = bench.window.find(id);
        return item == nullptr ? std::string{} : item->label;
    }
    [[nodiscard]] const std::vector<cafe::Pin>& pins() const { return bench.session.seating_rules.pins; }
};

} // namespace ronde::tests
