// Préparer › groups: how many, dealing people to them, who is in which, moving a person by mouse or by keys.

#include "app/group_names.hpp"
#include "app/room_plan.hpp"
#include "base/text.hpp"
#include "gui/prepare_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ronde::gui {
namespace {

constexpr float card_width = 226; ///< units, at least
constexpr float member_height = 32;
constexpr int most_expected = 1000;

/// A card of the page: a group, or (null) the people who have none.
struct Card {
    const cafe::Group* group = nullptr;
    std::size_t index = 0;              ///< of the group
    std::vector<std::size_t> members{}; ///< places in session.participants
};

std::vector<Card> cards_of(const cafe::Session& session) {
    std::vector<Card> out;
    Card loose;
    for (std::size_t i = 0; i < session.participants.size(); ++i)
        if (cafe::group_of(session, session.participants[i].id) == nullptr) loose.members.push_back(i);
    if (!loose.members.empty()) out.push_back(std::move(loose));
    for (std::size_t g = 0; g < session.groups.size(); ++g) {
        Card card{&session.groups[g], g, {}};
        for (const auto& member : session.groups[g].members)
            for (std::size_t i = 0; i < session.participants.size(); ++i)
                if (session.participants[i].id == member) card.members.push_back(i);
        out.push_back(std::move(card));
    }
    return out;
}

void move_person(const PrepareFrame& frame, std::size_t person, const cafe::Group* group) {
    if (person >= frame.session.participants.size()) return;
    const auto& id = frame.session.participants[person].id;
    if (cafe::group_of(frame.session, id) == group) return;
    frame.wish(cafe::Deed{cafe::MovePerson{id, group == nullptr ? cafe::GroupId{} : group->id}});
}

/// Alt and an arrow take the person who has the focus to the card before or after; Alt+Suppr out of the group.
void move_by_keys(const PrepareFrame& frame, const std::vector<Card>& cards) {
    const auto key = row_key(frame.ui, "member", frame.session.participants.size());
    if (!key || frame.can == Enabled::no) return;
    if (key->deed == RowDeed::remove) return move_person(frame, key->index, nullptr);
    for (std::size_t c = 0; c < cards.size(); ++c) {
        const auto& members = cards[c].members;
        if (std::find(members.begin(), members.end(), key->index) == members.end()) continue;
        const bool back = key->deed == RowDeed::left || key->deed == RowDeed::up;
        const std::size_t to = back ? (c + cards.size() - 1) % cards.size() : (c + 1) % cards.size();
        return move_person(frame, key->index, cards[to].group);
    }
}

void draw_member(const PrepareFrame& frame, std::size_t person, const Rect& rect) {
    const auto& who = frame.session.participants[person];
    const auto* organisation = cafe::find(frame.session, who.organisation);
    const std::string id = row_id("member", person);
    RowOptions options;
    options.label = who.name;
    options.value = organisation == nullptr ? std::string_view() : std::string_view(organisation->name);
    options.ink_when_selected = false;
    if (row(frame.ui, id, rect, options)) give_focus(frame.ui, id);
    const float inset = frame.px(14);
    const float name = label(frame.ui.canvas, Face::text, frame.px(15), who.name,
                             {rect.x + inset, rect.y + frame.px(6)}, frame.theme().ink, rect.w - 2 * inset);
    const float left = rect.w - 2 * inset - name - frame.px(8);
    if (organisation != nullptr && left > frame.px(40))
        label(frame.ui.canvas, Face::text, frame.px(13), organisation->name,
              {rect.x + inset + name + frame.px(8), rect.y + frame.px(8)}, frame.theme().muted, left);
    drag_source(frame.ui, "person", who.id.value, rect, who.name);
}

void draw_card_head(const PrepareFrame& frame, const Card& card, const Rect& rect) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    if (card.group == nullptr) {
        label(ui.canvas, Face::bold, frame.px(17), words("prepare.groups.none"),
              {rect.x + frame.px(14), rect.y + frame.px(14)}, frame.theme().alarm, rect.w - frame.px(28));
        return;
    }
    const int size = cafe::size_of(*card.group);
    const std::string count = std::to_string(size);
    const float count_width = text_width(ui.canvas, Face::bold, frame.px(17), count);
    label(ui.canvas, Face::bold, frame.px(17), count,
          {rect.right() - frame.px(14) - count_width, rect.y + frame.px(14)},
          size > app::most_at_a_table ? frame.theme().alarm : frame.theme().muted);
    FieldOptions field;
    field.look = FieldLook::plain;
    field.face = Face::bold;
    field.size = 17;
    field.label = words("prepare.groups.name");
    field.enabled = frame.can;
    field.submit_on_leave = true;
    const Rect name{rect.x + frame.px(4), rect.y + frame.px(5), rect.w - frame.px(28) - count_width, frame.px(38)};
    if (const auto typed = edit_field(ui, row_id("group", card.index), name, card.group->name, field)) {
        const std::string text(base::trimmed(*typed));
        if (!text.empty() && text != card.group->name) frame.wish(cafe::Deed{cafe::RenameGroup{card.group->id, text}});
    }
}

float card_height(const PrepareFrame& frame, const Card& card) {
    const auto rows = std::max<std::size_t>(card.members.size(), 1);
    return frame.px(50 + member_height * static_cast<float>(rows) + 10);
}

