#include "app/matching.hpp"

#include "base/text.hpp"
#include "words/match.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace ronde::app {
namespace {

using cafe::OrganisationKind;

/// Offers or needs of all organisations in one list, what is read in each, and whose it is.
struct Lines {
    std::vector<const std::string*> texts{};
    std::vector<OfferLine> read{};
    std::vector<std::string> what{}; ///< without the kinds, for the search by words
    std::vector<const cafe::Organisation*> whose{};
};

Lines lines_of(const cafe::Session& session, std::vector<std::string> cafe::Organisation::*lines) {
    Lines all;
    for (const cafe::Organisation& organisation : session.organisations)
        for (const std::string& line : organisation.*lines) {
            all.texts.push_back(&line);
            all.read.push_back(read_offer_line(line));
            all.what.emplace_back(all.read.back().what);
            all.whose.push_back(&organisation);
        }
    return all;
}

bool same_place(const cafe::Organisation& a, const cafe::Organisation& b) {
    const std::string place = base::folded(base::trimmed(a.place));
    return !place.empty() && place == base::folded(base::trimmed(b.place));
}

bool place_and_support(const cafe::Organisation& a, const cafe::Organisation& b) {
    return (a.kind == OrganisationKind::third_place && b.kind == OrganisationKind::support) ||
           (a.kind == OrganisationKind::support && b.kind == OrganisationKind::third_place);
}

/// A match's identity: its ruling aside, and whether somebody has said since of which kind the lines are.
bool same_match(const cafe::Complementarity& a, const cafe::Complementarity& b) {
    const auto what = [](const std::string& line) { return read_offer_line(line).what; };
    return a.giver == b.giver && a.taker == b.taker && what(a.offer) == what(b.offer) && what(a.need) == what(b.need);
}

bool says(const std::vector<std::string>& lines, const std::string& line) {
    return std::ranges::find(lines, line) != lines.end();
}

/// A pair by its places in the two lists, and what its words say: light, as a kind alone makes many.
struct Pair {
    std::size_t offer = 0;
    std::size_t need = 0;
    double score = 0;
    std::vector<std::string> shared{};
};

DaysFit fit_of(const OfferLine& offer, const OfferLine& need) {
    if (offer.days.none() || need.days.none()) return DaysFit::unsaid;
    return (offer.days & need.days).none() ? DaysFit::apart : DaysFit::shared;
}

/// Who of them came, known once for all pairs.
using Came = std::set<cafe::OrganisationId>;

ProposedMatch proposal_of(Pair pair, const Lines& offers, const Lines& needs, const Came& came) {
    const cafe::Organisation& giver = *offers.whose[pair.offer];
    const cafe::Organisation& taker = *needs.whose[pair.need];
    const OfferLine& offer = offers.read[pair.offer];
    const OfferLine& need = needs.read[pair.need];
    return {.match = {.giver = giver.id,
                      .taker = taker.id,
                      .offer = *offers.texts[pair.offer],
                      .need = *needs.texts[pair.need]},
            .kind = offer.kind == need.kind ? offer.kind : std::nullopt,
            .days_fit = fit_of(offer, need),
            .days = offer.days & need.days,
            .shared = std::move(pair.shared),
            .score = pair.score,
            .both_came = came.contains(giver.id) && came.contains(taker.id),
            .same_place = same_place(giver, taker),
            .place_and_support = place_and_support(giver, taker)};
}

/// What is written down for certain comes first, in this order; words decide among equals. Days that differ are last.
auto rank_of(const ProposedMatch& one) {
    return std::tuple(one.days_fit == DaysFit::apart, !one.kind, !one.both_came, !one.same_place,
                      one.days_fit != DaysFit::shared, !one.place_and_support, -one.score);
}

/// A proposal, and the place of its need in the list of all.
struct Ranked {
    ProposedMatch proposed{};
    std::size_t need = 0;
};

/// Of what a kind alone joins, keeps the best few for each need, and half of all at most where words join others. The
/// list is in order.
void leave_room_for_words(std::vector<Ranked>& ranked, std::size_t needs) {
    const auto by_words = static_cast<std::size_t>(
        std::ranges::count_if(ranked, [](const Ranked& one) { return !one.proposed.shared.empty(); }));
    std::size_t room = most_matches - std::min(by_words, most_matches / 2);
    std::vector<std::size_t> by_kind(needs, 0);
    std::erase_if(ranked, [&](const Ranked& one) {
        if (!one.proposed.shared.empty()) return false;
        if (room == 0 || by_kind[one.need] == most_by_kind) return true;
        ++by_kind[one.need];
        --room;
        return false;
    });
}

/// Adds the pairs of one kind that no word joins, unless their days tell them apart; false when it was stopped.
bool add_kinds(std::vector<Pair>& pairs, const Lines& offers, const Lines& needs, const std::function<bool()>& stop) {
    std::set<std::pair<std::size_t, std::size_t>> joined;
    for (const Pair& pair : pairs) joined.emplace(pair.offer, pair.need);
    for (std::size_t need = 0; need < needs.read.size(); ++need) {
        if (stop && stop()) return false;
        if (!needs.read[need].kind) continue;
        for (std::size_t offer = 0; offer < offers.read.size(); ++offer)
            if (offers.read[offer].kind == needs.read[need].kind && !joined.contains({offer, need}) &&
                fit_of(offers.read[offer], needs.read[need]) != DaysFit::apart)
                pairs.push_back({.offer = offer, .need = need});
    }
    return true;
}

} // namespace

bool is_open(const cafe::Session& session, const ProposedMatch& proposed) {
    const cafe::Organisation* giver = cafe::find(session, proposed.match.giver);
    const cafe::Organisation* taker = cafe::find(session, proposed.match.taker);
    if (giver == nullptr || taker == nullptr) return false;
    if (!says(giver->offers, proposed.match.offer) || !says(taker->needs, proposed.match.need)) return false;
    return std::ranges::none_of(session.follow_up.complementarities,
                                [&](const cafe::Complementarity& ruled) { return same_match(ruled, proposed.match); });
}

std::optional<std::vector<ProposedMatch>> propose_matches(const cafe::Session& session,
                                                          const std::function<bool()>& stop) {
    Came came;
    for (const cafe::Participant& person : session.participants)
        if (person.presence != cafe::Presence::absent) came.insert(person.organisation);
    const Lines offers = lines_of(session, &cafe::Organisation::offers);
    const Lines needs = lines_of(session, &cafe::Organisation::needs);
    const auto language = words::language_of(session.identity.language);
    auto matches = words::find_matches(offers.what, needs.what, language, words::match_score, stop);
    if (!matches) return std::nullopt;
    std::vector<Pair> pairs;
    for (words::Match& match : *matches)
        pairs.push_back({match.offer, match.need, match.score, std::move(match.shared)});
    if (!add_kinds(pairs, offers, needs, stop)) return std::nullopt;
    std::vector<Ranked> ranked;
    for (Pair& pair : pairs) {
        if (offers.whose[pair.offer] == needs.whose[pair.need]) continue;
        const std::size_t need = pair.need;
        ProposedMatch proposed = proposal_of(std::move(pair), offers, needs, came);
        if (is_open(session, proposed)) ranked.push_back({std::move(proposed), need});
    }
    std::ranges::stable_sort(ranked, {}, [](const Ranked& one) { return rank_of(one.proposed); });
    leave_room_for_words(ranked, needs.read.size());
    std::vector<ProposedMatch> proposals;
    for (Ranked& one : ranked)
        if (proposals.size() < most_matches) proposals.push_back(std::move(one.proposed));
    return proposals;
}

} // namespace ronde::app
