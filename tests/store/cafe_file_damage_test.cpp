// What is left of a café whose file or journal was damaged.

#include "store/action_line.hpp"
#include "store/running_file.hpp"
#include "store/session_file.hpp"

using namespace ronde;
using namespace ronde::store;
using namespace ronde::store::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("café file: a torn last line is set aside, never silently, and the journal goes on") {
    cafe::Session before;
    auto disk = killed(&before);
    auto journal = disk->content("/cafes/a.journal.jsonl");
    journal.resize(journal.find_last_not_of(' ') + 1);
    const auto torn = to_line(test::note(9), 5).substr(0, 40);
    disk->put("/cafes/a.journal.jsonl", journal + torn + std::string(100, '\0'));

    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    const auto note = the(opened, NoteKind::torn_line);
    CHECK(note.count == 40);
    CHECK(disk->content(note.file) == torn + '\n');
    again.note(4);
    REQUIRE(again.file->close(again.session));
    CHECK(disk->content("/cafes/a.journal.jsonl").find(torn + '{') == std::string::npos);
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: a last line that lacks nothing but its end counts") {
    cafe::Session before;
    auto disk = killed(&before);
    auto journal = disk->content("/cafes/a.journal.jsonl");
    journal.resize(journal.find_last_not_of(" \n") + 1);
    disk->put("/cafes/a.journal.jsonl", journal);
    Running again(*disk);
    CHECK(again.open().session == before);
    again.note(4);
    REQUIRE(again.file->close(again.session));
    disk->put(path, "");
    CHECK(Running(*disk).open().session.ideas == again.session.ideas);
}

TEST_CASE("café file: a damaged line in the middle is told, and what follows is kept") {
    auto disk = killed();
    auto journal = disk->content("/cafes/a.journal.jsonl");
    const auto at = journal.find(R"("do":"capture_idea","id":"i2")");
    disk->put("/cafes/a.journal.jsonl", journal.replace(at, 6, "\"do\":#"));
    Running again(*disk);
    const auto opened = again.open();
    CHECK(the(opened, NoteKind::bad_line).error.line == 4);
    CHECK(the(opened, NoteKind::gap).count == 1);
    REQUIRE(opened.session.ideas.size() == 2);
    CHECK(opened.session.ideas[1].id.value == "i3");
    again.note(4);
    REQUIRE(again.file->close(again.session));
    CHECK(disk->has("/cafes/a.journal-2.jsonl"));
    CHECK_THAT(disk->content("/cafes/a.journal-2.jsonl"), ContainsSubstring("\"base\":4"));
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: a file cut in the middle is set aside and made again from backup and journal") {
    cafe::Session before;
    auto disk = killed(&before);
    const auto whole = disk->content(path);
    const auto damaged = whole.substr(0, whole.size() / 2);
    disk->put(path, damaged);
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    CHECK(says(opened, NoteKind::from_backup));
    const auto note = the(opened, NoteKind::set_aside);
    CHECK(note.error.line > 1);
    CHECK_THAT(note.file, ContainsSubstring("/cafes/a.corrupt-"));
    REQUIRE(again.file->close(again.session));
    CHECK(disk->content(note.file) == damaged);
    CHECK(from_json(disk->content(path))->session == before);
}

TEST_CASE("café file: a damaged file never becomes the backup") {
    auto disk = killed();
    const auto backup = disk->content("/cafes/a.json.bak");
    disk->put(path, "{");
    Running again(*disk);
    std::ignore = again.open();
    REQUIRE(again.saved(4));
    CHECK(disk->content("/cafes/a.json.bak") == backup);
}

TEST_CASE("café file: without a backup the journal alone makes the café again") {
    cafe::Session before;
    auto disk = killed(&before);
    REQUIRE(disk->remove("/cafes/a.json.bak"));
    disk->put(path, "this was once a café");
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    CHECK(says(opened, NoteKind::from_journal));
    CHECK(says(opened, NoteKind::set_aside));

    Running lost(*disk);
    again.file.reset();
    REQUIRE(disk->remove(path));
    CHECK(lost.open().session == before);
}

