#include "platform/commands.hpp"

#include "compat/catch.hpp"
#include "report/markdown.hpp"
#include "store/action_line.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "support/small_cafe.hpp"

#include <sstream>

namespace {

using namespace ronde;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using store::test::MemoryDisk;
using store::test::Operation;

/// A disk with the small café, and what commands say.
struct Bench {
    MemoryDisk disk;
    std::ostringstream out;
    std::ostringstream err;
    support::SmallCafe small{};

    Bench() {
        small.note("i1", "L’œuvre");
        disk.put("good.json", store::to_json(small.session));
        disk.refuse(locked);
    }
    /// A file that is there and may not be read.
    static std::optional<store::Trouble> locked(Operation, const std::filesystem::path& path) {
        return path.string().starts_with("locked") ? std::optional{store::Trouble::not_allowed} : std::nullopt;
    }
    template <class Command>
    int run(const Command& command) {
        out.str({});
        err.str({});
        return platform::run(command, {disk, out, err});
    }
};

} // namespace

TEST_CASE("commands: check says sound or where and why not, and answers with 0, 1 or 3") {
    Bench bench;
    CHECK(bench.run(platform::CheckRun{.files = {"good.json"}}) == 0);
    CHECK(bench.out.str() == "good.json: sound\n");
    CHECK(bench.err.str().empty());

    bench.disk.put("bad.json", "{\n  \"format\": 3\n}");
    CHECK(bench.run(platform::CheckRun{.files = {"good.json", "bad.json"}}) == 1);
    CHECK(bench.out.str() == "good.json: sound\n");
    CHECK_THAT(bench.err.str(), StartsWith("ronde: bad.json:"));

    CHECK(bench.run(platform::CheckRun{.files = {"bad.json", "locked.json"}}) == 3);
    CHECK_THAT(bench.err.str(), ContainsSubstring("ronde: locked.json"));
}

TEST_CASE("commands: a name that is wrong is the input's fault, and the name is said") {
    std::ostringstream out;
    std::ostringstream err;
    const platform::CommandPorts ports{store::real_disk(), out, err};
    CHECK(platform::run(platform::CheckRun{.files = {"/nowhere/at/all.json"}}, ports) == 1);
    CHECK_THAT(err.str(), StartsWith("ronde: /nowhere/at/all.json: "));
    CHECK(platform::run(platform::ReportRun{.file = "/nowhere/at/all.json", .out = "-"}, ports) == 1);
    CHECK(out.str().empty());
}

TEST_CASE("commands: report writes every idea, to a file or to the screen") {
    Bench bench;
    const auto expected = report::markdown(bench.small.session);
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .out = "-"}) == 0);
    CHECK(bench.out.str() == expected);
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .out = "out.md"}) == 0);
    CHECK(bench.disk.content("out.md") == expected);
}

TEST_CASE("commands: a calendar and cards that hold nothing are left empty, and it is said") {
    Bench bench;
    for (const char* format : {"ics", "vcf"}) {
        CAPTURE(format);
        CHECK(bench.run(platform::ReportRun{.file = "good.json", .format = format, .out = "out"}) == 0);
        CHECK(bench.disk.content("out").empty());
        CHECK_THAT(bench.err.str(), StartsWith("ronde: good.json: holds nothing"));
    }
}

