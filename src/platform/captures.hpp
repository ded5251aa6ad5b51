#pragma once
// Pictures of the windows at each change of step, once what is new has settled on the screen. Names are in order:
// 03-round-stage.png. Main thread.

#include "cafe/session.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ronde::platform {

class Captures {
public:
    /// An empty folder: no picture is ever due.
    explicit Captures(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Looks at where the café is, and at what the control window shows of it, if that has a word; a place where it has
    /// not been just before makes pictures due.
    void look_at(const cafe::Session* session, std::string_view sight = {});

    /// The start of the file names of the pictures that are due, e.g. `03-round`; none: none are.
    [[nodiscard]] const std::optional<std::string>& due() const { return m_due; }
    [[nodiscard]] std::filesystem::path file_for(const std::string& window) const;
    void taken() { m_due.reset(); }

private:
    std::filesystem::path m_folder;
    std::string m_seen = "nothing";
    std::optional<std::string> m_due;
    int m_count = 0;
};

} // namespace ronde::platform
