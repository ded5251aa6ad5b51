#include "report/routes_html.hpp"

#include "compat/catch.hpp"
#include "support/sample_session.hpp"

#include <algorithm>

namespace {

using namespace ronde;
using Catch::Matchers::ContainsSubstring;

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

/// The strip of a person, from their name to its end.
std::string strip_of(const std::string& html, const std::string& name) {
    const auto from = html.find("<h2>" + name);
    REQUIRE(from != std::string::npos);
    return html.substr(from, html.find("</section>", from) - from);
}

/// The sample café, everybody's route one table further each round.
cafe::Session routes() {
    cafe::Session session = tests::sample_session();
    session.seating_rules.grouping = cafe::Grouping::mixed;
    session.seating = {};
    for (std::size_t round = 0; round < 3; ++round) {
        auto& companies = session.seating.companies.emplace_back();
        for (std::size_t t = 0; t < 6; ++t) companies.push_back({session.tables[t].id});
        for (std::size_t p = 0; p < session.participants.size(); ++p)
            companies[(p + round) % 6].people.push_back(session.participants[p].id);
    }
    return session;
}

} // namespace

TEST_CASE("routes sheet: a strip for each person says table and question in each round") {
    const auto html = report::routes_html(routes());
    CHECK(count(html, "class=\"strip\"") == 30);
    const auto strip = strip_of(html, "Bruno Castell");
    CHECK_THAT(strip, ContainsSubstring("Tour 1 → table 2"));
    CHECK_THAT(strip, ContainsSubstring("Tour 2 → table 3"));
    CHECK_THAT(strip, ContainsSubstring("Tour 3 → table 4"));
    CHECK_THAT(strip, ContainsSubstring("La Filature"));
    CHECK_THAT(strip, ContainsSubstring("ancrer le tiers-lieu"));
    CHECK(count(html, "<svg") == 90);
}

TEST_CASE("routes sheet: people stand by name, accents aside, and who is absent has no strip") {
    auto session = routes();
    session.participants[1].presence = cafe::Presence::absent;
    const auto html = report::routes_html(session);
    CHECK(html.find("Bruno Castell") == std::string::npos);
    CHECK(html.find("<h2>Aïcha Benali") < html.find("<h2>Àngel Brunet"));
    CHECK(html.find("<h2>Àngel Brunet") < html.find("<h2>Céline Dupuy"));
    CHECK(html.find("<h2>Édith Carrère") < html.find("<h2>Farid Guerroudj"));
}

TEST_CASE("routes sheet: who comes late or leaves early has a dash in the rounds without them") {
    auto session = routes();
    session.participants[1].first_round = 2;
    CHECK_THAT(strip_of(report::routes_html(session), "Bruno Castell"), ContainsSubstring("Tour 1 → –"));
}

TEST_CASE("routes sheet: a host is told to stay, and in English it says round") {
    auto session = routes();
    session.identity.language = "en";
    session.seating.hosts = {{"p-2"}};
    const auto html = report::routes_html(session);
    CHECK_THAT(strip_of(html, "Bruno Castell"), ContainsSubstring("host, stays at the table"));
    CHECK_THAT(strip_of(html, "Bruno Castell"), ContainsSubstring("Round 1 → table 2"));
    CHECK(html.find("<html lang=\"en\">") != std::string::npos);
}

TEST_CASE("routes sheet: a host who takes turns reads in which rounds") {
    auto session = routes();
    session.seating.hosts = {{"p-2"}, {"p-3"}};
    session.seating.host_spans = {{{"p-2"}, {"t1"}, 1, 2}, {{"p-3"}, {"t1"}, 3, 3}};
    const auto html = report::routes_html(session);
    CHECK_THAT(strip_of(html, "Bruno Castell"), ContainsSubstring("hôte, tours 1–2"));
    CHECK_THAT(strip_of(html, session.participants[2].name), ContainsSubstring("hôte, tour 3"));
}

TEST_CASE("routes sheet: people in groups follow their group, and groups without names have a strip each") {
    auto session = tests::sample_session();
    CHECK_THAT(strip_of(report::routes_html(session), "Bruno Castell"), ContainsSubstring("Tour 1 → table 2"));
    session.participants.clear();
    for (cafe::Group& group : session.groups) group.members.clear();
    const auto html = report::routes_html(session);
    CHECK(count(html, "class=\"strip\"") == 6);
    CHECK_THAT(strip_of(html, "Cyprès"), ContainsSubstring("Tour 2 → table 4"));
}

TEST_CASE(
    "routes sheet: nothing of a name, a table or a question is taken for HTML, and nothing comes from elsewhere") {
    auto session = routes();
    session.participants[0].name = "<script>Léa & Cie</script>";
    session.tables[0].name = "\"ronde\" <b>";
    session.questions[0].text = "a < b && c > d";
    session.identity.title = "</title><script>";
    const auto html = report::routes_html(session);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK_THAT(html, ContainsSubstring("&lt;script&gt;Léa &amp; Cie"));
    CHECK_THAT(html, ContainsSubstring("a &lt; b &amp;&amp; c &gt; d"));
    CHECK(html.find("http") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
}

TEST_CASE("routes sheet: its file is named after the day and the title") {
    CHECK(report::routes_file_name(tests::sample_session()) == "2023-06-13_petit-dej-de-l-ess-routes.html");
}
