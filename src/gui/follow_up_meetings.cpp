// Et ensuite ?: who could help whom, and who should meet before leaving. Proposals are never more than that: a person
// keeps or puts away each of them.

#include "app/introductions.hpp"
#include "app/matching.hpp"
#include "base/names.hpp"
#include "gui/follow_up_parts.hpp"
#include "gui/offer_words.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

std::string name_of(const cafe::Session& session, const cafe::OrganisationId& id) {
    const cafe::Organisation* organisation = cafe::find(session, id);
    return organisation == nullptr ? std::string{} : organisation->name;
}

std::string name_of(const cafe::Session& session, const cafe::ParticipantId& id) {
    const cafe::Participant* person = cafe::find(session, id);
    return person == nullptr ? std::string{} : person->name;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// "les deux disent : matériel · pour les deux : mardi · au même endroit · mots en commun : four, pain".
std::string reason_of(const FollowUpFrame& frame, const app::ProposedMatch& proposed) {
    const Words& words = frame.words();
    std::string text;
    const auto add = [&](std::string_view part) {
        if (!text.empty()) text += words("follow_up.joint");
        text += part;
    };
    if (proposed.kind) add(words("follow_up.match.kind", {{"kind", std::string(kind_words(words, *proposed.kind))}}));
    if (proposed.days_fit == app::DaysFit::shared)
        add(words("follow_up.match.days", {{"days", days_words(words, proposed.days)}}));
    if (proposed.days_fit == app::DaysFit::apart) add(words("follow_up.match.apart"));
    if (proposed.same_place) add(words("follow_up.match.same_place"));
    if (!proposed.shared.empty()) add(words("follow_up.match.words", {{"words", joined(proposed.shared)}}));
    if (proposed.place_and_support) add(words("follow_up.match.kinds"));
    if (proposed.both_came) add(words("follow_up.match.both_came"));
    return text;
}

/// Words in ink with a muted line under them, and chips at their foot. Returns where it ends.
float two_lines(FollowUpFrame& frame, std::string_view id, std::string_view text, std::string_view under,
                const Rect& area) {
    Canvas& canvas = frame.ui.canvas;
    const TextBlock block = lay_out(canvas, Face::text, frame.px(16), text, area.w);
    text_item(frame.ui, id, block, {area.x, area.y}, frame.theme().ink);
    const TextBlock small = lay_out(canvas, Face::text, frame.px(14.5F), under, area.w);
    text_item(frame.ui, std::string(id) + ".why", small, {area.x, area.y + block.height + frame.px(2)},
              frame.theme().muted);
    return area.y + block.height + frame.px(2) + small.height;
}

std::string match_words(const FollowUpFrame& frame, const cafe::Complementarity& match) {
    return frame.words()("follow_up.match", {{"giver", name_of(frame.session(), match.giver)},
                                             {"taker", name_of(frame.session(), match.taker)},
                                             {"offer", match.offer},
                                             {"need", match.need}});
}

void rule(FollowUpFrame& frame, cafe::Complementarity match, cafe::Ruling ruling) {
    match.ruling = ruling;
    frame.wish(cafe::RuleOnMatch{std::move(match)});
}

/// Chips in a row; the index of the one that was pressed.
std::optional<std::size_t> chips(FollowUpFrame& frame, const std::string& id, Point at,
                                 const std::vector<std::pair<std::string_view, std::string_view>>& choices) {
    std::optional<std::size_t> pressed;
    const ButtonOptions options{.look = ButtonLook::chip, .enabled = frame.only_if(true)};
    const float height = button_height(frame.ui, ButtonLook::chip);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const float width = button_width(frame.ui, choices[i].second, options);
        if (button(frame.ui, id + '.' + std::string(choices[i].first), {at.x, at.y, width, height}, choices[i].second,
                   options))
            pressed = i;
        at.x += width + frame.px(8);
    }
    return pressed;
}

void rule_off(FollowUpFrame& frame, const Rect& area, float y) {
    fill(frame.ui.canvas, {area.x, y, area.w, 1}, frame.theme().hairline);
}

float draw_proposed(FollowUpFrame& frame, Rect area, const app::ProposedMatch& proposed, std::size_t number) {
    const Words& words = frame.words();
    const std::string id = "follow_up.proposed." + std::to_string(number);
    area.y = two_lines(frame, id, match_words(frame, proposed.match), reason_of(frame, proposed), area) + frame.px(8);
    const auto pressed =
        chips(frame, id, {area.x, area.y},
              {{"accept", words("follow_up.match.accept")}, {"dismiss", words("follow_up.match.dismiss")}});
    if (pressed) rule(frame, proposed.match, *pressed == 0 ? cafe::Ruling::accepted : cafe::Ruling::dismissed);
    area.y += button_height(frame.ui, ButtonLook::chip) + frame.px(12);
    rule_off(frame, area, area.y);
    return area.y + frame.px(12);
}

