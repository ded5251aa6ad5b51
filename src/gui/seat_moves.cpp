#include "gui/seat_moves.hpp"

#include "gui/kit_memory.hpp"
#include "gui/seating_words.hpp"

#include <cstdlib>

namespace ronde::gui {
namespace {

std::string name_of(const cafe::Session& session, const cafe::ParticipantId& id) {
    const cafe::Participant* person = cafe::find(session, id);
    return person == nullptr ? "?" : person->name;
}

void add(std::string& to, std::string_view part, std::string_view joint) {
    if (!to.empty()) to += joint;
    to += part;
}

std::string repeats_words(const Words& words, std::int64_t by) {
    if (by == 0) return std::string(words("seats.repeats.same"));
    const auto number = static_cast<long>(std::abs(by));
    return by > 0 ? words.count("seats.repeats.more", number) : words.count("seats.repeats.fewer", number);
}

/// "Léon Trilles ne passe plus par la question 2"; empty where nothing is missed.
std::string misses_words(const Words& words, const cafe::Session& session, const app::SeatMove& move,
                         const app::SeatMoveCost& cost) {
    std::string numbers;
    for (const cafe::QuestionId& question : cost.missed)
        add(numbers, std::to_string(cafe::index_of(session, question).value_or(0) + 1), words("seating.and_joint"));
    if (numbers.empty()) return {};
    return words.count("seats.misses", static_cast<long>(cost.missed.size()),
                       {{"person", name_of(session, move.person)}, {"questions", numbers}});
}

std::string meets_words(const Words& words, const cafe::Session& session, const app::SeatMove& move,
                        const app::SeatMoveCost& cost) {
    const Words::Values values{{"person", name_of(session, move.person)}, {"before", std::to_string(cost.met_before)}};
    if (cost.met_after == cost.met_before) return words.count("seats.meets.same", cost.met_after, values);
    return words.count("seats.meets", cost.met_after, values);
}

} // namespace

std::string move_title(const Words& words, const cafe::Session& session, const app::SeatMove& move) {
    return words("seats.move", {{"person", name_of(session, move.person)},
                                {"table", seat_within(words, session, move.table)},
                                {"round", std::to_string(move.round)}});
}

std::string cost_sentence(const Words& words, const cafe::Session& session, const app::SeatMove& move,
                          const app::SeatMoveCost& cost) {
    const std::string_view joint = words("seating.joint");
    std::string out = repeats_words(words, cost.repeats);
    add(out, meets_words(words, session, move, cost), joint);
    if (const std::string misses = misses_words(words, session, move, cost); !misses.empty()) add(out, misses, joint);
    if (const auto by = static_cast<long>(std::abs(cost.organisation_pairs)); by > 0)
        add(out,
            cost.organisation_pairs > 0 ? words.count("seats.colleagues.more", by)
                                        : words.count("seats.colleagues.fewer", by),
            joint);
    if (const auto by = static_cast<long>(std::abs(cost.kind_pairs)); by > 0)
        add(out, cost.kind_pairs > 0 ? words.count("seats.kinds.more", by) : words.count("seats.kinds.fewer", by),
            joint);
    if (!cost.breaks.empty()) add(out, words.count("seats.breaks", static_cast<long>(cost.breaks.size())), joint);
    if (cost.breaks_limit) add(out, words("seats.breaks_limit"), joint);
    if (!cost.from.empty())
        add(out,
            words("seats.sizes", {{"from", seat_within(words, session, cost.from)},
                                  {"left", std::to_string(cost.size_from)},
                                  {"to", seat_within(words, session, move.table)},
                                  {"there", std::to_string(cost.size_to)}}),
            joint);
    return out;
}

void say_dragged_cost(Ui& ui, const cafe::Session& session, const app::SeatMove& move) {
    const Words& words = ui.canvas.words;
    std::string said = name_of(session, move.person);
    if (const auto cost = app::cost_of(session, move)) {
        said = words("seats.carried", {{"table", seat_within(words, session, move.table)},
                                       {"repeats", repeats_words(words, cost->repeats)},
                                       {"meets", meets_words(words, session, move, *cost)}});
        if (const std::string misses = misses_words(words, session, move, *cost); !misses.empty())
            add(said, misses, words("seating.and_joint"));
    }
    memory_of(ui).drag_label = std::move(said);
}

} // namespace ronde::gui
