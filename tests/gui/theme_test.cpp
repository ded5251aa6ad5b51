#include "gui/theme.hpp"

#include "gui/idea_columns.hpp"
#include "gui/kit.hpp"

#include "compat/catch.hpp"

#include <set>
#include <vector>

using namespace ronde;
using gui::contrast;

namespace {

constexpr double text_contrast = 4.5; // WCAG 2.1, 1.4.3, level AA

std::vector<const gui::Theme*> themes() {
    return {&gui::theme_of(app::ThemeName::paper), &gui::theme_of(app::ThemeName::night)};
}

} // namespace

TEST_CASE("theme: contrast is the one of WCAG") {
    CHECK(contrast({255, 255, 255}, {0, 0, 0}) == Approx(21.0));
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
    CHECK(contrast({118, 118, 118}, {255, 255, 255}) == Approx(4.54).margin(0.01));
}

TEST_CASE("theme: every text can be read on every ground it stands on") {
    for (const gui::Theme* theme : themes()) {
        for (const gui::Colour ground : {theme->ground, theme->surface}) {
            CHECK(contrast(theme->ink, ground) >= text_contrast);
            CHECK(contrast(theme->muted, ground) >= text_contrast);
            CHECK(contrast(theme->alarm, ground) >= text_contrast);
        }
        CHECK(contrast(theme->on_ink, theme->ink) >= text_contrast);
    }
}

TEST_CASE("theme: a question's colour can be read as words and written upon") {
    for (const gui::Theme* theme : themes()) {
        for (const gui::QuestionMark& mark : theme->questions) {
            CHECK(contrast(mark.colour, theme->ground) >= text_contrast);
            CHECK(contrast(mark.colour, theme->surface) >= text_contrast);
            CHECK(contrast(theme->on_mark, mark.colour) >= text_contrast);
            CHECK(contrast(theme->ink, mark.tint) >= text_contrast);
        }
    }
}

TEST_CASE("theme: eight questions have eight shapes, the same by day and by night") {
    std::set<gui::Shape> shapes;
    for (std::size_t i = 0; i < 8; ++i) {
        const auto& paper = gui::mark_of(gui::theme_of(app::ThemeName::paper), i);
        shapes.insert(paper.shape);
        CHECK(paper.shape == gui::mark_of(gui::theme_of(app::ThemeName::night), i).shape);
        CHECK(paper.shape == gui::mark_of(gui::theme_of(app::ThemeName::paper), i + 8).shape);
    }
    CHECK(shapes.size() == 8);
}

TEST_CASE("theme: a star that is not lit can be seen, on a card and on one that is selected") {
    for (const gui::Theme* theme : themes()) {
        CHECK(contrast(gui::unlit_star(*theme, false), theme->surface) >= 3);
        CHECK(contrast(gui::unlit_star(*theme, true), theme->ink) >= 3);
    }
}

TEST_CASE("theme: what lies under a panel draws no eye") {
    for (const gui::Theme* theme : themes()) {
        const gui::Colour veil = gui::veil_of(*theme);
        const gui::Colour ground{veil.r, veil.g, veil.b};
        const gui::Colour seen = gui::mixed(theme->ink, ground, static_cast<float>(veil.a) / 255);
        CHECK(contrast(seen, ground) <= 1.25);
    }
}
