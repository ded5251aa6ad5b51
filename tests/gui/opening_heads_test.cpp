#include "gui/opening_heads.hpp"

#include "compat/catch.hpp"
#include "gui/null_window.hpp"

#include <span>
#include <string_view>
#include <vector>

using namespace ronde;

TEST_CASE("opening grid: no word of a head is broken, however narrow its column") {
    tests::NullWindow window(1440, 900);
    const std::vector<cafe::Component> components{{{"a"}, "indépendance et autonomie financière"},
                                                  {{"b"}, "utilité sociale"},
                                                  {{"c"}, "anticonstitutionnellement"}};
    window.frame([&](gui::Ui& ui) {
        for (const std::size_t count : {std::size_t{2}, components.size()})
            for (float column = 30; column < 240; column += 7) {
                INFO(count << " heads of " << column);
                const auto shown = std::span(components).first(count);
                const gui::OpeningHeads heads = gui::opening_heads(ui, shown, column);
                const float room = heads.turned ? heads.height : column;
                CHECK(heads.px >= 10);
                if (count == 2 || !heads.turned)
                    for (const std::string_view word : {"indépendance", "autonomie", "financière", "sociale"})
                        CHECK(gui::text_width(ui.canvas, gui::Face::text, heads.px, word) <= room);
            }
        CHECK(gui::opening_heads(ui, components, 40).turned);
        CHECK_FALSE(gui::opening_heads(ui, components, 200).turned);
    });
}
