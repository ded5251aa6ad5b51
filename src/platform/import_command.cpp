#include "platform/import_command.hpp"

#include "app/people_import.hpp"
#include "app/running_cafe.hpp"
#include "platform/people_csv.hpp"
#include "store/inspect.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <utility>

namespace ronde::platform {

namespace {

constexpr std::size_t most_remarks = 20; ///< that are said one by one

/// What is asked about a column whose heading leaves open what it holds.
std::string_view doubt_about(const PeopleCsv& list, std::size_t column) {
    const bool asked = list.file.columns[column].in_doubt && list.mapping[column] == store::ColumnMeaning::ignored;
    return asked ? " (of the organisation? say with --map that it is the kind)" : "";
}

void say_understood(const PeopleCsv& list, const std::string& file, std::ostream& out) {
    out << fmt::format("{}: {}, separated by {}, {} above the people{}\n", file, base::name_of(list.file.encoding),
                       base::name_of(list.file.separator),
                       list.file.header_lines == 1 ? "1 line" : fmt::format("{} lines", list.file.header_lines),
                       list.file.shape == store::ListShape::date_poll ? ", a date poll" : "");
    for (std::size_t i = 0; i < list.file.columns.size(); ++i)
        out << fmt::format("  column {}: {} → {}{}{}\n", i + 1,
                           list.file.columns[i].header.empty() ? "(no heading)" : list.file.columns[i].header,
                           base::name_of(list.mapping[i]),
                           list.mapping[i] == store::ColumnMeaning::note ? " (not taken)" : "", doubt_about(list, i));
    const auto& remarks = list.read.remarks;
    for (std::size_t i = 0; i < std::min(remarks.size(), most_remarks); ++i)
        out << fmt::format("  line {}: {}\n", remarks[i].line, text_of(remarks[i]));
    if (remarks.size() > most_remarks) out << fmt::format("  and {} more remarks\n", remarks.size() - most_remarks);
}

void say_taken(const app::PeopleImport& import, std::ostream& out) {
    out << fmt::format("{} new, {} updated, {} as they were; {} new organisations\n", import.added, import.updated,
                       import.unchanged, import.new_organisations);
}

/// Numbers that follow one another as ranges: "7, 19972–100001".
std::vector<std::string> ranges_of(const std::vector<int>& lines) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t last = i;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
        out.push_back(last == i ? std::to_string(lines[i]) : fmt::format("{}–{}", lines[i], lines[last]));
        i = last + 1;
    }
    return out;
}

/// The lines for which the café has no room.
void say_beyond(const app::PeopleImport& import, const std::string& file, std::ostream& err) {
    if (import.beyond.empty()) return;
    const auto full = fmt::format("a café holds {} people at most", app::most_people);
    const auto ranges = ranges_of(import.beyond);
    const std::size_t named = std::min(ranges.size(), most_remarks);
    std::string which = fmt::format("{}", fmt::join(ranges.begin(), ranges.begin() + static_cast<long>(named), ", "));
    if (ranges.size() > named) which += fmt::format(" and {} more ranges", ranges.size() - named);
    say({.message = fmt::format("{}; left out: {} {} ({} in all); part the list between several cafés", full,
                                import.beyond.size() == 1 ? "line" : "lines", which, import.beyond.size()),
         .file = file,
         .line = import.beyond.front()},
        err);
}

std::string why_not_writable(const app::Snapshot& snapshot) {
    switch (snapshot.access) {
    case app::Access::held_elsewhere:
        return fmt::format("the café is open in another program ({}); close it there, or import in its windows "
                           "(Préparer, personnes)",
                           snapshot.held_by.empty() ? "unknown" : snapshot.held_by);
    case app::Access::newer_version: return "the café was written by a later version of Ronde; use that one";
    default: return "the café may not be written there; check the permissions of its folder";
    }
}

/// What was wrong with the café when it was opened: what became of its file, then what could not be read. Whether
/// something of it is lost.
bool say_found(const app::Snapshot& snapshot, std::ostream& err) {
    bool lost = false;
    const auto value = [](const app::Notice& notice, std::string_view name) {
        const auto found = std::ranges::find(notice.values, name, &std::pair<std::string, std::string>::first);
        return found == notice.values.end() ? std::string() : found->second;
    };
    const auto say_of_file = [&](std::string message) {
        say({.message = std::move(message), .file = snapshot.file.string()}, err);
    };
    for (const app::Notice& notice : snapshot.notices) {
        if (notice.key == "opened.set_aside")
            say_of_file("it is damaged; as it was it is kept in " + value(notice, "file"));
        if (notice.key == "opened.from_backup" || notice.key == "opened.from_journal")
            say_of_file("the café was made whole again from its other files");
        if (notice.key == "opened.sound_part") say_of_file("the café is its sound part alone; look what is missing");
        if (notice.key == "opened.gap") say_of_file("actions are missing from its journal");
        const bool of_lines = notice.key == "opened.left_out" || notice.key == "opened.bad_line" ||
                              notice.key == "opened.rejected_line" || notice.key == "opened.unreadable_journal";
        if (of_lines)
            for (const base::Error& error : notice.errors) say(error, err);
        lost = lost || of_lines || notice.key == "opened.sound_part" || notice.key == "opened.gap";
    }
    return lost;
}

