#include "base/encoding.hpp"

#include "base/text.hpp"
#include "compat/catch.hpp"
#include "support/encoded.hpp"

#include <random>
#include <rapidcheck.h>

using namespace ronde;
using namespace ronde::base;
using namespace std::string_literals;

namespace {

const std::string list = "Prénom;Nom;Ville\r\nZoé;Çelik;Céret\r\nLoïc;Dœuff;Thuès\r\n";

} // namespace

TEST_CASE("encoding: a list is read in every encoding that spreadsheets write") {
    CHECK(decoded(list) == DecodedText{list, Encoding::utf8, {}});
    CHECK(decoded("\xEF\xBB\xBF" + list) == DecodedText{list, Encoding::utf8_bom, {}});
    CHECK(decoded("\xFF\xFE"s + test::utf16_le(list)) == DecodedText{list, Encoding::utf16_le, {}});
    CHECK(decoded("\xFE\xFF"s + test::utf16_be(list)) == DecodedText{list, Encoding::utf16_be, {}});
    CHECK(decoded(test::windows_1252(list)) == DecodedText{list, Encoding::windows_1252, {}});
}

TEST_CASE("encoding: UTF-16 is told without a byte order mark") {
    CHECK(decoded(test::utf16_le(list)) == DecodedText{list, Encoding::utf16_le, {}});
    CHECK(decoded(test::utf16_be(list)) == DecodedText{list, Encoding::utf16_be, {}});
}

TEST_CASE("encoding: UTF-32 is told, with a byte order mark and without") {
    CHECK(decoded("\xFF\xFE\0\0"s + test::utf32_le(list)) == DecodedText{list, Encoding::utf32_le, {}});
    CHECK(decoded("\0\0\xFE\xFF"s + test::utf32_be(list)) == DecodedText{list, Encoding::utf32_be, {}});
    CHECK(decoded(test::utf32_le(list)) == DecodedText{list, Encoding::utf32_le, {}});
    CHECK(decoded(test::utf32_be(list)) == DecodedText{list, Encoding::utf32_be, {}});
}

TEST_CASE("encoding: a list of an old Mac is read, and told from a list of Windows") {
    const std::string mac = "Prénom;Nom;Lieu\rZoé;Bœuf;L’Hôpital\rLoïc;Çelik à Thuès;Le Gâteau\r";
    const std::string small = "Prénom;Nom;Lieu\rZoé;Bœuf;L’Hôpital\rLoïc;Dœuff à Thuès;Le Gâteau\r";
    CHECK(decoded(test::mac_roman(small)) == DecodedText{small, Encoding::mac_roman, {}});
    CHECK(decoded(test::windows_1252(mac)) == DecodedText{mac, Encoding::windows_1252, {}});
    const std::string quoted = "Nom\nMonsieur \x93Jo\x94\x85\n"; // quotes of Windows, and no letter
    CHECK(decoded(quoted) == DecodedText{"Nom\nMonsieur “Jo”…\n", Encoding::windows_1252, {}});
    CHECK(decoded("Zoé;Céret\n" + test::mac_roman("Loïc;Thuès\n") + "Noé;Thuès\n") ==
          DecodedText{"Zoé;Céret\nLoïc;Thuès\nNoé;Thuès\n", Encoding::utf8, {2}});
}

TEST_CASE("encoding: without a sign of Windows' own it is ISO 8859-1") {
    const std::string text = "Zoé\nLoïc\n";
    CHECK(decoded(test::windows_1252(text)) == DecodedText{text, Encoding::iso_8859_1, {}});
}

TEST_CASE("encoding: plain ASCII, an empty text and a lone mark are UTF-8") {
    CHECK(decoded("Jean;Durand") == DecodedText{"Jean;Durand", Encoding::utf8, {}});
    CHECK(decoded("") == DecodedText{"", Encoding::utf8, {}});
    CHECK(decoded("\xEF\xBB\xBF") == DecodedText{"", Encoding::utf8_bom, {}});
}

TEST_CASE("encoding: a line that is not UTF-8 in a file of UTF-8 is read as Windows-1252 and noted") {
    const std::string foreign = test::windows_1252("Loïc;Dœuff\r\n");
    CHECK(decoded("Zoé;Céret\r\n" + foreign + "Jean;Paris\r\nNoé;Thuès") ==
          DecodedText{"Zoé;Céret\r\nLoïc;Dœuff\r\nJean;Paris\r\nNoé;Thuès", Encoding::utf8, {2}});
}

TEST_CASE("encoding: a line of UTF-8 in a file of Windows-1252 is read as UTF-8 and noted") {
    const auto western = [](const char* text) { return test::windows_1252(text); };
    CHECK(decoded(western("Zoé\n") + western("Loïc\n") + "Noé\n" + western("Thuès\r")) ==
          DecodedText{"Zoé\nLoïc\nNoé\nThuès\r", Encoding::iso_8859_1, {3}});
}

TEST_CASE("encoding: half a character at the end of UTF-16 becomes a sign that is seen") {
    CHECK(decoded("\xFF\xFE\x5A\x00\x6F"s).text == "Z\uFFFD");
    CHECK(decoded("\xFF\xFE\x00\xD8\x5A\x00"s).text == "\uFFFDZ");
}

TEST_CASE("encoding: whatever the bytes, the text is valid UTF-8, and of UTF-8 nothing changes") {
    CHECK(rc::check([](const std::string& bytes) {
        const auto read = decoded(bytes);
        RC_ASSERT(is_utf8(read.text));
        const bool marked = bytes.starts_with("\xEF\xBB\xBF");
        if (is_utf8(bytes) && bytes.find('\0') == std::string::npos)
            RC_ASSERT(read.text == bytes.substr(marked ? 3 : 0));
    }));
}

TEST_CASE("encoding: bytes of no text are told from text, however few") {
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        std::string bytes(50 + random() % 251, ' ');
        for (char& c : bytes) c = static_cast<char>(random() % 256);
        CAPTURE(i, bytes.size());
        CHECK_FALSE(is_text(decoded(bytes)));
    }
}

TEST_CASE("encoding: text is text in every encoding, with a broken accent or signs of its own") {
    for (const auto& bytes :
         {list, test::utf16_le(list), "\xFE\xFF"s + test::utf16_be(list), test::utf32_le(list),
          test::windows_1252(list), test::mac_roman("Zoé;Bœuf\n"), "Zo\uFFFD;Thu\uFFFDs\n"s, "\uF0B7 Zoé\v\f\n"s,
          test::utf16_le("\u5F20\u4E09;\u676D\u5DDE\n\u674E\u56DB;\u5317\u4EAC\n")})
        CHECK(is_text(decoded(bytes)));
    CHECK_FALSE(is_text(decoded("Zoé;\x01\n")));
    CHECK(is_text(decoded(std::string(150, 'x') + "\x01")));
}
