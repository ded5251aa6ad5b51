#include "platform/output_file.hpp"

#include "compat/catch.hpp"
#include "store/action_line.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "support/small_cafe.hpp"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace ronde;
using namespace ronde::platform;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

/// A folder of its own, removed at the end, and what is printed.
struct Bench {
    fs::path folder;
    std::ostringstream out;
    std::ostringstream err;
    CommandPorts ports{store::real_disk(), out, err};
    cafe::Session session = support::SmallCafe{}.session;

    Bench() {
        std::string name = (fs::temp_directory_path() / "ronde-output-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;
    ~Bench() { fs::remove_all(folder); }

    fs::path put(const char* name, const std::string& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        return folder / name;
    }
    [[nodiscard]] std::string content(const fs::path& file) const { return ports.disk.read(file).value_or(""); }
    /// The refusal, with the promise that nothing was changed; empty: it was written.
    std::string refusal(const Output& output) {
        const auto before = content(output.path);
        const auto written = write_output(ports, output, "le document\n");
        if (written) return {};
        CHECK(written.error().fault == base::Fault::input);
        CHECK(content(output.path) == before);
        return written.error().message;
    }
};

} // namespace

TEST_CASE("output file: a document goes to a new file, over an old one, or to the terminal") {
    Bench bench;
    CHECK(bench.refusal({.path = bench.folder / "new.md"}).empty());
    CHECK(bench.content(bench.folder / "new.md") == "le document\n");
    CHECK(bench.refusal({.path = bench.put("old.md", "l’ancien")}).empty());
    CHECK(bench.content(bench.folder / "old.md") == "le document\n");
    CHECK(bench.refusal({.path = "-"}).empty());
    CHECK(bench.out.str() == "le document\n");
    CHECK_FALSE(fs::exists("-"));
}

TEST_CASE("output file: what is read is never written over, by whatever name") {
    Bench bench;
    const auto input = bench.put("a.csv", "x");
    fs::create_symlink("a.csv", bench.folder / "link.csv");
    fs::create_hard_link(input, bench.folder / "hard.csv");
    for (const fs::path& same :
         {input, bench.folder / "." / "a.csv", bench.folder / "link.csv", bench.folder / "hard.csv"})
        CHECK_THAT(bench.refusal({.path = same, .inputs = {"nowhere", input}}), ContainsSubstring("that is read"));
}

TEST_CASE("output file: a café gives way to itself alone, a journal to nothing") {
    Bench bench;
    const auto cafe = bench.put("café.json", store::to_json(bench.session));
    CHECK_THAT(bench.refusal({.path = cafe}), ContainsSubstring("a café is there"));
    CHECK_THAT(bench.refusal({.path = cafe, .session = "another"}), ContainsSubstring("another café is there"));
    CHECK(bench.refusal({.path = cafe, .session = bench.session.id.value}).empty());

    const auto damaged = bench.put("cut", "\xFF{\"format\": \"ronde/session\"");
    CHECK_THAT(bench.refusal({.path = damaged, .session = bench.session.id.value}), ContainsSubstring("too damaged"));

    const auto header = store::to_line(store::JournalHeader{.session = bench.session.id});
    for (const auto& journal : {bench.put("lines.txt", header + "\n"), bench.put("a.journal.jsonl", "")})
        CHECK_THAT(bench.refusal({.path = journal, .session = bench.session.id.value}), ContainsSubstring("journal"));
}

TEST_CASE("output file: a link stays one, and what it leads to is written") {
    Bench bench;
    fs::create_symlink("there.md", bench.folder / "link.md");
    for (const char* round : {"new", "old"}) {
        INFO(round);
        CHECK(bench.refusal({.path = bench.folder / "link.md"}).empty());
        CHECK(fs::is_symlink(bench.folder / "link.md"));
        CHECK(bench.content(bench.folder / "there.md") == "le document\n");
        fs::remove(bench.folder / "there.md");
    }
}

TEST_CASE("output file: a folder and an empty name are refused, and nothing is left behind") {
    Bench bench;
    CHECK_THAT(bench.refusal({.path = bench.folder}), ContainsSubstring("a folder"));
    CHECK_THAT(bench.refusal({.path = ""}), ContainsSubstring("no name"));
    CHECK(fs::is_empty(bench.folder));
    CHECK_FALSE(fs::exists(bench.folder.string() + ".tmp"));
}

TEST_CASE("output file: a pipe takes the bytes and stays what it is, behind a link too") {
    Bench bench;
    const auto pipe = bench.folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    fs::create_symlink("pipe", bench.folder / "link");
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(reader >= 0);
    CHECK(write_output(bench.ports, {.path = pipe}, "un, "));
    CHECK(write_output(bench.ports, {.path = bench.folder / "link"}, "deux"));
    std::array<char, 32> read{};
    CHECK(::read(reader, read.data(), read.size()) == 8);
    CHECK(std::string_view(read.data()) == "un, deux");
    ::close(reader);
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("output file: a terminal that takes nothing more is an error") {
    Bench bench;
    bench.out.setstate(std::ios::badbit);
    const auto printed = write_output(bench.ports, {.path = "-"}, "x");
    REQUIRE_FALSE(printed);
    CHECK(printed.error().fault == base::Fault::environment);
}
