// The templates that ship: each lasts what its subtitle says, and both languages hold the same café.

#include "compat/catch.hpp"
#include "store/session_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

using namespace ronde;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;
using enum cafe::StepKind;
using Kinds = std::vector<cafe::StepKind>;

const fs::path folder = fs::path(RONDE_SOURCE_DIR) / "assets" / "templates";

cafe::Session template_in(const fs::path& path) {
    std::ifstream in(path);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto loaded = store::from_json(text, path.string());
    if (!loaded) FAIL(loaded.error().text());
    for (const auto& error : loaded->left_out) FAIL(error.text());
    CHECK(cafe::unsound_parts(loaded->session).empty());
    return std::move(loaded->session);
}

base::Duration length_of(const cafe::Session& session) {
    base::Duration sum{};
    for (const auto& step : session.agenda) sum += step.planned;
    return sum;
}

Kinds kinds_of(const cafe::Session& session) {
    Kinds kinds;
    for (const auto& step : session.agenda) kinds.push_back(step.kind);
    return kinds;
}

/// What a step is but for its title, which is in another language.
auto untitled(const cafe::Step& step) {
    return std::tuple(step.id.value, step.kind, step.planned, step.minimum);
}

struct Expected {
    std::string subtitle;
    base::Duration length;
    Kinds kinds;
};

const std::map<std::string, Expected> expected{
    {"morning",
     {"Trois heures, de l’accueil à la suite",
      181min, // the sample's own morning, from 9:00 to noon and a minute
      {welcome, opening, briefing, round, travel, round, travel, round, harvest, plenary, closing, follow_up}}},
    {"classic",
     {"Deux heures, de l’ouverture à la plénière",
      120min,
      {welcome, opening, briefing, round, travel, round, travel, round, harvest, plenary, follow_up, closing}}},
    {"express",
     {"Une heure : trois tours et une courte plénière",
      60min,
      {opening, briefing, round, travel, round, travel, round, harvest, plenary, follow_up}}},
};

} // namespace

TEST_CASE("templates: each lasts what its subtitle says, with the steps of a world café") {
    for (const auto& [name, wanted] : expected) {
        INFO(name);
        const auto session = template_in(folder / (name + ".json"));
        CHECK(session.identity.subtitle == wanted.subtitle);
        CHECK(length_of(session) == wanted.length);
        CHECK(kinds_of(session) == wanted.kinds);
        CHECK(session.identity.language == "fr");
        for (const auto& step : session.agenda) // late, it can be caught up without cutting to nothing
            CHECK((step.minimum > 0min && step.minimum < step.planned));
    }
}

TEST_CASE("templates: every one is known here, and its English twin has the same steps") {
    std::size_t found = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        INFO(name);
        CHECK(expected.contains(name.substr(0, name.find('.'))));
        ++found;
    }
    CHECK(found == 2 * expected.size());
    for (const auto& [name, wanted] : expected) {
        INFO(name);
        const auto french = template_in(folder / (name + ".json"));
        const auto english = template_in(folder / (name + ".en.json"));
        CHECK(english.identity.language == "en");
        CHECK(std::ranges::equal(french.agenda, english.agenda, {}, untitled, untitled));
        CHECK(english.questions.size() == french.questions.size());
        CHECK(english.tables == french.tables);
    }
}
