#include "app/matching.hpp"

#include "base/text.hpp"
#include "words/match.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace ronde::app {
namespace {

using cafe::OrganisationKind;

/// Offers or needs of all organisations in one list, and whose each is.
struct Lines {
    std::vector<std::string> texts{};
    std::vector<const cafe::Organisation*> whose{};
};

Lines lines_of(const cafe::Session& session, std::vector<std::string> cafe::Organisation::*lines) {
    Lines all;
    for (const cafe::Organisation& organisation : session.organisations)
        for (const std::string& line : organisation.*lines) {
            all.texts.push_back(line);
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

/// A match's identity: its ruling aside.
bool same_match(const cafe::Complementarity& a, const cafe::Complementarity& b) {
    return a.giver == b.giver && a.taker == b.taker && a.offer == b.offer && a.need == b.need;
}

bool says(const std::vector<std::string>& lines, const std::string& line) {
    return std::ranges::find(lines, line) != lines.end();
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
    std::set<cafe::OrganisationId> came;
    for (const cafe::Participant& person : session.participants)
        if (person.presence != cafe::Presence::absent) came.insert(person.organisation);
    const Lines offers = lines_of(session, &cafe::Organisation::offers);
    const Lines needs = lines_of(session, &cafe::Organisation::needs);
    const auto language = words::language_of(session.identity.language);
    const auto matches = words::find_matches(offers.texts, needs.texts, language, words::match_score, stop);
    if (!matches) return std::nullopt;
    std::vector<ProposedMatch> proposals;
    for (const words::Match& match : *matches) {
        const cafe::Organisation& giver = *offers.whose[match.offer];
        const cafe::Organisation& taker = *needs.whose[match.need];
        if (giver.id == taker.id) continue;
        ProposedMatch proposed{.match = {.giver = giver.id,
                                         .taker = taker.id,
                                         .offer = offers.texts[match.offer],
                                         .need = needs.texts[match.need]},
                               .shared = match.shared,
                               .score = match.score,
                               .both_came = came.contains(giver.id) && came.contains(taker.id),
                               .same_place = same_place(giver, taker),
                               .place_and_support = place_and_support(giver, taker)};
        if (is_open(session, proposed)) proposals.push_back(std::move(proposed));
    }
    std::ranges::stable_sort(proposals, {}, [](const ProposedMatch& one) {
        return std::tuple(!one.both_came, !one.same_place, !one.place_and_support, -one.score);
    });
    if (proposals.size() > most_matches) proposals.resize(most_matches);
    return proposals;
}

} // namespace ronde::app
