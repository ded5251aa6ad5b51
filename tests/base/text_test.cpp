#include "base/text.hpp"

#include "compat/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <thread>

using namespace ronde::base;
using namespace std::string_literals;
using Strings = std::vector<std::string>;

namespace {

constexpr std::size_t none = std::string_view::npos;

/// Text of code points that people and clipboards send: French, marks, spaces of all kinds, emoji, ideographs.
rc::Gen<std::string> any_text() {
    static const std::vector<std::string> parts = {"a",
                                                   "Z",
                                                   "é",
                                                   "œ",
                                                   "ß",
                                                   "ﬁ",
                                                   "’",
                                                   "e\u0301",
                                                   " ",
                                                   "  ",
                                                   "\n",
                                                   "\r\n",
                                                   ". ",
                                                   "\u00A0",
                                                   "\u202F",
                                                   "\u3000",
                                                   "« ",
                                                   " ? ",
                                                   "#",
                                                   "-",
                                                   "茶",
                                                   "한",
                                                   "👩‍👩‍👧",
                                                   "🇫🇷",
                                                   "\t",
                                                   "mot ",
                                                   "fin.",
                                                   "\u2028",
                                                   "\u00AD",
                                                   "\u200B",
                                                   "\u0301",
                                                   "7"};
    return rc::gen::map(rc::gen::container<Strings>(rc::gen::elementOf(parts)), [](const Strings& picked) {
        std::string out;
        for (const auto& part : picked) out += part;
        return out;
    });
}

std::string without_space(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        static_cast<void>(next_code_point(text, at));
        const auto one = text.substr(start, at - start);
        if (!trimmed(one).empty()) out += one;
    }
    return out;
}

/// The pieces between breaks.
Strings pieces(std::string_view text) {
    Strings out;
    std::size_t start = 0;
    for (const std::size_t end : line_breaks(text)) {
        out.emplace_back(text.substr(start, end - start));
        start = end;
    }
    return out;
}

} // namespace

TEST_CASE("text: valid UTF-8 is told from invalid, to the byte") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("Qu’est-ce qui nous réunit ? Un cœur 👩‍👩‍👧"));
    CHECK(is_utf8("\xEF\xBF\xBF\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80"));
    CHECK(is_utf8("nul\0byte"s));
    CHECK(first_invalid_utf8("caf\xE9") == 3);
    CHECK(first_invalid_utf8("0123456789abcdef\xC0\xAF") == 16);
    CHECK(first_invalid_utf8("é\x80") == 2);
    CHECK(first_invalid_utf8("\xC3") == 0);
    CHECK(first_invalid_utf8("a\xE2\x80") == 1);
    CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);     // overlong
    CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);     // surrogate
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0); // above U+10FFFF
    CHECK(first_invalid_utf8("\xF5\x80\x80\x80") == 0);
    CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);
    CHECK(first_invalid_utf8("abc") == none);
}

