#include "store/wrong.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace {

using namespace ronde;
using store::Wrong;

/// The {names} that a sentence wants filled.
std::set<std::string> blanks(std::string_view text) {
    std::set<std::string> names;
    for (auto begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1))
        names.emplace(text.substr(begin + 1, text.find('}', begin) - begin - 1));
    return names;
}

} // namespace

TEST_CASE("wrong: every reason has one sentence, in the order of the enumeration") {
    const auto sentences = store::wrong_sentences();
    REQUIRE(sentences.size() == static_cast<std::size_t>(Wrong::refused_action) + 1);
    std::set<std::string_view> keys;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        CHECK(sentences[i].wrong == static_cast<Wrong>(i));
        CHECK(keys.insert(sentences[i].key).second);
    }
}

TEST_CASE("wrong: every reason has words in both catalogues, with blanks that are filled") {
    for (const std::string language : {"fr", "en"}) {
        std::ifstream in(RONDE_SOURCE_DIR "/assets/locales/" + language + "/error.json");
        const auto texts = nlohmann::json::parse(in).get<std::map<std::string, std::string>>();
        CHECK(texts.size() == store::wrong_sentences().size() + 1); // and error_at
        for (const auto& sentence : store::wrong_sentences()) {
            INFO(language << ' ' << sentence.key);
            const auto words = texts.find("error." + std::string(sentence.key));
            REQUIRE(words != texts.end());
            CHECK_FALSE(words->second.empty());
            auto filled = blanks(sentence.english);
            if (filled.contains("shown")) filled.insert("found"); // the same in JSON
            if (sentence.wrong == Wrong::refused_action) filled.insert("action");
            CHECK(std::ranges::includes(filled, blanks(words->second)));
        }
    }
}

TEST_CASE("wrong: the message is in English, and the cause holds what the catalogues need") {
    const auto error = store::because(Wrong::out_of_range, {{"member", "planned_seconds"}, {"value", "1"}});
    CHECK(error.text() == "“planned_seconds” is out of range; it is now 1");
    CHECK(error.cause == base::Cause{"out_of_range", {{"member", "planned_seconds"}, {"value", "1"}}});
    CHECK(store::because(Wrong::not_an_action).message == "this is not an action");
}