TEST_CASE("café file: with neither backup nor journal the sound part of the file is there") {
    auto disk = killed();
    const auto whole = disk->content(path);
    REQUIRE(disk->remove("/cafes/a.json.bak"));
    REQUIRE(disk->remove("/cafes/a.journal.jsonl"));
    disk->put(path, whole.substr(0, whole.find("\"clock\"")));
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session.ideas.size() == 1);
    CHECK(says(opened, NoteKind::sound_part));
    CHECK(the(opened, NoteKind::left_out).error.line > 10);
    again.note(2);
    REQUIRE(again.file->close(again.session));
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: what is no café is refused and left as it is") {
    MemoryDisk disk;
    FakeClock clock;
    disk.put("/cafes/other.json", "[1, 2, 3]");
    const auto opened = CafeFile::open("/cafes/other.json", disk, clock, me);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == base::Fault::input);
    CHECK(disk.names() == std::vector<std::string>{"/cafes/other.json"});
    const auto missing = CafeFile::open("/cafes/none.json", disk, clock, me);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == base::Fault::environment);
}

TEST_CASE("café file: another café's journal beside the file goes out of the way") {
    auto disk = killed();
    auto text = disk->content(path);
    text.replace(text.find("\"id\": \"s1\""), 10, "\"id\": \"zz\"");
    disk->put(path, text);
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session.seq == 2);
    CHECK_THAT(disk->content(the(opened, NoteKind::foreign_journal).file), ContainsSubstring("\"session\":\"s1\""));
    again.note(2);
    REQUIRE(again.file->close(again.session));
    CHECK_THAT(disk->content("/cafes/a.journal.jsonl"), ContainsSubstring("\"session\":\"zz\",\"base\":2"));
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: after lines that were rejected no number comes twice, and the next note outlives another kill") {
    auto disk = killed();
    auto journal = disk->content("/cafes/a.journal.jsonl");
    journal.resize(journal.find_last_not_of(' ') + 1);
    auto nowhere = test::note(8);
    std::get<cafe::CaptureIdea>(nowhere.deed).table = {"t9"};
    journal += to_line(nowhere, 5) + '\n' + to_line(test::note(3), 6) + '\n'; // no such table; noted already
    disk->put("/cafes/a.journal.jsonl", journal);

    Running again(*disk);
    const auto opened = again.open();
    CHECK(std::ranges::count(opened.notes, NoteKind::rejected_line, &Note::kind) == 2);
    CHECK(opened.session.seq == 6);
    CHECK(opened.session.ideas.size() == 3);
    again.note(4);
    REQUIRE(again.durable());
    const auto later = disk->after_kill();
    CHECK(Running(*later).open().session == again.session);
}

TEST_CASE("café file: a journal that cannot be read is told and left as it is, and the café goes on in the next") {
    auto disk = killed();
    const auto unread = disk->content("/cafes/a.journal.jsonl");
    disk->refuse([](Operation operation, const std::filesystem::path& file) -> std::optional<Trouble> {
        return operation == Operation::read && file == "/cafes/a.journal.jsonl" ? std::optional(Trouble::broken)
                                                                                : std::nullopt;
    });
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.access == Access::writable);
    CHECK(the(opened, NoteKind::unreadable_journal).file == "/cafes/a.journal.jsonl");
    CHECK(opened.session.ideas.size() == 1); // what the session file holds
    again.note(4);
    REQUIRE(again.durable());
    CHECK(disk->content("/cafes/a.journal.jsonl") == unread);
    CHECK(disk->has("/cafes/a.journal-2.jsonl"));

    const auto later = disk->after_kill(); // where the first can be read again, what came after it counts
    const auto session = Running(*later).open().session;
    REQUIRE(session.ideas.find({"i4"}) != nullptr);
}

TEST_CASE("café file: beside a journal that cannot be read, the file's sound part counts more than a poorer backup") {
    auto disk = killed(); // the backup has no idea yet
    auto text = disk->content(path);
    const auto at = text.find("\"seq\": 2");
    REQUIRE(at != std::string::npos);
    disk->put(path, text.replace(at, 8, "\"seq\": {}"));
    disk->refuse([](Operation operation, const std::filesystem::path& file) -> std::optional<Trouble> {
        return operation == Operation::read && file == "/cafes/a.journal.jsonl" ? std::optional(Trouble::broken)
                                                                                : std::nullopt;
    });
    Running again(*disk);
    const auto opened = again.open();
    CHECK(says(opened, NoteKind::unreadable_journal));
    CHECK(says(opened, NoteKind::sound_part));
    CHECK(opened.session.ideas.size() == 1);
}
