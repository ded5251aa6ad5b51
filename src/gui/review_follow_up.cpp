// Relire: what people agreed on: commitments, the next date, complementarities that were kept, introductions.

#include "app/follow_up.hpp"
#include "base/local_text.hpp"
#include "base/time_zone.hpp"
#include "gui/review_parts.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

std::string day_text(const ReviewFrame& frame, const app::TypedDate& day) {
    return base::date_text({.year = day.year, .month = day.month, .day = day.day}, frame.words().language());
}

/// Words in ink with a muted line under them; returns where they end.
float two_lines(ReviewFrame& frame, const std::string& id, std::string_view text, std::string_view under,
                const Rect& area) {
    Canvas& canvas = frame.ui.canvas;
    const TextBlock block = lay_out(canvas, Face::text, frame.px(17.5F), text, area.w);
    text_item(frame.ui, id, block, {area.x, area.y}, frame.theme().ink);
    float y = area.y + block.height;
    if (!under.empty()) {
        const TextBlock small = lay_out(canvas, Face::text, frame.px(14.5F), under, area.w);
        draw(canvas, small, {area.x, y}, frame.theme().muted);
        y += small.height;
    }
    y += frame.px(10);
    fill(canvas, {area.x, y, area.w, 1}, frame.theme().hairline);
    return y + frame.px(10);
}

float title(ReviewFrame& frame, std::string_view text, const Rect& area) {
    const TextBlock block = lay_out(frame.ui.canvas, Face::title, frame.px(26), text, area.w);
    draw(frame.ui.canvas, block, {area.x, area.y}, frame.theme().ink);
    return area.y + block.height + frame.px(14);
}

float draw_commitments(ReviewFrame& frame, Rect area) {
    const Words& words = frame.words();
    area.y = title(frame, words("follow_up.commitments"), area);
    for (const cafe::Commitment& commitment : frame.session().follow_up.commitments) {
        std::string under = commitment.who;
        const auto add = [&](const std::string& part) {
            under += (under.empty() ? std::string{} : std::string(words("ideas.joint"))) + part;
        };
        if (!commitment.with_whom.empty()) add(words("follow_up.with_whom", {{"name", commitment.with_whom}}));
        if (const auto day = app::day_of(commitment)) add(words("follow_up.by", {{"day", day_text(frame, *day)}}));
        if (commitment.done) add(std::string(words("follow_up.done")));
        area.y = two_lines(frame, "review.commitment." + commitment.id.value, commitment.what, under, area);
    }
    return area.y + frame.px(18);
}

float draw_next(ReviewFrame& frame, Rect area) {
    const cafe::NextMeeting& next = frame.session().follow_up.next;
    const base::LocalTime local = base::to_local(*next.at, frame.session().identity.time_zone);
    area.y = title(frame, frame.words()("follow_up.next"), area);
    const std::string when =
        frame.words()("follow_up.next.at",
                      {{"day", base::date_text(local, frame.words().language())}, {"time", base::clock_text(local)}});
    std::string under = next.title;
    if (!next.place.empty())
        under += (under.empty() ? std::string{} : std::string(frame.words()("ideas.joint"))) + next.place;
    return two_lines(frame, "review.next", when, under, area) + frame.px(18);
}

float draw_matches(ReviewFrame& frame, Rect area) {
    const cafe::Session& session = frame.session();
    area.y = title(frame, frame.words()("follow_up.matches"), area);
    const auto name = [&](const cafe::OrganisationId& id) {
        const cafe::Organisation* organisation = cafe::find(session, id);
        return organisation == nullptr ? std::string{} : organisation->name;
    };
    std::size_t number = 0;
    for (const cafe::Complementarity& match : session.follow_up.complementarities)
        if (match.ruling == cafe::Ruling::accepted)
            area.y = two_lines(frame, "review.match." + std::to_string(++number),
                               frame.words()("follow_up.match", {{"giver", name(match.giver)},
                                                                 {"taker", name(match.taker)},
                                                                 {"offer", match.offer},
                                                                 {"need", match.need}}),
                               {}, area);
    return area.y + frame.px(18);
}

float draw_introductions(ReviewFrame& frame, Rect area) {
    const cafe::Session& session = frame.session();
    area.y = title(frame, frame.words()("follow_up.introductions"), area);
    std::size_t number = 0;
    for (const cafe::Introduction& one : session.follow_up.introductions) {
        const cafe::Participant* first = cafe::find(session, one.first);
        const cafe::Participant* second = cafe::find(session, one.second);
        if (first == nullptr || second == nullptr) continue;
        const Words::Values about{{"about", one.about}};
        const bool need = one.reason == cafe::IntroductionReason::complementarity;
        area.y =
            two_lines(frame, "review.introduction." + std::to_string(++number),
                      frame.words()("follow_up.introductions.pair", {{"first", first->name}, {"second", second->name}}),
                      need ? frame.words()("follow_up.introductions.need", about)
                           : frame.words()("follow_up.introductions.theme", about),
                      area);
    }
    return area.y;
}

} // namespace

void draw_review_follow_up(ReviewFrame& frame, const Rect& place) {
    const cafe::FollowUp& it = frame.session().follow_up;
    const bool matches = std::ranges::any_of(it.complementarities, [](const cafe::Complementarity& match) {
        return match.ruling == cafe::Ruling::accepted;
    });
    Scroll scroll(frame.ui, "review.follow_up.page", place);
    Rect area = scroll.content();
    area.w = std::min(area.w, frame.px(820));
    if (it.commitments.empty() && !it.next.at && !matches && it.introductions.empty()) {
        const TextBlock nothing =
            lay_out(frame.ui.canvas, Face::text, frame.px(17), frame.words()("review.nothing_agreed"), area.w);
        text_item(frame.ui, "review.nothing_agreed", nothing, {area.x, area.y}, frame.theme().muted);
        area.y += nothing.height;
    }
    if (it.next.at) area.y = draw_next(frame, area);
    if (!it.commitments.empty()) area.y = draw_commitments(frame, area);
    if (matches) area.y = draw_matches(frame, area);
    if (!it.introductions.empty()) area.y = draw_introductions(frame, area);
    scroll.content_ends_at(area.y + frame.px(20));
}

} // namespace ronde::gui
