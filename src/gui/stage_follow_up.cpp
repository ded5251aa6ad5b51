// What next, on the stage: what people committed to and when they meet again, or whom to talk to before leaving.

#include "app/follow_up.hpp"
#include "app/introductions.hpp"
#include "base/local_text.hpp"
#include "gui/stage_scene.hpp"

#include <algorithm>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 10;

/// "vendredi 16 juin", with the year where it is another one.
std::string day_words(const Scene& scene, const app::TypedDate& day) {
    std::string text = base::date_text({.year = day.year, .month = day.month, .day = day.day},
                                       scene.canvas.words.language(), base::DateForm::weekday);
    const std::string year = ' ' + std::to_string(day.year);
    const bool this_year = day.year == app::today_of(scene.session(), scene.view.app.now.wall).year;
    if (this_year && text.ends_with(year)) text.resize(text.size() - year.size());
    return text;
}

/// Kept on one line: a date is not read in two parts.
std::string unbroken(std::string text) {
    constexpr std::string_view no_break_space = "\u00a0";
    for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) text.replace(at, 1, no_break_space);
    return text;
}

/// As a heading begins: days have plain letters in both languages.
std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
    return text;
}

/// A text that may be parted between two pages, with what stands under it.
struct Entry {
    TextBlock text{};
    TextBlock under{};
    std::string id{};
    bool goes_on = false; ///< the first part of a longer one: no rule after it

    [[nodiscard]] float height() const { return text.height + under.height; }
};

/// Entries in columns of `height`, one below the other; what is taller than a column is parted.
std::vector<std::vector<Entry>> columns_of(std::vector<Entry> entries, float height, float gap) {
    std::vector<std::vector<Entry>> columns(1);
    float used = 0;
    const auto put_down = [&](Entry entry) {
        const float tall = entry.height() + gap;
        if (!columns.back().empty() && used + tall > height + gap) {
            columns.emplace_back();
            used = 0;
        }
        used += tall;
        columns.back().push_back(std::move(entry));
    };
    for (Entry& entry : entries) {
        while (entry.height() > height && entry.text.lines.size() > 1) {
            const auto fit = static_cast<std::size_t>(std::max(1.0F, height / entry.text.line_height));
            const std::size_t cut = std::min(fit, entry.text.lines.size() - 1);
            put_down({.text = lines_of(entry.text, 0, cut), .id = entry.id, .goes_on = true});
            entry.text = lines_of(entry.text, cut, entry.text.lines.size());
        }
        put_down(std::move(entry));
    }
    return columns;
}

