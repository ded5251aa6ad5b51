#pragma once
// One stage without a screen, page by page, and what may be wrong with a picture of it. For the tests of the stage.

#include "gui/stage.hpp"

#include "compat/catch.hpp"
#include "gui/catalogue.hpp"
#include "gui/null_window.hpp"
#include "support/sample_session.hpp"

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::tests {

struct Size {
    float width;
    float height;
};
inline constexpr std::array sizes{Size{800, 600},   Size{1920, 1080}, Size{2560, 1080},
                                  Size{1080, 1920}, Size{3840, 2160}, Size{1024, 768}};

/// One stage over a café that stands still at a moment, page by page.
class Stage {
public:
    Stage(Size size, cafe::Session shown, const SampleMoment& moment)
        : session(std::move(shown)), m_window(size.width, size.height) {
        m_window.words = catalogue("fr");
        m_snapshot.preferences.motion = app::Motion::none;
        set(moment);
    }

    void set(const SampleMoment& moment) {
        m_snapshot.now = set_moment(session, moment);
        m_snapshot.session = &session;
        m_snapshot.timer = cafe::read_timer(session, m_snapshot.now);
    }
    void set_motion(app::Motion motion) { m_snapshot.preferences.motion = motion; }

    double draw(double at = 0) {
        double again = 0;
        m_window.frame([&](gui::Ui& ui) {
            const gui::View view{.app = m_snapshot, .seconds = at};
            again = gui::draw_stage(ui.canvas, ui_rect(), view, state);
        });
        return again;
    }

    [[nodiscard]] gui::Rect ui_rect() const { return m_window.rect(); }
    [[nodiscard]] const std::vector<gui::UiItem>& items() const { return m_window.map.items(); }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) const { return m_window.find(id); }
    [[nodiscard]] int vertices() const { return m_window.vertices; }

    cafe::Session session;
    gui::StageState state{};

private:
    NullWindow m_window;
    app::Snapshot m_snapshot{};
};

[[nodiscard]] inline bool overlap(const gui::Rect& a, const gui::Rect& b) {
    constexpr float grace = 1;
    return a.x + grace < b.right() && b.x + grace < a.right() && a.y + grace < b.bottom() && b.y + grace < a.bottom();
}

/// Checks one page; says in words what is wrong, empty when nothing is.
[[nodiscard]] inline std::string fault_of(const Stage& stage) {
    const gui::Rect all = stage.ui_rect();
    std::vector<const gui::UiItem*> seen;
    for (const gui::UiItem& item : stage.items()) {
        if (item.role == "scene") continue;
        const gui::Rect& r = item.rect;
        if (r.x < all.x - 1 || r.y < all.y - 1 || r.right() > all.right() + 1 || r.bottom() > all.bottom() + 1)
            return item.id + " leaves the picture";
        for (const gui::UiItem* other : seen)
            if (overlap(r, other->rect)) return item.id + " lies over " + other->id;
        seen.push_back(&item);
    }
    if (stage.state.smallest_text < 0.035F * all.h) return "a text is too small";
    if (stage.state.cut_texts > 0) return "a text is cut";
    return {};
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
