#include "store/session_file.hpp"

#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "store/document.hpp"
#include "store/session_text.hpp"
#include "store/some_cafes.hpp"
#include "support/random_cafe.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace {

using namespace ronde;
using namespace ronde::store;
using Catch::Matchers::ContainsSubstring;

/// The golden file of a version.
std::string golden_text(int version = session_version) {
    std::ifstream in(RONDE_SOURCE_DIR "/tests/store/golden/session-" + std::to_string(version) + ".json",
                     std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The golden file with one piece of it replaced.
std::string golden_with(const std::string& piece, const std::string& by) {
    auto text = golden_text();
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return text.replace(at, piece.size(), by);
}

/// What one reading reports, a line each.
std::string reports(const LoadedSession& loaded) {
    std::string all;
    for (const auto& error : loaded.left_out) all += error.text() + "\n";
    return all;
}

LoadedSession loaded(const std::string& text) {
    auto result = from_json(text, "f.json");
    if (!result) FAIL(result.error().text());
    CHECK(cafe::unsound_parts(result->session) == std::vector<std::string>{});
    return std::move(*result);
}

} // namespace

TEST_CASE("session file: version 2 is written and read as its golden file says") {
    const auto text = golden_text();
    REQUIRE(cafe::unsound_parts(test::golden_session()).empty());
    CHECK(to_json(test::golden_session()) == text);
    const auto read = loaded(text);
    CHECK(reports(read) == "");
    CHECK(read.session == test::golden_session());
    CHECK(read.format == Format::current);
    CHECK(read.version == 2);
}

TEST_CASE("session file: version 1 is read as what it meant, its components with ids") {
    const auto read = loaded(golden_text(1));
    CHECK(reports(read) == "");
    CHECK(read.format == Format::current);
    CHECK(read.version == 1);
    const auto& session = read.session;
    CHECK(session.opening.components ==
          std::vector<cafe::Component>{{{"c-1"}, "Mixité sociale"}, {{"c-2"}, "Utilité sociale"}});
    CHECK(session.participants.size() == 2);
    CHECK(session.participants[0].presence == cafe::Presence::expected);
    CHECK(session.seating_rules == cafe::SeatingRules{});
    CHECK(session.ideas == test::golden_session().ideas);
    CHECK(session.timer == test::golden_session().timer);
    CHECK(to_json(session).find("\"version\": 2") != std::string::npos);
}

TEST_CASE("session file: save and load give the same session, load and save the same text") {
    REQUIRE(rc::check("to_json, then from_json", [] {
        const auto session = test::any_session(*rc::gen::arbitrary<std::uint32_t>());
        RC_ASSERT(cafe::unsound_parts(session).empty());
        const auto text = to_json(session);
        const auto read = from_json(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(reports(*read) == "");
        RC_ASSERT(read->session == session);
        RC_ASSERT(to_json(read->session) == text);
    }));
}

TEST_CASE("session file: unknown members survive at every level") {
    // One more member in every object of the golden file, whatever it is.
    const auto add = [](auto& self, nlohmann::ordered_json& value) -> int {
        int added = 0;
        if (value.is_structured())
            for (auto& inner : value) added += self(self, inner);
        if (!value.is_object()) return added;
        value["x_later"] = {{"deep", {1, "deux", nullptr}}};
        return added + 1;
    };
    auto document = nlohmann::ordered_json::parse(golden_text());
    const int added = add(add, document);
    REQUIRE(added > 30);
    const auto read = loaded(document.dump());
    CHECK(reports(read) == "");
    const auto again = nlohmann::ordered_json::parse(to_json(read.session));
    CHECK(nlohmann::json(again) == nlohmann::json(document));

    // They survive a change of the café too.
    auto session = read.session;
    test::apply(session, {session.timer.seen, cafe::ShowMessage{"bonjour"}});
    CHECK_THAT(to_json(session),
               ContainsSubstring("\"stage\": {\n    \"screen\": \"shown\",\n    \"message\": \"bonjour\""));
    CHECK(loaded(to_json(session)).session == session);
}

TEST_CASE("session file: times are written with the offset of the café's time zone") {
    auto session = test::golden_session();
    CHECK_THAT(to_json(session), ContainsSubstring("\"starts_at\": \"2023-06-13T09:00:00+02:00\""));
    session.identity.time_zone = "Asia/Kathmandu";
    CHECK_THAT(to_json(session), ContainsSubstring("\"starts_at\": \"2023-06-13T12:45:00+05:45\""));
}

TEST_CASE("session file: a newer version is read as far as it is understood, and said to be newer") {
    const auto read = loaded(golden_with("\"version\": 2", "\"version\": 3"));
    CHECK(read.format == Format::newer);
    CHECK(read.version == 3);
    CHECK(read.session.ideas.size() == 2);
}

TEST_CASE("session file: an older version is brought up, step by step") {
    // A version that never was: titles were called names, and lengths were in minutes.
    const auto rename = [](nlohmann::ordered_json& document) {
        document["title"] = document.at("name");
        document.erase("name");
    };
    const auto to_seconds = [](nlohmann::ordered_json& document) {
        for (auto& step : document.at("agenda")) step["planned_seconds"] = step.at("planned_minutes").get<int>() * 60;
    };
    const std::array<Migration, 2> steps{rename, to_seconds};
    const Migrations chain{.oldest = 0, .steps = steps};
    CHECK_FALSE(from_json(R"({"format": "ronde/session", "version": -1})", "f", chain)); // versions count from 0

    const std::array<Migration, 1> both{[](nlohmann::ordered_json& document) {
        document["title"] = document.at("name");
        document.erase("name");
        for (auto& step : document.at("agenda")) step["planned_seconds"] = step.at("planned_minutes").get<int>() * 60;
    }};
    const std::string old = R"({"format": "ronde/session", "version": 1, "id": "s", "name": "Ancien", "kept": [1],
        "agenda": [{"id": "a", "kind": "round", "title": "Tour", "planned_minutes": 20}]})";
    const auto read = from_json(old, "f.json", Migrations{.oldest = 1, .steps = both});
    REQUIRE(read);
    CHECK(read->version == 1);
    CHECK(read->format == Format::current);
    CHECK(read->session.identity.title == "Ancien");
    CHECK(read->session.agenda.at(0).planned == std::chrono::minutes(20));
    CHECK_THAT(to_json(read->session), ContainsSubstring("\"version\": 2") && ContainsSubstring("\"kept\""));

    CHECK(migrated(R"({"name": "x", "agenda": [{"planned_minutes": 2}]})", 0, chain)
              .value_or("")
              .find("\"version\": 2") != std::string::npos);
    const auto unlike = from_json(R"({"format": "ronde/session", "version": 1, "id": "s"})", "f.json",
                                  Migrations{.oldest = 1, .steps = both});
    REQUIRE_FALSE(unlike);
    CHECK_THAT(unlike.error().message, ContainsSubstring("version 1"));
    const auto before_time =
        from_json(R"({"format": "ronde/session", "version": 0, "id": "s", "name": "x"})", "f.json");
    REQUIRE_FALSE(before_time);
    CHECK_THAT(before_time.error().text(), ContainsSubstring("f.json:1:40: there never was a version 0"));
}

