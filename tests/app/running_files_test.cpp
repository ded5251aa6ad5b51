#include "app/running.hpp"
#include "base/time_zone.hpp"
#include "report/markdown.hpp"

namespace {

using namespace ronde;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using tests::cafe_path;
using tests::MemoryDisk;
using tests::Operation;
using tests::Running;

MemoryDisk& with_files(MemoryDisk& disk) {
    disk.put(cafe_path, tests::small_file([](cafe::Session& session) { session.identity.subtitle = "Parlons pain"; }));
    disk.put("/cafes/autre.json", tests::small_file([](cafe::Session& session) {
                 session.id = {"autre"};
                 session.identity.title = "L’autre";
                 session.identity.starts_at -= 24h;
             }));
    disk.put("/cafes/rien.json", "Ceci n’est pas un café.");
    disk.put("/templates/modele.json", tests::small_file([](cafe::Session& session) {
                 session.identity.title = "Modèle d’une heure";
                 session.identity.subtitle = "Une heure, sans plénière";
                 session.identity.starts_at = base::WallTime{};
             }));
    return disk;
}

void ask(Running& running, const app::Command& command) {
    REQUIRE(running.cafe.carry_out(command));
    running.cafe.tick();
}

} // namespace

TEST_CASE("running café: a template makes a café of today, saved, with ids and a file of its own") {
    MemoryDisk disk;
    Running running(with_files(disk));
    ask(running, app::NewCafe{"/templates/modele.json"});
    CHECK(running.session().identity.title == "Modèle d’une heure");
    CHECK(running.session().identity.subtitle.empty()); // it describes the template: the room is not welcomed with it
    CHECK(running.session().id != cafe::SessionId{"small"});
    CHECK(running.session().seq >= 1);
    CHECK(running.session().ideas.empty());
    const auto& identity = running.session().identity;
    const auto today = base::to_local(running.clock.now().wall, identity.time_zone);
    const auto start = base::to_local(identity.starts_at, identity.time_zone);
    CHECK(start.day == today.day);
    CHECK(start.hour == 1); // the template's time of day, of 1970-01-01T00:00Z in Paris
    const auto file = running.now().file;
    CHECK_THAT(file.string(), ContainsSubstring("modele-d-une-heure"));
    CHECK(running.value("created", "file") == file.filename().string());
    REQUIRE(running.all_saved());
    CHECK(running.now().preferences.recent == std::vector{file.string()});

    ask(running, app::NewCafe{"/templates/modele.json"});
    CHECK(running.now().file != file);
    CHECK_THAT(disk.content(file), ContainsSubstring("Modèle d’une heure"));
}

TEST_CASE("running café: where no file can be made, the café that is open stays") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    ask(running, app::NewCafe{"/templates/missing.json"});
    CHECK_FALSE(running.value("create_failed", "error").empty());
    CHECK(running.session().id == cafe::SessionId{"small"});
    ask(running, app::NewCafe{"/cafes/rien.json"});
    CHECK_THAT(running.value("create_failed", "error"), ContainsSubstring("rien.json"));
    CHECK(running.session().id == cafe::SessionId{"small"});
    REQUIRE_FALSE(running.note("i1", "encore"));
    CHECK(running.all_saved());
}

TEST_CASE("running café: opening another café saves and closes the present one") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "gardée"));
    ask(running, app::OpenCafe{"/cafes/autre.json"});
    CHECK(running.session().id == cafe::SessionId{"autre"});
    CHECK(running.now().file == "/cafes/autre.json");
    CHECK_THAT(disk.content(cafe_path), ContainsSubstring("gardée"));
    CHECK_FALSE(disk.has("/cafes/.petit.lock"));
    CHECK(running.now().preferences.recent == std::vector<std::string>{"/cafes/autre.json", "/cafes/petit.json"});
    REQUIRE_FALSE(running.note("i2", "là-bas"));
    REQUIRE(running.all_saved());
    CHECK_THAT(disk.content("/cafes/autre.journal.jsonl"), ContainsSubstring("là-bas"));
}

