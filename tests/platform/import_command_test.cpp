#include "platform/import_command.hpp"

#include "compat/catch.hpp"
#include "platform/people_csv.hpp"
#include "report/directory.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>

namespace {

using namespace ronde;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using store::test::MemoryDisk;

/// A disk with the small café, and what the command says.
struct Bench {
    MemoryDisk disk;
    std::ostringstream out;
    std::ostringstream err;
    support::FakeClock clock{};
    app::IdSource ids{1};

    Bench() { disk.put("/s/cafe.json", store::to_json(support::SmallCafe{}.session)); }

    int import(const std::string& csv, const std::string& map = {}, bool dry = false) {
        disk.put("/s/list.csv", csv);
        out.str({});
        err.str({});
        return platform::run(
            platform::ImportRun{.people = "/s/list.csv", .into = "/s/cafe.json", .map = map, .dry_run = dry},
            {{disk, out, err}, clock, ids, {.pid = 1, .host = "ici", .user = "anne"}});
    }
    [[nodiscard]] cafe::Session session() const {
        const auto loaded = store::from_json(disk.content("/s/cafe.json"));
        REQUIRE(loaded);
        return loaded->session;
    }
};

} // namespace

TEST_CASE("import command: good lines are taken, bad ones named with their numbers, and the journal has it") {
    Bench bench;
    CHECK(bench.import("Nom;Structure;Courriel\r\nZoé Œuvrard;Le Mas\r\n;;z@mas.example\r\nMarc Vidal;Le Mas\r\n") ==
          0);
    CHECK(bench.session().participants.size() == 8);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: /s/list.csv:3: no name"));
    CHECK_THAT(bench.out.str(), ContainsSubstring("2 new, 0 updated"));
    CHECK_THAT(bench.out.str(), ContainsSubstring("column 1: Nom → full_name"));
    CHECK_THAT(bench.disk.content("/s/cafe.journal.jsonl"), ContainsSubstring("Zoé Œuvrard"));
    CHECK_FALSE(bench.disk.has("/s/.cafe.lock"));
}

TEST_CASE("import command: again it updates, and changes nothing where nothing is new") {
    Bench bench;
    REQUIRE(bench.import("Nom;Courriel\nZoé Œuvrard;zoe@mas.example\n") == 0);
    const auto before = bench.session();
    CHECK(bench.import("Nom;Courriel\nZoé Œuvrard;zoe@mas.example\n") == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("0 new, 0 updated, 1 as they were"));
    CHECK(bench.session().participants == before.participants);
}

TEST_CASE("import command: what was cancelled is said, and what a column may be is asked") {
    Bench bench;
    CHECK(bench.import("Nom;Type;Statut\nZoé Œuvrard;Plein tarif;Annulé\nMarc Vidal;Gratuit;Validé\n") == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("column 2: Type → ignored (of the organisation?"));
    CHECK_THAT(bench.out.str(), ContainsSubstring("line 2: Zoé Œuvrard, Annulé: cancelled; taken as absent"));
    const auto session = bench.session();
    CHECK(session.participants[6].presence == cafe::Presence::absent);
    CHECK(session.participants[7].presence == cafe::Presence::expected);
}