/// A list that could not be saved may be safe all the same, in the journal: what the next opening will find tells.
base::Error not_saved(base::Error why, const ImportRun& command, std::uint64_t seq, store::Disk& disk) {
    const auto read = store::read_cafe(disk, command.into);
    why.message += read && read->session.seq >= seq
                       ? "; the list is in the journal, from which the next opening takes it"
                       : "; the list was not taken";
    return why;
}

} // namespace

void add_import_command(CLI::App& app, ImportRun& run) {
    auto* import = app.add_subcommand("import", "Takes a people's list (CSV) into a café; again, it updates them.");
    import->add_option("PEOPLE", run.people, "the list: .csv of a spreadsheet or a ticketing site")->required();
    import->add_option("--into", run.into, "the session file")->required();
    import->add_option("--map", run.map, "what columns mean, where the guess is wrong: \"Nom=name,4=email\"")
        ->check([](const std::string& text) {
            const auto wishes = read_column_wishes(text);
    return wishes ? std::string() : wishes.error().message;
});
import->add_flag("--dry-run", run.dry_run, "only says what it would take");
} // namespace ronde::platform

int run(const ImportRun& command, const CafePorts& ports) {
    const CommandPorts& files = ports.files;
    const auto wishes = read_column_wishes(command.map);
    if (!wishes) return say(wishes.error(), files.err);
    const auto list = read_people_csv(files.disk, command.people, *wishes);
    if (!list) return say(list.error(), files.err);

    const std::string name = command.people.string();
    say_understood(*list, name, files.out);
    for (const store::LeftOutLine& line : list->read.left_out) say(error_of(line, name), files.err);
    if (list->read.people.empty() && list->read.organisations.empty())
        return say({.message = "no line could be taken; say with --map which column holds the names", .file = name},
                   files.err);

    const auto new_id = [&ports](std::string_view prefix) { return ports.ids(prefix); };
    const auto take = [&](const cafe::Session& session) {
        auto import = app::import_people(list->read, session, new_id);
        say_beyond(import, name, files.err);
        return import;
    };
    if (command.dry_run) {
        // Without opening it: takes no lock and writes nothing.
        const auto read = store::read_cafe(files.disk, command.into);
        if (!read) return say(read.error(), files.err);
        say(read->notes, files.err);
        const bool lost = std::ranges::any_of(read->notes, [](const store::Note& note) {
            return note.kind == store::NoteKind::sound_part || store::is_of_journal(note.kind);
        });
        say_taken(take(read->session), files.out);
        files.out << "nothing was written (--dry-run)\n";
        return lost ? 1 : 0;
    }

    app::InlineJobs jobs;
    std::optional<app::RunningCafe> cafe(
        std::in_place,
        app::Ports{.clock = ports.clock, .disk = files.disk, .jobs = jobs, .ids = ports.ids, .who = ports.who},
        app::Folders{}, app::Preferences{});
    if (const auto opened = cafe->open(command.into); !opened) return say(opened.error(), files.err);
    const app::Snapshot& snapshot = cafe->snapshot();
    const bool lost = say_found(snapshot, files.err);
    const auto environment = [&](std::string message) {
        return say({.fault = base::Fault::environment, .message = std::move(message), .file = command.into.string()},
                   files.err);
    };
    if (snapshot.access != app::Access::writable) {
        const int code = environment(why_not_writable(snapshot));
        return snapshot.access == app::Access::newer_version ? 1 : code; // the file's fault, not the machine's
    }
    auto import = take(*snapshot.session);
    const bool changes = !import.deed.participants.empty() || !import.deed.organisations.empty();
    if (changes)
        if (const auto refused = cafe->act(std::move(import.deed))) return environment(refused->detail);
    const auto seq = cafe->snapshot().session->seq;
    cafe->tick(); // the seating that was asked for
    if (const auto closed = cafe->close(); !closed) {
        cafe.reset(); // its writer tries once more
        return say(changes ? not_saved(closed.error(), command, seq, files.disk) : closed.error(), files.err);
    }
    say_taken(import, files.out);
    if (!lost) return 0;
    return say({.message = "the list was taken into what is left of a damaged café; look what is missing",
                .file = command.into.string()},
               files.err);
}

} // namespace ronde::platform