TEST_CASE("running café: what is no café does not take the place of the one that is open") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    for (const char* file : {"/cafes/rien.json", "/cafes/missing.json"}) {
        ask(running, app::OpenCafe{file});
        CHECK_THAT(running.value("open_failed", "error"), ContainsSubstring(file));
        CHECK(running.session().id == cafe::SessionId{"small"});
        CHECK(running.now().file == cafe_path);
    }
    CHECK(disk.content("/cafes/rien.json") == "Ceci n’est pas un café.");
    REQUIRE_FALSE(running.note("i1", "on continue"));
    CHECK(running.all_saved());
    // and the way to another café is free
    ask(running, app::OpenCafe{"/cafes/autre.json"});
    CHECK(running.session().id == cafe::SessionId{"autre"});
}

TEST_CASE("running café: a café that cannot be saved is not left for another") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "pas encore sur le disque"));
    disk.refuse([](Operation operation, const auto& path) {
        const bool present = path.string().find("petit") != std::string::npos;
        return present && operation == Operation::write ? std::optional{store::Trouble::full} : std::nullopt;
    });
    ask(running, app::OpenCafe{"/cafes/autre.json"});
    CHECK(running.notice("close_failed"));
    CHECK(running.session().id == cafe::SessionId{"small"});
    ask(running, app::NewCafe{"/templates/modele.json"});
    CHECK(running.session().id == cafe::SessionId{"small"});
    CHECK(running.session().ideas.size() == 1);
    disk.allow();
    CHECK(running.all_saved());
}

TEST_CASE("running café: opening the café that is open changes nothing, however its path is written") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    for (const char* same : {"/cafes/petit.json", "/cafes/./petit.json", "/cafes/../cafes/petit.json"}) {
        ask(running, app::OpenCafe{same});
        CHECK(running.now().access == app::Access::writable);
        CHECK(running.session().timer.state == cafe::ClockState::running);
        CHECK(running.now().notices.empty());
    }
    REQUIRE_FALSE(running.note("i1", "encore"));
}

TEST_CASE("running café: a plan that was asked for in one café never reaches another") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    disk.put("/cafes/autre.json", tests::small_file([&](cafe::Session& session) {
                 session.id = {"autre"};
                 session.structure = session.seating.basis = running.session().structure + 1;
             }));
    REQUIRE(running.cafe.carry_out(app::OpenCafe{"/cafes/autre.json"})); // opened, not yet delivered
    auto groups = running.session().groups;
    groups.pop_back();
    REQUIRE_FALSE(running.act(cafe::SetGroups{groups})); // planned, behind it
    running.cafe.tick();
    CHECK(running.session().id == cafe::SessionId{"autre"});
    CHECK(running.session().seating.rounds.front().size() == 3);
    ask(running, app::OpenCafe{cafe_path}); // and the first has its groups, and gets its plan
    running.cafe.tick();
    CHECK(running.session().groups.size() == 2);
    CHECK(running.session().seating.basis == running.session().structure);
    CHECK(running.session().seating.rounds.front().size() == 2);
}

TEST_CASE("running café: a session is reviewed beside the open one, with what its journal has beyond it") {
    MemoryDisk disk;
    {
        Running other(with_files(disk));
        other.open("/cafes/autre.json");
        REQUIRE_FALSE(other.note("i9", "du journal"));
        REQUIRE(other.all_saved());
        disk.put("/left/autre.json", disk.content("/cafes/autre.json"));
        const std::string torn = "{\"seq\":9"; // as it stands while another program writes
        disk.put("/left/autre.journal.jsonl", disk.content("/cafes/autre.journal.jsonl") + torn);
    }
    const auto before = disk.names();
    Running running(disk);
    running.open();
    ask(running, app::ReviewCafe{"/left/autre.json"});
    REQUIRE(running.now().reviewed);
    CHECK(running.now().reviewed->session.id == cafe::SessionId{"autre"});
    CHECK(running.now().reviewed->session.ideas.find({"i9"}) != nullptr);
    CHECK(running.now().notices.empty());
    CHECK(running.session().id == cafe::SessionId{"small"});
    CHECK_FALSE(disk.has("/left/.autre.lock"));

    ask(running, app::ReviewCafe{"/cafes/rien.json"});
    CHECK_THAT(running.value("review_failed", "error"), ContainsSubstring("rien.json"));
    ask(running, app::ReviewCafe{});
    CHECK(running.now().reviewed == nullptr);
}

