#pragma once
// A café in the planner's numbers when each person has a route, and the way back. Used by seating_plan. It decides who
// is present from when to when, what is past, who hosts and which pins can be asked for. Pure; any thread.

#include "cafe/session.hpp"
#include "rotation/planner.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ronde::app {

/// Whether the present plan is known to the people, so that a moved seat counts.
enum class Announced { no, yes };

/// The problem, and what its numbers stand for.
struct SeatingNumbers {
    rotation::Problem problem{};
    std::vector<std::size_t> people{};              ///< of Problem::people: places in Session::participants, ascending
    std::vector<std::vector<cafe::TableId>> tables; ///< [round][table]; empty: no such table, it seats nobody
    std::vector<cafe::ParticipantId> hosts{};
    std::vector<cafe::HostSpan> host_spans{}; ///< as Seating::host_spans
    std::vector<std::string> dropped{};       ///< pins that contradict others, by id
    std::vector<std::string> asked{};         ///< pins that the problem holds, by id
};

/// None where there is nobody to seat, no table or no round.
[[nodiscard]] std::optional<SeatingNumbers> seating_numbers(const cafe::Session& session, Announced announced);

/// The plan as the café's seating for its present structure, with its quality.
[[nodiscard]] cafe::Seating seating_of(const cafe::Session& session, const SeatingNumbers& numbers,
                                       const rotation::Planned& planned);

/// The quality as the café keeps it; how many others somebody meets is counted over all the people of the problem.
[[nodiscard]] cafe::SeatingQuality quality_of(const rotation::Problem& problem, const rotation::Planned& planned);

/// Whom the seats of the rounds to come send to a question again while there are others that they have not seen, hosts
/// at their tables aside, in the list's order. Nobody in the successive form.
[[nodiscard]] std::vector<cafe::SeenAgain> seen_again(const cafe::Session& session, const cafe::Seating& seating);

/// The planner's labels of a person: organisation and kind; organisations of no particular kind have none.
[[nodiscard]] rotation::Person labelled(const cafe::Session& session, const cafe::Participant& person);

[[nodiscard]] rotation::Weights weights_of(const cafe::SeatingRules& rules);

} // namespace ronde::app
