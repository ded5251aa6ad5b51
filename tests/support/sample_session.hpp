#pragma once
// A café to look at: three questions, six tables, six groups of five, thirty invented people, twenty ideas, a morning's
// agenda. For pictures and for the tests of panels; its people and its ideas are invented.

#include "base/time_zone.hpp"
#include "cafe/session.hpp"
#include "cafe/timer.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

namespace ronde::tests {

/// 13 June 2023, 9:00 in Peyrestortes.
[[nodiscard]] inline base::WallTime sample_start() {
    return base::to_wall({.year = 2023, .month = 6, .day = 13, .hour = 9}, "Europe/Paris").value();
}

/// Some moment of one boot: `since_start` after the planned start, on both clocks.
[[nodiscard]] inline base::Stamp sample_stamp(base::Duration since_start) {
    return {base::Instant{std::chrono::hours{5}} + since_start, sample_start() + since_start, "sample-boot"};
}

namespace sample {

inline std::string numbered(const char* prefix, std::size_t n) {
    return prefix + std::to_string(n);
}

inline void add_people(cafe::Session& session) {
    constexpr std::array names{
        "Aïcha Benali",   "Bruno Castell", "Céline Dupuy", "Denis Estève",   "Élise Fabre",    "Farid Guerroudj",
        "Gaëlle Hugon",   "Hugo Izard",    "Inès Jordà",   "Julien Kerbrat", "Karine Llobet",  "Lucas Marty",
        "Maëlle Noguera", "Nicolas Olive", "Océane Pujol", "Pau Quintana",   "Quitterie Roig", "Rémi Sabaté",
        "Sofia Tixador",  "Théo Urbain",   "Ursule Vidal", "Victor Weiss",   "Wendy Xatart",   "Xavier Yssel",
        "Yasmine Zaoui",  "Zoé Amiel",     "Àngel Brunet", "Édith Carrère",  "Œdipe Delmas",   "Marcel·la Ferrer"};
    constexpr std::array places{"Le Hangar bleu",   "La Filature",     "Chez Pomone",        "L’Atelier du Tech",
                                "La Serre commune", "Le Vieux Lavoir", "Coopérative Canigó", "Fonds Tramontane"};
    for (std::size_t i = 0; i < places.size(); ++i)
        session.organisations.push_back(
            {.id = {numbered("o-", i + 1)},
             .name = places[i],
             .kind = i < 6 ? cafe::OrganisationKind::third_place : cafe::OrganisationKind::support});
    for (std::size_t i = 0; i < names.size(); ++i)
        session.participants.push_back(
            {.id = {numbered("p-", i + 1)}, .name = names[i], .organisation = {numbered("o-", i % places.size() + 1)}});
}

inline void add_room(cafe::Session& session) {
    session.questions = {
        {.id = {"q-1"}, .text = "Quelles activités économiques privilégier en cohérence avec le projet ?"},
        {.id = {"q-2"}, .text = "Comment réussir à ancrer le tiers-lieu dans son écosystème ?"},
        {.id = {"q-3"},
         .text = "En quoi les tiers-lieux s’inscrivent dans les missions des services/pouvoirs publics ?"}};
    constexpr std::array names{"Mimosas", "Cyprès", "Orangers", "Lauriers", "Oliviers", "Figuiers"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        session.tables.push_back({.id = {numbered("t-", i + 1)}, .question = {numbered("q-", i / 2 + 1)}});
        cafe::Group group{.id = {numbered("g-", i + 1)}, .name = names[i]};
        for (std::size_t p = 0; p < 5; ++p) group.members.push_back({numbered("p-", i + p * names.size() + 1)});
        session.groups.push_back(group);
    }
    for (std::size_t round = 0; round < 3; ++round) {
        auto& placements = session.seating.rounds.emplace_back();
        for (std::size_t g = 0; g < names.size(); ++g)
            placements.push_back({{numbered("g-", g + 1)}, {numbered("t-", (g + 2 * round) % names.size() + 1)}});
    }
}

inline void add_agenda(cafe::Session& session) {
    using cafe::StepKind;
    struct Line {
        StepKind kind;
        const char* title;
        int minutes;
    };
    constexpr std::array lines{Line{StepKind::welcome, "Accueil", 30},       Line{StepKind::opening, "Composantes", 25},
                               Line{StepKind::briefing, "Règles", 5},        Line{StepKind::round, "Tour 1", 20},
                               Line{StepKind::travel, "Changement", 3},      Line{StepKind::round, "Tour 2", 20},
                               Line{StepKind::travel, "Changement", 3},      Line{StepKind::round, "Tour 3", 20},
                               Line{StepKind::harvest, "Récolte", 25},       Line{StepKind::closing, "La Rosêe", 15},
                               Line{StepKind::follow_up, "Et ensuite ?", 20}};
    for (std::size_t i = 0; i < lines.size(); ++i)
        session.agenda.push_back({.id = {numbered("s-", i + 1)},
                                  .kind = lines[i].kind,
                                  .title = lines[i].title,
                                  .planned = std::chrono::minutes{lines[i].minutes},
                                  .minimum = std::chrono::minutes{lines[i].minutes} / 2});
}

inline void add_ideas(cafe::Session& session) {
    constexpr std::array texts{"Un local, trois usages dans la journée",
                               "Refuser les marchés hors projet #cohérence",
                               "Inviter la commune à table, pas au guichet",
                               "Partager un poste de comptable entre cinq lieux",
                               "Louer la cuisine aux traiteurs le matin #cuisine",
                               "Qui décide quand le loyer augmente ?",
                               "« On vend du temps, pas des mètres carrés »",
                               "Monter un groupement d’employeurs avant septembre",
                               "Une carte des savoir-faire affichée à l’entrée",
                               "Accueillir la Poste et la permanence de la CAF",
                               "Prix libre le jeudi soir",
                               "Comment parler aux voisins qui ne viennent pas ?",
                               "Former les bénévoles à l’accueil 🙂",
                               "Écrire une charte avec le lycée agricole",
                               "Ne pas confondre mission publique et sous-traitance",
                               "Un conseil des habitants, tirés au sort",
                               "L’œuvre d’art du hall appartient à tous",
                               "Demander un bail de neuf ans à la mairie",
                               "Fête du quartier : qui fait quoi ?",
                               "Trouver un café à l’hôpital de Perpignan #santé"};
    constexpr std::array kinds{cafe::IdeaKind::idea,   cafe::IdeaKind::idea, cafe::IdeaKind::quote,
                               cafe::IdeaKind::action, cafe::IdeaKind::idea, cafe::IdeaKind::question};
    cafe::Ideas ideas;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t table = i % session.tables.size();
        const int round = i < 12 ? 1 : 2;
        cafe::Idea idea{.id = {numbered("i-", i + 1)},
                        .text = texts[i],
                        .kind = kinds[i % kinds.size()],
                        .table = session.tables[table].id,
                        .question = session.tables[table].question,
                        .group = cafe::group_at(session, round, session.tables[table].id),
                        .round = round,
                        .starred = i % 7 == 0,
                        .at = sample_start() + std::chrono::minutes{60 + static_cast<int>(i) * 2},
                        .by = "Maëlle"};
        if (const auto tag = idea.text.find('#'); tag != std::string::npos) idea.tags = {idea.text.substr(tag + 1)};
        if (i == 9) idea.builds_on = {{"i-3"}};
        ideas.insert(ideas.size(), idea);
    }
    session.ideas = ideas;
}

} // namespace sample