TEST_CASE("running café: of two sessions asked for, the one asked for last is shown") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE(running.cafe.carry_out(app::ReviewCafe{"/cafes/autre.json"})); // read, not yet delivered
    REQUIRE(running.cafe.carry_out(app::ReviewCafe{cafe_path}));
    running.cafe.tick();
    REQUIRE(running.now().reviewed);
    CHECK(running.now().reviewed->file == cafe_path);
    REQUIRE(running.cafe.carry_out(app::ReviewCafe{"/cafes/autre.json"}));
    REQUIRE(running.cafe.carry_out(app::ReviewCafe{}));
    running.cafe.tick();
    CHECK(running.now().reviewed == nullptr);
}

TEST_CASE("running café: the folder lists its sessions, latest first, the broken one last with its reason") {
    MemoryDisk disk;
    Running running(with_files(disk));
    ask(running, app::RefreshSessions{});
    const auto& sessions = running.now().sessions;
    REQUIRE(sessions.size() == 3);
    CHECK(sessions[0].title == "Petit café");
    CHECK(sessions[0].people == 6);
    CHECK(sessions[1].title == "L’autre");
    CHECK(sessions[2].error);
    CHECK(running.now().templates.size() == 1);

    disk.refuse([](Operation operation, const auto&) {
        return operation == Operation::list ? std::optional{store::Trouble::not_allowed} : std::nullopt;
    });
    ask(running, app::RefreshSessions{});
    CHECK_FALSE(running.value("folder_failed", "error").empty());
    CHECK(running.now().sessions.empty());
}

TEST_CASE("running café: a café is kept as a template, offered, made again, and put away without being lost") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "à oublier"));
    ask(running, app::SaveTemplate{});
    CHECK(running.value("template_saved", "file") == "/own/petit-cafe.json");
    CHECK(disk.content("/own/petit-cafe.json").find("oublier") == std::string::npos);
    running.cafe.tick();
    REQUIRE(running.now().own_templates.size() == 1);
    CHECK(running.now().own_templates[0].title == "Petit café");
    ask(running, app::SaveTemplate{});
    CHECK(disk.has("/own/petit-cafe-2.json"));

    ask(running, app::NewCafe{"/own/petit-cafe.json"});
    CHECK(running.session().identity.title == "Petit café");
    CHECK(running.session().identity.subtitle == "Parlons pain"); // a person's own describes the café
    CHECK(running.session().participants.empty());
    CHECK(running.session().questions.size() == 3);

    ask(running, app::RemoveTemplate{"/own/petit-cafe.json"});
    running.cafe.tick();
    CHECK(disk.has("/own/petit-cafe.json.removed"));
    CHECK(running.now().own_templates.size() == 1);
    ask(running, app::RemoveTemplate{"/templates/modele.json"}); // ships with the program
    CHECK(disk.has("/templates/modele.json"));
}

TEST_CASE("running café: a template that cannot be kept says why") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    disk.refuse([](Operation operation, const std::filesystem::path& path) {
        return operation == Operation::write && path.string().starts_with("/own") ? std::optional{store::Trouble::full}
                                                                                  : std::nullopt;
    });
    ask(running, app::SaveTemplate{});
    CHECK_FALSE(running.value("template_failed", "error").empty());
}

