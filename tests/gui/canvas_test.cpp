#include "gui/canvas.hpp"

#include "compat/catch.hpp"
#include "gui/null_window.hpp"

using namespace ronde;
using gui::Face;
using tests::NullWindow;

namespace {

/// Lays a text out in a window of characters half an em wide: at 20 px each takes 10.
gui::TextBlock laid_out(std::string_view text, float width, std::size_t most_lines = 0) {
    NullWindow window;
    gui::TextBlock block;
    window.frame([&](gui::Ui& ui) { block = gui::lay_out(ui.canvas, Face::text, 20, text, width, most_lines); });
    return block;
}

std::vector<std::string> lines_of(const gui::TextBlock& block) {
    std::vector<std::string> lines;
    for (const auto& line : block.lines) lines.push_back(block.text.substr(line.begin, line.end - line.begin));
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("text: it is broken between words, and white space hangs") {
    CHECK(lines_of(laid_out("aaa bbb ccc", 70)) == Lines{"aaa bbb", "ccc"});
    CHECK(lines_of(laid_out("aaa bbb ccc", 69)) == Lines{"aaa", "bbb", "ccc"});
    CHECK(laid_out("aaa bbb ", 80).width == 70);
}

TEST_CASE("text: French signs stay with their words") {
    CHECK(lines_of(laid_out("où aller\u202F?", 80)) == Lines{"où", "aller\u202F?"});
    CHECK(lines_of(laid_out("il dit «\u202Foui\u202F»", 90)) == Lines{"il dit", "«\u202Foui\u202F»"});
}

TEST_CASE("text: French signs typed with a plain space stay with their words too, and the text stays as it is") {
    CHECK(lines_of(laid_out("où aller ?", 80)) == Lines{"où", "aller ?"});
    CHECK(lines_of(laid_out("il dit « oui »", 90)) == Lines{"il dit", "« oui »"});
    const std::string text = "« Le service public, c’est quand quelqu’un répond »";
    for (float width = 130; width < 600; width += 10) {
        const gui::TextBlock block = laid_out(text, width);
        CHECK(block.text == text);
        for (const std::string& line : lines_of(block)) {
            INFO(width << ": " << line);
            CHECK_FALSE(line.starts_with("»"));
            CHECK_FALSE(line.ends_with("«"));
        }
    }
}

TEST_CASE("text: a word wider than its place is broken") {
    CHECK(lines_of(laid_out("abcdefghij", 40)) == Lines{"abcd", "efgh", "ij"});
}

TEST_CASE("text: line ends break, the last one too, and an empty text has one line") {
    CHECK(lines_of(laid_out("a\n\nb", 100)) == Lines{"a", "", "b"});
    CHECK(lines_of(laid_out("a\n", 100)) == Lines{"a", ""});
    CHECK(lines_of(laid_out("", 100)) == Lines{""});
}

TEST_CASE("text: what has too many lines ends in an ellipsis, within its width") {
    const gui::TextBlock block = laid_out("aaa bbb ccc ddd", 70, 1);
    CHECK(block.cut);
    CHECK(block.lines.size() == 1);
    CHECK(block.width <= 70);
    const gui::TextBlock two = laid_out("aaa bbb ccc ddd eee fff", 70, 2);
    CHECK(two.cut);
    CHECK(two.lines.size() == 2);
    CHECK(two.width <= 70.5F);
    CHECK_FALSE(laid_out("aaa bbb", 70, 1).cut);
}

TEST_CASE("text: it shrinks until it fits its box, and not below the least size") {
    NullWindow window;
    gui::TextBlock fitting;
    gui::TextBlock least;
    window.frame([&](gui::Ui& ui) {
        fitting = gui::lay_out_to_fit(ui.canvas, Face::title, 60, 20, "des mots, encore des mots, toujours des mots",
                                      300, 120);
        least = gui::lay_out_to_fit(ui.canvas, Face::title, 60, 20, std::string(2000, 'x'), 300, 120);
    });
    CHECK(fitting.height <= 120.5F);
    CHECK(fitting.width <= 300.5F);
    CHECK(fitting.px > 20);
    CHECK(least.px == 20);
    CHECK(least.height > 120);
}

TEST_CASE("text: a clock's digits take the same room whatever they are") {
    NullWindow window;
    window.frame([&](gui::Ui& ui) {
        CHECK(gui::digits_width(ui.canvas, "11:11", 40) == gui::digits_width(ui.canvas, "20:48", 40));
    });
}

TEST_CASE("canvas: every mark, ring and line draws something") {
    NullWindow window;
    window.frame([](gui::Ui&) {});
    const int nothing = window.vertices;
    for (std::size_t i = 0; i < 8; ++i) {
        window.frame([&](gui::Ui& ui) { gui::mark(ui.canvas, {100, 100}, 50, i); });
        CHECK(window.vertices > nothing);
    }
    int whole = 0;
    for (const float fraction : {0.0F, 0.3F, 1.0F, 7.0F, -1.0F}) {
        window.frame([&](gui::Ui& ui) { gui::ring(ui.canvas, {300, 300}, 200, 20, fraction, {}, {}); });
        CHECK(window.vertices > nothing);
        whole = std::max(whole, window.vertices);
    }
    CHECK(whole < 20'000);
}

TEST_CASE("colours: mixing goes from one to the other") {
    const gui::Colour one{0, 100, 200};
    const gui::Colour two{100, 0, 200};
    CHECK(gui::mixed(one, two, 0) == one);
    CHECK(gui::mixed(one, two, 1) == two);
    CHECK(gui::mixed(one, two, 0.5F) == gui::Colour{50, 50, 200});
}
