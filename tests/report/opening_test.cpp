// The opening exchange in the documents: the Markdown table and the CSV files.

#include "report/opening_csv.hpp"

#include "compat/catch.hpp"
#include "report/csv.hpp"
#include "report/csv_documents.hpp"
#include "report/markdown.hpp"
#include "support/sample_session.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using cafe::Answer;
using Catch::Matchers::ContainsSubstring;

namespace {

cafe::Session answered() {
    cafe::Session session = tests::sample_session();
    session.opening.components.resize(2);
    session.opening_record.answers = {
        {.organisation = {"o-1"}, .component = {"c-1"}, .answer = Answer::essential},
        {.organisation = {"o-1"}, .component = {"c-2"}, .answer = Answer::depends, .why = "Avec la commune | oui"},
        {.organisation = {"o-2"}, .component = {"c-1"}, .answer = Answer::not_essential},
        {.organisation = {"o-2"}, .component = {"c-7"}, .answer = Answer::essential}};
    return session;
}

} // namespace

TEST_CASE("report: the opening's answers are a table of places and components, with what was said under it") {
    const std::string text = report::markdown(answered());
    CHECK_THAT(text, ContainsSubstring("| | indépendance et autonomie financière | utilité sociale |\n|---|---|---|\n"
                                       "| Le Hangar bleu | essentiel | ça dépend |\n"
                                       "| La Filature | pas essentiel |  |\n"));
    CHECK_THAT(text, ContainsSubstring("| **essentiel** | **1** | **0** |\n"));
    CHECK_THAT(text, ContainsSubstring("- Le Hangar bleu, utilité sociale\u202F: Avec la commune \\| oui\n"));
}

TEST_CASE("report: without answers the components are a list, and hands have a table of their own") {
    cafe::Session session = tests::sample_session();
    CHECK_THAT(report::markdown(session), ContainsSubstring("\n- utilité sociale\n"));
    session.opening.mode = cafe::OpeningMode::by_hands;
    session.opening_record.hands = {{.component = {"c-2"}, .essential = 12, .depends = 3, .not_essential = 1}};
    CHECK_THAT(report::markdown(session),
               ContainsSubstring("| À main levée | essentiel | ça dépend | pas essentiel |\n|---|--:|--:|--:|\n"
                                 "| utilité sociale | 12 | 3 | 1 |\n"));
}

TEST_CASE("csv: a mark for the encoding, CRLF, quotes where they are needed, and no formula") {
    report::CsvText csv(';');
    csv.cell("œuvre").cell("a;b").cell("dit « \"oui\" »").cell("deux\nlignes").end_row();
    csv.cell("=SOMME(A1)").cell("-1").cell("@x").cell("\tz").cell(-4).end_row();
    CHECK(csv.take() == "\xEF\xBB\xBFœuvre;\"a;b\";\"dit « \"\"oui\"\" »\";\"deux\nlignes\"\r\n"
                        "'=SOMME(A1);'-1;'@x;\"'\tz\";-4\r\n");
}

TEST_CASE("csv: every answer to a component that is there is a row, and every count of hands") {
    cafe::Session session = answered();
    session.opening_record.hands = {{.component = {"c-1"}, .essential = 9, .depends = 0, .not_essential = 2}};
    CHECK(report::opening_csv(session, ';') ==
          "\xEF\xBB\xBFStructure;Type de structure;Composante;Réponse;Pourquoi;Nombre\r\n"
          "Le Hangar bleu;tiers-lieu;indépendance et autonomie financière;essentiel;;\r\n"
          "Le Hangar bleu;tiers-lieu;utilité sociale;ça dépend;Avec la commune | oui;\r\n"
          "La Filature;tiers-lieu;indépendance et autonomie financière;pas essentiel;;\r\n"
          "À main levée;;indépendance et autonomie financière;essentiel;;9\r\n"
          "À main levée;;indépendance et autonomie financière;ça dépend;;0\r\n"
          "À main levée;;indépendance et autonomie financière;pas essentiel;;2\r\n");
}

