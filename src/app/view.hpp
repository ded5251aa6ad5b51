#pragma once
// What the shell shows to the windows about the running café, besides the session itself. Plain data, main thread.

#include "app/preferences.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "cafe/session.hpp"
#include "cafe/update.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ronde::app {

/// Whether the café may be changed, and why not.
enum class Access {
    writable,
    held_elsewhere, ///< another program has it open
    newer_version,  ///< written by a newer Ronde
    not_allowed,    ///< no permission to write beside it
    reviewed,       ///< opened to be read
};
constexpr auto names_of(Access) {
    return std::to_array<base::Name<Access>>({{Access::writable, "writable"},
                                              {Access::held_elsewhere, "held_elsewhere"},
                                              {Access::newer_version, "newer_version"},
                                              {Access::not_allowed, "not_allowed"},
                                              {Access::reviewed, "reviewed"}});
}

/// How safe the words are. An idea whose seq is above `durable_seq` is pending.
struct SaveState {
    std::uint64_t durable_seq = 0;
    std::optional<base::WallTime> saved_at{}; ///< when the journal or the file last took something in
    std::optional<base::Error> failure{};     ///< lasting; shown as a banner until it is over
};

/// Something to tell the person once: what was recovered, what catching up did, why a deed was refused.
/// `key` is a catalogue key (`notice.KEY`), `values` fill its {names} in order of `names`.
struct Notice {
    int id = 0;
    std::string key{};
    std::vector<std::pair<std::string, std::string>> values{};
    base::Stamp since{};
    bool lasting = false; ///< stays until it is put away
};

/// A session file in the folder, or a template.
struct SessionCard {
    std::filesystem::path file{};
    std::string title{};
    std::string subtitle{};
    std::string place{};
    base::WallTime starts_at{};
    std::string time_zone{};
    std::string language{};
    int ideas = 0;
    int people = 0;
    std::optional<base::Error> error{}; ///< then the rest is what could be read
};

/// The session that Relire has open.
struct Reviewed {
    std::filesystem::path file{};
    cafe::Session session{};
};

/// Everything that a frame needs to know, as it is at `now`.
struct Snapshot {
    const cafe::Session* session = nullptr; ///< null: no café is open
    std::filesystem::path file{};
    Access access = Access::writable;
    std::string held_by{}; ///< with Access::held_elsewhere
    base::Stamp now{};
    cafe::TimerReading timer{};
    SaveState save{};
    std::vector<Notice> notices{};
    std::vector<SessionCard> sessions{};      ///< of the sessions folder, latest first
    std::vector<SessionCard> templates{};     ///< that ship with the program
    std::vector<SessionCard> own_templates{}; ///< that the person kept
    const Reviewed* reviewed = nullptr;
    std::filesystem::path sessions_folder{};
    Preferences preferences{};
};

} // namespace ronde::app