void draw_card(const PrepareFrame& frame, const Card& card, const Rect& rect) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    fill(ui.canvas, rect, frame.theme().surface, frame.px(10));
    outline(ui.canvas, rect, frame.theme().hairline, frame.px(10), frame.px(1));
    draw_card_head(frame, card, rect);
    float y = rect.y + frame.px(50);
    for (const auto person : card.members) {
        draw_member(frame, person, {rect.x + frame.px(2), y, rect.w - frame.px(4), frame.px(member_height)});
        y += frame.px(member_height);
    }
    if (card.members.empty()) {
        const std::string text = card.group != nullptr && card.group->count > 0
                                     ? words.count("prepare.groups.unnamed", card.group->count)
                                     : std::string(words("prepare.groups.empty"));
        label(ui.canvas, Face::text, frame.px(14), text, {rect.x + frame.px(14), y + frame.px(6)}, frame.theme().muted,
              rect.w - frame.px(28));
    }
    if (const auto dropped = drop_target(ui, "person", rect)) {
        const auto& people = frame.session.participants;
        const auto found =
            std::find_if(people.begin(), people.end(), [&](const auto& who) { return who.id.value == *dropped; });
        if (found != people.end()) move_person(frame, static_cast<std::size_t>(found - people.begin()), card.group);
    }
}

/// The number of groups, the button that deals, and where nobody is named how many come. Returns where they end.
float draw_bar(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& session = frame.session;
    const int people = app::expected_people(session);
    int& groups = frame.state.groups;
    const int wanted =
        app::groups_for(people, static_cast<int>(session.questions.size()), static_cast<int>(session.tables.size()));
    const int now = groups > 0 ? groups : session.groups.empty() ? wanted : static_cast<int>(session.groups.size());

    Rect bar{area.x, area.y, area.w, frame.px(44)};
    const auto words_before = [&](std::string_view text) {
        const float width = text_width(ui.canvas, Face::text, frame.px(16), text);
        const Rect place = bar.cut_left(width + frame.px(14));
        label(ui.canvas, Face::text, frame.px(16), text, {place.x, place.y + frame.px(11)}, frame.theme().ink);
    };
    if (session.participants.empty()) {
        words_before(words("prepare.groups.people"));
        if (const auto number = stepper(frame, "prepare.groups.people", bar.cut_left(frame.px(stepper_width + 20)),
                                        people, 0, most_expected, words("prepare.groups.people"))) {
            const auto sizes = app::even_sizes(*number, now);
            auto changed = session.groups;
            const auto count = static_cast<std::size_t>(now);
            std::vector<std::string> taken;
            for (const auto& group : changed) taken.push_back(group.name);
            auto names = app::group_names(session.identity.language, count, taken);
            while (changed.size() < count)
                changed.push_back({.id = {frame.dispatch.new_id("g")}, .name = names[changed.size()]});
            for (std::size_t g = 0; g < changed.size(); ++g) changed[g].count = g < sizes.size() ? sizes[g] : 0;
            frame.wish(cafe::Deed{cafe::SetGroups{std::move(changed)}});
        }
        bar.cut_left(frame.px(24));
    }
    words_before(words("prepare.groups.count"));
    if (const auto number = stepper(frame, "prepare.groups.count", bar.cut_left(frame.px(stepper_width)), now, 1,
                                    app::most_groups, words("prepare.groups.count")))
        groups = *number;
    bar.cut_left(frame.px(14));
    ButtonOptions options{.key_hint = words("prepare.groups.deal.key")};
    options.enabled = frame.can == Enabled::yes && people > 0 ? Enabled::yes : Enabled::no;
    const auto deal = session.groups.empty() ? words("prepare.groups.deal") : words("prepare.groups.deal_again");
    const float width = button_width(ui, deal, options);
    if (bar.w < width) bar = {area.x, bar.bottom() + frame.px(12), area.w, frame.px(44)};
    const bool keyed =
        options.enabled == Enabled::yes && ui.blocked_by.empty() && take_key(ui, {.character = U'r', .alt = true});
    if (button(ui, "prepare.groups.deal", bar.cut_left(width), deal, options) || keyed) {
        frame.wish(app::Command{app::DealGroups{.groups = now, .dealing = app::Dealing::afresh}});
        groups = 0;
    }
    return bar.bottom() + frame.px(12);
}

} // namespace

float draw_groups(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto cards = cards_of(frame.session);
    move_by_keys(frame, cards);
    float y = area.y;
    if (frame.session.seating_rules.grouping == cafe::Grouping::mixed && !frame.session.participants.empty()) {
        const auto block = lay_out(ui.canvas, Face::text, frame.px(16), frame.words()("prepare.groups.routes"),
                                   std::min(area.w, frame.px(760)));
        text_item(ui, "prepare.groups.routes", block, {area.x, y}, frame.theme().ink);
        y += block.height + frame.px(18);
    }
    y = draw_bar(frame, {area.x, y, area.w, 0});
    const auto keys = lay_out(ui.canvas, Face::text, frame.px(14), frame.words()("prepare.groups.keys"), area.w);
    draw(ui.canvas, keys, {area.x, y}, frame.theme().muted);
    y += keys.height + frame.px(20);
    if (frame.session.groups.empty()) return y;

    const float gap = frame.px(16);
    const auto columns =
        std::max<std::size_t>(1, static_cast<std::size_t>((area.w + gap) / (frame.px(card_width) + gap)));
    const float width = (area.w + gap) / static_cast<float>(columns) - gap;
    for (std::size_t first = 0; first < cards.size(); first += columns) {
        float height = 0;
        const std::size_t last = std::min(cards.size(), first + columns);
        for (std::size_t c = first; c < last; ++c) height = std::max(height, card_height(frame, cards[c]));
        for (std::size_t c = first; c < last; ++c)
            draw_card(frame, cards[c], {area.x + static_cast<float>(c - first) * (width + gap), y, width, height});
        y += height + gap;
    }
    return y - gap;
}

} // namespace ronde::gui
