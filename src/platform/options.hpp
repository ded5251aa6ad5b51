#pragma once
// What `ronde` was asked on the command line. CLI11 does the reading, in options.cpp alone.

#include "app/preferences.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ronde::platform {

/// Where the stage is wished: on a monitor (its number from 1, or its name), in a window, nowhere; none: on the second
/// monitor when there is one.
struct StageWish {
    enum class Kind { automatic, monitor, window, off };
    Kind kind = Kind::automatic;
    std::string monitor{};
    friend bool operator==(const StageWish&, const StageWish&) = default;
};

enum class Walk {
    no,
    yes, ///< goes through the agenda by itself, a picture each step, then quits
};

/// `ronde [FILE]`
struct WindowsRun {
    std::filesystem::path file{}; ///< empty: the latest session, or an empty start
    std::optional<std::filesystem::path> sessions{};
    std::optional<std::string> language{};
    std::optional<app::ThemeName> theme{};
    std::optional<app::Motion> motion{};
    double speed = 1;
    StageWish stage{};
    std::filesystem::path ui_map{};   ///< empty: none is written
    std::filesystem::path captures{}; ///< folder; empty: none are made
    Walk walk = Walk::no;
};

/// `ronde replay [--from FILE] ACTIONS -o FILE`
struct ReplayRun {
    std::filesystem::path from{}; ///< empty: from nothing
    std::filesystem::path actions{};
    std::filesystem::path out{};
};

/// `ronde check FILE…`
struct CheckRun {
    std::vector<std::filesystem::path> files{};
};

/// `ronde report FILE -f FORMAT -o OUT`
struct ReportRun {
    std::filesystem::path file{};
    std::string format = "md";
    std::string separator{}; ///< of csv: `;` or `,`; empty: as the café's language has it
    std::filesystem::path out{};
};

/// `ronde import PEOPLE --into FILE`; import_command.hpp reads and runs it.
struct ImportRun {
    std::filesystem::path people{};
    std::filesystem::path into{};
    std::string map{}; ///< HEADING=MEANING,…; see people_csv.hpp
    bool dry_run = false;
};

/// `ronde anonymise FILE -o OUT`
struct AnonymiseRun {
    std::filesystem::path file{};
    std::filesystem::path out{};
};

/// `ronde plan`; plan_command.hpp reads and runs it.
struct PlanRun {
    std::string instance{}; ///< a file, or - for the standard input; empty when it is made of people and rules below
    std::string people{};   ///< a list, .csv: names, organisations and kinds
    std::string map{};      ///< what its columns mean, as ImportRun has it
    int count = 0;          ///< people, where neither is given
    int questions = 3;
    int tables_per_question = 0;    ///< 0: as many as keep tables at five or fewer
    int rounds = 0;                 ///< 0: as many as questions
    std::string style = "carousel"; ///< carousel or successive
    std::string grouping = "mixed"; ///< mixed or intact
    std::string hosts = "none";     ///< none, or stay: one at each table
    int host_rounds = 0;            ///< after so many rounds another person hosts; 0: nobody takes over
    std::string weights{};          ///< R,O,K; empty: what the instance says
    bool at_most_twice = false;
    std::uint64_t seed = 1;
    std::optional<std::int64_t> iterations{};
    std::string time_limit{}; ///< such as 500ms or 2s; empty: one second, or none where iterations are given
    bool json = false;
};

/// Nothing is left to do: the help was asked, or the usage is bad (exit code 2).
struct Said {
    int exit_code = 0;
    std::string out{};
    std::string error{};
};

using Run = std::variant<WindowsRun, ReplayRun, CheckRun, ReportRun, PlanRun, ImportRun, AnonymiseRun, Said>;

[[nodiscard]] Run read_command_line(int argc, const char* const* argv, const std::string& version);

} // namespace ronde::platform