TEST_CASE("commands: report as CSV writes the ideas, and beside them the opening's answers when there are some") {
    Bench bench;
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .format = "csv", .out = "out.csv"}) == 0);
    CHECK_THAT(bench.disk.content("out.csv"), ContainsSubstring("L’œuvre"));
    CHECK_THAT(bench.disk.content("out.csv"), // every heading has its capital
               ContainsSubstring("Tour;Table;Groupe;Question;Nature;Idée;Mots-clés;Étoile;Heure;Noté par;Prolonge"));
    CHECK_FALSE(bench.disk.has("out-opening.csv"));
    REQUIRE_FALSE(bench.small.act(cafe::EditOpening{{.components = {{{"k1"}, "Utilité sociale"}}}}));
    REQUIRE_FALSE(bench.small.act(cafe::CountHands{{{"k1"}, 4, 2, 1}}));
    bench.disk.put("answered.json", store::to_json(bench.small.session));
    CHECK(bench.run(
              platform::ReportRun{.file = "answered.json", .format = "csv", .separator = ",", .out = "out.csv"}) == 0);
    CHECK_THAT(bench.disk.content("out-opening.csv"), ContainsSubstring(",Utilité sociale,essentiel,,4\r\n"));
    CHECK(bench.run(platform::ReportRun{.file = "answered.json", .format = "csv", .out = "-"}) == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("L’œuvre"));
    CHECK_THAT(bench.out.str(), ContainsSubstring(";Utilité sociale;essentiel;;4"));
    const std::string mark = "\xEF\xBB\xBF";
    CHECK_THAT(bench.out.str(), StartsWith(mark) && !ContainsSubstring("\n" + mark));

    // The first café has no answers: those of the second are said not to be its own.
    const auto answers = bench.disk.content("out-opening.csv");
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .format = "csv", .out = "out.csv"}) == 0);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: out-opening.csv: is of an earlier report"));
    CHECK(bench.disk.content("out-opening.csv") == answers);
}

TEST_CASE("commands: what the terminal does not take makes any command fail, and is said once") {
    Bench bench;
    const platform::CommandPorts ports{bench.disk, bench.out, bench.err};
    CHECK(platform::printed(0, ports) == 0);
    CHECK(platform::printed(1, ports) == 1);
    bench.out.setstate(std::ios::badbit);
    CHECK(platform::printed(3, ports) == 3);
    CHECK(bench.err.str().empty());
    CHECK(platform::printed(0, ports) == 3);
    CHECK(bench.err.str() == "ronde: the output could not be written whole\n");
}

TEST_CASE("commands: check looks at the journal beside the café, and report names it") {
    Bench bench;
    const auto seq = bench.small.session.seq;
    const auto line = [&bench](const char* id, std::uint64_t number) {
        return store::to_line({bench.small.clock.now(), cafe::CaptureIdea{.id = {id}, .text = "x", .table = {"t1"}}},
                              number) +
               '\n';
    };
    const auto check = [&bench](const std::string& journal) {
        bench.disk.put("good.journal.jsonl", journal);
        return bench.run(platform::CheckRun{.files = {"good.json"}});
    };
    CHECK(check(line("i8", seq + 1)) == 0);
    CHECK(check(line("i8", seq + 1) + "{\"seq\":" + std::to_string(seq + 2) + ",\"at\n" + line("i9", seq + 3)) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: good.journal.jsonl:2:"));
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .out = "-"}) == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("ronde: good.journal.jsonl: it is damaged; what was written lacks"));
    CHECK_THAT(bench.err.str(), !ContainsSubstring("good.json: it is damaged"));

    CHECK(check(line("i8", seq + 3)) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: good.journal.jsonl:1: 2 actions are missing"));
}

