#include "platform/options.hpp"

#include "platform/import_command.hpp"
#include "platform/plan_command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

namespace ronde::platform {

namespace {

constexpr double slowest = 0.1;
constexpr double fastest = 3600;

constexpr const char* exit_codes =
    "Exit codes: 0 done, 1 the input is bad, 2 the usage is bad, 3 the environment failed.";

StageWish stage_wish_from(const std::string& text) {
    if (text.empty()) return {};
    if (text == "window") return {StageWish::Kind::window, {}};
    if (text == "off") return {StageWish::Kind::off, {}};
    return {StageWish::Kind::monitor, text};
}

/// Only a value that was given replaces what the preferences say.
template <class T>
std::optional<T> given(const CLI::Option* option, const T& value) {
    if (option->count() == 0) return std::nullopt;
    return value;
}

struct Commands {
    ReplayRun replay{};
    CheckRun check{};
    ReportRun report{};
    PlanRun plan{};
    ImportRun import{};
    AnonymiseRun anonymise{};
};

void add_commands(CLI::App& app, Commands& commands) {
    auto* replay = app.add_subcommand("replay", "Makes a session file from a journal.");
    replay->add_option("ACTIONS", commands.replay.actions, "the journal, .jsonl")->required();
    replay->add_option("--from", commands.replay.from, "the session that it starts from; without it, from nothing");
    replay->add_option("-o,--output", commands.replay.out, "the session file to write; - for the terminal")->required();

    auto* check = app.add_subcommand("check", "Says whether session files are sound, and if not where and why.");
    check->add_option("FILE", commands.check.files, "session files and journals")->required();

    auto* report = app.add_subcommand("report", "Writes a session as a document.");
    report->add_option("FILE", commands.report.file, "the session file")->required();
    report
        ->add_option(
            "-f,--format", commands.report.format,
            "md: the report; csv: the ideas, and beside them OUT-opening.csv, OUT-themes.csv, OUT-commitments.csv; ics: the next date and the commitments, for calendars; vcf, contacts: how to "
            "reach those who agreed, as vCards or as CSV")
        ->check(CLI::IsMember({"md", "csv", "ics", "vcf", "contacts"}))
        ->capture_default_str();
    report->add_option("--separator", commands.report.separator, "of csv: ; or , (else as the café's language has it)")
        ->check(CLI::IsMember({";", ","}));
    report->footer(
        "With -f csv every idea is a row of OUT. Beside it are written, where the café has any, the answers of the\n"
        "opening exchange, the themes and the commitments: OUT ideas.csv makes ideas-opening.csv, ideas-themes.csv\n"
        "and ideas-commitments.csv; one that the café has nothing for, and that an earlier run left there, is named.\n"
        "To the terminal (-o -) they follow each other.\n" +
        std::string(exit_codes));
    report->callback([&report = commands.report] {
        if (!report.separator.empty() && report.format != "csv")
            throw CLI::ValidationError("--separator", "is of csv; add -f csv, or leave it out");
    });
    report->add_option("-o,--output", commands.report.out, "the document to write; - for the terminal")->required();

    auto* anonymise = app.add_subcommand("anonymise", "Writes a session without anybody's name or contact.");
    anonymise->add_option("FILE", commands.anonymise.file, "the session file")->required();
    anonymise->add_option("-o,--output", commands.anonymise.out, "the session file to write; - for the terminal")
        ->required();

    add_plan_command(app, commands.plan);
    add_import_command(app, commands.import);
}

Run chosen(const CLI::App& app, const Commands& commands, const WindowsRun& windows) {
    if (app.got_subcommand("replay")) return commands.replay;
    if (app.got_subcommand("check")) return commands.check;
    if (app.got_subcommand("report")) return commands.report;
    if (app.got_subcommand("plan")) return commands.plan;
    if (app.got_subcommand("import")) return commands.import;
    if (app.got_subcommand("anonymise")) return commands.anonymise;
    return windows;
}

} // namespace

Run read_command_line(int argc, const char* const* argv, const std::string& version) {
    CLI::App app{"Ronde helps people hold a world café.", "ronde"};
    app.set_version_flag("--version", "ronde " + version);
    app.require_subcommand(0, 1);
    app.footer(exit_codes); // of every command

    WindowsRun windows;
    std::string sessions;
    std::string language;
    std::string theme;
    std::string stage;
    bool no_motion = false;
    bool walk = false;
    app.add_option("FILE", windows.file, "the session to open; without it, the latest one");
    const auto* sessions_option = app.add_option("--sessions", sessions, "the folder of sessions");
    const auto* language_option =
        app.add_option("--lang", language, "the windows' language")->check(CLI::IsMember({"fr", "en"}));
    const auto* theme_option =
        app.add_option("--theme", theme, "the windows' colours")->check(CLI::IsMember({"paper", "night"}));
    app.add_option("--speed", windows.speed, "the café's clock runs so many times faster")
        ->check(CLI::Range(slowest, fastest))
        ->capture_default_str();
    app.add_option("--stage", stage, "where the room's window goes: a monitor's name or number, window, or off");
    app.add_option("--ui-map", windows.ui_map, "a file that always says what is on screen, as JSON");
    app.add_option("--capture", windows.captures, "a folder for a picture of each window at each change of step");
    app.add_flag("--no-motion", no_motion, "nothing glides");
    app.add_flag("--walk", walk, "goes through the agenda by itself, pausing for the pictures of --capture, and quits");
    Commands commands;
    add_commands(app, commands);
    app.footer(std::string("Without a command, opens the windows.\n") + exit_codes);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& stopped) {
        std::ostringstream out;
        std::ostringstream error;
        const int code = app.exit(stopped, out, error);
        constexpr int bad_usage = 2;
        std::string sentence = error.str();
        if (!sentence.empty()) sentence = "ronde: " + sentence;
        return Said{code == 0 ? 0 : bad_usage, out.str(), sentence};
    }
    windows.sessions = given<std::filesystem::path>(sessions_option, sessions);
    windows.language = given(language_option, language);
    if (theme_option->count() > 0) windows.theme = base::from_name<app::ThemeName>(theme);
    if (no_motion) windows.motion = app::Motion::none;
    windows.stage = stage_wish_from(stage);
    windows.walk = walk ? Walk::yes : Walk::no;
    return chosen(app, commands, windows);
}

} // namespace ronde::platform
