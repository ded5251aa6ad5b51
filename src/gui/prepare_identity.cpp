// Préparer › the café: title, place, date, language, how the clock passes from step to step.

#include "app/typed_time.hpp"
#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "gui/prepare_parts.hpp"

#include <fmt/format.h>

namespace ronde::gui {
namespace {

/// Places two or three fields side by side; on a narrow page, too.
struct Columns {
    float x;
    float width;
    float gap;

    [[nodiscard]] Rect at(float from, float part, float y) const {
        const float whole = width + gap;
        return {x + from * whole, y, part * whole - gap, 0};
    }
};

std::string date_for_field(const base::LocalTime& local, std::string_view language) {
    return language == "en" ? fmt::format("{:04}-{:02}-{:02}", local.year, local.month, local.day)
                            : fmt::format("{:02}/{:02}/{:04}", local.day, local.month, local.year);
}

void wish_identity(const PrepareFrame& frame, cafe::Identity identity) {
    frame.wish(cafe::Deed{cafe::EditIdentity{std::move(identity)}});
}

/// Fields whose text is taken as it is, trimmed.
float text_line(const PrepareFrame& frame, const Rect& area, const LabelledField& field,
                std::string cafe::Identity::*member) {
    float bottom = area.y;
    const auto& identity = frame.session.identity;
    if (const auto typed = labelled_field(frame, area, field, identity.*member, bottom)) {
        auto changed = identity;
        changed.*member = std::string(base::trimmed(*typed));
        if (changed != identity) wish_identity(frame, std::move(changed));
    }
    return bottom;
}

/// Date and time of day are typed apart and kept as one moment.
void wish_start(const PrepareFrame& frame, std::string_view id, const base::LocalTime& local, std::string_view typed) {
    auto changed = frame.session.identity;
    const auto wall = base::to_wall(local, changed.time_zone);
    if (!wall) return say_unread(frame, id, typed);
    say_read(frame, id);
    changed.starts_at = *wall;
    wish_identity(frame, std::move(changed));
}

float draw_when(const PrepareFrame& frame, const Columns& columns, float y) {
    const auto& words = frame.words();
    const auto& identity = frame.session.identity;
    // Without a date the fields are empty; what is typed into one of them is then of today.
    const bool dated = identity.starts_at != base::WallTime{};
    const auto local = base::to_local(dated ? identity.starts_at : frame.view.app.now.wall, identity.time_zone);
    float bottom = y;
    float date_bottom = y;
    if (const auto typed =
            labelled_field(frame, columns.at(0, 0.34F, y),
                           {.id = "prepare.date", .label = words("prepare.date"), .hint = words("prepare.date.hint")},
                           dated ? date_for_field(local, words.language()) : std::string{}, date_bottom)) {
        if (const auto date = app::date_typed(*typed))
            wish_start(frame, "prepare.date", {date->year, date->month, date->day, local.hour, local.minute, 0},
                       *typed);
        else
            say_unread(frame, "prepare.date", *typed);
    }
    if (dated && frame.state.unread.id != "prepare.date") {
        label(frame.ui.canvas, Face::text, frame.px(14),
              base::date_text(local, words.language(), base::DateForm::weekday), {columns.x, date_bottom + frame.px(6)},
              frame.theme().muted, columns.at(0, 0.34F, y).w);
        date_bottom += frame.px(26);
    }
    bottom = date_bottom;
    float time_bottom = y;
    if (const auto typed =
            labelled_field(frame, columns.at(0.34F, 0.2F, y),
                           {.id = "prepare.time", .label = words("prepare.time"), .hint = words("prepare.time.hint")},
                           dated ? base::clock_text(local) : std::string{}, time_bottom)) {
        if (const auto time = app::time_typed(*typed))
            wish_start(frame, "prepare.time", {local.year, local.month, local.day, time->hour, time->minute, 0},
                       *typed);
        else
            say_unread(frame, "prepare.time", *typed);
    }
    bottom = std::max(bottom, time_bottom);
    float zone_bottom = y;
    if (const auto typed = labelled_field(
            frame, columns.at(0.54F, 0.46F, y),
            {.id = "prepare.time_zone", .label = words("prepare.time_zone"), .hint = words("prepare.time_zone.hint")},
            identity.time_zone, zone_bottom)) {
        const std::string zone(base::trimmed(*typed));
        if (!base::is_time_zone(zone)) {
            say_unread(frame, "prepare.time_zone", zone);
        } else {
            // The clocks in the room stay as typed: nine o'clock is nine o'clock in the new zone.
            auto changed = identity;
            changed.time_zone = zone;
            if (const auto wall = base::to_wall(local, zone); wall && dated) changed.starts_at = *wall;
            say_read(frame, "prepare.time_zone");
            wish_identity(frame, std::move(changed));
        }
    }
    return std::max(bottom, zone_bottom) + frame.px(20);
}

float draw_choices(const PrepareFrame& frame, const Columns& columns, float y) {
    const auto& words = frame.words();
    const auto& identity = frame.session.identity;
    const Rect left = columns.at(0, 0.34F, y);
    const float top = small_label(frame.ui, words("prepare.language"), {left.x, y}, left.w);
    if (const auto chosen = choice(frame.ui, {"prepare.language.fr", "prepare.language.en"},
                                   {words("prepare.language.fr"), words("prepare.language.en")},
                                   identity.language == "en" ? 1 : 0, {left.x, top, left.w, frame.px(38)})) {
        auto changed = identity;
        changed.language = *chosen == 1 ? "en" : "fr";
        wish_identity(frame, std::move(changed));
    }
    const Rect right = columns.at(0.34F, 0.66F, y);
    small_label(frame.ui, words("prepare.passage"), {right.x, y}, right.w);
    const bool automatic = identity.passage == cafe::Passage::automatic;
    if (const auto chosen = choice(frame.ui, {"prepare.passage.on_command", "prepare.passage.automatic"},
                                   {words("prepare.passage.on_command"), words("prepare.passage.automatic")},
                                   automatic ? 1 : 0, {right.x, top, right.w, frame.px(38)})) {
        auto changed = identity;
        changed.passage = *chosen == 1 ? cafe::Passage::automatic : cafe::Passage::on_command;
        wish_identity(frame, std::move(changed));
    }
    const auto block = lay_out(
        frame.ui.canvas, Face::text, frame.px(14),
        automatic ? words("prepare.passage.automatic.means") : words("prepare.passage.on_command.means"), right.w);
    draw(frame.ui.canvas, block, {right.x, top + frame.px(46)}, frame.theme().muted);
    return top + frame.px(46) + block.height + frame.px(22);
}

} // namespace

float draw_identity(const PrepareFrame& frame, const Rect& area) {
    const auto& words = frame.words();
    const Columns columns{area.x, std::min(area.w, frame.px(860)), frame.px(20)};
    const float gap = frame.px(16);
    const auto at = [&](float from, float part, float top) { return columns.at(from, part, top); };
    float y = area.y;
    y = gap + text_line(frame, at(0, 1, y),
                        {.id = "prepare.title",
                         .label = words("prepare.title"),
                         .hint = words("prepare.title.hint"),
                         .height = 54,
                         .size = 22},
                        &cafe::Identity::title);
    y = gap + text_line(frame, at(0, 1, y),
                        {.id = "prepare.subtitle",
                         .label = words("prepare.subtitle"),
                         .hint = words("prepare.subtitle.hint"),
                         .lines = Lines::many,
                         .height = 62},
                        &cafe::Identity::subtitle);
    const float place =
        text_line(frame, at(0, 0.54F, y),
                  {.id = "prepare.place", .label = words("prepare.place"), .hint = words("prepare.place.hint")},
                  &cafe::Identity::place);
    const float organiser = text_line(
        frame, at(0.54F, 0.46F, y),
        {.id = "prepare.organiser", .label = words("prepare.organiser"), .hint = words("prepare.organiser.hint")},
        &cafe::Identity::organiser);
    y = gap + std::max(place, organiser);
    y = draw_when(frame, columns, y);
    y = draw_choices(frame, columns, y);
    return text_line(frame, at(0, 1, y),
                     {.id = "prepare.notice",
                      .label = words("prepare.notice"),
                      .hint = words("prepare.notice.hint"),
                      .lines = Lines::many,
                      .height = 68},
                     &cafe::Identity::notice);
}

} // namespace ronde::gui
