#include "platform/commands.hpp"

#include "app/anonymous.hpp"
#include "platform/output_file.hpp"
#include "report/calendar.hpp"
#include "report/csv.hpp"
#include "report/csv_documents.hpp"
#include "report/directory.hpp"
#include "report/markdown.hpp"
#include "store/inspect.hpp"
#include "store/session_file.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::platform {

namespace {

base::Result<std::string> read(store::Disk& disk, const std::filesystem::path& file) {
    auto content = disk.read(file);
    if (!content) return tl::unexpected(content.error().error);
    return *content;
}

/// The session as the document that was asked for; the command line lets no other format through.
std::string document_of(const cafe::Session& session, std::string_view format, base::WallTime now) {
    if (format == "ics") return report::calendar(session, now);
    if (format == "vcf") return report::contacts_vcf(session);
    if (format == "contacts") return report::contacts_csv(session);
    return report::markdown(session);
}

} // namespace

int say(const base::Error& error, std::ostream& err) {
    err << "ronde: " << error.text() << '\n';
    return error.fault == base::Fault::input ? 1 : 3;
}

int printed(int code, const CommandPorts& ports) {
    constexpr int environment = 3;
    if (ports.out.flush() || code == environment) return code;
    return say({.fault = base::Fault::environment, .message = "the output could not be written whole"}, ports.err);
}

bool say(const std::vector<store::Note>& notes, std::ostream& err) {
    bool something = false;
    for (const store::Note& note : notes)
        if (const auto trouble = store::trouble_of(note)) {
            say(*trouble, err);
            something = true;
        }
    return something;
}

namespace {

/// Writes and returns the exit code.
int write(const Output& output, std::string_view text, const CommandPorts& ports) {
    const auto written = write_output(ports, output, text);
    return written ? 0 : say(written.error(), ports.err);
}

/// A café that was read.
struct Given {
    cafe::Session session{};
    std::optional<base::Error> lacks{}; ///< what is said of a document that was made of it
    store::Format format = store::Format::current;
};

base::Error sound_part_alone(const std::filesystem::path& file) {
    return {.message = "it is damaged; what was written holds its sound part alone", .file = file.string()};
}

/// Of the session file, if anything is wrong with that; else of the journal.
std::optional<base::Error> lacks_of(const std::vector<store::Note>& notes, const std::filesystem::path& file) {
    std::optional<base::Error> lacks;
    for (const store::Note& note : notes) {
        if (!store::trouble_of(note)) continue;
        if (!store::is_of_journal(note.kind)) return sound_part_alone(file);
        if (!lacks)
            lacks = base::Error{.message = "it is damaged; what was written lacks what cannot be taken from it",
                                .file = note.file};
    }
    return lacks;
}

/// Reads a session file alone, as it stands; what was left out of a damaged one is said, and the rest is taken.
base::Result<Given> read_session(const std::filesystem::path& file, const CommandPorts& ports) {
    const auto content = read(ports.disk, file);
    if (!content) return tl::unexpected(content.error());
    auto loaded = store::from_json(*content, file.string());
    if (!loaded) return tl::unexpected(loaded.error());
    for (const base::Error& error : loaded->left_out) say(error, ports.err);
    Given given{.session = std::move(loaded->session), .format = loaded->format};
    if (!loaded->left_out.empty()) given.lacks = sound_part_alone(file);
    return given;
}

/// Reads a café with what its journals hold beyond the file; what is wrong with it is said, and the rest is taken.
base::Result<Given> read_cafe(const std::filesystem::path& file, const CommandPorts& ports) {
    auto read = store::read_cafe(ports.disk, file);
    if (!read) return tl::unexpected(read.error());
    say(read->notes, ports.err);
    return Given{std::move(read->session), lacks_of(read->notes, file), read->format};
}

/// The exit code of a document that was made of a café: what is made of a part is not what was asked for.
int made_of(const Given& given, int code, std::ostream& err) {
    return code != 0 || !given.lacks ? code : say(*given.lacks, err);
}

/// A café of a later version may mean more than is understood here.
std::optional<base::Error> later_version(const std::filesystem::path& file, const Given& given) {
    if (given.format != store::Format::newer) return std::nullopt;
    return base::Error{.message = "it was written by a later version of Ronde, and more may be in it than is "
                                  "understood here; use that one",
                       .file = file.string()};
}

} // namespace

