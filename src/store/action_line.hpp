#pragma once
// One line of a journal as text: an action with its number, or the header that the journal begins with.
// Described in docs/FILE_FORMAT.md. Touches no disk. Any thread.

#include "base/result.hpp"
#include "cafe/action.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ronde::store {

inline constexpr int journal_version = 2;

/// What a journal says of itself on its first line.
struct JournalHeader {
    int version = journal_version;
    cafe::SessionId session{};
    std::uint64_t base = 0; ///< the number after which this journal begins; 0: from the café's first action

    friend bool operator==(const JournalHeader&, const JournalHeader&) = default;
};

struct NumberedAction {
    std::uint64_t seq = 0; ///< 0 in a line written by hand that gives none
    cafe::Action action{};

    friend bool operator==(const NumberedAction&, const NumberedAction&) = default;
};

/// `{"format":"ronde/journal",…}`, without the line's end.
[[nodiscard]] std::string to_line(const JournalHeader& header);

/// `{"seq":12,"at":"…Z","instant_ms":…,"boot":"…","do":"capture_idea",…}`, without the line's end.
[[nodiscard]] std::string to_line(const cafe::Action& action, std::uint64_t seq);

/// Reads a header. None when the line is something else.
[[nodiscard]] std::optional<JournalHeader> header_from(std::string_view line);

/// Reads an action. Strict: anything that is not as it must be fails, with the column; members that are not known are
/// ignored. `instant_ms`, `boot` and `seq` may be missing; then the instant is that of `at` on a clock that began in
/// 1970.
[[nodiscard]] base::Result<NumberedAction> action_from(std::string_view line);

/// The same for a line of a journal that says `version`; an older shape is understood. Lines without a journal are of
/// whatever version: 1 understands them all.
[[nodiscard]] base::Result<NumberedAction> action_from(std::string_view line, int version);

} // namespace ronde::store
