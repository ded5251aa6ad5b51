// Ronde's engine and its files without windows: notes come in on stdin, one a line, and are acknowledged on stdout once
// they are durable. kill_test.py kills it at random moments.
//
//   cafe_without_windows FILE [BOOT [SHIFT_MS]]     the boot's id, and how far its steady clock stands from the real
//   one
//
// in:  ID TEXT…          a note          adjust SECONDS    plus or minus          close     ends well
// out: noted SEQ ID      accepted        durable SEQ       all up to SEQ is safe
//      opened clean|unclean LEFT_MS WALL_MS REPLAYED, then ideas ID…, once the café is there and its clock is recovered

#include "cafe/timer.hpp"
#include "cafe/update.hpp"
#include "store/cafe_file.hpp"
#include "store/inspect.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace {

using namespace ronde;
using namespace std::chrono_literals;

/// The machine's clocks, under another boot's name if a reboot is to be played.
class ShiftedClock final : public base::Clock {
public:
    ShiftedClock(std::string boot, base::Duration shift) : m_boot(std::move(boot)), m_shift(shift) {}
    base::Stamp now() const override {
        const auto read = [](clockid_t clock) {
            timespec time{};
            clock_gettime(clock, &time);
            return std::chrono::duration_cast<base::Duration>(std::chrono::seconds(time.tv_sec) +
                                                              std::chrono::nanoseconds(time.tv_nsec));
        };
        return {base::Instant(read(CLOCK_BOOTTIME) + m_shift), base::WallTime(read(CLOCK_REALTIME)), m_boot};
    }

private:
    std::string m_boot;
    base::Duration m_shift;
};

/// One line, at once and whole, from any thread.
void say(const std::string& line) {
    const auto whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) std::_Exit(3);
}

class Engine {
public:
    Engine(std::filesystem::path path, const base::Clock& clock) : m_path(std::move(path)), m_clock(clock) {}

    bool open() {
        store::CafeFileOptions options;
        options.on_progress = [this] { tell_durable(); };
        const store::Holder who{.pid = getpid(), .host = "test", .user = "test", .since = m_clock.now().wall};
        auto& disk = store::real_disk();
        std::uint64_t replayed = 0;
        auto last_run = store::LastRun::clean;
        auto opened = store::CafeFile::open(m_path, disk, m_clock, who, options);
        if (opened) {
            if (opened->access != store::Access::writable) return fail("not writable");
            for (const auto& note : opened->notes) {
                if (note.kind == store::NoteKind::replayed)
                    replayed = note.count;
                else if (note.kind != store::NoteKind::torn_line && note.kind != store::NoteKind::from_journal &&
                         note.kind != store::NoteKind::from_backup)
                    return fail("opening found: " + std::string(base::name_of(note.kind)) + " " + note.error.text());
            }
            m_session = std::move(opened->session);
            last_run = opened->last_run;
            own(std::move(opened->file));
        } else if (auto created = store::CafeFile::create(m_path, disk, m_clock, who, options)) {
            own(std::move(*created));
        } else {
            return fail(opened.error().text() + "; " + created.error().text());
        }
        if (last_run == store::LastRun::unclean && !act(cafe::Recover{})) return false;
        if (!prepare()) return false;
        const auto now = m_clock.now();
        const auto left = cafe::read_timer(m_session, now).left;
        say(fmt::format("opened {} {} {} {}", last_run == store::LastRun::clean ? "clean" : "unclean", left.count(),
                        now.wall.time_since_epoch().count(), replayed));
        std::string ids = "ideas";
        for (const auto& idea : m_session.ideas) ids.append(" ").append(idea.id.value);
        say(ids);
        return true;
    }

    bool take(const std::string& line) {
        const auto space = line.find(' ');
        const auto word = line.substr(0, space);
        if (word == "adjust") return act(cafe::Adjust{std::chrono::seconds(std::stoi(line.substr(space + 1)))});
        const bool accepted =
            act(cafe::CaptureIdea{.id = {word}, .text = line.substr(space + 1), .table = {"t1"}}, word);
        if (m_session.seq % 7 == 0) m_file->save(m_session);
        return accepted;
    }

    bool close() {
        if (const auto closed = m_file->close(m_session); !closed) return fail(closed.error().text());
        for (const auto& problem : store::check_file(store::real_disk(), m_path)) return fail(problem.text());
        return true;
    }

private:
    static bool fail(const std::string& what) {
        say("failed " + what);
        return false;
    }

    void own(std::unique_ptr<store::CafeFile> file) {
        m_file = std::move(file);
        m_ready = m_file.get();
    }

    /// What is missing of a café whose clock runs: all of it at first, and a part where the first run was killed early.
    bool prepare() {
        if (m_session.timer.state != cafe::ClockState::idle) return true;
        if (m_session.agenda.empty() && !create()) return false;
        if (!act(cafe::Start{}, "start")) return false;
        m_file->save(m_session);
        return true;
    }

    bool create() {
        cafe::Session content;
        content.id = {"killed"};
        content.identity.title = "Un café qu’on tue";
        content.identity.starts_at = m_clock.now().wall;
        content.questions = {{.id = {"q1"}, .text = "Quoi ?"}};
        content.tables = {{.id = {"t1"}, .question = {"q1"}}};
        content.agenda = {{.id = {"s1"}, .kind = cafe::StepKind::round, .title = "Tour", .planned = 8h, .minimum = 0s}};
        return act(cafe::CreateSession{std::move(content)});
    }

    bool act(cafe::Deed deed, const std::string& name = {}) {
        const cafe::Action action{m_clock.now(), std::move(deed)};
        if (const auto outcome = cafe::update(m_session, action); !outcome) return fail(outcome.error().detail);
        if (name == "start")
            say(fmt::format("started {} {}", m_session.seq, action.stamp.wall.time_since_epoch().count()));
        else if (!name.empty())
            say(fmt::format("noted {} {}", m_session.seq, name));
        else
            say(fmt::format("done {} {}", m_session.seq, cafe::name_of(action.deed)));
        m_file->append(action, m_session.seq);
        return true;
    }

    /// On the writer's thread.
    void tell_durable() {
        const auto* file = m_ready.load();
        if (file == nullptr) return;
        const auto seq = file->status().durable_seq;
        if (m_told.exchange(seq) != seq) say(fmt::format("durable {}", seq));
    }

    std::filesystem::path m_path;
    const base::Clock& m_clock;
    cafe::Session m_session{};
    std::atomic<store::CafeFile*> m_ready{nullptr};
    std::atomic<std::uint64_t> m_told{0};
    std::unique_ptr<store::CafeFile> m_file{}; ///< last: its thread uses what is above
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const ShiftedClock clock(argc > 2 ? argv[2] : "boot", base::Duration(argc > 3 ? std::atoll(argv[3]) : 0));
    Engine engine(argv[1], clock);
    if (!engine.open()) return 1;
    for (std::string line; std::getline(std::cin, line);) {
        if (line == "close") return engine.close() ? 0 : 1;
        if (!engine.take(line)) return 1;
    }
    return 0;
}