/// The search: its button, how it stands, and what it found.
float draw_search(FollowUpFrame& frame, Rect area) {
    const Words& words = frame.words();
    const app::MatchSearch& search = frame.view.app.matches;
    const bool any_needs = std::ranges::any_of(frame.session().organisations,
                                               [](const cafe::Organisation& one) { return !one.needs.empty(); });
    const bool any_offers = std::ranges::any_of(frame.session().organisations,
                                                [](const cafe::Organisation& one) { return !one.offers.empty(); });
    const std::string_view text = words(search.under_way ? "follow_up.match.stop" : "follow_up.match.find");
    const ButtonOptions options{.enabled = frame.only_if(search.under_way || (any_needs && any_offers))};
    const Rect press{area.x, area.y, std::min(area.w, button_width(frame.ui, text, options)), frame.px(44)};
    if (button(frame.ui, search.under_way ? "follow_up.match.stop" : "follow_up.match.find", press, text, options)) {
        if (search.under_way)
            frame.ask(app::StopMatching{});
        else
            frame.ask(app::FindMatches{});
    }
    area.y = press.bottom() + frame.px(12);
    if (!any_needs || !any_offers)
        return say(frame, "follow_up.match.nothing", words("follow_up.match.no_lines"), area) + frame.px(12);
    std::size_t shown = 0;
    for (const app::ProposedMatch& proposed : search.found)
        if (app::is_open(frame.session(), proposed)) area.y = draw_proposed(frame, area, proposed, ++shown);
    if (search.done && shown == 0)
        area.y = say(frame, "follow_up.match.nothing", words("follow_up.match.none"), area) + frame.px(12);
    return area.y;
}

} // namespace

float draw_matches(FollowUpFrame& frame, const Rect& area) {
    const Words& words = frame.words();
    Rect rest = area;
    rest.y = part_title(frame, rest, words("follow_up.matches"));
    const auto& ruled = frame.follow_up().complementarities;
    std::size_t number = 0;
    for (const cafe::Complementarity& match : ruled) {
        if (match.ruling != cafe::Ruling::accepted) continue;
        const std::string id = "follow_up.match." + std::to_string(++number);
        rest.y = two_lines(frame, id, match_words(frame, match), words("follow_up.match.accepted"), rest) + frame.px(8);
        if (chips(frame, id, {rest.x, rest.y}, {{"dismiss", words("follow_up.match.dismiss")}}))
            rule(frame, match, cafe::Ruling::dismissed);
        rest.y += button_height(frame.ui, ButtonLook::chip) + frame.px(12);
        rule_off(frame, rest, rest.y);
        rest.y += frame.px(12);
    }
    return draw_search(frame, rest);
}

float draw_introductions(FollowUpFrame& frame, const Rect& area) {
    const Words& words = frame.words();
    const auto& introductions = frame.follow_up().introductions;
    Rect rest = area;
    rest.y = part_title(frame, rest, words("follow_up.introductions"));
    const std::string_view text =
        words(introductions.empty() ? "follow_up.introductions.find" : "follow_up.introductions.again");
    const ButtonOptions options{.enabled = frame.only_if(frame.session().participants.size() > 1)};
    Rect press{rest.x, rest.y, button_width(frame.ui, text, options), frame.px(44)};
    if (button(frame.ui, "follow_up.introductions.find", press, text, options)) {
        frame.state.nobody = app::why_nobody_to_introduce(frame.session());
        frame.state.nobody_at = frame.session().seq;
        frame.ask(app::ProposeIntroductions{});
    }
    if (!introductions.empty()) {
        const ButtonOptions quiet{.look = ButtonLook::quiet, .enabled = frame.only_if(true)};
        const std::string_view off = words("follow_up.introductions.clear");
        press.x = press.right() + frame.px(10);
        press.w = button_width(frame.ui, off, quiet);
        if (button(frame.ui, "follow_up.introductions.clear", press, off, quiet)) frame.wish(cafe::SetIntroductions{});
    }
    rest.y += frame.px(44 + 14);
    if (frame.state.nobody && frame.state.nobody_at == frame.session().seq)
        rest.y = say(frame, "follow_up.introductions.nobody",
                     words("follow_up.introductions.nobody." + std::string(base::name_of(*frame.state.nobody))), rest) +
                 frame.px(12);
    else if (introductions.empty())
        return say(frame, "follow_up.introductions.none", words("follow_up.introductions.none"), rest);
    for (std::size_t i = 0; i < introductions.size(); ++i) {
        const cafe::Introduction& one = introductions[i];
        const bool need = one.reason == cafe::IntroductionReason::complementarity;
        const Words::Values about{{"about", one.about}};
        const std::string why =
            need ? words("follow_up.introductions.need", about) : words("follow_up.introductions.theme", about);
        rest.y = two_lines(frame, "follow_up.introduction." + std::to_string(i + 1),
                           words("follow_up.introductions.pair", {{"first", name_of(frame.session(), one.first)},
                                                                  {"second", name_of(frame.session(), one.second)}}),
                           why, rest) +
                 frame.px(8);
        rule_off(frame, rest, rest.y);
        rest.y += frame.px(8);
    }
    return rest.y;
}

} // namespace ronde::gui
