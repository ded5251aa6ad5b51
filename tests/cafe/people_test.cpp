#include "cafe/people.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <set>

using namespace ronde;
using cafe::Reason;
using support::SmallCafe;

namespace {

const std::string prepare{cafe::prepare_scope};

cafe::ParticipantId crowd_id(int n) {
    return {"c" + std::to_string(n)};
}

/// More people than are looked for one by one.
cafe::PutPeople crowd(int count) {
    cafe::PutPeople put;
    put.organisations.push_back({.id = {"o1"}, .name = "La Halle"});
    for (int n = 0; n < count; ++n)
        put.participants.push_back(
            {.id = crowd_id(n), .name = "Personne " + std::to_string(n), .organisation = {"o1"}});
    return put;
}

std::vector<std::string> ids(const cafe::Session& session) {
    std::vector<std::string> out;
    for (const auto& person : session.participants) out.push_back(person.id.value);
    return out;
}

} // namespace

TEST_CASE("people: many come at once, in their order, and one undo takes them back") {
    SmallCafe cafe;
    const auto before = cafe.session.participants;
    const auto put = crowd(100);
    REQUIRE_FALSE(cafe.act(put));
    REQUIRE(cafe.session.participants.size() == before.size() + 100);
    CHECK(std::equal(before.begin(), before.end(), cafe.session.participants.begin()));
    CHECK(std::equal(put.participants.begin(), put.participants.end(),
                     cafe.session.participants.begin() + static_cast<std::ptrdiff_t>(before.size())));
    const auto after = cafe.session.participants;
    REQUIRE_FALSE(cafe.act(cafe::Undo{prepare}));
    CHECK(cafe.session.participants == before);
    CHECK(cafe.session.organisations.empty());
    REQUIRE_FALSE(cafe.act(cafe::Redo{prepare}));
    CHECK(cafe.session.participants == after);
}

TEST_CASE("people: many are replaced where they stand, new ones among them come last") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(crowd(100)));
    const auto before = cafe.session.participants;
    cafe::PutPeople changed;
    for (int n = 98; n >= 0; n -= 2) { // backwards: their order in the deed is not theirs in the café
        changed.participants.push_back({.id = crowd_id(n), .name = "Autre " + std::to_string(n)});
        changed.participants.push_back({.id = crowd_id(1000 + n), .name = "Nouvelle " + std::to_string(n)});
    }
    REQUIRE_FALSE(cafe.act(changed));
    REQUIRE(cafe.session.participants.size() == before.size() + 50);
    for (std::size_t i = 0; i < before.size(); ++i) REQUIRE(cafe.session.participants[i].id == before[i].id);
    for (int n = 0; n < 100; ++n)
        REQUIRE(cafe::find(cafe.session, crowd_id(n))->name ==
                (n % 2 == 0 ? "Autre " : "Personne ") + std::to_string(n));
    CHECK(cafe.session.participants.back().id == crowd_id(1000));
    REQUIRE_FALSE(cafe.act(cafe::Undo{prepare}));
    CHECK(cafe.session.participants == before);
}

TEST_CASE("people: many are taken out from anywhere, and come back to their places") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(crowd(100)));
    const auto before = cafe.session.participants;
    cafe::RemoveParticipants gone;
    for (int n = 0; n < 100; n += 3) gone.ids.push_back(crowd_id(n));
    gone.ids.push_back(crowd_id(0)); // twice
    gone.ids.push_back({"p1a"});
    REQUIRE_FALSE(cafe.act(gone));
    CHECK(cafe.session.participants.size() == before.size() - 35);
    CHECK(cafe::find(cafe.session, crowd_id(99)) == nullptr);
    CHECK(cafe::find(cafe.session, crowd_id(98)) != nullptr);
    CHECK(cafe.session.groups[0].members == std::vector<cafe::ParticipantId>{{"p1b"}});
    const auto left = ids(cafe.session);
    REQUIRE_FALSE(cafe.act(cafe::Undo{prepare}));
    CHECK(cafe.session.participants == before);
    REQUIRE_FALSE(cafe.act(cafe::Redo{prepare}));
    CHECK(ids(cafe.session) == left);
}

TEST_CASE("people: an unknown one among many refuses the whole, without a trace") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(crowd(30)));
    const cafe::Session before = cafe.session;
    cafe::RemoveParticipants gone;
    cafe::SetPresence here;
    for (int n = 0; n <= 30; ++n) {
        gone.ids.push_back(crowd_id(n));
        here.ids.push_back(crowd_id(n));
    }
    CHECK(cafe.act(gone) == Reason::unknown_id);
    CHECK(cafe.act(here) == Reason::unknown_id);
    CHECK(cafe.session == before);
    here.ids.pop_back();
    REQUIRE_FALSE(cafe.act(here));
    CHECK(cafe::find(cafe.session, crowd_id(29))->presence == cafe::Presence::here);
    CHECK(cafe::find(cafe.session, cafe::ParticipantId{"p1a"})->presence == cafe::Presence::expected);
}

TEST_CASE("people: a café holds 20,000, and refuses one more") {
    SmallCafe cafe;
    const int room = 20'000 - static_cast<int>(cafe.session.participants.size());
    CHECK(cafe.act(crowd(room + 1)) == Reason::bad_value);
    REQUIRE_FALSE(cafe.act(crowd(room)));
    REQUIRE_FALSE(cafe.act(crowd(room))); // the same ones again
    CHECK(cafe.act(cafe::PutPeople{.participants = {{.id = {"late"}, .name = "Zoé"}}}) == Reason::bad_value);
}

TEST_CASE("people: who is erased leaves the texts that name them, and no longer name is cut") {
    const auto who = [](const std::string& text) {
        SmallCafe cafe;
        REQUIRE_FALSE(cafe.act(cafe::PutPeople{{}, {{.id = {"p"}, .name = "Ann"}, {.id = {"e"}, .name = "Zoé"}}}));
        REQUIRE_FALSE(cafe.act(cafe::PutCommitment{{.id = {"c"}, .what = "Un café", .who = text}}));
        for (const char* id : {"p", "e"}) REQUIRE_FALSE(cafe.act(cafe::ErasePerson{{id}}));
        return cafe.session.follow_up.commitments.at(0).who;
    };
    CHECK(who("Ann") == "");
    CHECK(who("Ann, Ben et Ann") == ", Ben et ");
    CHECK(who("Zoé : Ann") == " : ");
    for (const char* longer : {"Anna Dupont", "Joann", "Ann-Lise", "Lou-Ann", "Ann\u00e9", "\u00c9Ann", "Ann2",
                               "AnnAnn", "Zoée", "Annè", "Ann\u0301"}) {
        INFO(longer);
        CHECK(who(longer) == longer);
    }
    CHECK(who("Anna et Ann") == "Anna et ");
    CHECK(who("le vélo d’Ann") == "le vélo d’");
    CHECK(who("Ann's") == "'s");
    CHECK(who("«\u202fAnn\u202f»") == "«\u202f\u202f»");
}