TEST_CASE("text: each invalid sequence becomes one replacement character, the rest stays") {
    CHECK(repaired_utf8("café") == "café");
    CHECK(repaired_utf8("caf\xE9 noir") == "caf\uFFFD noir");
    CHECK(repaired_utf8("\xE2\x80") == "\uFFFD");
    CHECK(repaired_utf8("\xE2\x80"
                        "a") == "\uFFFDa");
    CHECK(repaired_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
    CHECK(repaired_utf8("\xF1\x80\x80\xE1\x80\xC2"
                        "b") == "\uFFFD\uFFFD\uFFFD"
                                "b"); // the standard's own example
}

TEST_CASE("text: any bytes are repaired to valid UTF-8, and valid text is left alone") {
    REQUIRE(rc::check("repair", [](const std::string& bytes) {
        const std::string repaired = repaired_utf8(bytes);
        RC_ASSERT(is_utf8(repaired));
        RC_ASSERT(repaired_utf8(repaired) == repaired);
        if (is_utf8(bytes)) RC_ASSERT(repaired == bytes);
        const auto bad = std::min(first_invalid_utf8(bytes), bytes.size());
        RC_ASSERT(repaired.substr(0, bad) == bytes.substr(0, bad));
    }));
}

TEST_CASE("text: a code point is written and read back, and what is none becomes U+FFFD") {
    REQUIRE(rc::check("code points", [] {
        const auto code_point = static_cast<char32_t>(*rc::gen::inRange<std::uint32_t>(0, 0x120000));
        std::string text;
        append_utf8(text, code_point);
        std::size_t at = 0;
        const bool scalar = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
        RC_ASSERT(is_utf8(text));
        RC_ASSERT(next_code_point(text, at) == (scalar ? code_point : U'\uFFFD'));
        RC_ASSERT(at == text.size());
        RC_ASSERT(length(text) == 1u);
    }));
}

TEST_CASE("text: folding puts case, accents, ligatures and curly apostrophes aside") {
    CHECK(folded("ÉTÉ à Noël, ça va") == "ete a noel, ca va");
    CHECK(folded("e\u0301te\u0301") == folded("été"));
    CHECK(folded("CŒUR") == "coeur");
    CHECK(folded("cœur") == "coeur");
    CHECK(folded("Lætitia") == "laetitia");
    CHECK(folded("Straße") == "strasse");
    CHECK(folded("STRASSE") == folded("straße"));
    CHECK(folded("ﬁnance, eﬃcace") == "finance, efficace");
    CHECK(folded("L’idée, l‘autre, l\u02BCami, l´eau") == "l'idee, l'autre, l'ami, l'eau");
    CHECK(folded("tiers\u2011lieu – ici") == "tiers-lieu - ici");
    CHECK(folded("pourquoi\u202F?\u00A0oui") == "pourquoi ? oui");
    CHECK(folded("Łódź, Ørsted, İstanbul ışık") == "lodz, orsted, istanbul isik");
    CHECK(folded("ΣΊΣΥΦΟΣ") == folded("σίσυφος"));
    CHECK(folded("ＦＵＬＬ № ① …") == "full no 1 ...");
    CHECK(folded("col·lectiu l·l") == "col·lectiu l·l");
    CHECK(folded("co\u00ADopérative") == "cooperative"); // a soft hyphen is not seen
    CHECK(folded("茶 👍") == "茶 👍");
    CHECK(folded("a\xFF"
                 "b") == "a\uFFFD"
                         "b");
    CHECK(folded("").empty());
}

TEST_CASE("text: lower case keeps accents and composes them") {
    CHECK(lower_cased("ÉTÉ à Œuvre, L’ÎLE") == "été à œuvre, l’île");
    CHECK(lower_cased("E\u0301te\u0301") == "été");
    CHECK(lower_cased("STRASSE Straße ΣΊΣΥΦΟΣ") == "strasse straße σίσυφος");
    CHECK(lower_cased("a\xFF") == "a\uFFFD");
    CHECK(lower_cased("").empty());
}

TEST_CASE("text: folding goes code point by code point, and twice is once") {
    REQUIRE(rc::check("folding", [] {
        const auto a = *any_text();
        const auto b = *any_text();
        RC_ASSERT(folded(a + b) == folded(a) + folded(b));
    }));
    for (char32_t code_point = 1; code_point < 0x20000; ++code_point) {
        std::string text;
        append_utf8(text, code_point);
        const std::string once = folded(text);
        if (folded(once) == once && is_utf8(once)) continue;
        FAIL("U+" << std::hex << static_cast<std::uint32_t>(code_point) << " folds to " << once << ", then to "
                  << folded(once));
    }
}

TEST_CASE("text: white space at both ends goes, no-break spaces and line ends too") {
    CHECK(trimmed(" \t\r\n\u00A0\u202F\u2003\u3000 été \u2028\u202F\n") == "été");
    CHECK(trimmed("a b") == "a b");
    CHECK(trimmed("\u202F").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed(" à") == "à"); // ends in the byte A0
    CHECK(trimmed("\u200Ba") == "\u200Ba");
    CHECK(trimmed(" \xA0 ") == "\xA0");
    CHECK(trimmed("a\xC2") == "a\xC2");
}

TEST_CASE("text: length counts code points") {
    CHECK(length("") == 0);
    CHECK(length("cœur’") == 5);
    CHECK(length("e\u0301") == 2);
    CHECK(length("👩‍👩‍👧") == 5);
}

TEST_CASE("text: words are what holds a letter or a digit, apostrophes inside, hyphens between") {
    using Views = std::vector<std::string_view>;
    CHECK(words_in("« L’été, aujourd'hui ? »") == Views{"L’été", "aujourd'hui"});
    CHECK(words_in("Un tiers-lieu : l·l compris… 🙂 #réseau") ==
          Views{"Un", "tiers", "lieu", "l·l", "compris", "réseau"});
    CHECK(words_in("18 h, 3,5 €, 50 %") == Views{"18", "h", "3,5", "50"});
    CHECK(words_in("e\u0301te\u0301\u202F!") == Views{"e\u0301te\u0301"});
    CHECK(words_in("«\u202Fprix\u202F: 10\u202F000\u202F€\u202F»") == Views{"prix", "10\u202F000"});
    CHECK(words_in("caf\xE9 noir").back() == "noir");
    CHECK(words_in(" … — \n").empty());
    CHECK(words_in("").empty());
}

TEST_CASE("text: lines may break after spaces and hyphens, not before high punctuation or inside guillemets") {
    CHECK(pieces("Un café, deux tables") == Strings{"Un ", "café, ", "deux ", "tables"});
    CHECK(pieces("Pourquoi\u202F? Parce\u202F!") == Strings{"Pourquoi\u202F? ", "Parce\u202F!"});
    CHECK(pieces("Et maintenant\u00A0: quoi\u202F; où") == Strings{"Et ", "maintenant\u00A0: ", "quoi\u202F; ", "où"});
    CHECK(pieces("dit «\u202Foui\u202F» tout bas") == Strings{"dit ", "«\u202Foui\u202F» ", "tout ", "bas"});
    CHECK(pieces("Qu’est-ce") == Strings{"Qu’est-", "ce"});
    CHECK(pieces("un\ndeux\r\ntrois\rquatre") == Strings{"un\n", "deux\r\n", "trois\r", "quatre"});
    CHECK(pieces("10\u00A0000\u202F€ par an") == Strings{"10\u00A0000\u202F€ ", "par ", "an"});
    CHECK(pieces("").empty());
    CHECK(pieces("mot") == Strings{"mot"});
}

TEST_CASE("text: a typed space after « or before a high sign does not break a line") {
    CHECK(pieces("dit « quelqu’un répond » tout bas") == Strings{"dit ", "« quelqu’un ", "répond » ", "tout ", "bas"});
    CHECK(pieces("Quoi ? Non ! Si ; donc : voilà") == Strings{"Quoi ? ", "Non ! ", "Si ; ", "donc : ", "voilà"});
    CHECK(pieces("30 % de 20 € d’ici") == Strings{"30 % ", "de ", "20 € ", "d’ici"});
    CHECK(pieces("« oui ? » dit-elle") == Strings{"« oui ? » ", "dit-", "elle"});
    CHECK(pieces("fin  » ou") == Strings{"fin  » ", "ou"});
    CHECK(pieces("fin\n» ou") == Strings{"fin\n", "» ", "ou"});
    CHECK(pieces("ouvert « ") == Strings{"ouvert ", "« "});
    CHECK(pieces(" ? seul") == Strings{" ? ", "seul"});
}

TEST_CASE("text: line breaks rise, fall between code points, end with the text, and spare U+202F") {
    REQUIRE(rc::check("line breaks", [] {
        const auto text = *any_text();
        const auto breaks = line_breaks(text);
        RC_ASSERT(breaks.empty() == text.empty());
        if (text.empty()) return;
        RC_ASSERT(breaks.back() == text.size());
        std::size_t before = 0;
        for (const std::size_t at : breaks) {
            RC_ASSERT(at > before);
            RC_ASSERT(is_utf8(std::string_view(text).substr(before, at - before)));
            before = at;
        }
    }));
    REQUIRE(rc::check("nothing breaks before a sign set off by U+202F", [] {
        const std::string sign = *rc::gen::elementOf(Strings{"?", "!", ";", ":", "»", "%", "€"});
        const std::string word = *rc::gen::elementOf(Strings{"mot", "été", "12", "« oui", "(non)", "茶", "fin."});
        const std::string text = word + "\u202F" + sign;
        for (const std::size_t at : line_breaks(text)) RC_ASSERT((at == text.size() || at < word.size()));
    }));
}

TEST_CASE("text: two threads break lines and fold at once") {
    const auto work = [] {
        bool right = true;
        for (int i = 0; i < 200; ++i)
            right = right && line_breaks("un deux trois").size() == 3 && folded("Été № 5") == "ete no 5";
        return right;
    };
    bool other = false;
    std::thread thread([&] { other = work(); });
    CHECK(work());
    thread.join();
    CHECK(other);
}

TEST_CASE("text: lines end in LF, CRLF or CR, and empty ones are left out") {
    CHECK(lines("Anne\nBruno\r\n\r\n  Chloé \u00A0\rDenis") == Strings{"Anne", "Bruno", "Chloé", "Denis"});
    CHECK(lines("seul") == Strings{"seul"});
    CHECK(lines("\n \r\n\r").empty());
    CHECK(lines("").empty());
}

TEST_CASE("text: a long text is cut at a line's end, else a sentence's, else a word's, else between graphemes") {
    CHECK(split_to_fit("court", 10) == Strings{"court"});
    CHECK(split_to_fit("une ligne. Là\nune autre", 20) == Strings{"une ligne. Là", "une autre"});
    CHECK(split_to_fit("Une phrase. Une autre phrase.", 20) == Strings{"Une phrase.", "Une autre phrase."});
    CHECK(split_to_fit("un deux trois", 8) == Strings{"un deux", "trois"});
    CHECK(split_to_fit("un deux trois", 7) == Strings{"un deux", "trois"}); // the space at the cut takes no room
    CHECK(split_to_fit("Est-ce vrai\u202F? Oui", 12) == Strings{"Est-ce", "vrai\u202F? Oui"});
    CHECK(split_to_fit("anticonstitutionnellement", 10) == Strings{"anticonsti", "tutionnell", "ement"});
    CHECK(split_to_fit("abe\u0301", 3) == Strings{"ab", "e\u0301"});
    CHECK(split_to_fit("👩‍👩‍👧👩‍👩‍👧", 6) ==
          Strings{"👩‍👩‍👧", "👩‍👩‍👧"});
    CHECK(split_to_fit("e\u0301", 1) == Strings{"e", "\u0301"}); // a grapheme longer than the limit
    CHECK(split_to_fit("ab", 0) == Strings{"a", "b"});
    CHECK(split_to_fit(" \n ", 5).empty());
    CHECK(split_to_fit("", 5).empty());
}

TEST_CASE("text: splitting loses nothing but white space, and no piece is too long") {
    REQUIRE(rc::check("splitting", [] {
        const auto text = *any_text();
        const auto limit = *rc::gen::inRange<std::size_t>(1, 40);
        std::string joined;
        for (const auto& piece : split_to_fit(text, limit)) {
            RC_ASSERT(!piece.empty());
            RC_ASSERT(is_utf8(piece));
            RC_ASSERT(length(piece) <= limit);
            RC_ASSERT(trimmed(piece) == piece);
            joined += piece;
        }
        RC_ASSERT(without_space(joined) == without_space(text));
        if (length(trimmed(text)) <= limit && !trimmed(text).empty())
            RC_ASSERT(split_to_fit(text, limit) == Strings{std::string(trimmed(text))});
    }));
}

TEST_CASE("text: white space inside a piece stays as it was") {
    CHECK(split_to_fit("un\u202F: deux   trois quatre", 14) == Strings{"un\u202F: deux", "trois quatre"});
    CHECK(split_to_fit("a  b\u00A0c d", 7) == Strings{"a  b\u00A0c", "d"});
}

TEST_CASE("text: tags are read as typed, each once") {
    CHECK(tags_in("Un #jardin et un #Four") == Strings{"jardin", "Four"});
    CHECK(tags_in("#Écologie, #écologie #ecologie") == Strings{"Écologie"});
    CHECK(tags_in("(#lien) «\u202F#sens\u202F» «#mixité»") == Strings{"lien", "sens", "mixité"});
    CHECK(tags_in("#tiers-lieu #vie_locale #2024plan #cœur’") ==
          Strings{"tiers-lieu", "vie_locale", "2024plan", "cœur"});
    CHECK(tags_in("#e\u0301te\u0301.") == Strings{"e\u0301te\u0301"});
    CHECK(tags_in("#un#deux ##trois x#quatre #12 # #_- l’#huit #").size() == 1);
    CHECK(tags_in("#un#deux ##trois x#quatre #12 # #_- #") == Strings{"un"});
    CHECK(tags_in("ligne\n#茶\u00A0#Ελλάς") == Strings{"茶", "Ελλάς"});
    CHECK(tags_in("").empty());
}
