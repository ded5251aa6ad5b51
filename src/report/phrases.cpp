#include "report/phrases.hpp"

namespace ronde::report {
namespace {

constexpr Phrases french{
    .place = "Lieu",
    .organiser = "Organisation",
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
    .actions = "Actions",
    .no_actions = "Aucune action n’a été notée.",
    .participants = "Participants",
    .alone = "Sans structure",
    .untitled = "Café sans titre",
    .colon = "\u202f: ",
    .open_quote = "«\u202f",
    .close_quote = "\u202f»",
    .idea = "idée",
    .question = "question",
    .quote = "citation",
    .action = "action",
    .essential = "essentiel",
    .depends = "ça dépend",
    .not_essential = "pas essentiel",
    .hands = "À main levée",
    .organisation = "Structure",
    .organisation_kind = "Type de structure",
    .third_place = "tiers-lieu",
    .support = "accompagnement",
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
    .actions = "Actions",
    .no_actions = "No action was noted.",
    .participants = "Participants",
    .alone = "Without an organisation",
    .untitled = "Untitled café",
    .colon = ": ",
    .open_quote = "“",
    .close_quote = "”",
    .idea = "idea",
    .question = "question",
    .quote = "quote",
    .action = "action",
    .essential = "essential",
    .depends = "it depends",
    .not_essential = "not essential",
    .hands = "By a show of hands",
    .organisation = "Organisation",
    .organisation_kind = "Kind of organisation",
    .third_place = "third place",
    .support = "support",
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
};

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

const Phrases& phrases_in(std::string_view language) {
    return language == "fr" ? french : english;
}

} // namespace ronde::report
