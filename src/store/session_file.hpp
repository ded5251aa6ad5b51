#pragma once
// The session file: a café as one readable JSON document, described in docs/FILE_FORMAT.md and
// assets/schema/session-2.schema.json. Text in, text out: touches no disk. Any thread.

#include "base/result.hpp"
#include "cafe/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

inline constexpr int session_version = 2;

/// Whether this program may write the file again.
enum class Format {
    current, ///< this version, or an older one that was brought up to it
    newer,   ///< written by a later version: what it means may be more than what was understood, so it is only read
};

struct LoadedSession {
    cafe::Session session{};
    Format format = Format::current;
    int version = session_version; ///< as the file says
    /// What was mended or left out, each with its line and column, in the file's order. Empty: the file is whole.
    /// Everything else in the file was kept.
    std::vector<base::Error> left_out{};
};

/// The café as a document: UTF-8, two spaces of indentation, one order of keys, LF, a final newline.
/// Times are written with the offset that the café's time zone has at that time.
[[nodiscard]] std::string to_json(const cafe::Session& session);

/// Reads a document. What is damaged is reported in `left_out` and the rest is kept: after a torn end, what stood
/// before it; of a bad object, its good members. Fails when nothing of it can be used: not JSON from the start, another
/// format, no version. `file` is what errors name. The session that comes back holds together as far as ids go; whether
/// it is sound in every respect, cafe::unsound_parts says.
[[nodiscard]] base::Result<LoadedSession> from_json(std::string_view text, std::string file = {});

} // namespace ronde::store
