#pragma once
// What the benchmarks share: laps of a steady clock, percentiles, a table, a café with many ideas.
// One thread. Nothing here judges a number: benchmarks print, people read.

#include "cafe/update.hpp"
#include "support/sample_session.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::bench {

/// The laps of one thing that is done many times.
class Laps {
public:
    using Clock = std::chrono::steady_clock;
    using Microseconds = std::chrono::duration<double, std::micro>;

    template <class Work>
    void time(Work&& work) {
        const auto begin = Clock::now();
        work();
        add(Clock::now() - begin);
    }

    void add(Clock::duration lap) { m_laps.push_back(Microseconds(lap).count()); }

    /// The lap that `share` (0 to 1) of all laps do not exceed, by the nearest rank; in microseconds.
    [[nodiscard]] double percentile(double share) const {
        if (m_laps.empty()) return 0;
        auto sorted = m_laps;
        std::sort(sorted.begin(), sorted.end());
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()) + 0.999999);
        return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
    }

    [[nodiscard]] double median() const { return percentile(0.5); }
    [[nodiscard]] std::size_t count() const { return m_laps.size(); }

private:
    std::vector<double> m_laps{};
};

inline void print_head(std::string_view title, std::string_view unit) {
    fmt::print("\n{}\n{:<46} {:>7} {:>10} {:>10} {:>10}  {}\n", title, "", "count", "p50", "p99", "max", unit);
}

/// A row in the unit of the head: microseconds are divided by `unit`.
inline void print_row(std::string_view name, const Laps& laps, double unit = 1) {
    fmt::print("{:<46} {:>7} {:>10.1f} {:>10.1f} {:>10.1f}\n", name, laps.count(), laps.median() / unit,
               laps.percentile(0.99) / unit, laps.percentile(1) / unit);
}

/// Whether `--short` is among the arguments: a run of a few seconds, to see that it works.
[[nodiscard]] inline bool is_short(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](const char* word) { return std::string_view(word) == "--short"; });
}

/// The n-th idea's text: some eighty bytes of French, with a tag.
[[nodiscard]] inline std::string idea_text(std::size_t n) {
    return fmt::format("Idée {} : partager l’œuvre commune, à l’été comme à l’hiver 🙂 #thème{}", n,
                       n % 40);
}

[[nodiscard]] inline cafe::CaptureIdea capture(const cafe::Session& session, std::size_t n) {
    return {.id = {fmt::format("i-{}", n)},
            .text = idea_text(n),
            .kind = static_cast<cafe::IdeaKind>(n % 4),
            .table = session.tables[n % session.tables.size()].id,
            .by = "Maëlle"};
}

/// A café with its clock: a millisecond passes at every deed, and what is refused throws.
class Cafe {
public:
    using Hear = std::function<void(const cafe::Action& action, std::uint64_t seq)>;

    /// The sample café in its second round, and `ideas` ideas noted in it, numbered from 1. `hear` is told of every
    /// action, the first one included.
    explicit Cafe(std::size_t ideas, Hear hear = {}) : m_hear(std::move(hear)) {
        auto content = tests::sample_session();
        const auto rounds = content.seating.rounds;
        act(cafe::CreateSession{std::move(content)});
        act(cafe::ApplyPlan{{.rounds = rounds, .basis = m_session.structure}});
        act(cafe::Start{});
        while (cafe::round_for_room(m_session) < 2) act(cafe::Next{});
        for (std::size_t n = 1; n <= ideas; ++n) act(capture(m_session, n));
    }

    [[nodiscard]] const cafe::Session& session() const { return m_session; }

    /// Does it; the lap is update's alone.
    void act(cafe::Deed deed, Laps* laps = nullptr) {
        m_now.instant += base::Duration{1};
        m_now.wall += base::Duration{1};
        const cafe::Action action{m_now, std::move(deed)};
        const auto begin = Laps::Clock::now();
        const auto outcome = cafe::update(m_session, action);
        if (laps != nullptr) laps->add(Laps::Clock::now() - begin);
        if (!outcome) throw std::runtime_error(std::string(cafe::name_of(action.deed)) + ": " + outcome.error().detail);
        if (m_hear) m_hear(action, m_session.seq);
    }

private:
    base::Stamp m_now = tests::sample_stamp({});
    cafe::Session m_session{};
    Hear m_hear{};
};

} // namespace ronde::bench
