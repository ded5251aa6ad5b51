#pragma once
// A café small enough to reason about: three questions with a table each, three groups of two, three rounds of ten
// minutes with travel of two between them, after a welcome of five. Begins at 9:00 in Paris on 13 June 2023 (7:00 UTC).

#include "cafe/update.hpp"
#include "support/fake_clock.hpp"

#include <string>
#include <vector>

namespace ronde::support {

inline cafe::Step small_step(std::string id, cafe::StepKind kind, int minutes, int least) {
    return {.id = {id},
            .kind = kind,
            .title = id,
            .planned = std::chrono::minutes{minutes},
            .minimum = std::chrono::minutes{least}};
}

inline cafe::Session small_content() {
    cafe::Session content;
    content.id = {"small"};
    content.identity.title = "Petit café";
    content.identity.starts_at = FakeClock{}.now().wall;
    for (int i = 1; i <= 3; ++i) {
        const std::string n = std::to_string(i);
        content.questions.push_back({.id = {"q" + n}, .text = "Question " + n});
        content.tables.push_back({.id = {"t" + n}, .question = {"q" + n}});
        content.participants.push_back({.id = {"p" + n + "a"}, .name = "Anne " + n});
        content.participants.push_back({.id = {"p" + n + "b"}, .name = "Ben " + n});
        content.groups.push_back(
            {.id = {"g" + n}, .name = "Groupe " + n, .members = {{"p" + n + "a"}, {"p" + n + "b"}}});
    }
    content.agenda = {
        small_step("welcome", cafe::StepKind::welcome, 5, 5), small_step("round1", cafe::StepKind::round, 10, 6),
        small_step("travel1", cafe::StepKind::travel, 2, 1),  small_step("round2", cafe::StepKind::round, 10, 6),
        small_step("travel2", cafe::StepKind::travel, 2, 1),  small_step("round3", cafe::StepKind::round, 10, 6),
        small_step("closing", cafe::StepKind::closing, 5, 2)};
    return content;
}

/// The carousel of the small café: group g sits at table g + r.
inline cafe::Seating small_seating(const cafe::Session& session) {
    cafe::Seating seating;
    seating.basis = session.structure;
    for (std::size_t r = 0; r < 3; ++r) {
        auto& round = seating.rounds.emplace_back();
        for (std::size_t g = 0; g < session.groups.size(); ++g)
            round.push_back({session.groups[g].id, session.tables[(g + r) % session.tables.size()].id});
    }
    return seating;
}

/// The small café with its clock: deeds happen now.
struct SmallCafe {
    FakeClock clock{};
    cafe::Session session{};
    std::vector<cafe::Effect> effects{}; ///< of the last accepted deed

    SmallCafe() {
        act(cafe::CreateSession{small_content()});
        act(cafe::ApplyPlan{small_seating(session)});
    }

    /// The reason of a refusal; none when it was accepted.
    std::optional<cafe::Reason> act(cafe::Deed deed) {
        auto outcome = cafe::update(session, {clock.now(), std::move(deed)});
        if (!outcome) return outcome.error().reason;
        effects = std::move(*outcome);
        return std::nullopt;
    }
    std::optional<cafe::Reason> note(const std::string& id, const std::string& text, const std::string& table = "t1") {
        return act(cafe::CaptureIdea{.id = {id}, .text = text, .table = {table}});
    }
    [[nodiscard]] cafe::TimerReading reading() const { return cafe::read_timer(session, clock.now()); }

    template <class Effect>
    [[nodiscard]] const Effect* effect() const {
        for (const auto& one : effects)
            if (const auto* found = std::get_if<Effect>(&one)) return found;
        return nullptr;
    }
};

} // namespace ronde::support
