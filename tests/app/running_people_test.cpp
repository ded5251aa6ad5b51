// The running café's people: a list is looked at before it is taken, an erased person is nowhere, the copy is
// anonymous.

#include "app/running.hpp"

#include <string>

using namespace ronde;
using Catch::Matchers::ContainsSubstring;
using tests::MemoryDisk;
using tests::Running;

namespace {

const std::filesystem::path list_path = "/cafes/liste.csv";

/// A café that is open, and a list beside it.
struct Bench {
    MemoryDisk disk;
    Running running{disk};

    Bench() {
        disk.put(tests::cafe_path, tests::small_file());
        disk.put(list_path, "Qui;Structure\nZoé Œuvrard;Le Mas\n;La Gare\nNoé Puig;Le Mas\n");
        running.open();
    }
    void ask(const app::Command& command) {
        REQUIRE(running.cafe.carry_out(command));
        running.cafe.tick();
    }
    [[nodiscard]] const app::PeopleList& list() {
        const auto* list = running.now().people_list;
        REQUIRE(list != nullptr);
        return *list;
    }
};

} // namespace

TEST_CASE("running people: a list is understood before anything of it is in the café") {
    Bench bench;
    const auto seq = bench.running.session().seq;
    bench.ask(app::ReadPeople{.file = list_path});
    CHECK(bench.list().name == "liste.csv");
    CHECK(bench.list().added == 2);
    CHECK(bench.list().read.left_out.empty());
    CHECK(bench.list().read.organisations.size() == 1);
    CHECK(bench.running.session().seq == seq);

    bench.ask(app::TakePeople{});
    CHECK(bench.running.session().seq == seq + 1);
    CHECK(bench.running.session().participants.size() == 8);
    CHECK(bench.running.session().organisations.back().name == "La Gare");
    CHECK(bench.running.now().people_list == nullptr);
    REQUIRE(bench.running.notice("people_taken") != nullptr);
}

TEST_CASE("running people: what the person maps is understood anew") {
    Bench bench;
    bench.ask(app::ReadPeople{.text = "Machin;Truc\n12;Zoé Œuvrard\n14;Noé Puig\n"});
    auto mapping = bench.list().mapping;
    REQUIRE(mapping.size() == 2);
    mapping = {app::ColumnMeaning::ignored, app::ColumnMeaning::full_name};
    bench.ask(app::MapPeople{.choices = {.header_lines = 1}, .mapping = mapping});
    CHECK(bench.list().mapping == mapping);
    REQUIRE(bench.list().read.people.size() == 2);
    CHECK(bench.list().read.people[0].full_name == "Zoé Œuvrard");
    CHECK_FALSE(bench.list().busy);
}

TEST_CASE("running people: a list put away while it is read does not come back") {
    Bench bench;
    REQUIRE(bench.running.cafe.carry_out(app::ReadPeople{.file = list_path}));
    REQUIRE(bench.running.cafe.carry_out(app::DropPeople{}));
    bench.running.cafe.tick();
    CHECK(bench.running.now().people_list == nullptr);
}

TEST_CASE("running people: what is no list is shown as refused, what cannot be read is told") {
    Bench bench;
    bench.ask(app::ReadPeople{.text = " "});
    CHECK(bench.list().refused == app::CsvTrouble::empty);
    bench.ask(app::TakePeople{});
    CHECK(bench.running.session().participants.size() == 6);
    bench.ask(app::ReadPeople{.file = "/cafes/nulle-part.csv"});
    REQUIRE(bench.running.notice("people_failed") != nullptr);
}

TEST_CASE("running people: an erased person is in no file once it is said, and the café goes on") {
    Bench bench;
    bench.ask(app::ReadPeople{.file = list_path});
    bench.ask(app::TakePeople{});
    REQUIRE(bench.running.all_saved());
    const auto id = bench.running.session().participants[6].id;
    REQUIRE(bench.running.session().participants[6].name == "Zoé Œuvrard");
    REQUIRE_THAT(bench.disk.content(tests::journal_path), ContainsSubstring("Zoé Œuvrard"));
    REQUIRE_FALSE(bench.running.act(cafe::ErasePerson{id}));
    CHECK(bench.running.notice("erased") == nullptr);
    REQUIRE(bench.running.until([&](const app::Snapshot&) { return bench.running.notice("erased") != nullptr; }));
    for (const auto& name : bench.disk.names())
        if (name != list_path.string()) CHECK(bench.disk.content(name).find("Zoé Œuvrard") == std::string::npos);

    REQUIRE_FALSE(bench.running.note("i1", "la suite"));
    const auto session = bench.running.session();
    REQUIRE(bench.running.cafe.close());
    Running again(bench.disk);
    again.open();
    CHECK(again.session() == session);
}

TEST_CASE("running people: the anonymous copy lies beside the café") {
    Bench bench;
    bench.ask(app::WriteAnonymous{});
    const auto copy = store::from_json(bench.disk.content("/cafes/petit-anonyme.json"));
    REQUIRE(copy);
    CHECK(copy->session.participants.front().name == "Personne 1");
    REQUIRE(bench.running.notice("anonymous_written") != nullptr);
}
