#include "store/some_cafes.hpp"

#include "base/time.hpp"
#include "cafe/update.hpp"

#include <stdexcept>

namespace ronde::store::test {
namespace {

using namespace std::chrono_literals;

base::WallTime at(const char* text) {
    return base::wall_time_from(text).value();
}

} // namespace

cafe::Session golden_session() {
    cafe::Session session;
    session.id = {"golden"};
    session.seq = 8;
    session.structure = 3;
    session.identity = {.title = "Petit déjeuner de l’ESS",
                        .subtitle = "Ce qui fait tiers-lieu",
                        .place = "El Paseo, Peyrestortes",
                        .organiser = "Un réseau inventé",
                        .language = "fr",
                        .time_zone = "Europe/Paris",
                        .starts_at = at("2023-06-13T09:00:00+02:00"),
                        .passage = cafe::Passage::automatic,
                        .notice = "Personnes et idées inventées."};
    session.opening = {.prompt = "Est-ce essentiel pour vous ?",
                       .components = {{{"c-1"}, "Mixité sociale"}, {{"c-2"}, "Utilité sociale"}},
                       .mode = cafe::OpeningMode::by_hands,
                       .naming = cafe::Naming::anonymous};
    session.opening_record = {.answers = {{{"o1"}, {"c-1"}, cafe::Answer::depends, "Selon le jour"}},
                              .hands = {{{"c-2"}, 8, 2, 1}}};
    session.questions = {{.id = {"q1"}, .text = "Qu’est-ce qui nous rassemble ?"},
                         {.id = {"q2"}, .text = "De quoi avons-nous besoin ?"}};
    session.tables = {{.id = {"t1"}, .name = "Olivier", .question = {"q1"}}, {.id = {"t2"}, .question = {"q2"}}};
    session.organisations = {{.id = {"o1"},
                              .name = "La Fabrique",
                              .kind = cafe::OrganisationKind::third_place,
                              .place = "Prades",
                              .offers = {"un four à pain"},
                              .needs = {"un coup de main en comptabilité"},
                              .contacts = {{cafe::ContactKind::website, "fabrique.example", cafe::Consent::given}}},
                             {.id = {"o2"}, .name = "Les Comptes ronds", .kind = cafe::OrganisationKind::support}};
    session.participants = {{.id = {"p1"},
                             .name = "Anaïs Œuvrard",
                             .organisation = {"o1"},
                             .roles = {cafe::Role::host},
                             .contacts = {{cafe::ContactKind::email, "anais@example.org", cafe::Consent::refused}},
                             .presence = cafe::Presence::here,
                             .first_round = 1,
                             .last_round = 2},
                            {.id = {"p2"}, .name = "Noé"}};
    session.groups = {{.id = {"g1"}, .name = "Thym", .members = {{"p1"}, {"p2"}}},
                      {.id = {"g2"}, .name = "Romarin", .count = 5}};
    session.agenda = {
        {.id = {"s1"}, .kind = cafe::StepKind::welcome, .title = "Accueil", .planned = 15min, .minimum = 5min},
        {.id = {"s2"}, .kind = cafe::StepKind::round, .title = "Premier tour", .planned = 20min, .minimum = 10min},
        {.id = {"s3"}, .kind = cafe::StepKind::pause, .title = "Pause", .planned = 10min, .minimum = 0s}};
    session.seating_rules = {
        .style = cafe::SeatingStyle::successive,
        .grouping = cafe::Grouping::mixed,
        .hosting = cafe::Hosting::stay,
        .limit = cafe::MeetingLimit::twice,
        .weights = {2, 3, 1},
        .pins = {{.id = {"pin1"}, .kind = cafe::PinKind::apart, .person = {"p1"}, .other = {"p2"}},
                 {.id = {"pin2"}, .kind = cafe::PinKind::seat, .person = {"p2"}, .table = {"t2"}, .round = 1}}};
    session.seating = {.rounds = {{{{"g1"}, {"t1"}}, {{"g2"}, {"t2"}}}},
                       .companies = {{{{"t1"}, {{"p1"}}}, {{"t2"}, {{"p2"}}}}},
                       .hosts = {{"p1"}},
                       .quality = cafe::SeatingQuality{.score = 3,
                                                       .bound = 3,
                                                       .optimal = true,
                                                       .repeats = 1,
                                                       .organisation_pairs = 1,
                                                       .kind_pairs = 2,
                                                       .distinct_pairs = 9,
                                                       .most_often = 2,
                                                       .size_spread = 1,
                                                       .fewest_met = 4,
                                                       .most_met = 5,
                                                       .broken = {"pin1"}},
                       .notes = {cafe::PlanNote::fewer_rounds_than_questions},
                       .basis = 3};
    session.ideas.insert(0, {.id = {"i1"},
                             .text = "Un café « vivant » : #cuisine, œuvres, 😀",
                             .table = {"t1"},
                             .question = {"q1"},
                             .group = {"g1"},
                             .round = 1,
                             .tags = {"cuisine"},
                             .starred = true,
                             .at = at("2023-06-13T09:21:04.250+02:00"),
                             .by = "Anaïs",
                             .seq = 7});
    session.ideas.insert(1, {.id = {"i2"},
                             .text = "Qui ouvre le lundi ?\nEt qui ferme ?",
                             .kind = cafe::IdeaKind::question,
                             .table = {"t1"},
                             .question = {"q1"},
                             .group = {"g1"},
                             .round = 1,
                             .builds_on = {{"i1"}},
                             .at = at("2023-06-13T09:23:00+02:00"),
                             .edited_at = at("2023-06-13T09:24:00+02:00"),
                             .seq = 8});
    session.harvest = {
        .plan = {.dots_per_person = 5, .turn_length = 90s, .turns = {{{"t1"}, "Noé"}}, .dismissed = {"theme:cuisine"}},
        .themes = {{.id = {"th1"}, .title = "Ouvrir ensemble", .ideas = {{"i1"}, {"i2"}}, .votes = 7}}};
    session.follow_up = {
        .commitments = {{.id = {"co1"},
                         .what = "Ouvrir un lundi sur deux",
                         .who = "Noé",
                         .with_whom = "Les Comptes ronds",
                         .by_when = "2023-09-01",
                         .from = {"i2"},
                         .done = true}},
        .next = {.title = "Deuxième petit déjeuner",
                 .place = "Prades",
                 .at = at("2023-10-10T09:00:00+02:00"),
                 .length = 3h},
        .complementarities = {{{"o2"}, {"o1"}, "de la comptabilité", "un coup de main en comptabilité"}},
        .introductions = {{{"p1"}, {"p2"}, cafe::IntroductionReason::complementarity, "comptabilité"}}};
    const auto stamp = [](std::int64_t instant, const char* wall) {
        return base::Stamp{base::Instant(base::Duration(instant)), at(wall), "3f2c7a1e-boot"};
    };
    session.timer = {.state = cafe::ClockState::running,
                     .step = {"s2"},
                     .left = 20min,
                     .anchor = stamp(4'800'000, "2023-06-13T09:20:00+02:00"),
                     .begun = stamp(3'900'000, "2023-06-13T09:05:00+02:00"),
                     .began_late = 5min,
                     .seen = stamp(5'040'000, "2023-06-13T09:24:00+02:00"),
                     .runs = {{.step = {"s1"},
                               .allotted = 16min,
                               .left = 1min,
                               .started_at = at("2023-06-13T09:05:00+02:00"),
                               .ended_at = at("2023-06-13T09:20:00+02:00")},
                              {.step = {"s2"}, .started_at = at("2023-06-13T09:20:00+02:00")}}};
    session.stage = {.message = "Le café est servi",
                     .projection = cafe::Projection::wall,
                     .question = {"q1"},
                     .opening = cafe::OpeningView::by_dissent,
                     .follow_up = cafe::FollowUpView::introductions,
                     .speaking = {{"t1"}, stamp(5'000'000, "2023-06-13T09:23:20+02:00")}};
    session.history.done = {{.seq = 7, .scope = "table:t1", .objects = {{.kind = cafe::ObjectKind::idea, .id = "i1"}}}};
    session.history.undone = {
        {.seq = 6,
         .scope = "prepare",
         .objects = {{.kind = cafe::ObjectKind::question,
                      .id = "q2",
                      .before = cafe::Question{.id = {"q2"}, .text = "De quoi ?"},
                      .index = 1},
                     {.kind = cafe::ObjectKind::question_order, .before = cafe::Order{{"q2", "q1"}}},
                     {.kind = cafe::ObjectKind::opening_answer,
                      .id = "o1/c-1",
                      .before = cafe::OpeningAnswer{{"o1"}, {"c-1"}, cafe::Answer::essential}}}}};
    return session;
}

cafe::Action creation(const std::string& id) {
    cafe::Session content;
    content.id = {id};
    content.identity.title = "Un café";
    content.identity.starts_at = at("2023-06-13T09:00:00+02:00");
    content.questions = {{.id = {"q1"}, .text = "Quoi ?"}};
    content.tables = {{.id = {"t1"}, .question = {"q1"}}, {.id = {"t2"}, .question = {"q1"}}};
    content.agenda = {
        {.id = {"s1"}, .kind = cafe::StepKind::round, .title = "Tour", .planned = 20min, .minimum = 10min}};
    return {{base::Instant(1s), at("2023-06-13T07:00:00Z"), "boot"}, cafe::CreateSession{std::move(content)}};
}

cafe::Action note(int number, const std::string& text) {
    return {{base::Instant(1s + number * 1s), at("2023-06-13T07:00:00Z") + number * 1s, "boot"},
            cafe::CaptureIdea{.id = {"i" + std::to_string(number)}, .text = text, .table = {"t1"}}};
}

void apply(cafe::Session& session, const cafe::Action& action) {
    if (const auto outcome = cafe::update(session, action); !outcome)
        throw std::logic_error("not accepted: " + outcome.error().detail);
}

} // namespace ronde::store::test
