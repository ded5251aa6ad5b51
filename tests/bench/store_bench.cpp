// What it costs to keep a café: a durable idea beside SQLite's commit of one row (write-ahead log, synchronous=FULL) on
// the same disk, turn and turn about (aim: at most as long), and 10,000 ideas saved and loaded beside SQLite and beside
// nlohmann/json's bare parse and dump. The files lie beside this program, or in --folder DIR, and are removed.

#include "bench/measure.hpp"
#include "bench/sqlite.hpp"
#include "store/cafe_file.hpp"
#include "store/session_file.hpp"
#include "support/fake_clock.hpp"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>

namespace {

using namespace ronde;
using namespace ronde::bench;
namespace fs = std::filesystem;

template <class T>
T unless_failed(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
}

/// A folder of our own, gone at the end.
class Scratch {
public:
    explicit Scratch(const fs::path& within) : m_path(within / "store_bench.tmp") {
        fs::remove_all(m_path);
        fs::create_directories(m_path);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] fs::path operator/(const char* name) const { return m_path / name; }

private:
    fs::path m_path;
};

/// A café on the disk, written to as the program writes to it.
class KeptCafe {
public:
    explicit KeptCafe(const fs::path& path)
        : m_file(unless_failed(store::CafeFile::create(path, store::real_disk(), m_clock, {}, options()))),
          m_cafe(0, [this](const cafe::Action& action, std::uint64_t seq) { m_file->append(action, seq); }) {
        save();
    }

    [[nodiscard]] const cafe::Session& session() const { return m_cafe.session(); }

    void note(std::size_t n) { m_cafe.act(capture(session(), n)); }
    void wait_until_durable() {
        wait([this] { return m_file->status().durable_seq >= session().seq; });
    }
    void save() {
        m_file->save(session());
        wait([this] { return m_file->status().saved_seq >= session().seq; });
    }
    void close() {
        if (const auto closed = m_file->close(session()); !closed) throw std::runtime_error(closed.error().text());
    }

private:
    store::CafeFileOptions options() {
        return {.on_progress = [this] {
            { const std::scoped_lock lock(m_mutex); }
            m_progress.notify_one();
        }};
    }
    template <class Condition>
    void wait(Condition condition) {
        std::unique_lock lock(m_mutex);
        if (!m_progress.wait_for(lock, std::chrono::seconds{60}, condition))
            throw std::runtime_error("the writer has not answered for a minute");
    }

