#include "gui/words.hpp"

#include "compat/catch.hpp"

using ronde::gui::Words;

TEST_CASE("words: a missing key shows itself, so that somebody notices") {
    const Words words("fr", {{"a", "un"}});
    CHECK(words("a") == "un");
    CHECK(words("b") == "b");
}

TEST_CASE("words: blanks are filled by name, and unknown ones are left") {
    const Words words("en", {{"a", "{one} and {two}, {one}; {three} {"}});
    CHECK(words("a", {{"one", "1"}, {"two", "{one}"}}) == "1 and {one}, 1; {three} {");
}

TEST_CASE("words: French counts nothing in the singular, English in the plural") {
    const std::map<std::string, std::string, std::less<>> texts{{"n.one", "{n} one"}, {"n.other", "{n} other"}};
    CHECK(Words("fr", texts).count("n", 0) == "0 one");
    CHECK(Words("fr", texts).count("n", 1) == "1 one");
    CHECK(Words("fr", texts).count("n", 2) == "2 other");
    CHECK(Words("en", texts).count("n", 0) == "0 other");
    CHECK(Words("en", texts).count("n", 1) == "1 one");
}
