#include "report/markdown.hpp"

#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "store/session_file.hpp"
#include "support/random_cafe.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <rapidcheck.h>

namespace {

using namespace ronde;
using Catch::Matchers::ContainsSubstring;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// The lines from the heading `from` up to the heading `to`, both left out.
std::vector<std::string> section(const std::string& text, const std::string& from, const std::string& to) {
    const auto lines = lines_of(text);
    const auto first = std::ranges::find(lines, from);
    REQUIRE(first != lines.end());
    const auto last = std::find(first, lines.end(), to);
    return {first + 1, last};
}

/// The lines from a heading of the second level up to the next one.
std::vector<std::string> chapter(const std::string& text, const std::string& heading) {
    const auto lines = lines_of(text);
    const auto first = std::ranges::find(lines, heading);
    REQUIRE(first != lines.end());
    const auto last =
        std::find_if(first + 1, lines.end(), [](const std::string& line) { return line.starts_with("## "); });
    return {first + 1, last};
}

std::size_t bullets(const std::vector<std::string>& lines) {
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("- "); }));
}

/// A café with no more than one idea, of this text.
std::string line_of(const std::string& text) {
    support::SmallCafe small;
    REQUIRE_FALSE(small.note("i1", text));
    const auto lines = section(report::markdown(small.session), "## Questions et idées", "## Actions");
    const auto line = std::ranges::find_if(lines, [](const std::string& one) { return one.starts_with("- "); });
    REQUIRE(line != lines.end());
    return line->substr(2, line->rfind(" — ") - 2);
}

cafe::Session sample() {
    std::ifstream in(RONDE_SOURCE_DIR "/sessions/2023-06-13-petit-dej-ess.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto loaded = store::from_json(text, "sample");
    if (!loaded) FAIL(loaded.error().text());
    REQUIRE(loaded->left_out.empty());
    return std::move(loaded->session);
}

} // namespace

TEST_CASE("report: every kind of idea stands under its question, with its table, its group and its time") {
    support::SmallCafe small;
    small.act(cafe::Start{});
    small.act(cafe::Next{});
    REQUIRE_FALSE(small.note("i1", "Une cantine à prix libre"));
    REQUIRE_FALSE(small.act(
        cafe::CaptureIdea{.id = {"i2"}, .text = "Et l’hiver ?", .kind = cafe::IdeaKind::question, .table = {"t2"}}));
    REQUIRE_FALSE(small.act(
        cafe::CaptureIdea{.id = {"i3"}, .text = "On vend du temps", .kind = cafe::IdeaKind::quote, .table = {"t1"}}));
    REQUIRE_FALSE(small.act(cafe::CaptureIdea{.id = {"i4"},
                                              .text = "Visiter l’œuvre à Céret",
                                              .kind = cafe::IdeaKind::action,
                                              .table = {"t1"},
                                              .builds_on = {{"i1"}}}));
    small.act(cafe::StarIdea{{"i1"}});

    const auto text = report::markdown(small.session);
    CHECK(section(text, "## Questions et idées", "## Actions") ==
          std::vector<std::string>{"",
                                   "### 1. Question 1",
                                   "",
                                   "#### Tour 1",
                                   "",
                                   "- ★ Une cantine à prix libre — table 1, Groupe 1, 9:00",
                                   "- On vend du temps (citation) — table 1, Groupe 1, 9:00",
                                   "- Visiter l’œuvre à Céret (action) — table 1, Groupe 1, 9:00",
                                   "  - prolonge «\u202fUne cantine à prix libre\u202f»",
                                   "",
                                   "### 2. Question 2",
                                   "",
                                   "#### Tour 1",
                                   "",
                                   "- Et l’hiver ? (question) — table 2, Groupe 2, 9:00",
                                   "",
                                   "### 3. Question 3",
                                   "",
                                   "Rien n’a été noté.",
                                   ""});
    CHECK(section(text, "## Actions", "## Participants") ==
          std::vector<std::string>{"", "- Visiter l’œuvre à Céret — table 1, Groupe 1, 9:00", ""});
}