TEST_CASE("running café: as CSV the ideas and the opening's answers are files beside the session") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "à compter"));
    ask(running, app::WriteReport{app::Which::present, app::DocumentForm::csv});
    CHECK_THAT(disk.content("/cafes/2023-06-13_petit-cafe.csv"), ContainsSubstring("à compter"));
    CHECK_FALSE(disk.has("/cafes/2023-06-13_petit-cafe-opening.csv"));
    REQUIRE_FALSE(running.cafe.act(cafe::EditOpening{{.components = {{{"k1"}, "Utilité sociale"}}}}));
    REQUIRE_FALSE(running.cafe.act(cafe::CountHands{{{"k1"}, 4, 2, 1}}));
    ask(running, app::WriteReport{app::Which::present, app::DocumentForm::csv});
    CHECK_THAT(disk.content("/cafes/2023-06-13_petit-cafe-opening.csv"), ContainsSubstring("Utilité sociale"));
    CHECK(running.value("report_written", "file") ==
          "/cafes/2023-06-13_petit-cafe.csv, 2023-06-13_petit-cafe-opening.csv");
}

TEST_CASE("running café: a report never takes the place of another, nor of what was added to it by hand") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "à écrire"));
    ask(running, app::WriteReport{});
    const std::string first = "/cafes/2023-06-13_petit-cafe.md";
    const std::string second = "/cafes/2023-06-13_petit-cafe-2.md";
    ask(running, app::WriteReport{}); // the same again has the same place
    CHECK_FALSE(disk.has(second));
    disk.put(first, disk.content(first) + "\nÀ la main.\n");
    ask(running, app::WriteReport{});
    CHECK_THAT(disk.content(first), ContainsSubstring("À la main."));
    CHECK(disk.content(second) == report::markdown(running.session()));
    CHECK(running.value("report_written", "file") == second);
}

TEST_CASE("running café: the report is written beside the session, or it says why not") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "à écrire"));
    ask(running, app::WriteReport{});
    const std::filesystem::path path = "/cafes/2023-06-13_petit-cafe.md";
    CHECK(disk.content(path) == report::markdown(running.session()));
    CHECK(running.value("report_written", "file") == path.string());

    ask(running, app::ReviewCafe{"/cafes/autre.json"});
    ask(running, app::WriteReport{app::Which::reviewed});
    CHECK_THAT(disk.content("/cafes/2023-06-12_l-autre.md"), ContainsSubstring("# L’autre\n"));

    disk.refuse([](Operation operation, const auto& file) {
        return operation == Operation::write && file.string().find(".md") != std::string::npos
                   ? std::optional{store::Trouble::full}
                   : std::nullopt;
    });
    const auto before = disk.content(path);
    REQUIRE_FALSE(running.note("i2", "plus de place"));
    ask(running, app::WriteReport{});
    CHECK_FALSE(running.value("report_failed", "error").empty());
    CHECK(disk.content(path) == before);
}

TEST_CASE("running café: dealing the people is one deed, and its plan follows") {
    MemoryDisk disk;
    Running running(with_files(disk));
    running.open();
    ask(running, app::DealGroups{.groups = 2});
    CHECK(running.session().groups.size() == 2);
    CHECK(running.session().seating.basis == running.session().structure);
    REQUIRE_FALSE(running.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    CHECK(running.session().groups.size() == 3);
}

TEST_CASE("running café: what is the platform's of the commands is left to it") {
    MemoryDisk disk;
    Running running(disk);
    CHECK_FALSE(running.cafe.carry_out(app::SetPreferences{}));
    CHECK_FALSE(running.cafe.carry_out(app::TestSound{}));
    CHECK_FALSE(running.cafe.carry_out(app::ToggleStageFullScreen{}));
    CHECK_FALSE(running.cafe.carry_out(app::CloseStage{}));
    CHECK_FALSE(running.cafe.carry_out(app::CopyText{}));
    CHECK_FALSE(running.cafe.carry_out(app::CopyReport{}));
    CHECK_FALSE(running.cafe.carry_out(app::Quit{}));
}

TEST_CASE("running café: without a café there is nothing to write or to deal, and nothing happens") {
    MemoryDisk disk;
    Running running(disk);
    ask(running, app::WriteReport{});
    ask(running, app::DealGroups{.groups = 2});
    CHECK(disk.names().empty());
    CHECK(running.now().notices.empty());
}
