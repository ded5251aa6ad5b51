#include "store/people_words.hpp"

#include "compat/catch.hpp"

using namespace ronde;
using namespace ronde::store;

namespace {

ColumnMeaning meaning(std::string_view words) {
    const auto heading = heading_named(words);
    INFO(words);
    REQUIRE(heading.has_value());
    return heading->meaning;
}

Whose whose(std::string_view words) {
    return heading_named(words)->whose;
}

} // namespace

TEST_CASE("people words: headings are known in French and in English") {
    for (const auto* words :
         {"Nom complet", "NOM ET PRÉNOM", "Prénom & Nom", "Participant", "Participant·e·s", "Full name"})
        CHECK(meaning(words) == ColumnMeaning::full_name);
    for (const auto* words : {"Prénom", "prenom(s)", "Votre prénom", "First Name", "first_name"})
        CHECK(meaning(words) == ColumnMeaning::first_name);
    for (const auto* words : {"Nom de famille", "Last Name", "Surname"})
        CHECK(meaning(words) == ColumnMeaning::last_name);
    for (const auto* words : {"Structure", "Nom de la structure", "Organisation", "Company", "Société", "Association",
                              "Champ additionnel : Quelle est votre structure ?", "Raison sociale", "Tiers-lieu"})
        CHECK(meaning(words) == ColumnMeaning::organisation);
    for (const auto* words : {"Type de structure", "Kind"}) CHECK(meaning(words) == ColumnMeaning::kind);
    for (const auto* words : {"Ville", "Commune", "Place", "City"}) CHECK(meaning(words) == ColumnMeaning::place);
    for (const auto* words : {"Email", "E-mail", "Courriel", "Adresse e-mail", "E-MAIL ACHETEUR", "Email Address"})
        CHECK(meaning(words) == ColumnMeaning::email);
    for (const auto* words : {"Téléphone", "Tél.", "N° de téléphone", "Phone number", "Portable"})
        CHECK(meaning(words) == ColumnMeaning::phone);
    for (const auto* words : {"Rôle", "Role"}) CHECK(meaning(words) == ColumnMeaning::role);
    for (const auto* words : {"Remarques", "Comments"}) CHECK(meaning(words) == ColumnMeaning::note);
    for (const auto* words : {"Fonction", "Job Title", "Civilité", "Attendee #"})
        CHECK(meaning(words) == ColumnMeaning::ignored);
}

TEST_CASE("people words: a name that may be whole or the family's says so") {
    for (const auto* words : {"Nom", "Name", "Nom du participant", "Votre nom"})
        CHECK(heading_named(words)->reach == NameReach::whole_or_last);
    CHECK(heading_named("Nom de famille")->reach == NameReach::certain);
}

TEST_CASE("people words: who pays is told from who comes") {
    CHECK(whose("Nom participant") == Whose::participant);
    CHECK(whose("Prénom de l'acheteur") == Whose::buyer);
    CHECK(whose("Email payeur") == Whose::buyer);
    CHECK(whose("Buyer Email") == Whose::buyer);
    CHECK(whose("Email") == Whose::anyone);
}

TEST_CASE("people words: people are no headings") {
    for (const auto* words : {"Jean Dupont", "jean@exemple.fr", "04 68 00 00 00", "Cresca", "", "12"})
        CHECK_FALSE(heading_named(words).has_value());
}

TEST_CASE("people words: kinds, roles and answers are known in both languages") {
    CHECK(kind_named("Tiers-Lieu") == cafe::OrganisationKind::third_place);
    CHECK(kind_named("third_place") == cafe::OrganisationKind::third_place);
    CHECK(kind_named("Structure d’accompagnement") == cafe::OrganisationKind::support);
    CHECK(kind_named("Autre") == cafe::OrganisationKind::other);
    CHECK_FALSE(kind_named("mairie").has_value());
    CHECK(role_named("Animatrice") == cafe::Role::facilitator);
    CHECK(role_named("Hôte de table") == cafe::Role::host);
    CHECK(role_named("note-taker") == cafe::Role::note_taker);
    CHECK(role_named("Intervenant") == cafe::Role::speaker);
    CHECK_FALSE(role_named("participant").has_value());
    CHECK(answer_named("Oui") == Answer::yes);
    CHECK(answer_named("Si nécessaire") == Answer::perhaps);
    CHECK(answer_named("Peut-être") == Answer::perhaps);
    CHECK(answer_named("NON") == Answer::no);
    CHECK(answer_named("Inconnu") == Answer::unknown);
    CHECK_FALSE(answer_named("Jean").has_value());
}

TEST_CASE("people words: what ticketing sites call a registration that was taken back is known") {
    for (const auto* words : {"Annulé", "ANNULÉE", "Commande annulée", "Cancelled", "Canceled by attendee", "Remboursé",
                              "Partially refunded", "Not Attending", "Deleted", "Désinscrite", "absent"})
        CHECK(is_cancelled(words));
    for (const auto* words :
         {"", "Validé", "Payée", "Attending", "Checked In", "En attente", "Non annulé", "Not refunded", "Animatrice"})
        CHECK_FALSE(is_cancelled(words));
    for (const auto* words : {"Statut", "Statut de la commande", "Attendee Status", "Order status", "État"})
        CHECK(meaning(words) == ColumnMeaning::status);
}

TEST_CASE("people words: addresses and telephones are told from other text") {
    CHECK(is_email("jean.dupont@exemple.fr"));
    CHECK(is_email("zoé@exemple.fr"));
    for (const auto* text : {"", "@exemple.fr", "jean@", "jean@exemple", "jean@exemple.", "j e@exemple.fr", "a@b@c.fr"})
        CHECK_FALSE(is_email(text));
    for (const auto* text :
         {"04 68 00 00 00", "+33 (0)4.68.00.00.00", "'+33468000000", "04\u00A068\u00A000\u00A000\u00A000"})
        CHECK(is_phone(text));
    for (const auto* text : {"13/06/2023", "2023-06-13 09:00", "66600", "Jean 0468000000", "1234567890123456"})
        CHECK_FALSE(is_phone(text));
}
