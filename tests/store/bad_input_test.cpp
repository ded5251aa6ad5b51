// The bad input that a facilitator may meet, each kind through every way in: opening, checking, listing. What is common
// to all: a sentence that names the file and the place, no byte of the original lost, and a café that goes on.
#include "base/text.hpp"
#include "compat/catch.hpp"
#include "store/cafe_file.hpp"
#include "store/inspect.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "store/sessions_folder.hpp"
#include "store/some_cafes.hpp"
#include "support/fake_clock.hpp"

#include <algorithm>

namespace {

using namespace ronde;
using namespace ronde::store;
using Catch::Matchers::ContainsSubstring;
using ronde::store::test::MemoryDisk;

const std::filesystem::path path = "/cafes/a.json";

/// A café's file with one piece of it replaced.
std::string with(const std::string& piece, const std::string& by) {
    auto text = to_json(test::golden_session());
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return text.replace(at, piece.size(), by);
}

std::string long_text(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += "Un mot après l’autre, sans fin. ";
    return text;
}

struct Bad {
    std::string name, content;
};

/// Files that no café can be made of.
std::vector<Bad> hopeless() {
    return {{"an empty file", ""},
            {"not JSON", "Chère Zoé,\nà mardi !\n"},
            {"a picture", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)},
            {"JSON of another shape: a list", "[1, 2, 3]"},
            {"JSON of another shape: a text", "\"ronde/session\""},
            {"JSON of another shape: another program's", R"({"format": "geojson", "version": 1, "features": []})"},
            {"no version", R"({"format": "ronde/session", "title": "Sans version"})"},
            {"a version of a wrong type", R"({"format": "ronde/session", "version": "un"})"},
            {"only opening brackets", std::string(1'000'000, '[')},
            {"fifty megabytes of text", long_text(50'000'000)}};
}

/// Files of which a café can be made, with something left out or mended.
std::vector<Bad> damaged() {
    const std::string step = "\"planned_seconds\": 900";
    return {{"a wrong type", with("\"agenda\": [", "\"agenda_old\": [").insert(2, "\"agenda\": 12,\n  ")},
            {"a missing id", with("\"id\": \"i1\",", "")},
            {"an id that points nowhere", with("\"question\": \"q1\"", "\"question\": \"q9\"")},
            {"a negative length", with(step, "\"planned_seconds\": -900")},
            {"a huge length", with(step, "\"planned_seconds\": 1e300")},
            {"a length beyond whole numbers", with(step, "\"planned_seconds\": 99999999999999999999")},
            {"an id that stands twice", with("\"id\": \"i2\"", "\"id\": \"i1\"")},
            {"invalid UTF-8", with("Anaïs Œ", "Ana\xEFs \xC5")},
            {"an end that is missing", with("\"clock\"", "\"clock\"").substr(0, 3000)},
            {"a question of five megabytes", with("De quoi avons-nous besoin ?", long_text(5'000'000))},
            {"a title of fifty megabytes", with("\"title\": \"", "\"title\": \"" + long_text(50'000'000))}};
}

/// All contents that are on the disk, whatever their names.
bool kept_somewhere(const MemoryDisk& disk, const std::string& content) {
    return std::ranges::any_of(disk.names(), [&](const std::string& name) { return disk.content(name) == content; });
}

/// A sentence: it names the file, and says more than that.
void is_a_sentence(const base::Error& error) {
    const std::string text = error.text();
    CHECK_THAT(text, ContainsSubstring("a.json"));
    CHECK(text.size() > path.string().size() + 15);
    CHECK(text.size() < 600);
    CHECK(base::is_utf8(text));
    CHECK(error.line > 0);
}

} // namespace

TEST_CASE("bad input: what is no café is refused with a sentence, and stays byte for byte as it was") {
    for (const Bad& bad : hopeless()) {
        INFO(bad.name);
        MemoryDisk disk;
        const support::FakeClock clock;
        disk.put(path, bad.content);
        const auto opened = CafeFile::open(path, disk, clock, {});
        REQUIRE_FALSE(opened);
        CHECK(opened.error().fault == base::Fault::input);
        is_a_sentence(opened.error());
        CHECK(disk.names() == std::vector<std::string>{path.string()});
        CHECK(disk.content(path) == bad.content);

        const auto problems = check_file(disk, path);
        REQUIRE(problems.size() == 1);
        is_a_sentence(problems.front());

        const auto listed = list_sessions(disk, "/cafes");
        REQUIRE(listed);
        REQUIRE(listed->size() == 1);
        CHECK(listed->front().error);
    }
}

