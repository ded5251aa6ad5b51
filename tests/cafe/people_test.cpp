#include "cafe/people.hpp"

#include "cafe/names_in_json.hpp"
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

TEST_CASE("people: two organisations made one keep what was ruled on, and the kind that is known") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::PutPeople{{{.id = {"a"}, .name = "La Halle"},
                                            {.id = {"b"}, .name = "Halle", .kind = cafe::OrganisationKind::third_place},
                                            {.id = {"c"}, .name = "Le Fonds"}},
                                           {}}));
    const auto rule = [&](const char* giver, const char* taker, const char* offer) {
        REQUIRE_FALSE(cafe.act(cafe::RuleOnMatch{{{giver}, {taker}, offer, "un besoin", cafe::Ruling::accepted}}));
    };
    rule("c", "b", "une bourse");
    rule("b", "a", "une salle");
    rule("b", "c", "un four");
    rule("a", "c", "un four");
    const cafe::Session before = cafe.session;
    REQUIRE_FALSE(cafe.act(cafe::MergeOrganisations{.from = {"b"}, .into = {"a"}}));
    const auto& kept = cafe.session.follow_up.complementarities;
    REQUIRE(kept.size() == 2); // none matches itself, none stands twice
    CHECK(kept[0] == cafe::Complementarity{{"c"}, {"a"}, "une bourse", "un besoin"});
    CHECK(kept[1] == cafe::Complementarity{{"a"}, {"c"}, "un four", "un besoin"});
    CHECK(cafe::find(cafe.session, cafe::OrganisationId{"a"})->kind == cafe::OrganisationKind::third_place);
    CHECK(cafe::unsound_parts(cafe.session).empty());
    REQUIRE_FALSE(cafe.act(cafe::Undo{prepare}));
    CHECK(cafe.session.follow_up == before.follow_up);
    CHECK(cafe.session.organisations == before.organisations);
}

TEST_CASE("people: an organisation that goes takes what was ruled on with it, and undo brings both back") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::PutPeople{{{.id = {"a"}}, {.id = {"b"}}, {.id = {"c"}}}, {}}));
    REQUIRE_FALSE(cafe.act(cafe::RuleOnMatch{{{"a"}, {"b"}, "un four", "du pain"}}));
    REQUIRE_FALSE(cafe.act(cafe::RuleOnMatch{{{"b"}, {"c"}, "un pré", "du foin"}}));
    REQUIRE_FALSE(cafe.act(cafe::RuleOnMatch{{{"c"}, {"b"}, "un bras", "un jour"}}));
    const cafe::FollowUp before = cafe.session.follow_up;
    REQUIRE_FALSE(cafe.act(cafe::RemoveOrganisation{{"a"}}));
    CHECK(cafe.session.follow_up.complementarities.size() == 2);
    REQUIRE_FALSE(cafe.act(cafe::Undo{prepare}));
    CHECK(cafe.session.follow_up == before);
    cafe.session.follow_up.complementarities[0].taker = {"nobody"};
    CHECK(cafe::unsound_parts(cafe.session).size() == 1);
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
    CHECK(who("Ann, Ben et Ann") == "Ben");
    CHECK(who("Ben, ANN et Chloé") == "Ben et Chloé");
    CHECK(who("zoe") == "");
    CHECK(who("Zoe\u0301 & Ben") == "Ben");
    CHECK(who("Zoé : Ann") == "… : …");
    for (const char* longer :
         {"Anna Dupont", "Joann", "Ann-Lise", "Lou-Ann", "Ann\u00e9", "\u00c9Ann", "Ann2", "AnnAnn", "Zoée", "Annè"}) {
        INFO(longer);
        CHECK(who(longer) == longer);
    }
    CHECK(who("Anna et Ann") == "Anna");
    CHECK(who("le vélo d’Ann") == "le vélo d’…");
    CHECK(who("Ann's") == "…'s");
    CHECK(who("«\u202fAnn\u202f»") == "«\u202f…\u202f»");
}