TEST_CASE("report: an English café reads in English") {
    support::SmallCafe small;
    auto identity = small.session.identity;
    identity.language = "en";
    identity.place = "El Paseo";
    identity.organiser = "The Pole";
    small.act(cafe::EditIdentity{identity});
    small.act(cafe::CaptureIdea{.id = {"i1"}, .text = "Ask", .kind = cafe::IdeaKind::question, .table = {"t1"}});
    small.act(cafe::CaptureIdea{.id = {"i2"}, .text = "Go on", .table = {"t1"}, .builds_on = {{"i1"}}});

    const auto text = report::markdown(small.session);
    CHECK_THAT(text, ContainsSubstring("- Tuesday 13 June 2023\n- Place: El Paseo\n- Organiser: The Pole\n"));
    CHECK_THAT(text, ContainsSubstring("## Questions and ideas\n"));
    CHECK_THAT(text, ContainsSubstring("#### Before the rounds\n"));
    CHECK_THAT(text, ContainsSubstring("- Ask (question) — table 1, 9:00\n"));
    CHECK_THAT(text, ContainsSubstring("  - builds on “Ask”\n"));
    CHECK_THAT(text, ContainsSubstring("## Actions\n\nNo action was noted.\n"));
    CHECK_THAT(text, ContainsSubstring("- Without an organisation: Anne 1, Ben 1"));
}

TEST_CASE("report: who did not come is named apart, not among those of their organisation") {
    support::SmallCafe small;
    small.act(cafe::SetPresence{.ids = {{"p1b"}}, .presence = cafe::Presence::absent});
    const auto text = report::markdown(small.session);
    CHECK_THAT(text, ContainsSubstring("- Sans structure\u202f: Anne 1"));
    CHECK_THAT(text, ContainsSubstring("- Absents\u202f: Ben 1\n"));
    CHECK_THAT(report::markdown(support::small_content()), !ContainsSubstring("Absents"));
}

TEST_CASE("report: a quotation within a quotation has the inner marks of its language") {
    support::SmallCafe small;
    small.act(cafe::CaptureIdea{.id = {"i1"}, .text = "« Le bail… » et « la clé »", .table = {"t1"}});
    small.act(cafe::CaptureIdea{.id = {"i2"}, .text = "“Rent”", .table = {"t1"}});
    small.act(cafe::CaptureIdea{.id = {"i3"}, .text = "Oui", .table = {"t1"}, .builds_on = {{"i1"}, {"i2"}}});
    const auto french = report::markdown(small.session);
    CHECK_THAT(french, ContainsSubstring("prolonge «\u202f“Le bail…” et “la clé”\u202f»\n"));
    CHECK_THAT(french, ContainsSubstring("prolonge «\u202f“Rent”\u202f»\n"));
    auto identity = small.session.identity;
    identity.language = "en";
    small.act(cafe::EditIdentity{identity});
    CHECK_THAT(report::markdown(small.session), ContainsSubstring("builds on “‘Rent’”\n"));
}

TEST_CASE("report: the length of a step is said in words, not as a time of day") {
    support::SmallCafe small;
    CHECK_THAT(report::markdown(small.session), ContainsSubstring("\u00a0min)\n"));
    CHECK_THAT(report::markdown(small.session), !ContainsSubstring(":00)"));
}

TEST_CASE("report: a café without ideas says so, under every question") {
    const support::SmallCafe small;
    const auto text = report::markdown(small.session);
    const auto ideas = section(text, "## Questions et idées", "## Actions");
    CHECK(std::ranges::count(ideas, "Rien n’a été noté.") == 3);
    CHECK(bullets(ideas) == 0);
    CHECK_THAT(text, ContainsSubstring("## Actions\n\nAucune action n’a été notée.\n"));
}

TEST_CASE("report: a café of which nothing is known yet is still a document") {
    const auto text = report::markdown(cafe::Session{});
    CHECK(report::file_name(cafe::Session{}, "md") == "ronde.md");
    CHECK(text == "# Café sans titre\n\n\n## Questions et idées\n\n## Actions\n\n"
                  "Aucune action n’a été notée.\n");
}

