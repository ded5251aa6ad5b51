#include "app/notices.hpp"

#include "base/local_text.hpp"

#include <array>
#include <chrono>
#include <string_view>

namespace ronde::app {
namespace {

constexpr auto file_keys = std::to_array<std::string_view>(
    {"created",       "open_failed",    "create_failed",    "close_failed",      "review_failed",    "report_written",
     "report_failed", "routes_written", "document_written", "document_failed",   "no_introductions", "folder_failed",
     "read_only",     "copied",         "job_failed",       "template_saved",    "template_failed",  "template_removed",
     "people_taken",  "people_failed",  "erased",           "anonymous_written", "anonymous_failed"});

std::string span(base::Duration length) {
    return base::span_text(std::chrono::round<std::chrono::seconds>(length));
}

std::string_view key_of(const cafe::CaughtUp& caught_up) {
    return caught_up.still_late > base::Duration::zero() ? "caught_up_in_part" : "caught_up";
}

std::string_view key_of(cafe::ToldBy told_by) {
    return told_by == cafe::ToldBy::steady_clock ? "recovered_steady_clock" : "recovered_wall_time";
}

} // namespace

Notice notice_of(const cafe::Rejected& rejected) {
    return {.key = "rejected." + std::string{base::name_of(rejected.reason)}, .values = {{"detail", rejected.detail}}};
}

Notice notice_of(const cafe::CaughtUp& caught_up) {
    return {.key = std::string{key_of(caught_up)},
            .values = {{"gained", span(caught_up.gained)},
                       {"late", span(caught_up.still_late)},
                       {"steps", std::to_string(caught_up.steps.size())}}};
}

Notice notice_of(const cafe::Recovered& recovered) {
    return {.key = std::string{key_of(recovered.told_by)}, .values = {{"away", span(recovered.away)}}, .lasting = true};
}

Notice notice_of(const store::Note& note) {
    return {.key = "opened." + std::string{base::name_of(note.kind)},
            .values = {{"count", std::to_string(note.count)}, {"file", note.file}, {"error", note.error.text()}},
            .lasting = true};
}

Notice file_notice(std::string key, const std::string& file, const std::string& error) {
    return {.key = std::move(key), .values = {{"file", file}, {"error", error}}, .lasting = !error.empty()};
}

std::vector<std::string> notice_keys() {
    std::vector<std::string> keys{file_keys.begin(), file_keys.end()};
    for (const auto& reason : names_of(cafe::Reason{})) keys.push_back("rejected." + std::string{reason.text});
    for (const auto& kind : names_of(store::NoteKind{})) keys.push_back("opened." + std::string{kind.text});
    for (const std::string_view key :
         {"caught_up", "caught_up_in_part", "recovered_steady_clock", "recovered_wall_time"})
        keys.emplace_back(key);
    return keys;
}

} // namespace ronde::app
