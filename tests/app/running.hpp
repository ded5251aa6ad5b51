#pragma once
// A running café over a disk in memory, a clock moved by hand and jobs done at once. The store's writer is its real
// thread: a test waits for what it says, never for a time.

#include "app/running_cafe.hpp"
#include "compat/catch.hpp"
#include "store/action_line.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "support/bell.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace ronde::tests {

using store::test::MemoryDisk;
using store::test::Operation;
using support::Bell;

inline const std::filesystem::path cafe_path = "/cafes/petit.json";
inline const std::filesystem::path journal_path = "/cafes/petit.journal.jsonl";

/// The small café's file, its clock idle; `change` makes another of it.
inline std::string small_file(const std::function<void(cafe::Session&)>& change = {}) {
    support::SmallCafe small;
    if (change) change(small.session);
    return store::to_json(small.session);
}

inline MemoryDisk& with_small_cafe(MemoryDisk& disk, const std::function<void(cafe::Session&)>& change = {}) {
    disk.put(cafe_path, small_file(change));
    return disk;
}

/// The actions of a journal, in order.
inline std::vector<cafe::Action> actions_in(const std::string& journal) {
    std::vector<cafe::Action> actions;
    std::istringstream in(journal.substr(0, journal.find('\0')));
    for (std::string line; std::getline(in, line);)
        if (auto action = store::action_from(line)) actions.push_back(std::move(action->action));
    return actions;
}

template <class Deed>
std::vector<cafe::Action> of_kind(const std::vector<cafe::Action>& actions) {
    std::vector<cafe::Action> found;
    for (const cafe::Action& action : actions)
        if (std::holds_alternative<Deed>(action.deed)) found.push_back(action);
    return found;
}

/// Jobs that wait until they are told to run.
class HeldJobs final : public app::Jobs {
public:
    void start(app::Work work) override { m_held.push_back(std::move(work)); }
    std::size_t deliver() override {
        auto done = std::exchange(m_done, {});
        for (auto& completion : done) completion();
        return done.size();
    }
    void run() {
        for (auto& work : std::exchange(m_held, {})) m_done.push_back(work());
    }
    [[nodiscard]] std::size_t held() const { return m_held.size(); }

private:
    std::vector<app::Work> m_held{};
    std::vector<app::Completion> m_done{};
};

struct Running {
    MemoryDisk& disk;
    support::FakeClock clock{};
    Bell bell{};
    app::InlineJobs jobs{};
    app::IdSource ids{1};
    std::vector<cafe::Cue> cues{};
    app::RunningCafe cafe;

    explicit Running(MemoryDisk& on, std::string user = "anne")
        : disk(on), cafe({.clock = clock,
                          .disk = disk,
                          .jobs = jobs,
                          .ids = ids,
                          .who = {.pid = 42, .host = "portable", .user = std::move(user)},
                          .wake = [this] { bell.ring(); },
                          .sound_cue = [this](cafe::Cue cue) { cues.push_back(cue); }},
                         {.sessions = "/cafes", .templates = "/templates", .own_templates = "/own"}, {}) {}

    void open(const std::filesystem::path& path = cafe_path) {
        const auto opened = cafe.open(path);
        if (!opened) FAIL(opened.error().text());
        cafe.tick();
    }
    [[nodiscard]] const app::Snapshot& now() { return cafe.snapshot(); }
    [[nodiscard]] const cafe::Session& session() {
        const auto* session = now().session;
        REQUIRE(session != nullptr);
        return *session;
    }
    std::optional<cafe::Reason> act(cafe::Deed deed) {
        const auto rejected = cafe.act(std::move(deed));
        return rejected ? std::optional{rejected->reason} : std::nullopt;
    }
    std::optional<cafe::Reason> note(const std::string& id, const std::string& text) {
        return act(cafe::CaptureIdea{.id = {id}, .text = text, .table = {"t1"}});
    }
    void pass(base::Duration time) {
        clock.advance(time);
        cafe.tick();
    }
    template <class Condition>
    [[nodiscard]] bool until(Condition condition) {
        return bell.wait([&] {
            cafe.tick();
            return condition(now());
        });
    }
    [[nodiscard]] bool all_saved() {
        return until([](const app::Snapshot& snapshot) { return snapshot.save.durable_seq >= snapshot.session->seq; });
    }
    /// As the windows say it of an idea.
    [[nodiscard]] bool pending(const std::string& id) {
        const cafe::Idea* idea = session().ideas.find({id});
        REQUIRE(idea != nullptr);
        return idea->seq > now().save.durable_seq;
    }
    /// The latest of this key.
    [[nodiscard]] const app::Notice* notice(std::string_view key) {
        const auto& notices = now().notices;
        const auto found = std::ranges::find(notices.rbegin(), notices.rend(), key, &app::Notice::key);
        return found == notices.rend() ? nullptr : &*found;
    }
    [[nodiscard]] std::string value(std::string_view key, std::string_view name) {
        const app::Notice* found = notice(key);
        REQUIRE(found != nullptr);
        for (const auto& [which, text] : found->values)
            if (which == name) return text;
        std::string errors;
        for (const base::Error& error : found->errors) errors += error.text();
        return name == "error" ? errors : std::string{};
    }
};

} // namespace ronde::tests
