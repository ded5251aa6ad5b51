#include "platform/output_file.hpp"

#include "base/clock.hpp"
#include "store/action_line.hpp"
#include "store/session_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>

namespace ronde::platform {

namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Error> refusal(const fs::path& path, std::string message) {
    return tl::unexpected(base::Error{.message = std::move(message), .file = path.string()});
}

bool is_terminal(const Output& output) {
    return output.path == "-";
}

bool same_file(const fs::path& one, const fs::path& other) {
    std::error_code one_is_missing;
    return one.lexically_normal() == other.lexically_normal() || fs::equivalent(one, other, one_is_missing);
}

/// Neither a file nor a folder nor a name that is free: a device, a pipe.
bool takes_bytes_as_they_come(const fs::path& path) {
    std::error_code failed;
    const auto about = fs::status(path, failed);
    return fs::exists(about) && !fs::is_regular_file(about) && !fs::is_directory(about);
}

/// The file that a link leads to, there or not yet.
fs::path behind_links(fs::path path) {
    constexpr int most_links = 40; // as Linux follows
    for (int i = 0; i < most_links; ++i) {
        std::error_code failed;
        const auto next = fs::read_symlink(path, failed);
        if (failed) break;
        path = path.parent_path() / next;
    }
    return path;
}

/// The id of the café that a text holds; empty: too damaged to say. None: it is no session file.
std::optional<std::string> cafe_in(std::string_view text) {
    if (auto loaded = store::from_json(text)) return std::move(loaded->session.id.value);
    if (text.find("\"ronde/session\"") != std::string_view::npos) return std::string();
    return std::nullopt;
}

bool is_journal(const fs::path& path, std::string_view text) {
    const auto first = text.substr(0, text.find('\n'));
    return path.string().ends_with(".journal.jsonl") || store::header_from(first) || store::action_from(first);
}

base::Result<void> may_replace(store::Disk& disk, const Output& output) {
    const auto text = disk.read(output.path);
    if (!text && text.error().trouble == store::Trouble::missing) return {}; // a name that is free
    if (!text) return tl::unexpected(text.error().error);
    if (is_journal(output.path, *text))
        return refusal(output.path, "a café's journal is there, and nothing replaces that; write to another file");
    const auto there = cafe_in(*text);
    if (!there) return {};
    if (output.session.empty()) return refusal(output.path, "a café is there; write the document to another file");
    if (there->empty())
        return refusal(output.path, "a café is there that is too damaged to say which; write to another file, or move "
                                    "that one away");
    if (*there != output.session)
        return refusal(output.path, "another café is there; write to another file, or move that one away");
    return {};
}

/// Always the same moment.
class Standing final : public base::Clock {
public:
    explicit Standing(base::WallTime wall) : m_now{.wall = wall} {}
    [[nodiscard]] base::Stamp now() const override { return m_now; }

private:
    base::Stamp m_now;
};

base::Result<void> write_into(const fs::path& path, std::string_view text) {
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (out.flush()) return {};
    return tl::unexpected(
        base::Error{.fault = base::Fault::environment,
                    .message = "cannot be written: " + std::error_code(errno, std::generic_category()).message() +
                               "; write to a file",
                    .file = path.string()});
}

base::Result<void> print(std::ostream& out, std::string_view text) {
    out << text;
    if (out.flush()) return {};
    return base::environment_failed("the output could not be written whole; write to a file with -o");
}

} // namespace

base::Result<void> may_write(const CommandPorts& ports, const Output& output) {
    if (is_terminal(output)) return {};
    if (output.path.empty()) return base::bad_input("-o has no name; give the file to write, or - for the terminal");
    if (std::ranges::any_of(output.inputs, [&](const fs::path& input) { return same_file(input, output.path); }))
        return refusal(output.path, "this is the file that is read; write to another one");
    std::error_code failed;
    if (fs::is_directory(output.path, failed)) return refusal(output.path, "this is a folder; name a file in it");
    if (takes_bytes_as_they_come(output.path)) return {};
    return may_replace(ports.disk, output);
}

base::Result<void> write_output(const CommandPorts& ports, const Output& output, std::string_view text) {
    if (auto allowed = may_write(ports, output); !allowed) return allowed;
    if (is_terminal(output)) return print(ports.out, text);
    if (takes_bytes_as_they_come(output.path)) return write_into(output.path, text);
    const auto written = store::replace_file(ports.disk, behind_links(output.path), text);
    if (!written) return tl::unexpected(written.error().error);
    return {};
}

base::Result<void> write_cafe(const CommandPorts& ports, Output output, const cafe::Session& session) {
    output.session = session.id.value;
    if (is_terminal(output) || takes_bytes_as_they_come(output.path))
        return write_output(ports, output, store::to_json(session));
    if (auto allowed = may_write(ports, output); !allowed) return allowed;
    return store::CafeFile::replace(behind_links(output.path), ports.disk, Standing(ports.now), ports.who, session,
                                    output.inputs);
}

} // namespace ronde::platform
