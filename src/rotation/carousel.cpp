#include "rotation/carousel.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/core.h>

namespace ronde::rotation {

namespace {

std::vector<CarouselNote> limits_of(const CarouselShape& shape) {
    const int tables = shape.questions * shape.tables_per_question;
    std::vector<CarouselNote> notes;
    const auto note = [&notes](CarouselLimit limit, int count) {
        if (count > 0) notes.push_back({.limit = limit, .count = count});
    };
    note(CarouselLimit::questions_unseen, shape.questions - shape.rounds);
    note(CarouselLimit::questions_seen_again, shape.rounds - shape.questions);
    note(CarouselLimit::tables_seen_again, shape.rounds - tables);
    note(CarouselLimit::questions_without_group, shape.questions - shape.groups);
    note(CarouselLimit::tables_without_group, tables - shape.groups);
    return notes;
}

} // namespace

base::Result<CarouselPlan> plan_carousel(const CarouselShape& shape) {
    constexpr int most = 100'000; // keeps every product below far from overflow
    if (shape.groups < 1 || shape.questions < 1 || shape.tables_per_question < 1 || shape.rounds < 1) {
        return base::bad_input(
            fmt::format("a carousel needs at least one group, question, table and round, not {} groups, "
                        "{} questions, {} tables a question and {} rounds",
                        shape.groups, shape.questions, shape.tables_per_question, shape.rounds));
    }
    if (std::max({shape.groups, shape.rounds, shape.questions}) > most ||
        shape.tables_per_question > most / shape.questions) {
        return base::bad_input(fmt::format("a carousel of more than {} groups, tables or rounds is not planned", most));
    }
    const int tables = shape.questions * shape.tables_per_question;
    if (shape.groups > tables) {
        return base::bad_input(
            fmt::format("{} groups do not fit at {} tables; use {} tables a question, or fewer groups", shape.groups,
                        tables, (shape.groups + shape.questions - 1) / shape.questions));
    }

    CarouselPlan plan;
    plan.notes = limits_of(shape);
    plan.table_of_group_by_round.reserve(static_cast<std::size_t>(shape.rounds));
    for (int round = 0; round < shape.rounds; ++round) {
        const int lap = round / shape.questions;
        std::vector<int>& table_of_group = plan.table_of_group_by_round.emplace_back();
        table_of_group.reserve(static_cast<std::size_t>(shape.groups));
        for (int group = 0; group < shape.groups; ++group) {
            const int question = (group + round) % shape.questions;
            const int table = (group / shape.questions + lap) % shape.tables_per_question;
            table_of_group.push_back(question * shape.tables_per_question + table);
        }
    }
    return plan;
}

} // namespace ronde::rotation