std::vector<Entry> commitment_entries(Scene& scene, float width, float share) {
    const Words& words = scene.canvas.words;
    std::vector<Entry> entries;
    const auto& commitments = scene.session().follow_up.commitments;
    for (std::size_t i = 0; i < commitments.size(); ++i) {
        const cafe::Commitment& commitment = commitments[i];
        std::string under = commitment.who;
        const auto add = [&](const std::string& part) {
            under += (under.empty() ? std::string{} : std::string(words("stage.pill_joint"))) + part;
        };
        if (!commitment.with_whom.empty()) add(words("stage.with_whom", {{"name", commitment.with_whom}}));
        if (const auto day = app::day_of(commitment)) {
            const std::string before = under;
            const std::string by = unbroken(words("stage.by", {{"day", day_words(scene, *day)}}));
            add(by);
            // A line does not end in the joint: what does not fit has its day on a line of its own.
            if (!before.empty() && text_width(scene.canvas, Face::text, scene.least(), under) > width)
                under = before + '\n' + by;
        }
        Entry entry{.text = lay_out(scene.canvas, Face::title, scene.px(share), commitment.what, width),
                    .id = "stage.commitment." + std::to_string(i + 1)};
        if (!under.empty()) entry.under = lay_out(scene.canvas, Face::text, scene.least(), under, width);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void draw_entries(Scene& scene, const std::vector<Entry>& entries, const Rect& place, float gap) {
    Point at{place.x, place.y};
    const float hair = std::max(1.0F, scene.h(0.0018F));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        put(scene, entry.id, entry.text, at, scene.theme().ink);
        at.y += entry.text.height;
        if (!entry.under.lines.empty()) put(scene, entry.id + ".who", entry.under, at, scene.theme().muted);
        at.y += entry.under.height;
        if (i + 1 < entries.size() && !entry.goes_on)
            fill(scene.canvas, {place.x, at.y + gap / 2, place.w, hair}, scene.theme().hairline);
        at.y += gap;
    }
}

/// The commitments in as large letters as a page holds, else in pages.
void draw_list(Scene& scene, Rect place) {
    const float gap = scene.h(0.03F);
    const auto count = scene.session().follow_up.commitments.size();
    const TextBlock head = lay_out(scene.canvas, Face::bold, scene.least(),
                                   scene.canvas.words.count("stage.commitments", static_cast<long>(count)), place.w);
    put(scene, "stage.instruction", head, {place.x, place.y}, scene.theme().muted);
    place.cut_top(head.height + scene.h(0.022F));
    const auto laid_out = [&](float share, float height) {
        return columns_of(commitment_entries(scene, place.w, share), height, gap);
    };
    std::vector<std::vector<Entry>> pages;
    for (const float share : {0.066F, 0.06F, 0.053F, 0.046F})
        if (pages = laid_out(share, place.h); pages.size() == 1) break;
    Rect dots{};
    if (pages.size() > 1) {
        dots = place.cut_bottom(dots_height(scene));
        pages = laid_out(0.038F, place.h);
    }
    draw_entries(scene, pages[turn_pages(scene, pages.size(), page_seconds)], place, gap);
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

/// The next date, large: returns its height when `dry`, draws it otherwise.
enum class Dry { yes, no };
float draw_next(Scene& scene, const Rect& place, float most_share, Dry dry) {
    const Words& words = scene.canvas.words;
    const cafe::NextMeeting& next = scene.session().follow_up.next;
    const base::LocalTime local = base::to_local(*next.at, scene.session().identity.time_zone);
    std::string where = words("stage.next.time", {{"time", base::clock_text(local)}});
    if (!next.place.empty()) where += std::string(words("stage.pill_joint")) + next.place;
    const auto block = [&](Face face, float share, std::string_view text, float height) {
        return lay_out_to_fit(scene.canvas, face, scene.px(share), scene.least(), text, place.w, height);
    };
    const std::string_view head = next.title.empty() ? words("stage.next") : std::string_view(next.title);
    const TextBlock title = block(Face::bold, 0, head, place.h * 0.3F);
    const TextBlock day = block(Face::title, most_share,
                                with_capital(day_words(scene, {local.year, local.month, local.day})), place.h * 0.5F);
    const TextBlock time = block(Face::text, 0.042F, where, place.h * 0.3F);
    const float gap = scene.h(0.014F);
    Point at{place.x, place.y};
    const auto lay = [&](std::string_view id, const TextBlock& text, Colour colour) {
        if (dry == Dry::no) put(scene, id, text, at, colour);
        at.y += text.height + gap;
    };
    lay("stage.next.title", title, scene.theme().muted);
    lay("stage.next.day", day, scene.theme().ink);
    lay("stage.next.time", time, scene.theme().ink);
    return at.y - gap - place.y;
}

void draw_promises(Scene& scene) {
    const cafe::FollowUp& follow_up = scene.session().follow_up;
    Rect place = scene.body;
    if (!follow_up.next.at) return draw_list(scene, place);
    if (follow_up.commitments.empty()) {
        const float tall = draw_next(scene, place, 0.13F, Dry::yes);
        draw_next(scene, {place.x, place.y + std::max(0.0F, (place.h - tall) / 2), place.w, place.h}, 0.13F, Dry::no);
        return;
    }
    if (scene.upright()) {
        const float tall = draw_next(scene, {place.x, place.y, place.w, place.h * 0.4F}, 0.06F, Dry::no);
        place.cut_top(tall + scene.h(0.03F));
        fill(scene.canvas, {place.x, place.y, place.w, std::max(1.0F, scene.h(0.0018F))}, scene.theme().hairline);
        place.cut_top(scene.h(0.025F));
        return draw_list(scene, place);
    }
    const Rect right = place.cut_right(place.w * 0.36F);
    place.cut_right(scene.h(0.09F));
    draw_list(scene, place);
    const float rule = right.x - scene.h(0.045F);
    fill(scene.canvas, {rule, right.y, std::max(1.0F, scene.h(0.0018F)), right.h}, scene.theme().hairline);
    draw_next(scene, right, 0.085F, Dry::no);
}

/// A person to meet, under the name of the group where it is the first.
struct Meeting {
    TextBlock group{}; ///< empty for those after the first
    TextBlock name{};
    TextBlock why{};
    std::string id{};
    float height = 0;
};

std::vector<Meeting> meetings_of(Scene& scene, float width, float height) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    std::vector<Meeting> meetings;
    const auto gatherings = app::people_to_meet(session);
    const auto name_of = [&](const cafe::ParticipantId& id) {
        const cafe::Participant* person = cafe::find(session, id);
        return person == nullptr ? std::string{} : person->name;
    };
    for (std::size_t g = 0; g < gatherings.size(); ++g) {
        const app::Gathering& gathering = gatherings[g];
        const cafe::Group* group = cafe::find(session, gathering.group);
        const auto table = cafe::index_of(session, gathering.table);
        for (std::size_t i = 0; i < gathering.people.size(); ++i) {
            const app::ToMeet& one = gathering.people[i];
            Meeting meeting{.id = "stage.meet." + std::to_string(g + 1) + '.' + std::to_string(i + 1)};
            if (i == 0)
                meeting.group = lay_out(scene.canvas, Face::title, scene.px(0.045F),
                                        group != nullptr ? group->name
                                        : table          ? table_words(words, session, *table)
                                                         : std::string{},
                                        width, 2);
            const bool need = one.reason == cafe::IntroductionReason::complementarity;
            const Words::Values values{{"name", name_of(one.member)}, {"about", one.about}};
            meeting.name = lay_out(scene.canvas, Face::bold, scene.least(), name_of(one.other), width, 2);
            const auto lines = static_cast<std::size_t>(
                std::max(1.0F, (height - meeting.group.height - meeting.name.height) / meeting.name.line_height - 1));
            meeting.why =
                lay_out(scene.canvas, Face::text, scene.least(),
                        need ? words("stage.meet.need", values) : words("stage.meet.theme", values), width, lines);
            meeting.height = meeting.group.height + meeting.name.height + meeting.why.height +
                             (meeting.group.lines.empty() ? 0 : scene.h(0.008F));
            meetings.push_back(std::move(meeting));
        }
    }
    return meetings;
}

/// Columns of meetings: a group stays together where a column holds it.
std::vector<std::vector<const Meeting*>> stacks_of(const std::vector<Meeting>& meetings, float height, float gap,
                                                   float group_gap) {
    std::vector<std::vector<const Meeting*>> stacks;
    float used = 0;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        const bool first = !meetings[i].group.lines.empty();
        float wanted = meetings[i].height;
        if (first)
            for (std::size_t j = i + 1; j < meetings.size() && meetings[j].group.lines.empty(); ++j)
                wanted += gap + meetings[j].height;
        if (wanted > height) wanted = meetings[i].height;
        const float before = first ? group_gap : gap;
        if (stacks.empty() || used + before + wanted > height) {
            stacks.emplace_back();
            used = 0;
        } else {
            used += before;
        }
        used += meetings[i].height;
        stacks.back().push_back(&meetings[i]);
    }
    return stacks;
}

