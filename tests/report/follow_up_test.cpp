// What the follow-up hands out: the calendar, the directory of those who agreed, and its part of the report.

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "compat/catch.hpp"
#include "report/calendar.hpp"
#include "report/directory.hpp"
#include "report/markdown.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <chrono>

namespace {

using namespace ronde;
using Catch::Matchers::ContainsSubstring;

/// A small café with commitments, a next date, and contacts of every consent.
cafe::Session some_follow_up() {
    support::SmallCafe small;
    cafe::Session session = small.session;
    session.organisations = {
        {.id = {"o1"},
         .name = "La Serre; commune",
         .kind = cafe::OrganisationKind::third_place,
         .place = "Elne",
         .contacts = {{cafe::ContactKind::website, "https://serre.example.org", cafe::Consent::given},
                      {cafe::ContactKind::phone, "04 00 00 00 01", cafe::Consent::refused}}},
        {.id = {"o2"}, .name = "Le Secret", .contacts = {{cafe::ContactKind::email, "secret@example.org"}}}};
    session.participants[0].organisation = {"o1"};
    session.participants[0].contacts = {{cafe::ContactKind::email, "anne@example.org", cafe::Consent::given},
                                        {cafe::ContactKind::phone, "+33 6 00 00 00 02", cafe::Consent::given},
                                        {cafe::ContactKind::phone, "06 99 99 99 99", cafe::Consent::refused}};
    session.participants[1].contacts = {{cafe::ContactKind::email, "ben@example.org", cafe::Consent::refused}};
    session.participants[2].contacts = {{cafe::ContactKind::email, "muette@example.org"}};
    session.follow_up.commitments = {
        {.id = {"e1"},
         .what = "Écrire à la mairie, puis; à l’hôpital \\ et au lycée",
         .who = "Anne 1",
         .with_whom = "Ben 2",
         .by_when = "2023-06-30"},
        {.id = {"e2"}, .what = "Visiter la Serre", .done = true},
        {.id = {"e3"}, .what = "Rendre les clés", .who = "Ben 3", .by_when = "2023-12-31", .done = true}};
    session.follow_up.next = {.title = "Deuxième café",
                              .place = "Elne, la Serre",
                              .at = *base::to_wall({2023, 9, 21, 18, 30, 0}, "Europe/Paris"),
                              .length = std::chrono::minutes{90}};
    session.follow_up.complementarities = {{{"o1"}, {"o2"}, "un four à pain", "cuire du pain", cafe::Ruling::accepted},
                                           {{"o2"}, {"o1"}, "une remorque", "déménager", cafe::Ruling::dismissed}};
    session.follow_up.introductions = {
        {session.participants[0].id, session.participants[3].id, cafe::IntroductionReason::theme, "Cuisine partagée"}};
    return session;
}

base::WallTime moment() {
    return *base::to_wall({2023, 6, 13, 12, 5, 9}, "Europe/Paris");
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos); // every line ends in CRLF
        lines.push_back(text.substr(at, end - at));
        CHECK_THAT(lines.back(), !ContainsSubstring("\n"));
        at = end + 2;
    }
    return lines;
}

std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
    return text;
}

std::ptrdiff_t count(const std::string& text, const std::string& line) {
    return std::ranges::count(lines_of(unfolded(text)), line);
}

} // namespace

TEST_CASE("calendar: the next date in UTC, dated commitments as whole days, the others as to-dos") {
    const std::string text = report::calendar(some_follow_up(), moment());
    CHECK(count(text, "DTSTART:20230921T163000Z") == 1);
    CHECK(count(text, "DTEND:20230921T180000Z") == 1);
    CHECK(count(text, "LOCATION:Elne\\, la Serre") == 1);
    CHECK(count(text, "DTSTART;VALUE=DATE:20230630") == 1);
    CHECK(count(text, "DTEND;VALUE=DATE:20230701") == 1);
    CHECK(count(text, "DTEND;VALUE=DATE:20240101") == 1); // over the end of a year
    CHECK(count(text, "BEGIN:VEVENT") == 3);
    CHECK(count(text, "BEGIN:VTODO") == 1);
    CHECK(count(text, "STATUS:COMPLETED") == 1);
    CHECK(count(text, "DTSTAMP:20230613T100509Z") == 4);
    CHECK(count(text, "UID:small-e1@ronde") == 1);
    CHECK(count(text, "SUMMARY:Anne 1\u202f: Écrire à la mairie\\, puis\\; à l’hôpital \\\\ et au lycée") == 1);
}