TEST_CASE("people: no text, contact or note keeps who was erased, however it is written") {
    SmallCafe cafe;
    const auto email = [](const char* text) { return cafe::Contact{.text = text}; };
    REQUIRE_FALSE(cafe.act(cafe::PutPeople{
        {{.id = {"o"},
          .name = "La Halle",
          .offers = {"le four d’Amina Ferrand"},
          .contacts = {email("a.ferrand@halle.example"), email("contact@halle.example"), email("moi@chez.example")}}},
        {{.id = {"p"}, .name = "Amina Ferrand", .organisation = {"o"}, .contacts = {email("Moi@chez.example")}},
         {.id = {"q"}, .name = "Amina Ferrand-Puig", .contacts = {email("puig@halle.example")}}}}));
    REQUIRE_FALSE(cafe.note("i1", "AMINA\u00a0FERRAND prête son four, Amina Ferrand-Puig sa cour #four"));
    REQUIRE_FALSE(cafe.act(cafe::CaptureIdea{.id = {"i2"}, .text = "Un mot", .table = {"t1"}, .by = "amina ferrand"}));
    REQUIRE_FALSE(
        cafe.note("i3", "FERRAND Amina, moi@chez.example ou aferrand@ailleurs.example, pas puig@halle.example"));
    REQUIRE_FALSE(cafe.act(cafe::EditOpening{{"Essentiel ?", {{{"c-1"}, "Utilité"}}}}));
    REQUIRE_FALSE(cafe.act(cafe::AnswerOpening{{{"o"}, {"c-1"}, cafe::Answer::depends, "Âmina  Ferrand le dira"}}));
    REQUIRE_FALSE(
        cafe.act(cafe::PutCommitment{{.id = {"c"}, .what = "Écrire à Amina Ferrand", .who = "amina ferrand"}}));
    REQUIRE_FALSE(cafe.act(cafe::ErasePerson{{"p"}}));
    const cafe::Session& session = cafe.session;
    CHECK(session.ideas[0].text == "… prête son four, Amina Ferrand-Puig sa cour #four");
    CHECK(session.ideas[0].tags == std::vector<std::string>{"four"});
    CHECK(session.ideas[0].seq == session.seq);
    CHECK(session.ideas[1].by.empty());
    CHECK(session.ideas[2].text == "…, … ou …, pas puig@halle.example");
    CHECK(session.opening_record.answers[0].why == "… le dira");
    CHECK(session.follow_up.commitments[0].what == "Écrire à …");
    CHECK(session.follow_up.commitments[0].who.empty());
    CHECK(session.organisations[0].offers[0] == "le four d’…");
    CHECK(session.organisations[0].contacts == std::vector{email("contact@halle.example")});
    CHECK(session.participants.back().contacts.size() == 1);
    CHECK(cafe::unsound_parts(session).empty());
    CHECK(cafe.act(cafe::Undo{prepare}) == Reason::nothing_to_undo);
}

TEST_CASE("people: erasing somebody leaves others their contacts, their words and their name") {
    SmallCafe cafe;
    const auto email = [](const char* text) { return cafe::Contact{.text = text}; };
    REQUIRE_FALSE(cafe.act(
        cafe::PutPeople{{{.id = {"o"}, .name = "Pierre et Terre", .contacts = {email("m.martin@halle.example")}}},
                        {{.id = {"a"}, .name = "Marie Martin"},
                         {.id = {"b"}, .name = "Michel Martin", .contacts = {email("m.martin@chez.example")}},
                         {.id = {"c"}, .name = "Aimé"},
                         {.id = {"d"}, .name = "Pierre"},
                         {.id = {"e"}, .name = "Jean Puig"},
                         {.id = {"f"}, .name = "Jean Puig"}}}));
    REQUIRE_FALSE(cafe.note("i1", "J’aime ce lieu, dit Aimé"));
    REQUIRE_FALSE(cafe.act(cafe::PutCommitment{{.id = {"k"}, .what = "Écrire", .who = "Jean Puig"}}));
    for (const char* id : {"a", "c", "d", "e"}) REQUIRE_FALSE(cafe.act(cafe::ErasePerson{{id}}));
    const cafe::Session& session = cafe.session;
    CHECK(cafe::find(session, cafe::ParticipantId{"b"})->contacts.size() == 1);
    CHECK(session.organisations[0].contacts.size() == 1);
    CHECK(session.organisations[0].name == "Pierre et Terre");
    CHECK(session.ideas[0].text == "J’aime ce lieu, dit …");
    CHECK(session.follow_up.commitments[0].who == "Jean Puig"); // the other one
    REQUIRE_FALSE(cafe.act(cafe::ErasePerson{{"f"}}));
    CHECK(session.follow_up.commitments[0].who.empty());
}