void draw_stack(Scene& scene, const std::vector<const Meeting*>& stack, const Rect& column, float gap,
                float group_gap) {
    Point at{column.x, column.y};
    for (std::size_t i = 0; i < stack.size(); ++i) {
        const Meeting& meeting = *stack[i];
        if (i > 0) at.y += meeting.group.lines.empty() ? gap : group_gap;
        if (!meeting.group.lines.empty()) {
            put(scene, meeting.id + ".group", meeting.group, at, scene.theme().ink);
            at.y += meeting.group.height + scene.h(0.008F);
        }
        put(scene, meeting.id, meeting.name, at, scene.theme().ink);
        at.y += meeting.name.height;
        put(scene, meeting.id + ".why", meeting.why, at, scene.theme().muted);
        at.y += meeting.why.height;
    }
}

void draw_meetings(Scene& scene) {
    Rect place = scene.body;
    const TextBlock head = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.06F), scene.least(),
                                          scene.canvas.words("stage.meet"), place.w, scene.h(0.16F));
    put(scene, "stage.instruction", head, {place.x, place.y}, scene.theme().ink);
    place.cut_top(head.height + scene.h(0.03F));
    const float column_gap = scene.h(0.05F);
    const float gap = scene.h(0.014F);
    const float group_gap = scene.h(0.04F);
    const auto most = static_cast<std::size_t>(std::max(1.0F, (place.w + column_gap) / (scene.h(0.48F) + column_gap)));
    const std::size_t columns = std::min<std::size_t>(most, 4);
    const float width = (place.w + column_gap) / static_cast<float>(columns) - column_gap;
    auto meetings = meetings_of(scene, width, place.h);
    auto stacks = stacks_of(meetings, place.h, gap, group_gap);
    Rect dots{};
    if (stacks.size() > columns) {
        dots = place.cut_bottom(dots_height(scene));
        meetings = meetings_of(scene, width, place.h);
        stacks = stacks_of(meetings, place.h, gap, group_gap);
    }
    const std::size_t page = turn_pages(scene, (stacks.size() + columns - 1) / columns, page_seconds);
    const std::size_t end = std::min(stacks.size(), (page + 1) * columns);
    for (std::size_t i = page * columns; i < end; ++i)
        draw_stack(scene, stacks[i],
                   {place.x + static_cast<float>(i - page * columns) * (width + column_gap), place.y, width, place.h},
                   gap, group_gap);
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace

bool has_follow_up(const cafe::Session& session) {
    const cafe::FollowUp& follow_up = session.follow_up;
    if (session.stage.follow_up == cafe::FollowUpView::introductions) return !app::people_to_meet(session).empty();
    return follow_up.next.at || !follow_up.commitments.empty();
}

void draw_follow_up(Scene& scene) {
    draw_header(scene, header_clock(scene, step_title(scene.canvas.words, scene.session(), *scene.timer().step)));
    if (scene.session().stage.follow_up == cafe::FollowUpView::introductions)
        draw_meetings(scene);
    else
        draw_promises(scene);
}

} // namespace ronde::gui
