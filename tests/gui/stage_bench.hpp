#pragma once
// One stage over a café that stands still at a moment, page by page, and what must not be wrong on any of its pages:
// texts that overlap, leave the picture, are too small or are cut. For the tests of the stage's scenes.

#include "gui/stage.hpp"

#include "compat/catch.hpp"
#include "gui/catalogue.hpp"
#include "gui/null_window.hpp"
#include "gui/stage_faults.hpp"
#include "support/sample_session.hpp"

#include <array>
#include <set>
#include <string>

namespace ronde::tests {

using Size = StageSize;
inline constexpr auto& sizes = stage_sizes;

/// One stage over a café that stands still at a moment, page by page.
class Stage {
public:
    Stage(Size size, cafe::Session shown, const tests::SampleMoment& moment, std::vector<gui::FaceSource> faces = {})
        : session(std::move(shown)), m_window(size.width, size.height, std::move(faces)) {
        m_window.words = tests::catalogue("fr");
        m_snapshot.preferences.motion = app::Motion::none;
        set(moment);
    }

    void set(const tests::SampleMoment& moment) {
        m_snapshot.now = tests::set_moment(session, moment);
        m_snapshot.session = &session;
        m_snapshot.timer = cafe::read_timer(session, m_snapshot.now);
    }
    void set_motion(app::Motion motion) { m_snapshot.preferences.motion = motion; }

    double draw(double at = 0) {
        double again = 0;
        m_window.frame([&](gui::Ui& ui) {
            const gui::View view{.app = m_snapshot, .seconds = at, .page_turns = page_turns, .room_words = room_words};
            again = gui::draw_stage(ui.canvas, ui_rect(), view, state);
        });
        return again;
    }

    /// The stage as a picture of this place, instead of as a whole.
    void draw_miniature(const gui::Rect& place) {
        m_window.frame([&](gui::Ui& ui) {
            const gui::View view{.app = m_snapshot, .page_turns = page_turns};
            gui::draw_stage_miniature(ui.canvas, place, view, state);
        });
    }

    [[nodiscard]] gui::Rect ui_rect() const { return m_window.rect(); }
    [[nodiscard]] const std::vector<gui::UiItem>& items() const { return m_window.map.items(); }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) const { return m_window.find(id); }
    [[nodiscard]] int vertices() const { return m_window.vertices; }

    cafe::Session session;
    gui::StageState state{};
    std::size_t page_turns = 0;
    const gui::Words* room_words = nullptr;

private:
    tests::NullWindow m_window;
    app::Snapshot m_snapshot{};
};

/// What is wrong with the page that is shown, in words; empty when nothing is.
[[nodiscard]] inline std::string fault_of(const Stage& stage) {
    return fault_of(stage.items(), stage.ui_rect(), stage.state);
}

/// Draws every page of a scene; the ids that were seen on any of them.
inline std::set<std::string> seen_on_all_pages(Stage& stage) {
    std::set<std::string> ids;
    double at = 0;
    stage.draw(at);
    const std::size_t pages = stage.state.pages;
    for (std::size_t page = 0; page < pages; ++page) {
        const double again = stage.draw(at);
        INFO("page " << page + 1 << " of " << pages);
        CHECK(fault_of(stage) == "");
        CHECK(stage.state.page == page);
        for (const gui::UiItem& item : stage.items()) ids.insert(item.id);
        if (pages > 1) CHECK(again <= 60);
        at += again + 0.01;
    }
    return ids;
}

} // namespace ronde::tests