TEST_CASE("session file: what is not a session is refused with its place") {
    const auto refusal = [](std::string_view text) {
        const auto read = from_json(text, "f.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().fault == base::Fault::input);
        return read.error().text();
    };
    CHECK_THAT(refusal(""), ContainsSubstring("f.json:1:1: this is not a session of Ronde: the file stops here"));
    CHECK_THAT(refusal("Bonjour"), ContainsSubstring("f.json:1:1: this is not a session of Ronde: invalid literal"));
    CHECK_THAT(refusal("Bonjour"), ContainsSubstring("give the .json of a café"));
    CHECK_THAT(refusal("[1, 2]"), ContainsSubstring("this is not a session of Ronde"));
    CHECK_THAT(refusal("{}"), ContainsSubstring("“format” is not “ronde/session”"));
    CHECK_THAT(refusal(R"({"format": 3})"), ContainsSubstring("“format”"));
    CHECK_THAT(refusal(R"({"format": "ronde/session"})"), ContainsSubstring("“version”"));
    CHECK_THAT(refusal(R"({"format": "ronde/session", "version": "1"})"), ContainsSubstring("“version”"));
    CHECK_THAT(refusal(R"({"format": "ronde/session", "version": -1})"), ContainsSubstring("“version”"));
    CHECK_THAT(refusal(std::string(50'000'000, 'x')), ContainsSubstring("f.json:1:1"));
    CHECK_THAT(refusal("{\n  \"format\": \"ronde/sess"), ContainsSubstring("f.json:2:"));
}

TEST_CASE("session file: of a file that was cut off anywhere, what stood before it is kept") {
    const auto text = golden_text();
    const auto whole = loaded(text).session;
    const auto last_idea = text.find("\"id\": \"i2\"");
    std::size_t readable = 0;
    for (std::size_t size = 0; size + 2 < text.size(); size += 7) {
        const auto read = from_json(std::string_view(text).substr(0, size), "f.json");
        if (!read) continue;
        ++readable;
        REQUIRE(read->left_out.size() >= 1);
        CHECK(read->left_out.back().line > 0);
        REQUIRE(cafe::unsound_parts(read->session).empty());
        if (size > last_idea) {
            CHECK(read->session.ideas[0] == whole.ideas[0]);
            CHECK(read->session.agenda == whole.agenda);
        }
    }
    CHECK(readable > text.size() / 7 - 10);
}

TEST_CASE("session file: a bad member is named with line and column, and the rest is kept") {
    const auto damaged = golden_with("\"kind\": \"question\",", "\"kind\": \"riddle\",");
    const auto read = loaded(damaged);
    const auto place = place_in(damaged, damaged.find("\"riddle\""));
    CHECK(reports(read) == "f.json:" + std::to_string(place.line) + ":" + std::to_string(place.column) +
                               ": “kind” must be one of idea question quote action, not “riddle”\n");
    auto expected = test::golden_session();
    auto second = expected.ideas[1];
    second.kind = cafe::IdeaKind::idea;
    expected.ideas.replace(second);
    CHECK(read.session == expected);
}

TEST_CASE("session file: a ruling on an organisation that is not there is left out, and said") {
    auto session = test::golden_session();
    session.follow_up.complementarities = {{{"nowhere"}, {"nobody"}, "un four", "du pain"}};
    CHECK(cafe::unsound_parts(session).size() == 2);
    const auto read = loaded(to_json(session));
    CHECK_THAT(reports(read), ContainsSubstring("“un four” is matched for an organisation that is not in the session"));
    CHECK(read.session.follow_up.complementarities.empty());
}

TEST_CASE("session file: who hosts when, and who sees a question again, comes back; what makes no sense is mended") {
    auto session = test::golden_session();
    session.seating_rules.hosting = cafe::Hosting::relay;
    session.seating_rules.host_rounds = 3;
    session.seating_rules.pins.push_back({.id = {"pin3"},
                                          .kind = cafe::PinKind::host,
                                          .person = {"p1"},
                                          .table = {"t1"},
                                          .first_round = 1,
                                          .last_round = 1});
    session.seating.host_spans = {{{"p1"}, {"t1"}, 1, 1}};
    session.seating.quality->seen_again = {{{"p2"}, {"q1"}, {1, 3}}};
    CHECK(loaded(to_json(session)).session == session);

    session.seating_rules.host_rounds = 0;
    session.seating.host_spans.push_back({{"nobody"}, {"t1"}, 1, 1});
    session.seating.host_spans.push_back({{"p1"}, {"t1"}, 1, 9});
    session.seating.quality->seen_again.push_back({{"nobody"}, {"q1"}, {1, 3}});
    const auto mended = loaded(to_json(session)).session;
    CHECK(mended.seating_rules.host_rounds == 1);
    CHECK(mended.seating.host_spans.size() == 1);
    CHECK(mended.seating.quality->seen_again.size() == 1);
    CHECK(cafe::unsound_parts(mended).empty());
}

TEST_CASE("session file: wrong types, lengths and ids are each reported, and nothing else is lost") {
    struct Case {
        std::string piece, by, says;
    };
    const std::vector<Case> cases{
        {"\"id\": \"i1\",", "", "“id” is missing; it is now “mended-2”"},
        {"\"id\": \"i2\"", "\"id\": \"i1\"", "the id “i1” stands twice; this one is now “i1-2”"},
        {"\"id\": \"q2\"", "\"id\": 7", "“id” must be a text, not 7"},
        {"\"planned_seconds\": 900", "\"planned_seconds\": -900", "“planned_seconds” is out of range; it is now 1"},
        {"\"planned_seconds\": 900", "\"planned_seconds\": 9000000",
         "“planned_seconds” is out of range; it is now 86400"},
        {"\"planned_seconds\": 900", "\"planned_seconds\": 99999999999999999999",
         "“planned_seconds” is out of range; it is now 86400"},
        {"\"planned_seconds\": 900", "\"planned_seconds\": \"900\"",
         "“planned_seconds” must be a number of seconds, not “900”"},
        {"\"round\": 1,", "\"round\": 1.5,", "“round” must be a whole number, not 1.5"},
        {"\"round\": 1,", "\"round\": 77,", "“round” is out of range; it is now 1"},
        {"\"question\": \"q1\"", "\"question\": \"q9\"",
         "“question” names “q9”, which is not in the session: left out"},
        {"\"table\": \"t1\",\n      \"question\"", "\"table\": \"t9\",\n      \"question\"", "“table” names “t9”"},
        {"\"starts_at\": \"2023-06-13T09:00:00+02:00\"", "\"starts_at\": \"demain\"",
         "“starts_at” must be a time like"},
        {"\"time_zone\": \"Europe/Paris\"", "\"time_zone\": \"Europe/Peyrestortes\"", "no time zone is named"},
        {"\"language\": \"fr\"", "\"language\": \"ca\"", "“language” must be fr or en"},
        {"\"starred\": true", "\"starred\": \"oui\"", "“starred” must be true or false, not “oui”"},
        {"\"members\": [\"p1\", \"p2\"]", "\"members\": [\"p1\", \"p1\", \"p9\"]", "“p1” is in two groups"},
        {"\"members\": [\"p1\", \"p2\"]", "\"members\": {}", "“members” must be a list, not an object"},
        {"\"step\": \"s2\",\n    \"left", "\"step\": \"s9\",\n    \"left",
         "the clock does not say in which step it is"},
        {"\"title\": \"Accueil\"", "\"title\": \"Accueil\", \"title\": \"Deux\"",
         "“title” stands here twice; this one is left out"},
        {"\"scope\": \"prepare\"", "\"scope\": null", "the history is damaged"},
        {"{\"kind\": \"idea\", \"id\": \"i1\"}", "{\"kind\": \"idea\", \"id\": \"i9\"}", "the history is damaged"},
        {"{\"kind\": \"idea\", \"id\": \"i1\"}", "{\"kind\": \"identity\"}", "the history is damaged"},
        {"\"before\": {\"id\": \"q2\"", "\"before\": {\"id\": \"q3\"", "the history is damaged"},
    };
    for (const auto& one : cases) {
        INFO(one.piece << " -> " << one.by);
        const auto read = loaded(golden_with(one.piece, one.by));
        CHECK_THAT(reports(read), ContainsSubstring(one.says));
        CHECK_THAT(reports(read), ContainsSubstring("f.json:"));
        CHECK(read.left_out.size() <= 4);
        REQUIRE(read.session.ideas.size() == 2);
        CHECK(read.session.ideas[1].text == "Qui ouvre le lundi ?\nEt qui ferme ?");
        CHECK(read.session.participants.size() == 2);
        CHECK(read.session.agenda.size() == 3);
        CHECK(loaded(to_json(read.session)).left_out.empty());
    }
}

TEST_CASE("session file: a number that is far out of range becomes the nearest, and is reported once") {
    for (const char* number : {"86401", "1000000000000", "99999999999999999999", "1e30"}) {
        INFO(number);
        const auto read =
            loaded(golden_with("\"planned_seconds\": 900", std::string("\"planned_seconds\": ") + number));
        CHECK(read.session.agenda[0].planned == std::chrono::hours(24));
        REQUIRE(read.left_out.size() == 1);
        CHECK_THAT(reports(read), ContainsSubstring("“planned_seconds” is out of range; it is now 86400"));
    }
    const auto read = loaded(golden_with("\"planned_seconds\": 900", "\"planned_seconds\": -1e30"));
    CHECK_THAT(reports(read), ContainsSubstring("“planned_seconds” is out of range; it is now 1\n"));
    const auto round = loaded(golden_with("\"round\": 1,", "\"round\": 3000000000,"));
    CHECK(round.left_out.size() == 1);
}

TEST_CASE("session file: the history of an idea that was taken out of the file is left out, and no other idea goes") {
    const auto read = loaded(golden_with("\"text\": \"Un café", "\"texte\": \"Un café"));
    CHECK_THAT(reports(read), ContainsSubstring("the history is damaged"));
    auto session = read.session;
    CHECK_FALSE(cafe::update(session, {session.timer.seen, cafe::Undo{"table:t1"}}));
    CHECK(session.ideas.size() == 1);
}

TEST_CASE("session file: what a café did and undid comes back whole") {
    REQUIRE(rc::check("a history that happened is no damaged one", [](std::uint64_t seed) {
        support::RandomCafe random{seed};
        for (int i = 0; i < 150; ++i) (void)random.step_on();
        const auto read = from_json(to_json(random.session()));
        RC_ASSERT(read.has_value());
        RC_ASSERT(reports(*read) == "");
        RC_ASSERT(read->session.history == random.session().history);
    }));
}

TEST_CASE("session file: an idea whose table is gone keeps its place among those of that table") {
    auto text = golden_text();
    for (auto at = text.find("\"table\": \"t1\",\n"); at != std::string::npos; at = text.find("\"table\": \"t1\",\n"))
        text.replace(at, 13, "\"table\": \"tx\"");
    const auto read = loaded(text);
    CHECK(read.session.tables.size() == 3);
    CHECK(read.session.ideas[0].table.value == "tx");
    CHECK(read.session.ideas[1].table.value == "tx");
}

TEST_CASE("session file: nothing builds on an idea that was left out") {
    const auto read = loaded(golden_with("\"text\": \"Un café", "\"texte\": \"Un café"));
    CHECK_THAT(reports(read), ContainsSubstring("an idea without text is left out"));
    REQUIRE(read.session.ideas.size() == 1);
    CHECK(read.session.ideas[0].id.value == "i2");
    CHECK(read.session.ideas[0].builds_on.empty());
    CHECK(cafe::unsound_parts(read.session).empty());
}

TEST_CASE("session file: text that is not UTF-8 is repaired and said") {
    const auto read = loaded(golden_with("Anaïs Œ", "Ana\xEFs Œ"));
    CHECK_THAT(reports(read), ContainsSubstring("not UTF-8"));
    CHECK(read.session.participants.at(0).name == "Ana\uFFFDs Œuvrard");
}

TEST_CASE("session file: fifty megabytes in one idea become ideas of a length that can be shown") {
    std::string text;
    while (text.size() < 50'000'000) text += "Un mot après l’autre, sans fin. ";
    auto read = loaded(golden_with("Un café « vivant »", text));
    CHECK_THAT(reports(read), ContainsSubstring("longer than 4000 characters"));
    CHECK(read.session.ideas.size() > 10'000);
    std::size_t kept = 0;
    for (const auto& idea : read.session.ideas) kept += idea.text.size();
    CHECK(kept > 49'900'000);
}

TEST_CASE("session file: a thousand faults are counted, not listed") {
    std::string text = R"({"format": "ronde/session", "version": 1, "id": "s", "title": "T", "questions": [)";
    for (int n = 0; n < 1000; ++n) text += R"({"id": "q", "text": 3},)";
    text += R"({"id": "last"}]})";
    const auto read = loaded(text);
    CHECK(read.left_out.size() == 101);
    CHECK_THAT(read.left_out.back().message, ContainsSubstring("more"));
    CHECK(read.session.questions.size() == 1001);
}
