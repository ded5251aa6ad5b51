#include "report/phrases.hpp"

#include <array>
#include <utility>

namespace ronde::report {
namespace {

constexpr Phrases french{
    .place = "Lieu",
    .organiser = "Qui organise",
    .agenda = "Déroulé",
    .planned = "prévu",
    .opening = "Échange d’ouverture",
    .questions_and_ideas = "Questions et idées",
    .no_question = "Sans question",
    .before_rounds = "Avant les tours",
    .round = "Tour",
    .table = "table",
    .nothing_noted = "Rien n’a été noté.",
    .builds_on = "prolonge",
    .themes = "Thèmes",
    .untitled_theme = "Thème sans nom",
    .unsorted = "Sans thème",
    .vote = "voix",
    .votes = "voix",
    .ideas = "idées",
    .actions = "Actions",
    .no_actions = "Aucune action n’a été notée.",
    .participants = "Participants",
    .alone = "Sans structure",
    .absent = "Absents",
    .untitled = "Café sans titre",
    .colon = "\u202f: ",
    .open_quote = "«\u202f",
    .close_quote = "\u202f»",
    .open_inner_quote = "“",
    .close_inner_quote = "”",
    .idea = "idée",
    .question = "question",
    .quote = "citation",
    .action = "action",
    .routes = "Parcours",
    .routes_cut = "un parcours par personne, à découper",
    .route_host = "hôte, reste à sa table",
    .route_host_round = "hôte, tour ",
    .route_host_rounds = "hôte, tours ",
    .name = "Nom",
    .organisation = "Structure",
    .kind_of_organisation = "Type",
    .third_place = "tiers-lieu",
    .support = "accompagnement",
    .email = "Courriel",
    .phone = "Téléphone",
    .website = "Site",
    .other_contact = "Autre contact",
    .what_next = "Et ensuite ?",
    .commitments = "Engagements",
    .done = "fait",
    .with_whom = "avec",
    .by_when = "d’ici le",
    .next_meeting = "Prochaine rencontre",
    .complementarities = "Complémentarités retenues",
    .answers = "répond peut-être à",
    .introductions = "Personnes à mettre en lien",
    .in_theme = "sur",
    .for_need = "pour un besoin",
    .essential = "essentiel",
    .depends = "ça dépend",
    .not_essential = "pas essentiel",
    .hands = "À main levée",
    .organisation_kind = "Type de structure",
    .other_kind = "autre",
    .component = "Composante",
    .answer_word = "Réponse",
    .why = "Pourquoi",
    .count = "Nombre",
    .time = "Heure",
    .group = "Groupe",
    .kind_word = "Nature",
    .tags = "Mots-clés",
    .starred = "Étoile",
    .by = "Noté par",
    .yes = "oui",
    .theme = "Thème",
    .commitment = "Engagement",
    .who = "Qui",
    .plenary = "En plénière",
};

constexpr Phrases english{
    .place = "Place",
    .organiser = "Organiser",
    .agenda = "Agenda",
    .planned = "planned",
    .opening = "Opening exchange",
    .questions_and_ideas = "Questions and ideas",
    .no_question = "Without a question",
    .before_rounds = "Before the rounds",
    .round = "Round",
    .table = "table",
    .nothing_noted = "Nothing was noted.",
    .builds_on = "builds on",
    .themes = "Themes",
    .untitled_theme = "Theme without a name",
    .unsorted = "In no theme",
    .vote = "vote",
    .votes = "votes",
    .ideas = "ideas",
    .actions = "Actions",
    .no_actions = "No action was noted.",
    .participants = "Participants",
    .alone = "Without an organisation",
    .absent = "Absent",
    .untitled = "Untitled café",
    .colon = ": ",
    .open_quote = "“",
    .close_quote = "”",
    .open_inner_quote = "‘",
    .close_inner_quote = "’",
    .idea = "idea",
    .question = "question",
    .quote = "quote",
    .action = "action",
    .routes = "Routes",
    .routes_cut = "a route for each person, to be cut",
    .route_host = "host, stays at the table",
    .route_host_round = "host, round ",
    .route_host_rounds = "host, rounds ",
    .name = "Name",
    .organisation = "Organisation",
    .kind_of_organisation = "Kind",
    .third_place = "third place",
    .support = "support",
    .email = "Email",
    .phone = "Phone",
    .website = "Website",
    .other_contact = "Other contact",
    .what_next = "What next?",
    .commitments = "Commitments",
    .done = "done",
    .with_whom = "with",
    .by_when = "by",
    .next_meeting = "Next meeting",
    .complementarities = "Complementarities kept",
    .answers = "may answer",
    .introductions = "People to introduce",
    .in_theme = "about",
    .for_need = "for a need",
    .essential = "essential",
    .depends = "it depends",
    .not_essential = "not essential",
    .hands = "By a show of hands",
    .organisation_kind = "Kind of organisation",
    .other_kind = "other",
    .component = "Component",
    .answer_word = "Answer",
    .why = "Why",
    .count = "Number",
    .time = "Time",
    .group = "Group",
    .kind_word = "Kind",
    .tags = "Tags",
    .starred = "Star",
    .by = "Noted by",
    .yes = "yes",
    .theme = "Theme",
    .commitment = "Commitment",
    .who = "Who",
    .plenary = "In plenary",
};

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

} // namespace

std::string_view Phrases::kind(cafe::IdeaKind which) const {
    switch (which) {
    case cafe::IdeaKind::idea: return idea;
    case cafe::IdeaKind::question: return question;
    case cafe::IdeaKind::quote: return quote;
    case cafe::IdeaKind::action: return action;
    }
    return idea;
}

std::string_view Phrases::kind(cafe::OrganisationKind which) const {
    switch (which) {
    case cafe::OrganisationKind::third_place: return third_place;
    case cafe::OrganisationKind::support: return support;
    case cafe::OrganisationKind::other: return other_kind;
    }
    return other_kind;
}

std::string_view Phrases::answer(cafe::Answer which) const {
    switch (which) {
    case cafe::Answer::essential: return essential;
    case cafe::Answer::depends: return depends;
    case cafe::Answer::not_essential: return not_essential;
    case cafe::Answer::none: break;
    }
    return {};
}

std::string Phrases::quoted(std::string_view text) const {
    // A guillemet's space, of whichever width, belongs to it.
    constexpr std::array<std::string_view, 4> spaces{"\u202f", "\u00a0", " ", ""};
    std::string inner(text);
    for (const std::string_view space : spaces) {
        inner = replaced(std::move(inner), "«" + std::string(space), open_inner_quote);
        inner = replaced(std::move(inner), std::string(space) + "»", close_inner_quote);
    }
    inner = replaced(std::move(inner), "“", open_inner_quote);
    inner = replaced(std::move(inner), "”", close_inner_quote);
    return std::string(open_quote) + inner + std::string(close_quote);
}

const Phrases& phrases_in(std::string_view language) {
    return language == "fr" ? french : english;
}

} // namespace ronde::report
