#include "store/sessions_folder.hpp"

#include "compat/catch.hpp"
#include "store/action_line.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "store/some_cafes.hpp"

namespace {

using namespace ronde;
using namespace ronde::store;

std::string session_of(const char* title, const char* starts_at) {
    auto session = test::golden_session();
    session.identity.title = title;
    session.identity.starts_at = base::wall_time_from(starts_at).value();
    return to_json(session);
}

} // namespace

TEST_CASE("sessions folder: lists what is there, latest first, what cannot be read last") {
    test::MemoryDisk disk;
    disk.put("/s/old.json", session_of("Ancien", "2021-02-03T09:00:00Z"));
    disk.put("/s/new.json", session_of("Récent", "2024-02-03T09:00:00Z"));
    disk.put("/s/cut.json", session_of("Coupé", "2022-02-03T09:00:00Z").substr(0, 3000));
    disk.put("/s/bad.json", "bonjour");
    disk.put("/s/list.json", "[]");
    disk.put("/s/new.json.bak", session_of("Récent", "2024-02-03T09:00:00Z"));
    disk.put("/s/new.corrupt-20240203T090000Z.json", session_of("Abîmé", "2024-02-03T09:00:00Z"));
    disk.put("/s/new.journal.jsonl", to_line(JournalHeader{.session = {"golden"}, .base = 0}) + "\n");
    disk.put("/s/unsaved.journal.jsonl", to_line(JournalHeader{.session = {"s1"}}) + "\n" +
                                             to_line(test::creation(), 1) + "\n" + to_line(test::note(1), 2) + "\n" +
                                             std::string(99, ' '));
    disk.put("/s/notes.txt", "x");
    const auto list = list_sessions(disk, "/s");
    REQUIRE(list);
    std::vector<std::string> names;
    for (const auto& one : *list) names.push_back(one.path.filename().string());
    CHECK(names ==
          std::vector<std::string>{"new.json", "unsaved.json", "cut.json", "old.json", "bad.json", "list.json"});
    CHECK(list->at(0).title == "Récent");
    CHECK(list->at(0).place == "El Paseo, Peyrestortes");
    CHECK(list->at(0).ideas == 2);
    CHECK(list->at(0).people == 2);
    CHECK(list->at(0).questions == 2);
    CHECK_FALSE(list->at(0).error);
    CHECK(list->at(1).title == "Un café");
    CHECK(list->at(1).ideas == 1);
    REQUIRE(list->at(2).error);
    CHECK(list->at(2).error->line > 10);
    CHECK(list->at(4).error.has_value());
}

TEST_CASE("sessions folder: people without names are counted by group") {
    test::MemoryDisk disk;
    auto session = test::golden_session();
    session.participants.clear();
    for (auto& group : session.groups) group = {.id = group.id, .count = 7};
    disk.put("/s/a.json", to_json(session));
    CHECK(list_sessions(disk, "/s")->at(0).people == 14);
}

TEST_CASE("sessions folder: a folder that is not there is empty, one that may not be read is an error") {
    test::MemoryDisk disk;
    CHECK(list_sessions(disk, "/nowhere")->empty());
    disk.refuse([](auto, const auto&) { return std::optional(Trouble::not_allowed); });
    CHECK_FALSE(list_sessions(disk, "/s"));
}

TEST_CASE("sessions folder: a new session never takes another's name") {
    test::MemoryDisk disk;
    const auto starts = base::wall_time_from("2023-06-12T22:30:00Z").value();
    const auto next = [&](std::string_view title) {
        return new_session_path(disk, "/s", title, starts, "Europe/Paris").value().string();
    };
    CHECK(next("Petit déjeuner : l’ESS, œuvres & Cie !") == "/s/2023-06-13_petit-dejeuner-l-ess-oeuvres-cie.json");
    CHECK(next("  ") == "/s/2023-06-13_cafe.json");
    CHECK(next("日本") == "/s/2023-06-13_cafe.json");
    CHECK(next("../../etc/passwd") == "/s/2023-06-13_etc-passwd.json");
    CHECK(next(std::string(5000, 'x')).size() < 100);
    disk.put("/s/2023-06-13_cafe.json", "");
    CHECK(next("Café") == "/s/2023-06-13_cafe-2.json");
    disk.put("/s/2023-06-13_cafe-2.journal.jsonl", "");
    disk.put("/s/.2023-06-13_cafe-3.lock", "");
    CHECK(next("Café") == "/s/2023-06-13_cafe-4.json");
}
