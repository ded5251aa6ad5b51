// How people are to be seated, as plain choices, each with what it costs.

#include "app/room_plan.hpp"
#include "app/seating_room.hpp"
#include "gui/prepare_rotation.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>
#include <array>

namespace ronde::gui {
namespace {

constexpr int heaviest = 20; ///< that the steppers offer; a file may hold more

/// A choice, its label above and what it costs below.
struct Rule {
    std::string_view name;
    std::string_view label;
    std::vector<std::string_view> ids;
    std::vector<std::string_view> options;
    std::size_t chosen = 0;
    std::string cost{};
    std::vector<std::string> others{}; ///< what each choice that is not taken would give
};

/// As tall as `choice` makes its rows.
float choice_height(Ui& ui, const Rule& rule, float width) {
    float x = 0;
    int rows = 1;
    for (const std::string_view option : rule.options) {
        const float one = std::min(button_width(ui, option, {.look = ButtonLook::chip}), width);
        if (x > 0 && x + one > width + 1) {
            x = 0;
            ++rows;
        }
        x += one + ui.px(10);
    }
    return static_cast<float>(rows) * (button_height(ui, ButtonLook::chip) + ui.px(10)) - ui.px(10);
}

/// How many rounds a host keeps a table. Returns where it ends.
float draw_host_rounds(const PrepareFrame& frame, const Rect& area) {
    const std::string_view label = frame.words()("prepare.rotation.host_rounds");
    const float top = small_label(frame.ui, label, {area.x, area.y}, area.w);
    const int now = frame.session.seating_rules.host_rounds;
    const int most = std::clamp(cafe::round_count(frame.session), now, cafe::most_host_rounds);
    if (const auto number = stepper(frame, "prepare.rotation.host_rounds",
                                    {area.x, top, frame.px(stepper_width), frame.px(40)}, now, 1, most, label))
        change_rules(frame, [&](cafe::SeatingRules& rules) { rules.host_rounds = *number; });
    return top + frame.px(40);
}

/// Draws a rule from the top of `area`; `bottom` becomes where it ends. Returns a new choice once.
std::optional<std::size_t> draw_rule(const PrepareFrame& frame, const Rule& rule, const Rect& area, float& bottom) {
    Ui& ui = frame.ui;
    const float top = small_label(ui, rule.label, {area.x, area.y}, area.w);
    const float height = choice_height(ui, rule, area.w);
    const std::string prefix = "prepare.rotation." + std::string(rule.name) + ".";
    std::vector<std::string> ids;
    for (const std::string_view id : rule.ids) ids.push_back(prefix + std::string(id));
    const auto picked = choice(ui, ids, rule.options, rule.chosen, {area.x, top, area.w, height});
    bottom = top + height + frame.px(7);
    if (rule.name == "hosting" && frame.session.seating_rules.hosting == cafe::Hosting::relay)
        bottom = draw_host_rounds(frame, {area.x, bottom + frame.px(3), area.w, 0}) + frame.px(7);
    const auto cost = lay_out(ui.canvas, Face::text, frame.px(14), rule.cost, area.w);
    text_item(ui, prefix + "cost", cost, {area.x, bottom}, frame.theme().muted);
    bottom += cost.height;
    for (std::size_t i = 0; i < rule.others.size(); ++i) {
        const auto other = lay_out(ui.canvas, Face::text, frame.px(14), rule.others[i], area.w);
        const std::string id = i == 0 ? prefix + "other" : prefix + "other." + std::to_string(i + 1);
        text_item(ui, id, other, {area.x, bottom + frame.px(3)}, frame.theme().ink);
        bottom += frame.px(3) + other.height;
    }
    return picked;
}

/// What hosts cost: how many people keep a table, all the while or in turns.
std::string hosting_cost(const PrepareFrame& frame, int tables) {
    const Words& words = frame.words();
    const cafe::SeatingRules& rules = frame.session.seating_rules;
    if (rules.hosting != cafe::Hosting::relay) return words.count("prepare.rotation.hosting.cost", tables);
    const int turns = (cafe::round_count(frame.session) + rules.host_rounds - 1) / rules.host_rounds;
    return words.count("prepare.rotation.hosting.relay.cost", static_cast<long>(tables) * std::max(1, turns));
}

std::vector<Rule> rules_of(const PrepareFrame& frame) {
    const Words& words = frame.words();
    const cafe::Session& session = frame.session;
    const cafe::SeatingRules& rules = session.seating_rules;
    const app::SeatingRoom room = app::seating_room(session);
    const int people = app::expected_people(session);
    const int tables =
        std::max(1, static_cast<int>(app::tables_in_use(room, people) * std::max<std::size_t>(1, room.tables.size())));
    const int company = std::max(0, (people + tables - 1) / tables - 1);
    const int most = std::min(std::max(0, people - 1), company * cafe::round_count(session));
    std::vector<Rule> out;
    out.push_back(
        {"style",
         words("prepare.rotation.style"),
         {"carousel", "successive"},
         {words("prepare.rotation.style.carousel"), words("prepare.rotation.style.successive")},
         rules.style == cafe::SeatingStyle::carousel ? 0U : 1U,
         std::string(words(rules.style == cafe::SeatingStyle::carousel ? "prepare.rotation.style.carousel.cost"
                                                                       : "prepare.rotation.style.successive.cost"))});
    if (session.participants.empty()) return out;
    const bool mixed = rules.grouping == cafe::Grouping::mixed;
    out.push_back({"grouping",
                   words("prepare.rotation.grouping"),
                   {"intact", "mixed"},
                   {words("prepare.rotation.grouping.intact"), words("prepare.rotation.grouping.mixed")},
                   mixed ? 1U : 0U,
                   words("prepare.rotation.grouping.cost",
                         {{"fixed", std::to_string(company)}, {"free", std::to_string(most)}})});
    if (!mixed) return out;
    out.push_back({"hosting",
                   words("prepare.rotation.hosting"),
                   {"none", "stay", "relay"},
                   {words("prepare.rotation.hosting.none"), words("prepare.rotation.hosting.stay"),
                    words("prepare.rotation.hosting.relay")},
                   static_cast<std::size_t>(rules.hosting),
                   hosting_cost(frame, tables)});
    out.push_back({"limit",
                   words("prepare.rotation.limit"),
                   {"none", "twice"},
                   {words("prepare.rotation.limit.none"), words("prepare.rotation.limit.twice")},
                   rules.limit == cafe::MeetingLimit::twice ? 1U : 0U,
                   std::string(words("prepare.rotation.limit.cost"))});
    return out;
}

cafe::SeatingRules with_choice(cafe::SeatingRules rules, std::string_view name, std::size_t choice) {
    const bool second = choice == 1;
    if (name == "style") rules.style = second ? cafe::SeatingStyle::successive : cafe::SeatingStyle::carousel;
    if (name == "grouping") rules.grouping = second ? cafe::Grouping::mixed : cafe::Grouping::intact;
    if (name == "hosting") rules.hosting = static_cast<cafe::Hosting>(choice);
    if (name == "limit") rules.limit = second ? cafe::MeetingLimit::twice : cafe::MeetingLimit::none;
    return rules;
}

/// What each choice that is not taken would give, in numbers; nothing where there is nothing to count.
std::vector<std::string> other_choices(const PrepareFrame& frame, const Rule& rule) {
    const Words& words = frame.words();
    std::vector<std::string> out;
    if (frame.session.participants.empty()) return out;
    const app::SeatingCosts* costs = frame.view.app.costs;
    for (std::size_t other = 0; other < rule.options.size(); ++other) {
        if (other == rule.chosen) continue;
        const Words::Values option{{"option", std::string(rule.options[other])}};
        if (costs == nullptr) {
            out.push_back(words("prepare.rotation.comparing", option));
            continue;
        }
        const auto found = std::ranges::find(costs->list, with_choice(frame.session.seating_rules, rule.name, other),
                                             &app::SeatingCost::rules);
        if (found == costs->list.end()) continue;
        out.push_back(
            words("prepare.rotation.compared", {{"option", std::string(rule.options[other])},
                                                {"measure", measure_text(words, frame.session, found->quality)}}));
    }
    return out;
}

/// What an unwanted pair at a table costs: three numbers side by side.
float draw_weights(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    struct Weight {
        std::string_view id;
        std::string_view label;
        int cafe::SeatingWeights::*member;
        std::int64_t cafe::SeatingQuality::*pairs;
    };
    const std::array<Weight, 3> weights{
        Weight{"prepare.rotation.weight.repeat", words("prepare.rotation.weight.repeat"), &cafe::SeatingWeights::repeat,
               &cafe::SeatingQuality::repeats},
        Weight{"prepare.rotation.weight.organisation", words("prepare.rotation.weight.organisation"),
               &cafe::SeatingWeights::organisation, &cafe::SeatingQuality::organisation_pairs},
        Weight{"prepare.rotation.weight.kind", words("prepare.rotation.weight.kind"), &cafe::SeatingWeights::kind,
               &cafe::SeatingQuality::kind_pairs}};
    float x = area.x;
    float y = area.y;
    const float width = frame.px(stepper_width);
    const float column = frame.px(210);
    for (const Weight& weight : weights) {
        if (x > area.x && x + column > area.x + area.w + 1) {
            x = area.x;
            y += frame.px(24 + 40 + 24 + 10);
        }
        small_label(ui, weight.label, {x, y}, column - frame.px(10));
        const int now = frame.session.seating_rules.weights.*weight.member;
        if (const auto number = stepper(frame, weight.id, {x, y + frame.px(24), width, frame.px(40)}, now, 0,
                                        std::max(heaviest, now), weight.label))
            change_rules(frame, [&](cafe::SeatingRules& rules) { rules.weights.*weight.member = *number; });
        if (const auto& quality = frame.session.seating.quality) {
            const std::int64_t pairs = (*quality).*weight.pairs;
            const std::string cost = words.count("prepare.rotation.weight.now", static_cast<long>(pairs),
                                                 {{"cost", std::to_string(pairs * now)}});
            const auto block = lay_out(ui.canvas, Face::text, frame.px(13.5F), cost, column - frame.px(10), 1);
            text_item(ui, std::string(weight.id) + ".cost", block, {x, y + frame.px(24 + 40 + 3)}, frame.theme().muted);
        }
        x += column;
    }
    y += frame.px(24 + 40 + 24 + 7);
    const auto cost = lay_out(ui.canvas, Face::text, frame.px(14), words("prepare.rotation.weight.cost"),
                              std::min(area.w, frame.px(640)));
    draw(ui.canvas, cost, {area.x, y}, frame.theme().muted);
    return y + cost.height;
}

} // namespace

std::string rotation_rules_text(const PrepareFrame& frame) {
    std::string out;
    for (const Rule& rule : rules_of(frame)) {
        if (!out.empty()) out += " · ";
        out += rule.options[rule.chosen];
        if (rule.name == "hosting" && frame.session.seating_rules.hosting == cafe::Hosting::relay)
            out += frame.words().count("prepare.rotation.every_rounds", frame.session.seating_rules.host_rounds);
    }
    return out;
}

float draw_rotation_rules(const PrepareFrame& frame, const Rect& area) {
    std::vector<Rule> rules = rules_of(frame);
    for (Rule& rule : rules) rule.others = other_choices(frame, rule);
    const app::Snapshot& app = frame.view.app;
    if (!frame.session.participants.empty() && app.costs == nullptr && !app.comparing && !app.planning)
        frame.wish(app::Command{app::CompareRules{}});
    const float between = frame.px(36);
    const std::size_t columns = area.w > frame.px(700) ? 2 : 1;
    const float width = columns == 2 ? (area.w - between) / 2 : area.w;
    float y = area.y;
    for (std::size_t i = 0; i < rules.size(); i += columns) {
        float end = y;
        for (std::size_t c = 0; c < columns && i + c < rules.size(); ++c) {
            const Rule& rule = rules[i + c];
            float bottom = y;
            const Rect place{area.x + static_cast<float>(c) * (width + between), y, width, 0};
            if (const auto picked = draw_rule(frame, rule, place, bottom))
                change_rules(frame, [&](cafe::SeatingRules& now) { now = with_choice(now, rule.name, *picked); });
            end = std::max(end, bottom);
        }
        y = end + frame.px(18);
    }
    if (frame.session.participants.empty()) {
        const auto block = lay_out(frame.ui.canvas, Face::text, frame.px(14),
                                   frame.words()("prepare.rotation.by_count"), std::min(area.w, frame.px(640)));
        draw(frame.ui.canvas, block, {area.x, y}, frame.theme().muted);
        return y + block.height + frame.px(18);
    }
    if (frame.session.seating_rules.grouping == cafe::Grouping::mixed)
        y = draw_weights(frame, {area.x, y, area.w, 0}) + frame.px(22);
    return y;
}

} // namespace ronde::gui