    support::FakeClock m_clock{};
    std::mutex m_mutex{};
    std::condition_variable m_progress{};
    std::unique_ptr<store::CafeFile> m_file;
    Cafe m_cafe;
};

void insert(Sqlite& base, std::size_t n) {
    base.insert(fmt::format("i-{}", n), idea_text(n), static_cast<int>(n % 4), "t-1", static_cast<int>(n));
}

void print_ratio(const Laps& ours, const Laps& theirs) {
    fmt::print("{:<46} {:>7} {:>10.2f} {:>10.2f}\n", "  = times the yardstick", "", ours.median() / theirs.median(),
               ours.percentile(0.99) / theirs.percentile(0.99));
}

/// One burst is a note-taker's, or a paste of many lines: each idea is to be durable by itself.
void durable_ideas(const Scratch& scratch, std::size_t times) {
    constexpr std::size_t burst = 50;
    KeptCafe cafe(scratch / "durable.json");
    Sqlite base((scratch / "durable.sqlite").string());
    std::size_t n = 0;
    Laps ours;
    Laps theirs;
    for (std::size_t i = 0; i < times; ++i) {
        ++n;
        ours.time([&] {
            cafe.note(n);
            cafe.wait_until_durable();
        });
        theirs.time([&] { insert(base, n); });
    }
    Laps our_bursts;
    Laps their_bursts;
    Laps their_batches;
    for (std::size_t i = 0; i < std::max<std::size_t>(times / burst, 5); ++i) {
        our_bursts.time([&] {
            for (std::size_t k = 1; k <= burst; ++k) cafe.note(n + k);
            cafe.wait_until_durable();
        });
        their_bursts.time([&] {
            for (std::size_t k = 1; k <= burst; ++k) insert(base, n + k);
        });
        n += burst;
        their_batches.time([&] {
            base.run("BEGIN");
            for (std::size_t k = 1; k <= burst; ++k) insert(base, 10'000'000 + n + k);
            base.run("COMMIT");
        });
    }
    print_head("A durable idea", "µs (aim: at most the yardstick)");
    print_row("one at a time", ours);
    print_row("yardstick: SQLite, one row a commit", theirs);
    print_ratio(ours, theirs);
    print_row(fmt::format("{} at once", burst), our_bursts);
    print_row(fmt::format("yardstick: SQLite, {} commits", burst), their_bursts);
    print_ratio(our_bursts, their_bursts);
    print_row(fmt::format("for scale: SQLite, {} rows in one commit", burst), their_batches);
    cafe.close();
}

void save_and_load(const Scratch& scratch, std::size_t ideas, std::size_t times) {
    constexpr double milliseconds = 1000;
    const fs::path path = scratch / "many.json";
    KeptCafe cafe(path);
    for (std::size_t n = 1; n <= ideas; ++n) cafe.note(n);
    cafe.wait_until_durable();

    Laps copies;
    Laps saves;
    Laps encodings;
    Laps their_encodings;
    Laps decodings;
    Laps their_decodings;
    Laps openings;
    Laps their_saves;
    Laps their_loads;
    const std::string text = store::to_json(cafe.session());
    const auto parsed = nlohmann::ordered_json::parse(text);
    for (std::size_t i = 0; i < times; ++i) {
        copies.time([&] {
            const cafe::Session copy(cafe.session()); // NOLINT(performance-unnecessary-copy-initialization): measured
            if (copy.ideas.empty()) throw std::runtime_error("nothing copied");
        });
        saves.time([&] { cafe.save(); });
        encodings.time([&] {
            if (store::to_json(cafe.session()).size() != text.size()) throw std::runtime_error("another text");
        });
        their_encodings.time([&] {
            if (parsed.dump(2).empty()) throw std::runtime_error("nothing dumped");
        });
        decodings.time([&] {
            if (unless_failed(store::from_json(text)).session != cafe.session())
                throw std::runtime_error("another session");
        });
        their_decodings.time([&] {
            if (nlohmann::ordered_json::parse(text).empty()) throw std::runtime_error("nothing parsed");
        });

        const fs::path file = scratch / "many.sqlite";
        for (const char* end : {"", "-wal", "-shm"}) fs::remove(file.string() + end);
        Sqlite base(file.string());
        their_saves.time([&] {
            base.run("BEGIN");
            for (std::size_t n = 1; n <= ideas; ++n) insert(base, n);
            base.run("COMMIT");
        });
        their_loads.time([&] {
            if (base.read_all() == 0) throw std::runtime_error("nothing read");
        });
    }
    cafe.close();
    const support::FakeClock clock;
    for (std::size_t i = 0; i < times; ++i) {
        auto opened = base::Result<store::OpenedCafe>(tl::unexpected(base::Error{}));
        openings.time([&] { opened = store::CafeFile::open(path, store::real_disk(), clock, {}); });
        const auto open = unless_failed(std::move(opened));
        if (const auto closed = open.file->close(open.session); !closed)
            throw std::runtime_error(closed.error().text());
    }

    print_head(fmt::format("{} ideas, a file of {:.1f} MB", ideas, static_cast<double>(text.size()) / 1e6), "ms");
    print_row("save, durable", saves, milliseconds);
    print_row("yardstick: SQLite, all rows in one commit", their_saves, milliseconds);
    print_row("open: lock, file, journal", openings, milliseconds);
    print_row("yardstick: SQLite, all rows read", their_loads, milliseconds);
    print_row("the session as a text", encodings, milliseconds);
    print_row("yardstick: nlohmann/json dumps it", their_encodings, milliseconds);
    print_row("the session from a text, compared", decodings, milliseconds);
    print_row("yardstick: nlohmann/json parses it", their_decodings, milliseconds);
    print_row("the copy that the writer is handed", copies, milliseconds);
}

fs::path folder_from(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "--folder") return argv[i + 1];
    return fs::read_symlink("/proc/self/exe").parent_path();
}

} // namespace

int main(int argc, char** argv) {
    try {
        const Scratch scratch(folder_from(argc, argv));
        durable_ideas(scratch, is_short(argc, argv) ? 100 : 2'000);
        save_and_load(scratch, 10'000, is_short(argc, argv) ? 3 : 30);
    } catch (const std::exception& error) {
        fmt::print(stderr, "store_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}
