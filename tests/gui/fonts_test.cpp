#include "gui/fonts.hpp"

#include "base/text.hpp"
#include "compat/catch.hpp"
#include "compat/imgui.hpp"
#include "gui/some_font.hpp"

#include <algorithm>
#include <set>

using namespace ronde;
using gui::Face;
using gui::FontBook;
using tests::some_font;

namespace {

gui::AstralRasteriser squares() {
    return [](char32_t, float px) {
        const auto side = static_cast<int>(px);
        return gui::GlyphBitmap{.width = side,
                                .height = side,
                                .left = 1,
                                .top = side - 2,
                                .advance = px + 2,
                                .coverage = std::vector<unsigned char>(static_cast<std::size_t>(side * side), 200)};
    };
}

struct Book {
    ImFontAtlas atlas{};
    FontBook fonts{atlas, std::vector<gui::FaceSource>(gui::face_count, some_font()), squares()};
};

bool bakes(const gui::SizedFont& sized, char32_t c) {
    return sized.font && sized.font->FindGlyphNoFallback(static_cast<ImWchar>(c));
}

} // namespace

TEST_CASE("fonts: a size is baked when it was asked for, and not before") {
    if (some_font().files.empty()) return;
    Book book;
    CHECK_FALSE(book.fonts.wants_refresh());
    CHECK_FALSE(book.fonts.refresh());
    CHECK(book.fonts.at(Face::text, 22).font); // something near it, meanwhile
    CHECK(book.fonts.wants_refresh());
    CHECK(book.fonts.refresh());
    CHECK(book.fonts.at(Face::text, 22).px == 22);
    CHECK_FALSE(book.fonts.wants_refresh());
    CHECK(bakes(book.fonts.at(Face::text, 22), U'é'));
}

TEST_CASE("fonts: large sizes hold only what was asked for, and the clock's digits") {
    if (some_font().files.empty()) return;
    Book book;
    static_cast<void>(book.fonts.encoded(Face::title, 90, "Où"));
    static_cast<void>(book.fonts.encoded(Face::bold, 90, "12"));
    CHECK(book.fonts.refresh());
    const gui::SizedFont title = book.fonts.at(Face::title, 90);
    CHECK(bakes(title, U'O'));
    CHECK(bakes(title, U'ù'));
    CHECK_FALSE(bakes(title, U'x'));
    CHECK(bakes(book.fonts.at(Face::bold, 90), U'9'));
    static_cast<void>(book.fonts.encoded(Face::title, 90, "x"));
    CHECK(book.fonts.refresh());
    CHECK(bakes(book.fonts.at(Face::title, 90), U'x'));
}

TEST_CASE("fonts: emoji are drawn through stand-ins, and come back as they were") {
    if (some_font().files.empty()) return;
    Book book;
    const std::string text = "a🌿b👩🏽é";
    const std::string encoded(book.fonts.encoded(Face::text, 20, text));
    CHECK(encoded != text);
    CHECK(FontBook::decoded(encoded) == text);
    CHECK(FontBook::for_field(text) == encoded);
    CHECK(FontBook::decoded(text) == text);
    CHECK(book.fonts.refresh());
    std::size_t at = 1;
    const char32_t stand_in = base::next_code_point(encoded, at);
    const gui::SizedFont sized = book.fonts.at(Face::text, 20);
    REQUIRE(bakes(sized, stand_in));
    const ImFontGlyph& glyph = *sized.font->FindGlyphNoFallback(static_cast<ImWchar>(stand_in));
    CHECK(glyph.X1 - glyph.X0 == 20);
    CHECK(book.fonts.advance(Face::text, 20, 0, stand_in) == Approx(20 + 2 * 20 / 32.0).margin(0.7));
    // Its pixels are in the atlas.
    const auto x = static_cast<int>(glyph.U0 * static_cast<float>(book.atlas.TexWidth)) + 5;
    const auto y = static_cast<int>(glyph.V0 * static_cast<float>(book.atlas.TexHeight)) + 5;
    CHECK(book.atlas.TexPixelsAlpha8[y * book.atlas.TexWidth + x] == 200);
}

TEST_CASE("fonts: sizes that nobody asks for any more go, and the atlas stays small") {
    if (some_font().files.empty()) return;
    Book book;
    for (int px = 60; px < 160; px += 4) {
        static_cast<void>(book.fonts.encoded(Face::title, static_cast<float>(px), "Quelles activités économiques"));
        static_cast<void>(book.fonts.refresh());
        for (int frame = 0; frame < 100; ++frame) static_cast<void>(book.fonts.refresh());
    }
    CHECK(book.atlas.Fonts.Size < 10);
    CHECK(book.atlas.TexWidth * book.atlas.TexHeight <= 1024 * 1024);
}

TEST_CASE("fonts: no face has a font, and nothing breaks") {
    ImFontAtlas atlas;
    FontBook fonts(atlas, {}, {});
    static_cast<void>(fonts.encoded(Face::text, 20, "é🌿"));
    CHECK(fonts.refresh());
    CHECK(fonts.at(Face::text, 20).font == nullptr);
    CHECK(atlas.Fonts.Size > 0);
}

TEST_CASE("metrics: capitals are lower than the line, digits have a width, joiners none") {
    if (some_font().files.empty()) return;
    const gui::FontMetrics metrics(some_font());
    CHECK(metrics.cap_height() > 0.5F);
    CHECK(metrics.cap_height() < metrics.ascent());
    CHECK(metrics.digit_width() > 0.4F);
    CHECK(metrics.advance(U'm') > metrics.advance(U'i'));
    CHECK(metrics.advance(0x200D) == 0);
    CHECK(metrics.advance(0xFE0F) == 0);
    CHECK_FALSE(metrics.file_with(0x10FFFD));
}

TEST_CASE("metrics: a file that is no font is passed over") {
    auto junk = std::make_shared<std::vector<std::byte>>(1000, std::byte{7});
    const gui::FontMetrics metrics(gui::FaceSource{.files = {junk, nullptr}, .indices = {0, 0}});
    CHECK_FALSE(metrics.file_with(U'a'));
    CHECK(metrics.source().files.empty());
}