TEST_CASE("report: an idea of a table without a question has its own place") {
    support::SmallCafe small;
    auto tables = small.session.tables;
    tables[0].question = {};
    REQUIRE_FALSE(small.act(cafe::SetTables{tables}));
    REQUIRE_FALSE(small.note("i1", "Hors sujet"));
    const auto text = report::markdown(small.session);
    CHECK_THAT(text, ContainsSubstring("### Sans question\n\n#### Avant les tours\n\n- Hors sujet — table 1, "));
}

TEST_CASE("report: characters that Markdown reads as its own are made harmless") {
    CHECK(line_of("a *b* _c_ `d` [e](f) <b>g</b> h|i \\j") ==
          "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<b\\>g\\</b\\> h\\|i \\\\j");
    CHECK(line_of("# un titre") == "\\# un titre");
    CHECK(line_of("- une liste") == "\\- une liste");
    CHECK(line_of("+ une liste") == "\\+ une liste");
    CHECK(line_of("1. une liste") == "1\\. une liste");
    CHECK(line_of("12) une liste") == "12\\) une liste");
    CHECK(line_of("==") == "\\==");
    CHECK(line_of("~~barré~~") == "\\~\\~barré\\~\\~");
    CHECK(line_of("&lt;b&gt; &#42; R&D, toi & moi") == "\\&lt;b\\&gt; \\&#42; R\\&D, toi & moi");
    CHECK(line_of("![image](x)") == "!\\[image\\](x)");
    CHECK(line_of("> cité") == "\\> cité");
}

TEST_CASE("report: ordinary text stays as it was typed") {
    for (const std::string text : {"L’œuvre d’Æneas : ça coûte 3,5 € ?", "#local et #santé", "« Oui »… 10 – 12 %",
                                   "C’est 2 + 2 = 4", "🙂👩‍🌾 naïf", "日本語 и по-русски", "1.5 m, 3.a"}) {
        CAPTURE(text);
        const auto line = line_of(text);
        if (text.starts_with('#'))
            CHECK(line == "\\" + text);
        else if (text.starts_with("1."))
            CHECK(line == "1\\" + text.substr(1));
        else
            CHECK(line == text);
    }
}

TEST_CASE("report: an idea of several lines stays one item") {
    CHECK(line_of("première\n# deuxième\r\n\r\n- troisième\tquatrième") ==
          "première # deuxième    - troisième quatrième");
}

TEST_CASE("report: headings keep their spaces and number signs to themselves") {
    support::SmallCafe small;
    auto identity = small.session.identity;
    identity.title = "    # Café en C ##";
    identity.notice = "    deux\nlignes";
    identity.subtitle = " *fort* ";
    REQUIRE_FALSE(small.act(cafe::EditIdentity{identity}));
    REQUIRE_FALSE(small.act(cafe::PutQuestion{{.id = {"q1"}, .text = "Et C # "}}));
    const auto text = report::markdown(small.session);
    CHECK_THAT(text, ContainsSubstring("# \\# Café en C \\#\\#\n\n**\\*fort\\***\n"));
    CHECK_THAT(text, ContainsSubstring("\n> deux lignes\n"));
    CHECK_THAT(text, ContainsSubstring("### 1. Et C \\#\n"));
}

TEST_CASE("report: the clock's record says when each step began") {
    support::SmallCafe small;
    small.act(cafe::Start{});
    small.clock.advance(std::chrono::minutes{6});
    small.act(cafe::Next{});
    const auto agenda = section(report::markdown(small.session), "## Déroulé", "## Questions et idées");
    CHECK(agenda[1] == "- 9:00 welcome (prévu 5\u00a0min)");
    CHECK(agenda[2] == "- 9:06 round1 (prévu 10\u00a0min)");
    CHECK(agenda[3] == "- travel1 (prévu 2\u00a0min)");
}

