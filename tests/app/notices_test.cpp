#include "app/notices.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace {

using namespace ronde;
using namespace std::chrono_literals;

std::map<std::string, std::string> catalogue(const std::string& language) {
    std::ifstream in(RONDE_SOURCE_DIR "/assets/locales/" + language + "/notice.json");
    return nlohmann::json::parse(in).get<std::map<std::string, std::string>>();
}

/// The {names} that a sentence wants filled.
std::set<std::string> blanks(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t begin = text.find('{'); begin != std::string::npos; begin = text.find('{', begin + 1))
        names.insert(text.substr(begin + 1, text.find('}', begin) - begin - 1));
    return names;
}

/// One notice of every kind that app can make.
std::vector<app::Notice> every_notice() {
    std::vector<app::Notice> notices;
    for (const auto& reason : names_of(cafe::Reason{})) notices.push_back(app::notice_of({reason.value, "detail"}));
    for (const auto& kind : names_of(store::NoteKind{}))
        for (app::Notice& notice : app::notices_of({{.kind = kind.value}})) notices.push_back(std::move(notice));
    for (const char* key : {"open_failed", "job_failed"}) notices.push_back(app::failure_notice(key, "a.json", {}));
    notices.push_back(app::notice_of(cafe::CaughtUp{.gained = 1min}));
    notices.push_back(app::notice_of(cafe::CaughtUp{.gained = 1min, .still_late = 1s}));
    notices.push_back(
        app::notice_of(cafe::Recovered{.told_by = cafe::ToldBy::steady_clock}, cafe::ClockState::running));
    notices.push_back(app::notice_of(cafe::Recovered{.told_by = cafe::ToldBy::wall_time}, cafe::ClockState::running));
    notices.push_back(app::notice_of(cafe::Recovered{}, cafe::ClockState::paused));
    return notices;
}

} // namespace

TEST_CASE("notices: every key has its sentence in French and in English") {
    for (const std::string language : {"fr", "en"}) {
        const auto texts = catalogue(language);
        for (const std::string& key : app::notice_keys()) {
            INFO(language << " notice." << key);
            const auto found = texts.find("notice." + key);
            REQUIRE(found != texts.end());
            CHECK_FALSE(found->second.empty());
        }
    }
}

TEST_CASE("notices: each one made has a listed key, and values for every blank of its sentence") {
    const auto keys = app::notice_keys();
    CHECK(std::set(keys.begin(), keys.end()).size() == keys.size());
    for (const std::string language : {"fr", "en"}) {
        const auto texts = catalogue(language);
        for (const app::Notice& notice : every_notice()) {
            INFO(language << ' ' << notice.key);
            CHECK(std::ranges::find(keys, notice.key) != keys.end());
            std::set<std::string> values;
            for (const auto& [name, value] : notice.values) values.insert(name);
            if (!notice.errors.empty()) values.insert("error");
            for (const std::string& blank : blanks(texts.at("notice." + notice.key))) {
                INFO(blank);
                CHECK(values.contains(blank));
            }
        }
    }
}

TEST_CASE("notices: a failure stays until it is put away, a success goes by itself") {
    CHECK(app::failure_notice("open_failed", "a.json", {.message = "no"}).lasting);
    CHECK_FALSE(app::file_notice("created", "a.json").lasting);
    CHECK_FALSE(app::notice_of(cafe::Rejected{cafe::Reason::bad_text, {}}).lasting);
    CHECK(app::notices_of({{.kind = store::NoteKind::set_aside}}).at(0).lasting);
}

TEST_CASE("notices: however much was repaired, it is one notice, after the one of the file that was set aside") {
    std::vector<store::Note> notes{{.kind = store::NoteKind::set_aside, .file = "a.damaged"}};
    for (const char* what : {"one", "two", "three", "four"})
        notes.push_back({.kind = store::NoteKind::left_out, .error = {.message = what}});
    const auto notices = app::notices_of(notes);
    REQUIRE(notices.size() == 2);
    CHECK(notices[0].key == "opened.set_aside");
    CHECK(notices[1].key == "opened.left_out");
    const std::map<std::string, std::string> values(notices[1].values.begin(), notices[1].values.end());
    CHECK(values.at("count") == "4");
    REQUIRE(notices[1].errors.size() == 4);
    CHECK(notices[1].errors[3].message == "four");
}