/// The café before its morning begins.
[[nodiscard]] inline cafe::Session sample_session() {
    cafe::Session session;
    session.id = {"c-sample"};
    session.identity = {.title = "Petit Déj de l’ESS",
                        .subtitle = "Entre underground, business et action sociale, les tiers-lieux : un vent de "
                                    "renouveau pour l’ESS ?",
                        .place = "El Paseo, Peyrestortes",
                        .organiser = "Pôle de développement de l’ESS",
                        .starts_at = sample_start(),
                        .notice = "Personnes et idées inventées"};
    session.opening = {.prompt = "Qu’est-ce qui est essentiel à votre lieu ?",
                       .components = {{{"c-1"}, "indépendance et autonomie financière"},
                                      {{"c-2"}, "utilité sociale"},
                                      {{"c-3"}, "ancrage territorial"},
                                      {{"c-4"}, "mixité sociale"},
                                      {{"c-5"}, "diffusion culturelle"},
                                      {{"c-6"}, "travail partagé"},
                                      {{"c-7"}, "dynamique collective"}}};
    sample::add_people(session);
    sample::add_room(session);
    sample::add_agenda(session);
    sample::add_ideas(session);
    return session;
}

/// What a clock in the middle of the morning is like, for pictures.
struct SampleMoment {
    std::size_t step = 5;                                     ///< index in the agenda
    base::Duration left = std::chrono::seconds{12 * 60 + 24}; ///< negative: over time
    cafe::ClockState state = cafe::ClockState::running;
    base::Duration late{};
};

/// Puts the session's clock where `moment` says, and returns the stamp of that moment.
inline base::Stamp set_moment(cafe::Session& session, const SampleMoment& moment) {
    base::Duration since_start = moment.late;
    cafe::TimerState timer;
    timer.begun = sample_stamp({});
    for (std::size_t i = 0; i < moment.step && i < session.agenda.size(); ++i) {
        const auto began = session.identity.starts_at + since_start;
        since_start += session.agenda[i].planned;
        timer.runs.push_back({.step = session.agenda[i].id,
                              .left = base::Duration{0},
                              .started_at = began,
                              .ended_at = session.identity.starts_at + since_start});
    }
    if (moment.state == cafe::ClockState::idle || session.agenda.empty()) {
        session.timer = {};
        return sample_stamp(-std::chrono::minutes{10});
    }
    const std::size_t step = std::min(moment.step, session.agenda.size() - 1);
    timer.runs.push_back({.step = session.agenda[step].id, .started_at = session.identity.starts_at + since_start});
    const base::Stamp now = sample_stamp(since_start + session.agenda[step].planned - moment.left);
    timer.state = moment.state;
    timer.step = session.agenda[step].id;
    timer.left = moment.left;
    timer.anchor = now;
    timer.seen = now;
    session.timer = timer;
    return now;
}

} // namespace ronde::tests