TEST_CASE("report: no idea is missing, whatever happened to the café") {
    CHECK(rc::check("as many items as ideas, as many actions as actions", [](std::uint64_t seed) {
        support::RandomCafe random{seed};
        for (int i = 0; i < 150; ++i) random.step_on();
        const auto text = report::markdown(random.session());
        const auto french = random.session().identity.language == "fr";
        const auto ideas = chapter(text, french ? "## Questions et idées" : "## Questions and ideas");
        RC_ASSERT(bullets(ideas) == random.session().ideas.size());
        const auto actions = chapter(text, "## Actions");
        RC_ASSERT(bullets(actions) == static_cast<std::size_t>(std::ranges::count(
                                          random.session().ideas, cafe::IdeaKind::action, &cafe::Idea::kind)));
    }));
}

TEST_CASE("report: the sample morning is whole") {
    const auto session = sample();
    REQUIRE(session.ideas.size() == 45);
    const auto text = report::markdown(session);
    CHECK(text.starts_with("# Petit Dej de l’ESS\n\n**Entre underground, business et action sociale, les Tiers "
                           "Lieux : un vent de renouveau pour l’ESS ?**\n\n- mardi 13 juin 2023\n"
                           "- Lieu\u202f: El Paseo, Peyrestortes\n"));
    const auto ideas = section(text, "## Questions et idées", "## Thèmes");
    CHECK(bullets(ideas) == 45);
    CHECK(bullets(section(text, "## Actions", "## Et ensuite\u202f?")) == 5);
    for (const cafe::Idea& idea : session.ideas) {
        CAPTURE(idea.text);
        CHECK(std::ranges::any_of(ideas, [&](const std::string& line) {
            return line.starts_with("- ") && line.find(idea.text) != std::string::npos;
        }));
    }
    for (const cafe::Participant& person : session.participants) CHECK_THAT(text, ContainsSubstring(person.name));
    for (const cafe::Component& component : session.opening.components)
        CHECK_THAT(text, ContainsSubstring(" " + component.text + " |"));
    CHECK(text.ends_with("\n"));
}

TEST_CASE(
    "report: themes stand by their votes with their ideas, round and table, and what sits in none is listed too") {
    const auto session = sample();
    const auto text = report::markdown(session);
    const auto themes = section(text, "## Thèmes", "## Actions");
    std::vector<std::string> headings;
    for (const std::string& line : themes)
        if (line.starts_with("### ")) headings.push_back(line);
    REQUIRE(headings.size() == session.harvest.themes.size() + 1);
    CHECK(headings.front() == "### 1. Partager les murs et les outils");
    CHECK(headings[1] == "### 2. Les voisins d’abord");
    CHECK(headings.back() == "### Sans thème");
    CHECK(std::ranges::count(themes, "31 voix, 7 idées") == 1);
    for (const cafe::Idea& idea : session.ideas) {
        CAPTURE(idea.text);
        const auto in_themes = std::ranges::count_if(session.harvest.themes, [&](const cafe::Theme& theme) {
            return std::ranges::find(theme.ideas, idea.id) != theme.ideas.end();
        });
        const auto lines = std::ranges::count_if(themes, [&](const std::string& line) {
            return line.find(idea.text) != std::string::npos && line.find("Tour ") != std::string::npos &&
                   line.find("table ") != std::string::npos;
        });
        CHECK(lines == std::max<std::ptrdiff_t>(1, in_themes));
    }
}

TEST_CASE("report: a document's file is named after the local date and the title") {
    cafe::Session session;
    session.identity.title = "Petit Déj de l’ESS : l’œuvre !";
    session.identity.starts_at = base::WallTime{std::chrono::hours{24 * 365}} - std::chrono::minutes{30};
    CHECK(report::file_name(session, "md") == "1971-01-01_petit-dej-de-l-ess-l-oeuvre.md");
    session.identity.time_zone = "UTC";
    session.identity.title = "../../etc/passwd";
    CHECK(report::file_name(session, "md") == "1970-12-31_etc-passwd.md");
    session.identity.title = "日本";
    CHECK(report::file_name(session, "md") == "1970-12-31_ronde.md");
    session.identity.title = std::string(500, 'x');
    CHECK(report::file_name(session, "md") == "1970-12-31_" + std::string(60, 'x') + ".md");
}
