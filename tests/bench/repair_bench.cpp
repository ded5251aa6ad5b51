// Mending a plan that people know: in the second round five people stay away, two come, and one is dragged to another
// table. Beside it in the same run: planning the rest anew, which is what there is without a repair, for as long.

#include "bench/measure.hpp"
#include "rotation/repair.hpp"

namespace {

using namespace ronde;
using namespace ronde::bench;
using Clock = Laps::Clock;

/// `people` in organisations of three and two kinds, five at a table, three questions, three rounds: planned, the first
/// round played, and then the room changes.
rotation::Problem changed_room(int people) {
    const int tables = (people + 14) / 15;
    rotation::Problem problem{.questions = 3, .tables_per_question = {tables, tables, tables}};
    for (int person = 0; person < people; ++person)
        problem.people.push_back(
            {.name = fmt::format("p{}", person), .organisation = person / 3, .kind = person / 3 % 2});
    const auto planned = rotation::plan_seating(problem, {.iterations = 200'000});
    if (!planned) throw std::runtime_error(planned.error().text());
    problem.announced = planned->plan.rounds;
    problem.history = {problem.announced.front()};
    for (int person = 0; person < 5; ++person) problem.people[static_cast<std::size_t>(person * 5)].leaves = 1;
    for (int late = 0; late < 2; ++late) problem.people.push_back({.name = fmt::format("late{}", late), .arrives = 1});
    // Somebody who is still there, to a table of the question that they have next.
    const int dragged = 1;
    for (int table = 0; table < problem.tables(1); ++table) {
        const auto& at = problem.announced[1][static_cast<std::size_t>(table)];
        if (std::find(at.begin(), at.end(), dragged) == at.end()) continue;
        const int question = table / tables;
        problem.seats.push_back({.person = dragged, .round = 1, .table = question * tables + (table + 1) % tables});
    }
    return problem;
}

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

void print(const char* name, double time, const rotation::Planned& planned) {
    fmt::print("  {:<44} {:>9.2f} {:>8} {:>8} {:>8}\n", name, time, planned.quality.moved_people, planned.quality.score,
               planned.broken.size());
}

void run(int people, int times) {
    const rotation::Problem problem = changed_room(people);
    Laps laps;
    std::vector<rotation::Planned> choices;
    for (int i = 0; i < times; ++i) {
        const auto begin = Clock::now();
        auto mended = rotation::mend_seating(problem, {});
        laps.add(Clock::now() - begin);
        if (!mended) throw std::runtime_error(mended.error().text());
        choices = std::move(*mended);
    }
    const double most = laps.percentile(1) / 1000;
    fmt::print("{} people, the slowest of {}\n", people, times);
    print("mended, the fewest moved", most, choices.front());
    print(fmt::format("mended, the best of {}", choices.size()).c_str(), most, choices.back());

    const auto begin = Clock::now();
    const auto end =
        begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(most));
    const auto anew =
        rotation::plan_seating(problem, {.iterations = -1, .stop = [end] { return Clock::now() >= end; }});
    if (!anew) throw std::runtime_error(anew.error().text());
    print("yardstick: planned anew", milliseconds(Clock::now() - begin), *anew);
}

} // namespace

int main(int argc, char** argv) {
    const int times = is_short(argc, argv) ? 2 : 20;
    try {
        fmt::print("\na plan mended after a round (aim: within 100 ms)\n{:<46} {:>9} {:>8} {:>8} {:>8}\n", "", "ms",
                   "moved", "score", "broken");
        for (const int people : {30, 60, 120, 300}) run(people, times);
    } catch (const std::exception& error) {
        fmt::print(stderr, "repair_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}