TEST_CASE("bad input: of a damaged café the rest is there, the original is kept, and work goes on") {
    for (const Bad& bad : damaged()) {
        INFO(bad.name);
        MemoryDisk disk;
        const support::FakeClock clock;
        disk.put(path, bad.content);

        const auto problems = check_file(disk, path);
        REQUIRE_FALSE(problems.empty());
        is_a_sentence(problems.front());

        auto opened = CafeFile::open(path, disk, clock, {});
        if (!opened) FAIL(opened.error().text());
        REQUIRE(opened->access == Access::writable);
        CHECK(cafe::unsound_parts(opened->session) == std::vector<std::string>{});
        CHECK(opened->session.questions.size() == test::golden_session().questions.size());
        CHECK(std::ranges::any_of(opened->notes, [](const Note& note) { return note.kind == NoteKind::left_out; }));
        for (const cafe::Question& question : opened->session.questions) CHECK(base::length(question.text) <= 4000);
        CHECK(base::length(opened->session.identity.title) <= 4000);
        CHECK(kept_somewhere(disk, bad.content));

        auto session = opened->session;
        cafe::Action note = test::note(77, "après le dégât");
        auto& capture = std::get<cafe::CaptureIdea>(note.deed);
        REQUIRE_FALSE(session.tables.empty());
        capture.table = session.tables.front().id;
        test::apply(session, note);
        opened->file->append(note, session.seq);
        REQUIRE(opened->file->close(session));
        CHECK(kept_somewhere(disk, bad.content));
        CHECK(check_file(disk, path).empty());
        auto again = CafeFile::open(path, disk, clock, {});
        REQUIRE(again);
        CHECK(again->session == session);
        CHECK(again->notes.empty());
    }
}

TEST_CASE("bad input: one bad file in the folder hides no other") {
    MemoryDisk disk;
    int number = 0;
    for (const auto& files : {hopeless(), damaged()})
        for (const Bad& bad : files)
            if (bad.content.size() < 2'000'000)
                disk.put("/cafes/bad-" + std::to_string(++number) + ".json", bad.content);
    disk.put("/cafes/good.json", to_json(test::golden_session()));
    const auto listed = list_sessions(disk, "/cafes");
    REQUIRE(listed);
    CHECK(listed->size() == static_cast<std::size_t>(number) + 1);
    const auto good = std::ranges::find(*listed, std::filesystem::path("/cafes/good.json"), &SessionSummary::path);
    REQUIRE(good != listed->end());
    CHECK_FALSE(good->error);
    CHECK(good->ideas == 2);
}

TEST_CASE("bad input: a journal of anything beside a sound café costs nothing of the café") {
    const auto whole = test::golden_session();
    for (const Bad& bad : std::vector<Bad>{{"not JSON", "Chère Zoé,\nà mardi !\n"},
                                           {"invalid UTF-8", "{\"seq\": \xFF}\n"},
                                           {"another shape", "[]\n[]\n"},
                                           {"zeros", std::string(100'000, '\0')},
                                           {"a header alone", "{\"format\":\"ronde/journal\",\"version\":1}\n"},
                                           {"five megabytes without a line's end", long_text(5'000'000)}}) {
        INFO(bad.name);
        MemoryDisk disk;
        const support::FakeClock clock;
        disk.put(path, to_json(whole));
        disk.put("/cafes/a.journal.jsonl", bad.content);
        auto opened = CafeFile::open(path, disk, clock, {});
        if (!opened) FAIL(opened.error().text());
        CHECK(opened->session == whole);
        REQUIRE(opened->access == Access::writable);
        auto session = opened->session;
        auto note = test::note(78);
        std::get<cafe::CaptureIdea>(note.deed).table = session.tables.front().id;
        test::apply(session, note);
        opened->file->append(note, session.seq);
        REQUIRE(opened->file->close(session));
        auto again = CafeFile::open(path, disk, clock, {});
        REQUIRE(again);
        CHECK(again->session == session);
    }
}
