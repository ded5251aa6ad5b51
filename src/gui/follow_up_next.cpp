// Et ensuite ?: when people meet again, and the files to take away.

#include "app/follow_up.hpp"
#include "app/typed_time.hpp"
#include "base/local_text.hpp"
#include "base/text.hpp"
#include "gui/follow_up_parts.hpp"

#include <algorithm>
#include <array>

namespace ronde::gui {
namespace {

struct NextField {
    std::string_view id;
    std::string_view label;
    std::string_view hint;
};

/// A field under its label. `bottom` becomes where it ends.
std::optional<std::string> labelled(FollowUpFrame& frame, const NextField& field, const Rect& area,
                                    std::string_view current, float& bottom) {
    label(frame.ui.canvas, Face::text, frame.px(14), field.label, {area.x, area.y}, frame.theme().muted, area.w);
    const Rect rect{area.x, area.y + frame.px(23), area.w, frame.px(44)};
    bottom = std::max(bottom, rect.bottom());
    return edit_field(frame.ui, field.id, rect, current,
                      {.hint = field.hint, .label = field.label, .size = 16, .enabled = frame.only_if(true)});
}

void unread(FollowUpFrame& frame, std::string_view id, std::string_view text) {
    frame.state.unread_id = id;
    frame.state.unread = text;
}

/// "1 h 30" as it is typed.
std::string typed_length(base::Duration length) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    if (minutes < 60) return std::to_string(minutes) + " min";
    std::string text = std::to_string(minutes / 60) + " h";
    if (minutes % 60 != 0) text += (minutes % 60 < 10 ? " 0" : " ") + std::to_string(minutes % 60);
    return text;
}

/// Puts day and time together as soon as both are known; an empty day takes the date back.
void set_when(FollowUpFrame& frame, cafe::NextMeeting meeting) {
    FollowUpState& state = frame.state;
    const auto today = app::today_of(frame.session(), frame.view.app.now.wall);
    const bool no_day = base::trimmed(state.day).empty();
    const auto day = app::day_typed(state.day, today);
    const auto time = app::time_typed(state.time);
    if (!no_day && !day) return unread(frame, "follow_up.next.day", state.day);
    if (!base::trimmed(state.time).empty() && !time) return unread(frame, "follow_up.next.time", state.time);
    state.unread_id.clear();
    if (no_day) {
        if (!meeting.at) return; // the day is still to come
        meeting.at.reset();
    } else if (time) {
        const auto wall = base::to_wall({day->year, day->month, day->day, time->hour, time->minute, 0},
                                        frame.session().identity.time_zone);
        if (!wall) return unread(frame, "follow_up.next.day", state.day);
        meeting.at = *wall;
    } else {
        return; // the time is still to come
    }
    if (!(meeting == frame.follow_up().next)) frame.wish(cafe::SetNextMeeting{std::move(meeting)});
    state.day.clear();
    state.time.clear();
}

void draw_when(FollowUpFrame& frame, const Rect& area, float& bottom) {
    const Words& words = frame.words();
    FollowUpState& state = frame.state;
    const cafe::NextMeeting& next = frame.follow_up().next;
    const float gap = frame.px(12);
    Rect row = area;
    const Rect day_place = row.cut_left((area.w - 2 * gap) * 0.42F);
    row.cut_left(gap);
    const Rect time_place = row.cut_left((area.w - 2 * gap) * 0.26F);
    row.cut_left(gap);

    std::string day = state.day;
    std::string time = state.time;
    if (next.at) {
        const base::LocalTime local = base::to_local(*next.at, frame.session().identity.time_zone);
        if (day.empty())
            day = std::to_string(local.day) + '/' + std::to_string(local.month) + '/' + std::to_string(local.year);
        if (time.empty()) time = base::clock_text(local);
    }
    const auto typed_day =
        labelled(frame, {"follow_up.next.day", words("follow_up.next.day"), words("follow_up.next.day.hint")},
                 day_place, day, bottom);
    const auto typed_time =
        labelled(frame, {"follow_up.next.time", words("follow_up.next.time"), words("follow_up.next.time.hint")},
                 time_place, time, bottom);
    if (typed_day || typed_time) {
        state.day = typed_day.value_or(day);
        state.time = typed_time.value_or(time);
        set_when(frame, next);
    }
    if (const auto typed = labelled(frame, {"follow_up.next.length", words("follow_up.next.length"), "2 h"}, row,
                                    typed_length(next.length), bottom)) {
        const auto length = app::length_typed(*typed);
        if (!length || *length < std::chrono::minutes{1}) return unread(frame, "follow_up.next.length", *typed);
        state.unread_id.clear();
        cafe::NextMeeting changed = next;
        changed.length = *length;
        if (!(changed == next)) frame.wish(cafe::SetNextMeeting{std::move(changed)});
    }
}

} // namespace

