#pragma once
// What the shell shows to the windows about the running café, besides the session itself. Plain data, main thread.

#include "app/matching.hpp"
#include "app/people_list.hpp"
#include "app/preferences.hpp"
#include "app/seating_costs.hpp"
#include "app/suggestions.hpp"
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
/// `key` is a catalogue key (`notice.KEY`), `values` fill its {names}.
struct Notice {
    int id = 0;
    std::string key{};
    std::vector<std::pair<std::string, std::string>> values{};
    std::vector<base::Error> errors{}; ///< what went wrong: {error}, in the words of the catalogues
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

/// A seating plan is being made; it is taken when it is proven best, when its time is over, or on CancelPlanning.
struct Planning {
    base::Duration elapsed{};
    std::optional<std::int64_t> score{}; ///< of the best plan so far
    std::int64_t bound = 0;              ///< no plan can have a lower one
};

/// One way to mend the plan that people know. Taking it is cafe::ApplyPlan.
struct SeatingChoice {
    cafe::Seating seating{};
    std::vector<cafe::ParticipantId> moved{};  ///< who sits elsewhere than announced in some round to come
    std::vector<cafe::ParticipantId> seated{}; ///< who had no seat in some round to come and gets one

    friend bool operator==(const SeatingChoice&, const SeatingChoice&) = default;
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
    const Suggestions* suggestions = nullptr; ///< of the present café; those of an older seq are still shown
    bool suggesting = false;                  ///< newer ones are being looked for
    MatchSearch matches{};
    const PeopleList* people_list = nullptr; ///< being looked at before it is taken
    std::filesystem::path sessions_folder{};
    Preferences preferences{};
    std::optional<Planning> planning{};
    std::vector<SeatingChoice> repair{};             ///< from the fewest moved to the best; empty: nothing to choose
    const SeatingCosts* costs = nullptr;             ///< of the present structure; null: not compared yet
    bool comparing = false;                          ///< that is being done
    std::vector<cafe::ParticipantId> without_seat{}; ///< of the announced plan, while it is not mended
};

} // namespace ronde::app