TEST_CASE("people: a contact names somebody by whole words, joined names or an initial") {
    for (const char* text : {"amina.ferrand@a.example", "FERRAND_Amina@a.example", "aferrand@a.example",
                             "aminaferrand@a.example", "https://a.example/amina-ferrand", "Amîna Ferrand, le soir"})
        CHECK(cafe::contact_names(text, "Amina Ferrand"));
    for (const char* text : {"contact@ferrand.example", "amina@a.example", "ferrandez@a.example", "0468123456", ""})
        CHECK_FALSE(cafe::contact_names(text, "Amina Ferrand"));
    CHECK_FALSE(cafe::contact_names("contact@a.example", "…"));
}

TEST_CASE("people: in members that are not known, names leave the strings, however they are written") {
    cafe::NamesInText names;
    names.add("Zoé Amiel", "…");
    names.add("true", "…");
    const auto hidden = [&](std::string json) {
        cafe::hide_in_json(names, json);
        return json;
    };
    CHECK(hidden(R"({"by":"Zo\u00e9 Amiel"})") == R"({"by":"…"})");
    CHECK(hidden(R"({"by":"Zo\u0065\u0301 Amiel"})") == R"({"by":"…"})");
    CHECK(hidden(R"({"note":"Merci\nZoé Amiel\t\"four\""})") == R"({"note":"Merci\u000a…\u0009\"four\""})");
    CHECK(hidden(R"(["ZOÉ\u00A0AMIEL", 1, {"x": "\ud83d\ude00 Zoé Amiel \\ / \/"}])") ==
          R"(["…", 1, {"x": "😀 … \\ / /"}])");
    CHECK(hidden(R"({"Zoé Amiel":true,"a":"true"})") == R"({"…":true,"a":"…"})");
    const std::string same = R"({"a":"Zoé Amielle\n\u00e9","b":[1.5e3,null,"\ud83d \q \u12"]})";
    CHECK(hidden(same) == same);
    for (const char* odd : {"\"Zoé", "\"\\", "\"\\u00e", "", "\"", "{\"a\":\"b\\"}) CHECK(hidden(odd) == odd);
    CHECK(hidden("\"Zoé Amiel") == "\"…");
}

TEST_CASE("people: erasing somebody takes them out of members that are not known") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::PutPeople{{}, {{.id = {"p"}, .name = "Zoé Amiel"}}}));
    cafe.session.extra = R"({"badges":["Zo\u00e9 Amiel","Ann"],"printed":true})";
    REQUIRE_FALSE(cafe.act(cafe::ErasePerson{{"p"}}));
    CHECK(cafe.session.extra == R"({"badges":["…","Ann"],"printed":true})");
}

TEST_CASE("people: who is taken out leaves the introductions, and undo brings both back") {
    SmallCafe cafe;
    const std::vector<cafe::Introduction> introductions{{.first = {"p1a"}, .second = {"p2a"}, .about = "Le pain"},
                                                        {.first = {"p3b"}, .second = {"p1b"}, .about = "Le vélo"}};
    REQUIRE_FALSE(cafe.act(cafe::SetIntroductions{introductions}));
    REQUIRE_FALSE(cafe.act(cafe::RemoveParticipants{{{"p2a"}}}));
    REQUIRE(cafe.session.follow_up.introductions.size() == 1);
    CHECK(cafe.session.follow_up.introductions[0].about == "Le vélo");
    REQUIRE_FALSE(cafe.act(cafe::Undo{prepare}));
    CHECK(cafe.session.follow_up.introductions == introductions);
    CHECK(cafe::find(cafe.session, cafe::ParticipantId{"p2a"}) != nullptr);
    REQUIRE_FALSE(cafe.act(cafe::RemoveParticipants{{{"p3a"}}})); // in none of them
    CHECK(cafe.session.follow_up.introductions == introductions);
}