TEST_CASE("csv: the ideas come first, the opening has a file of its own when there is something in it") {
    cafe::Session session = tests::sample_session();
    auto documents = report::csv_documents(session, ',');
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].suffix.empty());
    std::size_t rows = 0;
    for (const char c : documents[0].text) rows += c == '\n' ? 1U : 0U;
    CHECK(rows == session.ideas.size() + 1);
    for (const cafe::Idea& idea : session.ideas) CHECK_THAT(documents[0].text, ContainsSubstring(idea.text));
    documents = report::csv_documents(answered(), ',');
    REQUIRE(documents.size() == 2);
    CHECK(documents[1].suffix == "-opening");
    CHECK(report::with_suffix("dir/notes.csv", "-opening") == std::filesystem::path("dir/notes-opening.csv"));
    CHECK(report::csv_separator("fr") == ';');
    CHECK(report::csv_separator("en") == ',');
}

TEST_CASE("report: where places answer without their names, counts and sentences are written and no name") {
    cafe::Session session = answered();
    session.opening.naming = cafe::Naming::anonymous;
    session.opening_record.answers.push_back(
        {.organisation = {"o-2"}, .component = {"c-2"}, .answer = Answer::depends, .why = "Avant tout"});
    const std::string text = report::markdown(session);
    const std::string opening = text.substr(0, text.find("## Questions et idées"));
    for (const cafe::Organisation& place : session.organisations) CHECK_THAT(opening, !ContainsSubstring(place.name));
    CHECK_THAT(opening, ContainsSubstring("| Composante | essentiel | ça dépend | pas essentiel |\n|---|--:|--:|--:|\n"
                                          "| indépendance et autonomie financière | 1 | 0 | 1 |\n"
                                          "| utilité sociale | 0 | 2 | 0 |\n"));
    CHECK_THAT(opening, ContainsSubstring("\n- utilité sociale\u202F: Avant tout\n"
                                          "- utilité sociale\u202F: Avec la commune \\| oui\n"));
    CHECK(report::opening_csv(session, ';') ==
          "\xEF\xBB\xBFStructure;Type de structure;Composante;Réponse;Pourquoi;Nombre\r\n"
          ";;indépendance et autonomie financière;essentiel;;1\r\n"
          ";;indépendance et autonomie financière;ça dépend;;0\r\n"
          ";;indépendance et autonomie financière;pas essentiel;;1\r\n"
          ";;utilité sociale;essentiel;;0\r\n"
          ";;utilité sociale;ça dépend;;2\r\n"
          ";;utilité sociale;pas essentiel;;0\r\n"
          ";;utilité sociale;;Avant tout;\r\n"
          ";;utilité sociale;;Avec la commune | oui;\r\n");
}

TEST_CASE("report: themes with their votes, commitments and who spoke in plenary are written too") {
    support::SmallCafe small;
    REQUIRE_FALSE(small.note("i1", "Un four"));
    REQUIRE_FALSE(small.note("i2", "Une cour"));
    REQUIRE_FALSE(
        small.act(cafe::PutThemes{{{.id = {"th1"}, .title = "Partager", .ideas = {{"i1"}}, .votes = 2},
                                   {.id = {"th2"}, .title = "Le bâti", .ideas = {{"i1"}, {"i2"}}, .votes = 7}}}));
    REQUIRE_FALSE(small.act(cafe::PutCommitment{{.id = {"c1"},
                                                 .what = "Prêter; le four",
                                                 .who = "Anne 1",
                                                 .with_whom = "Ben 2",
                                                 .by_when = "2023-06-30",
                                                 .done = true}}));
    cafe::HarvestPlan plan;
    plan.turns = {{{"t2"}, "Ben 2"}, {{"t1"}, ""}};
    REQUIRE_FALSE(small.act(cafe::EditHarvest{plan}));
    const auto documents = report::csv_documents(small.session, ';');
    REQUIRE(documents.size() == 3);
    CHECK_THAT(documents[0].text, ContainsSubstring(";Prolonge;Thèmes\r\n"));
    CHECK_THAT(documents[0].text, ContainsSubstring("Partager, Le bâti"));
    CHECK(documents[1].suffix == "-themes");
    CHECK(documents[1].text == "\xEF\xBB\xBFThème;Voix;Idées\r\nLe bâti;7;2\r\nPartager;2;1\r\n");
    CHECK(documents[2].suffix == "-commitments");
    CHECK(documents[2].text ==
          "\xEF\xBB\xBF"
          "Engagement;Qui;Avec;D’ici le;Fait\r\n\"Prêter; le four\";Anne 1;Ben 2;2023-06-30;oui\r\n");
    CHECK_THAT(report::markdown(small.session),
               ContainsSubstring("\n## En plénière\n\n- table 2, Ben 2\n\n## Actions"));
}
