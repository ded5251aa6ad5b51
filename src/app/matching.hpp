#pragma once
// Which offers may answer which needs, across organisations: what the follow-up proposes, with its reasons. A person
// decides. docs/FOLLOW_UP.md says how it is ranked. Pure; any thread; the running café calls it off the main one.

#include "app/offer_lines.hpp"
#include "cafe/session.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ronde::app {

/// How the days of an offer and of a need go together.
enum class DaysFit {
    unsaid, ///< one of them names none
    shared,
    apart,
};

/// A proposal that nobody has ruled on, and why it is made: its kind or its words, or both.
struct ProposedMatch {
    cafe::Complementarity match{};  ///< its ruling is not meant yet
    std::optional<LineKind> kind{}; ///< both lines say so
    DaysFit days_fit = DaysFit::unsaid;
    Weekdays days{};                   ///< that both name
    std::vector<std::string> shared{}; ///< words of the need that the offer holds too, the weightiest first
    double score = 0;                  ///< the part of the need that is answered, by its words: at most 1; 0: by none
    bool both_came = false;            ///< somebody of each is at the café
    bool same_place = false;
    bool place_and_support = false; ///< one is a third place and the other supports such places

    friend bool operator==(const ProposedMatch&, const ProposedMatch&) = default;
};

/// How a search for matches stands.
struct MatchSearch {
    bool under_way = false;
    bool done = false; ///< `found` is what there was when it ended
    std::vector<ProposedMatch> found{};

    friend bool operator==(const MatchSearch&, const MatchSearch&) = default;
};

inline constexpr std::size_t most_matches = 60;
inline constexpr std::size_t most_by_kind = 3; ///< for each need, of those that no word joins

/// At most `most_matches`, the best first: lines of one kind, even without a word in common, before those that words
/// alone join; among them organisations that both came, then the same place, days in common, a third place and a
/// support, then what their words say. A kind alone proposes the best `most_by_kind` for each need, and leaves
/// half of the room to words. Where both name days and share none, a kind alone proposes nothing, and what words join
/// stands last. Nothing when `stop` said so.
[[nodiscard]] std::optional<std::vector<ProposedMatch>> propose_matches(const cafe::Session& session,
                                                                        const std::function<bool()>& stop = {});

/// Whether the proposal still stands: nobody has ruled on it, and both still say so.
[[nodiscard]] bool is_open(const cafe::Session& session, const ProposedMatch& proposed);

} // namespace ronde::app
