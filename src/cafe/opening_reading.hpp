#pragma once
// What the opening exchange says so far: counts, where places agree and where they do not, the two that differ most.
// Pure readings of a session, made afresh whenever they are shown; the windows and the documents share them.

#include "cafe/session.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ronde::cafe {

/// How often each answer was given to a component: by places, or by hands.
struct ComponentTally {
    int essential = 0;
    int depends = 0;
    int not_essential = 0;

    [[nodiscard]] int answered() const { return essential + depends + not_essential; }
    friend bool operator==(const ComponentTally&, const ComponentTally&) = default;
};

/// Which organisations a grid of answers has.
enum class Asked {
    third_places, ///< third places, and whoever answered; where there is neither, everybody
    everybody,
};

/// The answers as a grid: places down, components across.
struct OpeningReading {
    std::vector<OrganisationId> places{};  ///< in the session's order
    std::vector<Answer> answers{};         ///< one row of components a place
    std::vector<int> given{};              ///< by place: how many components it answered
    std::vector<ComponentTally> tallies{}; ///< by component; of the hands, where hands are counted
    std::size_t components = 0;

    [[nodiscard]] Answer at(std::size_t place, std::size_t component) const {
        return answers[place * components + component];
    }
    friend bool operator==(const OpeningReading&, const OpeningReading&) = default;
};

/// Reads the record. Answers to components that were taken out, and those of nobody, are passed over.
[[nodiscard]] OpeningReading read_opening(const Session& session, Asked asked = Asked::third_places);

/// What the places answered to a component, even where it is the hands that count.
[[nodiscard]] ComponentTally tally_of_places(const OpeningReading& reading, std::size_t component);

/// The places that have not answered every component yet, by their index in `reading.places`.
[[nodiscard]] std::vector<std::size_t> places_to_ask(const OpeningReading& reading);

/// What a place said of a component, with its sentence; null when nothing.
[[nodiscard]] const OpeningAnswer* answer_of(const Session& session, const OrganisationId& place,
                                             const ComponentId& component);

/// The sentences on a component without whose they are, in the order of the alphabet.
[[nodiscard]] std::vector<std::string> sentences_on(const Session& session, const ComponentId& component);

/// How far all agree on a component: the share of the answer that was given most often, from 1/3 to 1; 0 when nobody
/// answered. (One minus Freeman's variation ratio: L. C. Freeman, Elementary Applied Statistics, 1965.)
[[nodiscard]] double agreement(const ComponentTally& tally);

/// How far they differ on it: the variance of the answers coded essential 1, it depends ½, not essential 0; from 0 to
/// ¼, which is half of them for and half of them against. Unlike one minus the agreement it knows that “it depends”
/// lies between the other two.
[[nodiscard]] double dissent(const ComponentTally& tally);

/// The components in the order in which a view shows them, as indices: by_agreement and by_dissent from the greatest,
/// those of equal measure and those that nobody answered (last) as they stand in the list; any other view: as they
/// stand.
[[nodiscard]] std::vector<std::size_t> order_of(std::span<const ComponentTally> tallies, OpeningView view);

/// Two places that differ, and on what.
struct FurthestPlaces {
    std::array<std::size_t, 2> places{};   ///< indices in the reading
    std::vector<std::size_t> components{}; ///< on which they differ, the widest differences first
    int common = 0;                        ///< how many components both answered

    friend bool operator==(const FurthestPlaces&, const FurthestPlaces&) = default;
};

/// Fewer common answers say too little about two places.
inline constexpr int least_common_answers = 3;

/// The two places whose answers, coded as in `dissent`, lie furthest apart: with the largest mean absolute difference
/// over the components that both answered, `least_common_answers` at least. Of equal ones the pair with more common
/// answers, then the first in the list. None where nobody differs.
[[nodiscard]] std::optional<FurthestPlaces> furthest_places(const OpeningReading& reading);

} // namespace ronde::cafe