TEST_CASE("import command: of a list that no café holds, what fits is taken and the rest counted, in a word") {
    Bench bench;
    std::string list = "Nom\n";
    for (int n = 0; n < 100'000; ++n) {
        if (n == 30'000) list += "Anne 1\n"; // is there already
        list += "Personne " + std::to_string(n) + "\n";
    }
    CHECK(bench.import(list) == 0);
    CHECK(bench.session().participants.size() == 20'000);
    CHECK_THAT(bench.out.str(), ContainsSubstring("19994 new, 0 updated, 1 as they were"));
    CHECK_THAT(bench.err.str(), StartsWith("ronde: /s/list.csv:19996: a café holds 20000 people at most; left out: "
                                           "lines 19996–30001, 30003–100002 (80006 in all)"));
    CHECK(std::ranges::count(bench.err.str(), '\n') == 1);
}

TEST_CASE("import command: a dry run writes nothing") {
    Bench bench;
    const auto before = bench.disk.content("/s/cafe.json");
    CHECK(bench.import("Nom\nZoé Œuvrard\n", {}, true) == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("1 new"));
    CHECK(bench.disk.content("/s/cafe.json") == before);
    CHECK_FALSE(bench.disk.has("/s/cafe.journal.jsonl"));
}

TEST_CASE("import command: --map says what a column means, by its heading or its number") {
    Bench bench;
    CHECK(bench.import("Qui, au juste;Machin\nZoé Œuvrard;Le Mas\n", "Qui, au juste=name,2=organisation") == 0);
    const auto session = bench.session();
    CHECK(session.participants.back().name == "Zoé Œuvrard");
    CHECK(session.organisations.back().name == "Le Mas");

    CHECK(bench.import("Juin\nBidule;Truc\nNoé Puig;La Gare\n", "Bidule=name,Truc=organisation") == 0);
    CHECK(bench.session().participants.size() == 8);
    CHECK(bench.session().participants.back().name == "Noé Puig");

    CHECK(bench.import("Nom\nZoé\n", "Prénom=first_name") == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("no column “Prénom”"));
    CHECK_THAT(bench.err.str(), ContainsSubstring("the columns are: Nom"));
}

TEST_CASE("import command: what is wrong with --map is said") {
    CHECK(platform::read_column_wishes("Nom=full_name, 2 = email").value() ==
          std::vector<platform::ColumnWish>{{"Nom", store::ColumnMeaning::full_name},
                                            {"2", store::ColumnMeaning::email}});
    CHECK_THAT(platform::read_column_wishes("Nom").error().message, ContainsSubstring("HEADING=MEANING"));
    CHECK_THAT(platform::read_column_wishes("Nom=nom").error().message, ContainsSubstring("“nom” is no meaning"));
}

TEST_CASE("import command: a café that is open elsewhere is left alone, and it says who has it") {
    Bench bench;
    const auto lock =
        bench.disk.lock("/s/.cafe.lock", R"({"pid":7,"host":"régie","user":"léa","since":"2023-06-13T07:00:00Z"})");
    REQUIRE(lock);
    const auto before = bench.disk.content("/s/cafe.json");
    CHECK(bench.import("Nom\nZoé Œuvrard\n") == 3);
    CHECK_THAT(bench.err.str(), StartsWith("ronde: /s/cafe.json: the café is open in another program (léa@régie)"));
    CHECK(bench.disk.content("/s/cafe.json") == before);
    CHECK(bench.import("Nom\nZoé Œuvrard\n", {}, true) == 0); // looking is allowed
}

TEST_CASE("import command: bad input is refused with 1 and its reason, and the café is not touched") {
    Bench bench;
    const auto before = bench.disk.content("/s/cafe.json");
    const auto refused = [&](const std::string& csv) {
        CHECK(bench.import(csv) == 1);
        CHECK_THAT(bench.err.str(), StartsWith("ronde: /s/list.csv"));
        CHECK(bench.disk.content("/s/cafe.json") == before);
    };
    refused("");
    refused(" \r\n\r\n");
    refused("Nom;Structure\r\n");
    refused(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + std::string(300, '\0'));
    refused(std::string("PK\x03\x04", 4) + std::string(300, '\x01'));
}

TEST_CASE("import command: a file that is not there, or a café that is none, is said") {
    Bench bench;
    CHECK(platform::run(platform::ImportRun{.people = "/s/nowhere.csv", .into = "/s/cafe.json"},
                        {{bench.disk, bench.out, bench.err}, bench.clock, bench.ids, {}}) != 0);
    bench.disk.put("/s/cafe.json", "Chère Zoé,\n");
    CHECK(bench.import("Nom\nZoé Œuvrard\n") == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("/s/cafe.json"));
}

TEST_CASE("import command: one line, no heading, two headings and mixed encodings lose nobody") {
    Bench bench;
    CHECK(bench.import("Zoé Œuvrard;Le Mas\n") == 0);
    CHECK(bench.session().participants.back().name == "Zoé Œuvrard");
    CHECK(bench.import("Petit déjeuner;;\nNom;Structure\nNoé Puig;Le Mas\n") == 0);
    CHECK(bench.session().participants.back().name == "Noé Puig");
    CHECK(bench.import("Nom;Structure\nH\xe9l\xe8ne Amat;La Gare\nAgnès Coll;La Gare\nAgnès Doll;La Gare\n") == 0);
    CHECK(bench.session().participants.size() == 11);
    CHECK_THAT(store::to_json(bench.session()), ContainsSubstring("Hélène Amat"));
}

TEST_CASE("import command: a cell that looks like a formula is a text like any other") {
    Bench bench;
    CHECK(bench.import("Nom;Structure\nZoé Œuvrard;=HYPERLINK(\"x\")\n") == 0);
    CHECK(bench.session().organisations.back().name.starts_with("="));
}

TEST_CASE("import command: JSON is no list, though it has commas") {
    Bench bench;
    for (const char* json : {"\xEF\xBB\xBF{\n  \"format\": \"ronde/session\"\n}\n", " \n[\"Zoé\", \"Noé\"]"}) {
        CHECK(bench.import(json) == 1);
        CHECK_THAT(bench.err.str(), StartsWith("ronde: /s/list.csv: this is JSON and no list of people"));
    }
    CHECK(bench.session().participants.size() == 6);
}

TEST_CASE("import command: a café of a later version is the file's fault, and is left as it is") {
    Bench bench;
    auto text = bench.disk.content("/s/cafe.json");
    text.replace(text.find("\"version\": 2"), 12, "\"version\": 99");
    bench.disk.put("/s/cafe.json", text);
    CHECK(bench.import("Nom\nZoé Œuvrard\n") == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("later version"));
    CHECK(bench.disk.content("/s/cafe.json") == text);
}

TEST_CASE("import command: a café that is damaged is said to be, and where it is kept as it was") {
    Bench bench;
    const auto text = bench.disk.content("/s/cafe.json");
    bench.disk.put("/s/cafe.json", text.substr(0, text.size() / 2));
    CHECK(bench.import("Nom\nZoé Œuvrard\n", {}, true) == 1);
    CHECK(bench.import("Nom\nZoé Œuvrard\n") == 1); // something of it is missing
    CHECK_THAT(bench.err.str(), ContainsSubstring("ronde: /s/cafe.json: it is damaged; as it was it is kept in "));
    CHECK_THAT(bench.err.str(), ContainsSubstring("its sound part alone"));
    CHECK_THAT(bench.err.str(), ContainsSubstring("the file stops here, in the middle"));
    CHECK_THAT(bench.err.str(), !ContainsSubstring("ronde: \n"));
    CHECK(bench.import("Nom\nMarc Vidal\n") == 0); // it is whole since
    CHECK(bench.session().participants.size() == 8);
}

TEST_CASE("import command: when the café cannot be saved, it is said whether the list is safe") {
    using store::test::Operation;
    for (const bool journal_too : {false, true}) {
        Bench bench;
        REQUIRE(bench.import("Nom\nMarc Vidal\n") == 0); // its journal is begun
        bench.disk.refuse([journal_too](Operation operation, const std::filesystem::path& path) {
            const bool of_journal = path.string().find(".journal") != std::string::npos;
            const bool writes = operation == Operation::open || operation == Operation::write;
            return writes && path.string().find(".lock") == std::string::npos && (!of_journal || journal_too)
                       ? std::optional(store::Trouble::full)
                       : std::nullopt;
        });
        CHECK(bench.import("Nom\nZoé Œuvrard\n") == 3);
        CHECK_THAT(bench.err.str(), ContainsSubstring("the disk is full"));
        CHECK_THAT(bench.err.str(), ContainsSubstring(journal_too ? "the list was not taken" : "is in the journal"));

        bench.disk.allow();
        CHECK(bench.import("Nom\nAnne Roux\n") == 0); // opens it again
        CHECK(bench.session().participants.size() == (journal_too ? 8 : 9));
    }
}

TEST_CASE("import command: our own directory comes back as it went, organisations and formulas too") {
    Bench bench;
    support::SmallCafe small;
    const auto given = [](cafe::ContactKind kind, const char* text) {
        return cafe::Contact{kind, text, cafe::Consent::given};
    };
    using enum cafe::ContactKind;
    REQUIRE_FALSE(small.act(
        cafe::PutPeople{{{.id = {"o"}, .name = "=cmd()", .place = "Céret", .contacts = {given(email, "a@b.example")}},
                         {.id = {"p"},
                          .name = "La Gare",
                          .kind = cafe::OrganisationKind::support,
                          .contacts = {given(phone, "+33468")}}},
                        {{.id = {"z"},
                          .name = "@Zoé",
                          .organisation = {"o"},
                          .contacts = {given(email, "z@b.example"), given(email, "zz@b.example"),
                                       given(phone, "+33 468 00 00 00")}}}}));
    bench.disk.put("/s/cafe.json", store::to_json(small.session));
    CHECK(bench.import(report::contacts_csv(small.session)) == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("0 new, 0 updated, 1 as they were; 0 new organisations"));
    CHECK(bench.err.str().empty());
    CHECK(bench.session().participants == small.session.participants);
    CHECK(bench.session().organisations == small.session.organisations);
}

TEST_CASE("import command: a column of remarks is said not to be taken, an organisation alone is") {
    Bench bench;
    CHECK(bench.import("Nom;Structure;Remarques;Courriel\nZoé;Le Mas;végane;\n;La Gare;;g@b.example\n") == 0);
    CHECK_THAT(bench.out.str(), ContainsSubstring("column 3: Remarques → note (not taken)"));
    CHECK_THAT(bench.out.str(), ContainsSubstring("line 3: La Gare: an organisation, and nobody of it"));
    CHECK_THAT(bench.out.str(), ContainsSubstring("2 new organisations"));
    REQUIRE(bench.session().organisations.size() == 2);
    CHECK(bench.session().organisations[1].contacts.at(0).text == "g@b.example");
}

TEST_CASE("import command: bytes of no text are refused with a plain sentence") {
    Bench bench;
    std::mt19937 random(3);
    std::string bytes(200, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    CHECK(bench.import(bytes) == 1);
    CHECK_THAT(bench.err.str(), ContainsSubstring("the file holds no text"));
    CHECK(bench.session().participants.size() == 6);
}
