#include "store/inspect.hpp"

#include "compat/catch.hpp"
#include "store/action_line.hpp"
#include "store/running_file.hpp"
#include "store/session_file.hpp"
#include "store/some_cafes.hpp"

namespace {

using namespace ronde;
using namespace ronde::store;
using Catch::Matchers::ContainsSubstring;

/// A journal of a creation and `notes` notes.
std::string journal(int notes) {
    auto text = to_line(JournalHeader{.session = {"s1"}}) + "\n" + to_line(test::creation(), 1) + "\n";
    for (int n = 1; n <= notes; ++n) text += to_line(test::note(n), static_cast<std::uint64_t>(n) + 1) + "\n";
    return text;
}

std::string refusal(std::optional<cafe::Session> from, const std::string& text) {
    const auto session = replay(std::move(from), text, "a.jsonl");
    REQUIRE_FALSE(session);
    return session.error().text();
}

std::string first_problem(const std::string& name, const std::string& content) {
    test::MemoryDisk disk;
    disk.put(name, content);
    const auto problems = check_file(disk, name);
    REQUIRE_FALSE(problems.empty());
    return problems.front().text();
}

} // namespace

TEST_CASE("replay: a journal makes the session that it tells of") {
    cafe::Session expected;
    test::apply(expected, test::creation());
    test::apply(expected, test::note(1));
    const auto first = replay(std::nullopt, journal(1), "a.jsonl");
    REQUIRE(first);
    CHECK(*first == expected);

    // From a session, the lines that it contains are passed over.
    test::apply(expected, test::note(2));
    CHECK(replay(*first, journal(2), "a.jsonl").value() == expected);
    // Without header and numbers, as a person writes it; with padding at the end, as a crash leaves it.
    auto by_hand = std::string(R"({"do":"capture_idea","at":"2023-06-13T07:00:02Z","instant_ms":3000,"boot":"boot",)") +
                   R"("id":"i2","text":"une idée","table":"t1"})" + "\r\n   \n" + std::string(50, '\0');
    CHECK(replay(*first, by_hand, "a.jsonl").value() == expected);
}

TEST_CASE("replay: what only a file says of itself does not become part of the café") {
    const auto made = replay(std::nullopt,
                             R"({"at":"2023-06-13T07:00:00Z","do":"create_session","session":)"
                             R"({"format":"ronde/session","version":2,"id":"S1","title":"E","kept":1}})",
                             "a.jsonl");
    REQUIRE(made);
    CHECK(made->extra == R"({"kept":1})");
    const auto again = from_json(to_json(*made));
    REQUIRE(again);
    CHECK(again->left_out.empty());
}

TEST_CASE("replay: stops at the first line that is bad, rejected or out of order, and names it") {
    CHECK_THAT(refusal(std::nullopt, journal(1) + "nonsense\n"), ContainsSubstring("a.jsonl:4:"));
    CHECK_THAT(refusal(std::nullopt, journal(1) + to_line(test::note(1), 3)),
               ContainsSubstring("a.jsonl:4") && ContainsSubstring("duplicate_id"));
    CHECK_THAT(refusal(std::nullopt, journal(1) + to_line(test::note(2), 7)),
               ContainsSubstring("“seq” is 7 where 3 should follow"));
    CHECK_THAT(refusal(std::nullopt, ""), ContainsSubstring("no action that creates a session"));
    CHECK_THAT(refusal(std::nullopt, to_line(test::note(1), 1)), ContainsSubstring("no_session"));
    CHECK_THAT(refusal(test::golden_session(), journal(1)), ContainsSubstring("another café's"));
}

TEST_CASE("check: sound files have no problems") {
    test::MemoryDisk disk;
    disk.put("a.json", to_json(test::golden_session()));
    disk.put("a.journal.jsonl", journal(3));
    disk.put("b.journal.jsonl",
             to_line(JournalHeader{.session = {"s1"}, .base = 9}) + "\n" + to_line(test::note(1), 10) + "\n");
    for (const auto& name : disk.names()) CHECK(check_file(disk, name).empty());
}

TEST_CASE("check: says what is wrong, and where") {
    auto text = to_json(test::golden_session());
    CHECK_THAT(first_problem("a.json", text.replace(text.find("\"round\": 1,"), 10, "\"round\": x")),
               ContainsSubstring("a.json:121:16"));
    CHECK_THAT(first_problem("a.json", R"({"format":"ronde/session","version":3,"id":"s","title":"t"})"),
               ContainsSubstring("later version"));
    CHECK_THAT(first_problem("a.jsonl", journal(1) + "{\"seq\":3"), ContainsSubstring("a.jsonl:4:"));
    const auto header = to_line(JournalHeader{.session = {"s1"}, .base = 9}) + "\n";
    CHECK_THAT(first_problem("a.jsonl", header + to_line(test::note(1), 12)),
               ContainsSubstring("a.jsonl:2: “seq” is 12 where 10"));
    CHECK_THAT(first_problem("a.jsonl", header + "{}\n"), ContainsSubstring("a.jsonl:2:"));
    test::MemoryDisk disk;
    CHECK(check_file(disk, "none.json").front().fault == base::Fault::environment);
}

TEST_CASE("read café: beside whoever has it open all that was acknowledged is there, a torn line or not") {
    cafe::Session before;
    const auto disk = test::killed(&before);
    const auto names = disk->names();
    for (const std::string torn : {"", "{\"seq\":5,\"at\":"}) {
        disk->put("/cafes/a.journal.jsonl", disk->content("/cafes/a.journal.jsonl") + torn);
        const auto read = read_cafe(*disk, test::path);
        REQUIRE(read);
        CHECK(read->session == before);
        for (const Note& note : read->notes) CHECK_FALSE(trouble_of(note));
    }
    CHECK(disk->names() == names);
}

TEST_CASE("read café: what is missing or damaged is said, and nothing is set aside") {
    const auto disk = test::killed();
    const auto whole = disk->content(test::path);
    disk->put(test::path, whole.substr(0, whole.size() / 2));
    const auto read = read_cafe(*disk, test::path);
    REQUIRE(read);
    CHECK(read->session.ideas.size() == 3);
    REQUIRE_FALSE(read->notes.empty());
    CHECK(trouble_of(read->notes.front()));
    for (const Note& note : read->notes) CHECK(note.kind != NoteKind::set_aside);
    CHECK(trouble_of({.kind = NoteKind::gap, .count = 2})->message.starts_with("2 actions"));
}

TEST_CASE("journal: the mark that an editor puts at the beginning is passed over") {
    const std::string marked = "\xEF\xBB\xBF" + journal(2);
    const auto replayed = replay(std::nullopt, marked, "a.jsonl");
    REQUIRE(replayed);
    CHECK(replayed->ideas.size() == 2);

    test::MemoryDisk disk;
    disk.put("/a.journal.jsonl", marked);
    CHECK(check_file(disk, "/a.journal.jsonl").empty());
    disk.put("/a.json", to_json(replay(std::nullopt, journal(1), "a.jsonl").value()));
    const auto read = read_cafe(disk, "/a.json");
    REQUIRE(read);
    CHECK(read->session.ideas.size() == 2);
    CHECK(check_file(disk, "/a.json").empty());
}

TEST_CASE("check: UTF-16 is called by its name, with what to do") {
    using namespace std::string_literals;
    for (const auto& text : {"\xFF\xFE{\0\"\0"s, "\xFE\xFF\0{\0\""s, "{\0\"\0"s})
        CHECK_THAT(first_problem("a.json", text), ContainsSubstring("the file is UTF-16; save it as UTF-8"));
}
