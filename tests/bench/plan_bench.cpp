// The seating planner on the sizes that it is meant for, each beside the yardstick in the same run: what people do
// today, dealing at random and keeping the best, for as long as the planner took but at least 50 ms. Both keep the
// rules.

#include "bench/measure.hpp"
#include "rotation/planner.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace {

using namespace ronde;
using namespace ronde::bench;
using Clock = Laps::Clock;

struct Case {
    const char* name = "";
    int people = 0;
    int questions = 1;
    int tables = 1; ///< a question
    int rounds = 1;
    rotation::QuestionRule rule = rotation::QuestionRule::each_once;
    double aim = 0;   ///< milliseconds
    double limit = 1; ///< seconds, after which it is stopped
};

constexpr auto carousel = rotation::QuestionRule::each_once;
constexpr auto golfers = rotation::QuestionRule::free;

rotation::Problem problem_of(const Case& one) {
    rotation::Problem problem;
    problem.questions = one.questions;
    problem.rule = one.rule;
    problem.tables_per_question.assign(static_cast<std::size_t>(one.rounds), one.tables);
    for (int person = 0; person < one.people; ++person) problem.people.push_back({.name = fmt::format("p{}", person)});
    return problem;
}

/// Even tables at random; with questions, everybody goes through them in order from where they began.
rotation::Plan dealt_at_random(const rotation::Problem& problem, std::mt19937& random) {
    rotation::Plan plan;
    std::vector<int> people(problem.people.size());
    std::iota(people.begin(), people.end(), 0);
    std::shuffle(people.begin(), people.end(), random);
    for (int round = 0; round < problem.rounds(); ++round) {
        auto& tables = plan.rounds.emplace_back(static_cast<std::size_t>(problem.tables(round)));
        const int a_question = problem.tables_a_question(round);
        if (problem.rule == golfers) std::shuffle(people.begin(), people.end(), random);
        std::vector<std::vector<int>> at(static_cast<std::size_t>(problem.questions));
        for (std::size_t i = 0; i < people.size(); ++i)
            at[(i + static_cast<std::size_t>(round)) % at.size()].push_back(people[i]);
        for (std::size_t question = 0; question < at.size(); ++question) {
            std::shuffle(at[question].begin(), at[question].end(), random);
            for (std::size_t i = 0; i < at[question].size(); ++i)
                tables[question * static_cast<std::size_t>(a_question) + i % static_cast<std::size_t>(a_question)]
                    .push_back(at[question][i]);
        }
    }
    return plan;
}

void run(const Case& one) {
    const rotation::Problem problem = problem_of(one);
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(one.limit));
    const auto planned =
        rotation::plan_seating(problem, {.iterations = -1, .stop = [end] { return Clock::now() >= end; }});
    const auto taken = Clock::now() - begin;
    if (!planned) throw std::runtime_error(planned.error().text());

    const auto until = Clock::now() + std::max<Clock::duration>(taken, std::chrono::milliseconds(50));
    std::mt19937 random(1);
    std::int64_t best = -1;
    do {
        const std::int64_t score = measure(problem, dealt_at_random(problem, random)).score;
        if (best < 0 || score < best) best = score;
    } while (Clock::now() < until);
    fmt::print("{:<46} {:>9.2f} {:>9.0f} {:>8} {:>8} {:>10}\n", one.name,
               std::chrono::duration<double, std::milli>(taken).count(), one.aim, planned->quality.score,
               planned->bound.score, best);
}

} // namespace

int main(int argc, char** argv) {
    const double most = is_short(argc, argv) ? 1 : 60;
    constexpr Case cases[] = {
        {"30 people, 3 questions × 2 tables", 30, 3, 2, 3, carousel, 10},
        {"31 people, 3 questions × 3 tables", 31, 3, 3, 3, carousel, 10},
        {"50 people, 5 questions × 5 tables", 50, 5, 5, 5, carousel, 50},
        {"60 people, 3 questions × 4 tables", 60, 3, 4, 3, carousel, 10},
        {"120 people, 5 questions × 6 tables", 120, 5, 6, 5, carousel, 50},
        {"1,000 people, 5 questions × 40 tables", 1000, 5, 40, 5, carousel, 100},
        {"5,000 people, 5 questions × 200 tables", 5000, 5, 200, 5, carousel, 1000},
        {"golfers 5-3-7", 15, 1, 5, 7, golfers, 1000},
        {"golfers 6-4-7", 24, 1, 6, 7, golfers, 1000},
        {"golfers 6-5-6", 30, 1, 6, 6, golfers, 1000},
        {"golfers 8-4-9", 32, 1, 8, 9, golfers, 1000},
        {"golfers 10-5-9", 50, 1, 10, 9, golfers, 1000},
        {"golfers 9-4-11", 36, 1, 9, 11, golfers, 30'000, 30},
        {"golfers 10-4-12", 40, 1, 10, 12, golfers, 30'000, 30},
        {"golfers 8-4-10 (a stretch)", 32, 1, 8, 10, golfers, 60'000, 60},
        {"50 people, 5 questions × 2 tables (open)", 50, 5, 2, 5, carousel, 1000},
        {"36 people, 6 questions × 1 table (open)", 36, 6, 1, 6, carousel, 1000},
    };
    try {
        fmt::print("\nseating plans without labels: score is Σ m(m−1)/2 over the pairs\n{:<46} {:>9} {:>9} {:>8} {:>8} "
                   "{:>10}\n",
                   "", "ms", "aim, ms", "score", "bound", "at random");
        for (Case one : cases) {
            one.limit = std::min(one.limit, most);
            run(one);
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "plan_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}