float draw_next_meeting(FollowUpFrame& frame, const Rect& area) {
    const Words& words = frame.words();
    const cafe::NextMeeting& next = frame.follow_up().next;
    Rect rest = area;
    rest.y = part_title(frame, rest, words("follow_up.next"));
    float bottom = rest.y;
    const float gap = frame.px(12);
    const float half = (rest.w - gap) / 2;
    const auto line = [&](const NextField& field, float x, std::string cafe::NextMeeting::*member) {
        const auto typed = labelled(frame, field, {x, rest.y, half, 0}, next.*member, bottom);
        if (!typed || base::trimmed(*typed) == next.*member) return;
        cafe::NextMeeting changed = next;
        changed.*member = base::trimmed(*typed);
        frame.wish(cafe::SetNextMeeting{std::move(changed)});
    };
    line({"follow_up.next.title", words("follow_up.next.title"), words("follow_up.next.title.hint")}, rest.x,
         &cafe::NextMeeting::title);
    line({"follow_up.next.place", words("follow_up.next.place"), words("follow_up.next.place.hint")},
         rest.x + half + gap, &cafe::NextMeeting::place);
    rest.y = bottom + frame.px(14);
    draw_when(frame, rest, bottom);
    rest.y = bottom + frame.px(10);
    if (!frame.state.unread_id.empty())
        return say(frame, "follow_up.next.unread", words("follow_up.unread", {{"text", frame.state.unread}}), rest,
                   Tone::alarm);
    if (!next.at) {
        const bool half_typed = !frame.state.day.empty() || !frame.state.time.empty();
        return say(frame, "follow_up.next.words", words(half_typed ? "follow_up.next.half" : "follow_up.next.none"),
                   rest);
    }
    const base::LocalTime local = base::to_local(*next.at, frame.session().identity.time_zone);
    return say(frame, "follow_up.next.words",
               words("follow_up.next.at", {{"day", day_words(frame, {local.year, local.month, local.day})},
                                           {"time", base::clock_text(local)}}),
               rest);
}

float draw_follow_up_files(FollowUpFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    Rect rest = area;
    rest.y = part_title(frame, rest, words("follow_up.files"));
    const auto entries = app::directory_size(frame.session());
    struct File {
        std::string_view id;
        std::string_view text;
        app::FollowUpFile file;
        bool possible;
    };
    const cafe::FollowUp& follow_up = frame.follow_up();
    const std::array files{File{"follow_up.export.ics", words("follow_up.files.calendar"), app::FollowUpFile::calendar,
                                follow_up.next.at || !follow_up.commitments.empty()},
                           File{"follow_up.export.contacts", words("follow_up.files.contacts_csv"),
                                app::FollowUpFile::contacts_csv, entries > 0},
                           File{"follow_up.export.vcf", words("follow_up.files.contacts_vcf"),
                                app::FollowUpFile::contacts_vcf, entries > 0}};
    const float height = frame.px(44);
    const float gap = frame.px(10);
    float x = rest.x;
    for (const File& file : files) {
        const ButtonOptions options{.enabled = file.possible ? Enabled::yes : Enabled::no};
        const float width = std::min(button_width(ui, file.text, options), rest.w);
        if (x > rest.x && x + width > rest.x + rest.w) {
            x = rest.x;
            rest.y += height + gap;
        }
        if (button(ui, file.id, {x, rest.y, width, height}, file.text, options))
            frame.ask(app::WriteFollowUp{.file = file.file});
        x += width + gap;
    }
    rest.y += height + gap;
    return say(frame, "follow_up.consent",
               entries == 0 ? std::string(words("follow_up.files.no_consent"))
                            : words.count("follow_up.files.consent", static_cast<long>(entries)),
               rest);
}

} // namespace ronde::gui