TEST_CASE("commands: report of a damaged café writes the rest and says what it left out") {
    Bench bench;
    auto text = store::to_json(bench.small.session);
    text.replace(text.find("\"kind\": \"idea\""), 14, "\"kind\": \"riddle\"");
    bench.disk.put("damaged.json", text);
    CHECK(bench.run(platform::ReportRun{.file = "damaged.json", .out = "-"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: damaged.json:"));
    CHECK_THAT(bench.err.str(), ContainsSubstring("riddle"));
    CHECK_THAT(bench.err.str(), ContainsSubstring("its sound part alone"));
    CHECK(bench.out.str() == report::markdown(bench.small.session));
    CHECK(bench.run(platform::AnonymiseRun{.file = "damaged.json", .out = "nobody.json"}) == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("its sound part alone"));
    CHECK(bench.disk.has("nobody.json"));
}

TEST_CASE("commands: an anonymous copy replaces an older one, and never the café itself") {
    Bench bench;
    CHECK(bench.run(platform::AnonymiseRun{.file = "good.json", .out = "-"}) == 0);
    const auto printed = bench.out.str();
    CHECK_THAT(printed, ContainsSubstring("ronde/session"));
    for (const char* time : {"first", "again"}) {
        INFO(time);
        CHECK(bench.run(platform::AnonymiseRun{.file = "good.json", .out = "nobody.json"}) == 0);
    }
    CHECK(bench.disk.content("nobody.json") == printed);
    const auto good = bench.disk.content("good.json");
    bench.disk.put("copy.json", good);
    for (const char* out : {"good.json", "./good.json", "copy.json"})
        CHECK(bench.run(platform::AnonymiseRun{.file = "good.json", .out = out}) == 1);
    CHECK(bench.disk.content("good.json") == good);
    CHECK(bench.disk.content("copy.json") == good);
}

TEST_CASE("commands: a report as CSV that may not be written whole is not begun") {
    Bench bench;
    REQUIRE_FALSE(bench.small.act(cafe::EditOpening{{.components = {{{"k1"}, "Utilité sociale"}}}}));
    REQUIRE_FALSE(bench.small.act(cafe::CountHands{{{"k1"}, 4, 2, 1}}));
    bench.disk.put("answered.json", store::to_json(bench.small.session));
    const auto other = bench.disk.content("good.json");
    bench.disk.put("out-opening.csv", other);
    CHECK(bench.run(platform::ReportRun{.file = "answered.json", .format = "csv", .out = "out.csv"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: out-opening.csv: a café is there"));
    CHECK_FALSE(bench.disk.has("out.csv"));
    CHECK(bench.disk.content("out-opening.csv") == other);
}

TEST_CASE("commands: a café of a later version is reported with a word, and never made anonymous") {
    Bench bench;
    auto text = store::to_json(bench.small.session);
    text.replace(text.find("\"version\": 2"), 12, "\"version\": 99");
    bench.disk.put("later.json", text);
    CHECK(bench.run(platform::ReportRun{.file = "later.json", .out = "-"}) == 0);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: later.json: it was written by a later version"));
    CHECK(bench.run(platform::AnonymiseRun{.file = "later.json", .out = "nobody.json"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: later.json: it was written by a later version"));
    CHECK_FALSE(bench.disk.has("nobody.json"));
}

TEST_CASE("commands: report refuses what is no café with 1, what cannot be read or written with 3") {
    Bench bench;
    bench.disk.put("letter.json", "Chère Zoé,\n");
    CHECK(bench.run(platform::ReportRun{.file = "letter.json", .out = "out.md"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: letter.json:1:1: "));
    CHECK(bench.run(platform::ReportRun{.file = "locked.json", .out = "out.md"}) == 3);
    CHECK_FALSE(bench.disk.has("out.md"));

    bench.disk.put("out.md", "l’ancien");
    bench.disk.refuse([](Operation operation, const auto&) {
        return operation == Operation::write ? std::optional{store::Trouble::full} : std::nullopt;
    });
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .out = "out.md"}) == 3);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: "));
    CHECK(bench.disk.content("out.md") == "l’ancien");
}

TEST_CASE("commands: replay makes a session of its journal, from nothing or from a session") {
    Bench bench;
    support::SmallCafe fresh;
    cafe::Session made;
    const cafe::Action creation{fresh.clock.now(), cafe::CreateSession{support::small_content()}};
    const cafe::Action note{fresh.clock.now(), cafe::CaptureIdea{.id = {"i1"}, .text = "une", .table = {"t1"}}};
    REQUIRE(cafe::update(made, creation));
    bench.disk.put("a.jsonl", store::to_line(creation, 1) + "\n" + store::to_line(note, 2) + "\n");
    REQUIRE(cafe::update(made, note));
    CHECK(bench.run(platform::ReplayRun{.actions = "a.jsonl", .out = "made.json"}) == 0);
    CHECK(bench.disk.content("made.json") == store::to_json(made));

    const cafe::Action more{fresh.clock.now(), cafe::CaptureIdea{.id = {"i2"}, .text = "deux", .table = {"t1"}}};
    REQUIRE(cafe::update(made, more));
    bench.disk.put("b.jsonl", store::to_line(more, 3) + "\n");
    CHECK(bench.run(platform::ReplayRun{.from = "made.json", .actions = "b.jsonl", .out = "more.json"}) == 0);
    CHECK(bench.disk.content("more.json") == store::to_json(made));
}

TEST_CASE("commands: replay and anonymise take the place of no later work, and of none that is open elsewhere") {
    Bench bench;
    support::SmallCafe fresh;
    const cafe::Action creation{fresh.clock.now(), cafe::CreateSession{support::small_content()}};
    bench.disk.put("a.jsonl", "\xEF\xBB\xBF" + store::to_line(creation, 1) + "\n"); // an editor's mark
    const auto later = bench.disk.content("good.json");
    CHECK(bench.run(platform::ReplayRun{.actions = "a.jsonl", .out = "good.json"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: good.json: the café there has later work"));
    CHECK(bench.disk.content("good.json") == later);

    CHECK(bench.run(platform::ReplayRun{.actions = "a.jsonl", .out = "made.json"}) == 0);
    const auto lock =
        bench.disk.lock(".made.lock", R"({"pid":7,"host":"ici","user":"anne","since":"2023-06-13T07:00:00Z"})");
    CHECK(bench.run(platform::ReplayRun{.actions = "a.jsonl", .out = "made.json"}) == 3);
    CHECK_THAT(bench.err.str(), ContainsSubstring("(anne, ici, process 7)"));

    CHECK(bench.run(platform::AnonymiseRun{.file = "good.json", .out = "nobody.json"}) == 0);
    bench.disk.put("nobody.journal.jsonl", "");
    CHECK(bench.run(platform::AnonymiseRun{.file = "good.json", .out = "nobody.json"}) == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("the journal nobody.journal.jsonl lies beside it"));
}

TEST_CASE("commands: replay of a session says what it is and what to give") {
    Bench bench;
    CHECK(bench.run(platform::ReplayRun{.actions = "good.json", .out = "made.json"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: good.json: this is a session and no journal; give the .jsonl"));
}

TEST_CASE("commands: replay stops at a bad line, names it, and writes nothing") {
    Bench bench;
    support::SmallCafe fresh;
    const cafe::Action creation{fresh.clock.now(), cafe::CreateSession{support::small_content()}};
    bench.disk.put("a.jsonl", store::to_line(creation, 1) + "\nn’importe quoi\n");
    CHECK(bench.run(platform::ReplayRun{.actions = "a.jsonl", .out = "made.json"}) == 1);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: a.jsonl:2:"));
    CHECK_FALSE(bench.disk.has("made.json"));
    CHECK(bench.run(platform::ReplayRun{.actions = "locked.jsonl", .out = "made.json"}) == 3);
    CHECK(bench.run(platform::ReplayRun{.from = "locked.json", .actions = "a.jsonl", .out = "made.json"}) == 3);
}

TEST_CASE("commands: report and anonymise take what the journal holds beyond the file, and say what is wrong with it") {
    Bench bench;
    const cafe::Action note{bench.small.clock.now(),
                            cafe::CaptureIdea{.id = {"i9"}, .text = "Du journal", .table = {"t1"}}};
    const cafe::Action nowhere{bench.small.clock.now(),
                               cafe::CaptureIdea{.id = {"i10"}, .text = "Nulle part", .table = {"t99"}}};
    const auto seq = bench.small.session.seq;
    const std::string journal = store::to_line(note, seq + 1) + '\n';
    const std::string torn = "{\"seq\":9";
    bench.disk.put("good.journal.jsonl", journal + torn);
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .out = "-"}) == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("Du journal"));
    CHECK(bench.err.str().empty());
    CHECK(bench.run(platform::AnonymiseRun{.file = "good.json", .out = "nobody.json"}) == 0);
    CHECK_THAT(bench.disk.content("nobody.json"), ContainsSubstring("\"i9\""));

    bench.disk.put("good.journal.jsonl", journal + store::to_line(nowhere, seq + 2) + '\n');
    CHECK(bench.run(platform::ReportRun{.file = "good.json", .out = "-"}) == 1); // something of it is missing
    CHECK_THAT(bench.out.str(), ContainsSubstring("Du journal"));
    CHECK_THAT(bench.err.str(), StartsWith("ronde: good.journal.jsonl:2: "));
}