TEST_CASE("calendar: no line is longer than 75 octets, and none is cut within a character") {
    cafe::Session session = some_follow_up();
    session.follow_up.commitments[0].what.clear();
    for (int i = 0; i < 200; ++i)
        session.follow_up.commitments[0].what += i % 3 == 0 ? "é" : i % 3 == 1 ? "🙂" : "a\n";
    const std::string text = report::calendar(session, moment());
    for (const std::string& line : lines_of(text)) {
        CHECK(line.size() <= 75);
        CHECK(base::is_utf8(line));
    }
    CHECK_THAT(unfolded(text), ContainsSubstring("é🙂a\\né🙂a\\n"));
}

TEST_CASE("calendar: the same café makes the same ids, and without an entry there is no calendar") {
    CHECK(report::calendar(some_follow_up(), moment()) == report::calendar(some_follow_up(), moment()));
    support::SmallCafe small;
    CHECK(report::calendar(small.session, moment()).empty());
}

TEST_CASE("directory: nobody is in it without consent, not even by name") {
    const cafe::Session session = some_follow_up();
    REQUIRE(report::directory(session).size() == 2);
    for (const std::string& text : {report::contacts_csv(session), report::contacts_vcf(session)}) {
        for (const char* hidden : {"ben@", "Ben 1", "muette@", "Anne 2", "99 99", "04 00", "Le Secret", "secret@"})
            CHECK_THAT(text, !ContainsSubstring(hidden));
        CHECK_THAT(text, ContainsSubstring("anne@example.org"));
    }
}

TEST_CASE("directory: the table has its mark, its separator, and no formula") {
    cafe::Session session = some_follow_up();
    const std::string text = report::contacts_csv(session);
    CHECK(text.starts_with("\xEF\xBB\xBFNom;Structure;Type;"));
    CHECK_THAT(text, ContainsSubstring(
                         "\r\nAnne 1;\"La Serre; commune\";tiers-lieu;Elne;anne@example.org;'+33 6 00 00 00 02;;\r\n"));
    session.participants[0].name = "=1+1";
    CHECK_THAT(report::contacts_csv(session), ContainsSubstring("\r\n'=1+1;"));
    session.participants[0].name = "\"Zoé\"";
    CHECK_THAT(report::contacts_csv(session), ContainsSubstring("\r\n\"\"\"Zoé\"\"\";"));
    session.identity.language = "en";
    CHECK_THAT(report::contacts_csv(session), ContainsSubstring("Name,Organisation,Kind,"));
}

TEST_CASE("directory: without consent there are headings alone, and no card") {
    support::SmallCafe small;
    CHECK(lines_of(report::contacts_csv(small.session)).size() == 1);
    CHECK(report::contacts_vcf(small.session).empty());
}

TEST_CASE("directory: a card has what version 3.0 asks for") {
    const std::string text = unfolded(report::contacts_vcf(some_follow_up()));
    for (const char* line : {"VERSION:3.0", "FN:Anne 1", "N:;Anne 1;;;", "ORG:La Serre\\; commune",
                             "EMAIL;TYPE=INTERNET:anne@example.org", "TEL;TYPE=VOICE:+33 6 00 00 00 02",
                             "UID:small-p1a@ronde", "FN:La Serre\\; commune", "URL:https://serre.example.org"})
        CHECK_THAT(text, ContainsSubstring(std::string(line) + "\r\n"));
}

TEST_CASE("markdown: commitments, the next date, what was kept and who should meet are in the report") {
    const std::string text = report::markdown(some_follow_up());
    for (const char* line :
         {"## Et ensuite\u202f?", "### Prochaine rencontre",
          "- jeudi 21 septembre 2023, 18:30 (1\u00a0h\u00a030\u00a0min)",
          "- Écrire à la mairie, puis; à l’hôpital \\\\ et au lycée — Anne 1, avec Ben 2, d’ici le 30 juin 2023",
          "- Visiter la Serre (fait)",
          "- La Serre; commune, «\u202fun four à pain\u202f», répond peut-être à Le Secret\u202f: «\u202fcuire du "
          "pain\u202f»",
          "- Anne 1, Ben 2 (sur «\u202fCuisine partagée\u202f»)"})
        CHECK_THAT(text, ContainsSubstring(std::string(line) + "\n"));
    CHECK_THAT(text, !ContainsSubstring("remorque")); // put away
    CHECK_THAT(text, !ContainsSubstring("@example.org"));
}

TEST_CASE("markdown: a café without a follow-up says nothing of it") {
    support::SmallCafe small;
    CHECK_THAT(report::markdown(small.session), !ContainsSubstring("Et ensuite"));
}
