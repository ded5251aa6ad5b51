#include "platform/commands.hpp"

#include "app/anonymous.hpp"
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

namespace ronde::platform {

namespace {

base::Result<std::string> read(store::Disk& disk, const std::filesystem::path& file) {
    auto content = disk.read(file);
    if (!content) return tl::unexpected(content.error().error);
    return *content;
}

/// Reads a session file alone, as it stands; what was left out of a damaged one is said, and the rest is taken.
base::Result<cafe::Session> read_session(const std::filesystem::path& file, const CommandPorts& ports) {
    const auto content = read(ports.disk, file);
    if (!content) return tl::unexpected(content.error());
    auto loaded = store::from_json(*content, file.string());
    if (!loaded) return tl::unexpected(loaded.error());
    for (const base::Error& error : loaded->left_out) say(error, ports.err);
    return loaded->session;
}

/// Reads a café with what its journals hold beyond the file; what is wrong with it is said.
base::Result<cafe::Session> read_cafe(const std::filesystem::path& file, const CommandPorts& ports) {
    auto read = store::read_cafe(ports.disk, file);
    if (!read) return tl::unexpected(read.error());
    say(read->notes, ports.err);
    return std::move(read->session);
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

void say(const std::vector<store::Note>& notes, std::ostream& err) {
    for (const store::Note& note : notes)
        if (const auto trouble = store::trouble_of(note)) say(*trouble, err);
}

int run(const ReplayRun& command, const CommandPorts& ports) {
    std::optional<cafe::Session> from;
    if (!command.from.empty()) {
        auto session = read_session(command.from, ports);
        if (!session) return say(session.error(), ports.err);
        from = *session;
    }
    const auto actions = read(ports.disk, command.actions);
    if (!actions) return say(actions.error(), ports.err);
    const auto session = store::replay(from, *actions, command.actions.string());
    if (!session) return say(session.error(), ports.err);
    const auto written = store::replace_file(ports.disk, command.out, store::to_json(*session));
    return written ? 0 : say(written.error().error, ports.err);
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

int write_csv(const cafe::Session& session, const ReportRun& command, const CommandPorts& ports) {
    const char separator =
        command.separator.empty() ? report::csv_separator(session.identity.language) : command.separator.front();
    bool first = true;
    for (const report::CsvDocument& document : report::csv_documents(session, separator)) {
        if (command.out == "-") {
            ports.out << (first ? "" : "\r\n") << document.text;
            first = false;
            continue;
        }
        const auto path = report::with_suffix(command.out, document.suffix);
        const auto written = store::replace_file(ports.disk, path, document.text);
        if (!written) return say(written.error().error, ports.err);
    }
    return 0;
}

} // namespace

int run(const ReportRun& command, const CommandPorts& ports) {
    const auto session = read_cafe(command.file, ports);
    if (!session) return say(session.error(), ports.err);
    if (command.format == "csv") return write_csv(*session, command, ports);
    const std::string document = document_of(*session, command.format, ports.now);
    if (command.out == "-") {
        ports.out << document;
        return 0;
    }
    const auto written = store::replace_file(ports.disk, command.out, document);
    return written ? 0 : say(written.error().error, ports.err);
}

int run(const AnonymiseRun& command, const CommandPorts& ports) {
    const auto session = read_cafe(command.file, ports);
    if (!session) return say(session.error(), ports.err);
    const auto written = store::replace_file(ports.disk, command.out, store::to_json(app::anonymous(*session)));
    return written ? 0 : say(written.error().error, ports.err);
}

} // namespace ronde::platform