int run(const ReplayRun& command, const CommandPorts& ports) {
    Given given;
    std::optional<cafe::Session> from;
    if (!command.from.empty()) {
        auto read = read_session(command.from, ports);
        if (!read) return say(read.error(), ports.err);
        if (const auto later = later_version(command.from, *read)) return say(*later, ports.err);
        given = std::move(*read);
        from = given.session;
    }
    const auto actions = read(ports.disk, command.actions);
    if (!actions) return say(actions.error(), ports.err);
    const auto session = store::replay(from, *actions, command.actions.string());
    if (!session) return say(session.error(), ports.err);
    const Output output{.path = command.out, .inputs = {command.actions, command.from}};
    const auto written = write_cafe(ports, output, *session);
    return made_of(given, written ? 0 : say(written.error(), ports.err), ports.err);
}

int run(const CheckRun& command, const CommandPorts& ports) {
    int code = 0;
    for (const auto& file : command.files) {
        const auto errors = store::check_file(ports.disk, file);
        for (const base::Error& error : errors) code = std::max(code, say(error, ports.err));
        if (errors.empty()) ports.out << file.string() << ": sound\n";
    }
    return code;
}

namespace {

/// Names the files of an earlier report for which the café has nothing any more. They stay: somebody may have worked on
/// them.
void say_earlier(const std::vector<report::CsvDocument>& documents, const std::filesystem::path& out,
                 const CommandPorts& ports) {
    for (const std::string_view suffix : report::csv_suffixes) {
        if (std::ranges::find(documents, suffix, &report::CsvDocument::suffix) != documents.end()) continue;
        const auto file = report::with_suffix(out, suffix);
        if (ports.disk.read(file))
            say({.message = "is of an earlier report: the café has nothing for it now; delete it",
                 .file = file.string()},
                ports.err);
    }
}

int write_csv(const cafe::Session& session, const ReportRun& command, const CommandPorts& ports) {
    const char separator =
        command.separator.empty() ? report::csv_separator(session.identity.language) : command.separator.front();
    const auto documents = report::csv_documents(session, separator);
    if (command.out == "-") {
        std::string all;
        for (const report::CsvDocument& document : documents) {
            std::string_view text = document.text;
            constexpr std::string_view mark = "\xEF\xBB\xBF"; // has its place at the beginning alone
            if (!all.empty() && text.starts_with(mark)) text.remove_prefix(mark.size());
            all.append(all.empty() ? "" : "\r\n").append(text);
        }
        return write({.path = "-"}, all, ports);
    }
    std::vector<Output> outputs;
    for (const report::CsvDocument& document : documents) {
        outputs.push_back({.path = report::with_suffix(command.out, document.suffix), .inputs = {command.file}});
        // All may be written, or none is.
        if (const auto allowed = may_write(ports, outputs.back()); !allowed) return say(allowed.error(), ports.err);
    }
    for (std::size_t i = 0; i < outputs.size(); ++i)
        if (const int code = write(outputs[i], documents[i].text, ports); code != 0) return code;
    say_earlier(documents, command.out, ports);
    return 0;
}

} // namespace

int run(const ReportRun& command, const CommandPorts& ports) {
    const auto given = read_cafe(command.file, ports);
    if (!given) return say(given.error(), ports.err);
    if (const auto later = later_version(command.file, *given)) say(*later, ports.err);
    if (command.format == "csv") return made_of(*given, write_csv(given->session, command, ports), ports.err);
    const std::string document = document_of(given->session, command.format, ports.now);
    if (document.empty())
        ports.err << "ronde: " << command.file.string() << ": holds nothing for such a file, which is left empty\n";
    const int code = write({.path = command.out, .inputs = {command.file}}, document, ports);
    return made_of(*given, code, ports.err);
}

int run(const AnonymiseRun& command, const CommandPorts& ports) {
    const auto given = read_cafe(command.file, ports);
    if (!given) return say(given.error(), ports.err);
    // Names may be where this version does not look for them.
    if (const auto later = later_version(command.file, *given)) return say(*later, ports.err);
    const cafe::Session anonymous = app::anonymous(given->session);
    const auto written = write_cafe(ports, {.path = command.out, .inputs = {command.file}}, anonymous);
    return made_of(*given, written ? 0 : say(written.error(), ports.err), ports.err);
}

} // namespace ronde::platform
