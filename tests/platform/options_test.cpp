#include "platform/options.hpp"

#include "compat/catch.hpp"

#include <initializer_list>
#include <vector>

using namespace ronde;
using namespace ronde::platform;

namespace {

Run read(std::initializer_list<const char*> words) {
    std::vector<const char*> argv{"ronde"};
    argv.insert(argv.end(), words);
    return read_command_line(static_cast<int>(argv.size()), argv.data(), "9.9");
}

template <class T>
T as(const Run& run) {
    REQUIRE(std::holds_alternative<T>(run));
    return std::get<T>(run);
}

} // namespace

TEST_CASE("options: without a word, the windows open as the person prefers") {
    const auto run = as<WindowsRun>(read({}));
    CHECK(run.file.empty());
    CHECK_FALSE(run.language.has_value());
    CHECK_FALSE(run.theme.has_value());
    CHECK(run.speed == 1);
    CHECK(run.stage == StageWish{});
    CHECK(run.walk == Walk::no);
}

TEST_CASE("options: everything that the windows can be told is understood") {
    const auto run =
        as<WindowsRun>(read({"a.json", "--sessions", "d", "--lang", "en", "--theme", "night", "--speed", "60",
                             "--stage", "HDMI-1", "--ui-map", "m.json", "--capture", "p", "--no-motion", "--walk"}));
    CHECK(run.file == "a.json");
    CHECK(run.sessions == "d");
    CHECK(run.language == "en");
    CHECK(run.theme == app::ThemeName::night);
    CHECK(run.speed == 60);
    CHECK(run.stage == StageWish{StageWish::Kind::monitor, "HDMI-1"});
    CHECK(run.ui_map == "m.json");
    CHECK(run.captures == "p");
    CHECK(run.motion == app::Motion::none);
    CHECK(run.walk == Walk::yes);
}

TEST_CASE("options: the stage in a window, or nowhere") {
    CHECK(as<WindowsRun>(read({"--stage", "window"})).stage.kind == StageWish::Kind::window);
    CHECK(as<WindowsRun>(read({"--stage", "off"})).stage.kind == StageWish::Kind::off);
}

TEST_CASE("options: each command reads its own words") {
    const auto replay = as<ReplayRun>(read({"replay", "--from", "a.json", "b.jsonl", "-o", "c.json"}));
    CHECK(replay.from == "a.json");
    CHECK(replay.actions == "b.jsonl");
    CHECK(replay.out == "c.json");
    CHECK(as<CheckRun>(read({"check", "a.json", "b.json"})).files.size() == 2);
    const auto report = as<ReportRun>(read({"report", "a.json", "-f", "md", "-o", "a.md"}));
    CHECK(report.file == "a.json");
    CHECK(report.out == "a.md");
    for (const char* format : {"md", "ics", "vcf", "contacts"})
        CHECK(as<ReportRun>(read({"report", "a.json", "-f", format, "-o", "a"})).format == format);
}

TEST_CASE("options: bad usage exits with 2 and says what is wrong") {
    for (const auto& words : {std::initializer_list<const char*>{"--no-such-option"},
                              {"--lang", "de"},
                              {"--speed", "0"},
                              {"--speed", "fast"},
                              {"check"},
                              {"report", "a.json", "-f", "doc", "-o", "x"},
                              {"report", "a.json", "--separator", ",", "-o", "x"},
                              {"plan", "--count", "30", "--host-rounds", "1"},
                              {"plan", "--count", "30", "--weights", "9999999,1,1"},
                              {"plan", "--count", "30", "--questions", "200"},
                              {"plan", "--count", "30", "--questions", "30", "--tables-per-question", "30000"},
                              {"plan", "--count", "30", "--seed", "99999999999999999999"},
                              {"plan", "--count", "30", "--iterations", "9999999999999999999"},
                              {"plan", "--count", "30", "--seed", "-1"},
                              {"replay", "a.jsonl"}}) {
        const auto said = as<Said>(read(words));
        CHECK(said.exit_code == 2);
        CHECK(said.error.rfind("ronde: ", 0) == 0);
    }
}

TEST_CASE("options: what is the usage's fault names the option that is meant") {
    using Catch::Matchers::ContainsSubstring;
    CHECK_THAT(as<Said>(read({"plan", "--count", "30", "--questions", "200"})).error,
               ContainsSubstring("--questions: 200 questions make as many rounds"));
    CHECK(as<PlanRun>(read({"plan", "--count", "30", "--questions", "200", "--rounds", "3"})).rounds == 3);
    CHECK_THAT(as<Said>(read({"plan", "--count", "3", "--host-rounds", "1"})).error,
               ContainsSubstring("add --hosts stay"));
    CHECK_THAT(as<Said>(read({"plan", "--count", "3", "--seed", "99999999999999999999"})).error,
               ContainsSubstring("at most 18446744073709551615"));
    CHECK(as<PlanRun>(read({"plan", "--count", "3", "--seed", "18446744073709551615"})).seed == UINT64_MAX);
    CHECK(as<ReportRun>(read({"report", "a.json", "-f", "csv", "--separator", ",", "-o", "x"})).separator == ",");
}

TEST_CASE("options: help and version are no errors") {
    const auto help = as<Said>(read({"--help"}));
    CHECK(help.exit_code == 0);
    CHECK_THAT(help.out, Catch::Matchers::ContainsSubstring("--ui-map"));
    CHECK_THAT(help.out, Catch::Matchers::ContainsSubstring("replay"));
    for (const char* command : {"replay", "check", "report", "anonymise", "plan", "import"}) {
        const auto said = as<Said>(read({command, "--help"}));
        CHECK(said.exit_code == 0);
        CHECK_THAT(said.out, Catch::Matchers::ContainsSubstring("Exit codes: 0 done"));
    }
    CHECK_THAT(as<Said>(read({"--version"})).out, Catch::Matchers::ContainsSubstring("9.9"));
}
