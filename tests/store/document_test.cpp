#include "store/document.hpp"

#include "compat/catch.hpp"
#include "store/json_writer.hpp"

namespace {

using namespace ronde::store;

std::string place_of(std::string_view text, std::string_view key) {
    const Document document(text);
    const auto place = place_in(text, document.root()->member(key)->begin());
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

} // namespace

TEST_CASE("document: every value knows its line and column, in characters") {
    const std::string_view text =
        "\xEF\xBB\xBF{\n  \"é\": 12, \"n\" : -3.5e1,\n  \"list\": [ true, {}, \"a\\\"b\" ],\r\n \"t\":null}";
    CHECK(place_of(text, "é") == "2:8");
    CHECK(place_of(text, "n") == "2:18");
    CHECK(place_of(text, "list") == "3:11");
    CHECK(place_of(text, "t") == "4:6");
    const Document document(text);
    REQUIRE_FALSE(document.damage());
    const auto list = *document.root()->member("list");
    CHECK(list.raw() == "[ true, {}, \"a\\\"b\" ]");
    const auto last = list.after(*list.after(*list.first()));
    CHECK(last->text() == "a\"b");
    CHECK_FALSE(list.after(*last));
    CHECK(document.root()->member("n")->integer() == -35);
    CHECK_FALSE(document.root()->member("n")->natural());
}

TEST_CASE("document: of a text that was cut off, what stood before is there") {
    for (const std::string_view end : {"", "\"", "\"x", "\"x\"", "\"x\":", "\"x\": [", "\"x\": 1"}) {
        const std::string text = R"({"a": 1, "b": [1, 2], )" + std::string(end);
        const Document document(text);
        INFO(text);
        REQUIRE(document.damage());
        CHECK(document.damage()->at_end);
        CHECK(document.root()->natural_member("a") == 1U);
        CHECK(document.root()->member("b")->raw() == "[1, 2]");
    }
    const Document wrong(R"({"a": 1, "b": nul, "c": 2})");
    REQUIRE(wrong.damage());
    CHECK_FALSE(wrong.damage()->at_end);
    CHECK(place_in(wrong.text(), wrong.damage()->offset).column == 18);
    CHECK(wrong.root()->natural_member("a") == 1U);
    CHECK_FALSE(wrong.root()->member("b"));
}

TEST_CASE("document: nesting has a limit, and no text breaks it") {
    const std::string deep(100'000, '[');
    const Document document(deep);
    REQUIRE(document.damage());
    CHECK(document.damage()->what == "nested too deeply");
    CHECK_FALSE(Document("").root());
    CHECK_FALSE(Document(" \n").root());
    CHECK(Document("3").root()->natural() == 3U);
}

TEST_CASE("document: whole numbers are read in any form, others are not taken for them") {
    const Document document("[20, 20.0, 2e1, 20.5, 18446744073709551615, 18446744073709551616, -1, \"20\"]");
    std::vector<std::optional<std::uint64_t>> read;
    for (auto item = document.root()->first(); item; item = document.root()->after(*item))
        read.push_back(item->natural());
    const std::optional<std::uint64_t> none;
    CHECK(read == std::vector<std::optional<std::uint64_t>>{20, 20, 20, none, 18446744073709551615U, none, none, none});
}

TEST_CASE("json writer: minified JSON is laid out again, and minified comes back") {
    const std::string json = R"({"a":[1,-2.50,"x,]}\"y"],"b":{"c":{},"d":[]},"e":null})";
    JsonWriter out(Layout::document);
    out.raw(json);
    const auto laid_out = out.take();
    CHECK(
        laid_out ==
        "{\n  \"a\": [\n    1,\n    -2.50,\n    \"x,]}\\\"y\"\n  ],\n  \"b\": {\n    \"c\": {},\n    \"d\": []\n  },\n  \"e\": null\n}");
    CHECK(minified(laid_out) == json);
}

TEST_CASE("json writer: what is not UTF-8 or not printable is written so that every reader takes it") {
    JsonWriter out(Layout::line);
    out.text("a\xFFz\x01\n\"\\é");
    CHECK(out.take() == "\"a\uFFFDz\\u0001\\n\\\"\\\\é\"");
}
