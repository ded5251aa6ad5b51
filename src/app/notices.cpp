#include "app/notices.hpp"

#include "base/local_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

namespace ronde::app {
namespace {

constexpr auto file_keys = std::to_array<std::string_view>(
    {"created",       "open_failed",    "create_failed",     "close_failed",     "review_failed",    "report_written",
     "report_failed", "routes_written", "document_written",  "document_failed",  "folder_failed",    "read_only",
     "copied",        "job_failed",     "template_saved",    "template_failed",  "template_removed", "people_taken",
     "people_failed", "erased",         "anonymous_written", "anonymous_failed", "unsent_kept"});

/// What a clicker's keys are refused for, by what the clock says of it.
constexpr auto not_now_keys =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"this is the first step", "first_step"},
                                                                  {"the morning has not begun", "not_begun"},
                                                                  {"the café is over", "over"}});

std::string span(base::Duration length) {
    return base::length_text(std::chrono::round<std::chrono::seconds>(length));
}

std::string_view key_of(const cafe::CaughtUp& caught_up) {
    return caught_up.still_late > base::Duration::zero() ? "caught_up_in_part" : "caught_up";
}

std::string_view key_of(cafe::ToldBy told_by, cafe::ClockState clock) {
    if (clock != cafe::ClockState::running) return "recovered_paused";
    return told_by == cafe::ToldBy::steady_clock ? "recovered_steady_clock" : "recovered_wall_time";
}

/// Of these the number is said in a sentence.
bool is_counted(store::NoteKind kind) {
    return kind == store::NoteKind::replayed || kind == store::NoteKind::gap;
}

Notice notice_of(const store::Note& note) {
    const bool one = note.count == 1 && is_counted(note.kind);
    return {.key = "opened." + std::string{base::name_of(note.kind)} + (one ? "_one" : ""),
            .values = {{"count", std::to_string(note.count)}, {"file", note.file}},
            .errors = {note.error},
            .lasting = note.kind != store::NoteKind::replayed};
}

/// How many things were repaired or left out, and which.
Notice repairs_in(const std::vector<store::Note>& notes) {
    store::Note all{.kind = store::NoteKind::left_out};
    std::vector<base::Error> errors;
    for (const store::Note& note : notes)
        if (note.kind == store::NoteKind::left_out) errors.push_back(note.error);
    all.count = errors.size();
    Notice notice = notice_of(all);
    notice.errors = std::move(errors);
    return notice;
}

} // namespace

Notice notice_of(const cafe::Rejected& rejected) {
    const auto why =
        std::ranges::find(not_now_keys, rejected.detail, &std::pair<std::string_view, std::string_view>::first);
    const std::string_view key = rejected.reason == cafe::Reason::not_now && why != not_now_keys.end()
                                     ? why->second
                                     : base::name_of(rejected.reason);
    return {.key = "rejected." + std::string{key}};
}

Notice notice_of(const cafe::CaughtUp& caught_up) {
    return {.key = std::string{key_of(caught_up)},
            .values = {{"gained", span(caught_up.gained)},
                       {"late", span(caught_up.still_late)},
                       {"steps", std::to_string(caught_up.steps.size())}}};
}

Notice notice_of(const cafe::Recovered& recovered, cafe::ClockState clock) {
    return {.key = std::string{key_of(recovered.told_by, clock)}, .values = {{"away", span(recovered.away)}}};
}

std::vector<Notice> notices_of(const std::vector<store::Note>& notes) {
    std::vector<Notice> notices;
    bool repairs_told = false;
    for (const store::Note& note : notes) {
        const bool repair = note.kind == store::NoteKind::left_out;
        if (repair && std::exchange(repairs_told, true)) continue;
        notices.push_back(repair ? repairs_in(notes) : notice_of(note));
    }
    return notices;
}

Notice file_notice(std::string key, const std::string& file) {
    return {.key = std::move(key), .values = {{"file", file}}};
}

Notice failure_notice(std::string key, const std::string& file, base::Error error) {
    return {.key = std::move(key), .values = {{"file", file}}, .errors = {std::move(error)}, .lasting = true};
}

bool greets(const Notice& notice) {
    constexpr auto keys =
        std::to_array<std::string_view>({"recovered_steady_clock", "recovered_wall_time", "recovered_paused",
                                         "opened.replayed", "opened.replayed_one"});
    return std::ranges::find(keys, notice.key) != keys.end();
}

std::vector<std::string> notice_keys() {
    std::vector<std::string> keys{file_keys.begin(), file_keys.end()};
    for (const auto& reason : names_of(cafe::Reason{})) keys.push_back("rejected." + std::string{reason.text});
    for (const auto& [detail, key] : not_now_keys) keys.push_back("rejected." + std::string{key});
    for (const auto& kind : names_of(store::NoteKind{})) {
        keys.push_back("opened." + std::string{kind.text});
        if (is_counted(kind.value)) keys.push_back("opened." + std::string{kind.text} + "_one");
    }
    for (const std::string_view key :
         {"caught_up", "caught_up_in_part", "recovered_steady_clock", "recovered_wall_time", "recovered_paused"})
        keys.emplace_back(key);
    return keys;
}

} // namespace ronde::app
