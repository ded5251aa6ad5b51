// The harvest on the stage: every idea by question, in columns of cards that turn by themselves, or one idea alone.

#include "gui/stage_cards.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace ronde::gui {
namespace {

constexpr std::size_t no_question = static_cast<std::size_t>(-1);

/// The ideas of one question, starred ones first; `question` is no_question for those of none.
struct Bunch {
    std::size_t question = no_question;
    std::vector<const cafe::Idea*> ideas{};
};

std::vector<Bunch> bunches_of(const cafe::Session& session) {
    const std::optional<std::size_t> only = cafe::index_of(session, session.stage.question);
    std::vector<Bunch> bunches;
    for (std::size_t q = 0; q < session.questions.size(); ++q) bunches.push_back({q});
    bunches.push_back({});
    for (const cafe::Idea& idea : session.ideas)
        bunches[cafe::index_of(session, idea.question).value_or(session.questions.size())].ideas.push_back(&idea);
    for (Bunch& bunch : bunches)
        std::stable_partition(bunch.ideas.begin(), bunch.ideas.end(),
                              [](const cafe::Idea* idea) { return idea->starred; });
    if (only) return {bunches[*only]};
    if (bunches.back().ideas.empty()) bunches.pop_back();
    return bunches;
}

struct Heading {
    TextBlock text{};
    float height = 0;
};

/// A column's head: a line in the question's colour, its mark, its words.
Heading heading_of(Scene& scene, const Bunch& bunch, float width, float most_height) {
    const float height = std::min(most_height, scene.h(0.14F));
    Heading heading{bunch.question == no_question
                        ? lay_out_to_fit(scene.canvas, Face::title, scene.px(0.044F), scene.least(),
                                         scene.canvas.words("stage.wall_other"), width, height)
                        : question_block(scene, bunch.question, 0.044F, width - scene.h(0.07F), height, most_height)};
    heading.height = scene.h(0.02F) + std::max(heading.text.height, scene.h(0.055F));
    return heading;
}

/// The same head with its words in another size.
Heading in_size(Scene& scene, const Bunch& bunch, const Heading& heading, float px, float width) {
    const float room = bunch.question == no_question ? width : width - scene.h(0.07F);
    Heading sized{lay_out(scene.canvas, Face::title, px, heading.text.text, room)};
    sized.height = scene.h(0.02F) + std::max(sized.text.height, scene.h(0.055F));
    return sized;
}

void draw_heading(Scene& scene, const Bunch& bunch, const Heading& heading, const Rect& place) {
    const bool known = bunch.question != no_question;
    const float thick = scene.h(0.0065F);
    fill(scene.canvas, {place.x, place.y, place.w, thick},
         known ? mark_of(scene.theme(), bunch.question).colour : scene.theme().muted, thick / 2);
    const float y = place.y + scene.h(0.02F);
    float x = place.x;
    if (known) {
        const float size = scene.h(0.05F);
        mark(scene.canvas, {x + size / 2, y + std::max(size, heading.text.line_height) / 2}, size, bunch.question);
        x += scene.h(0.07F);
    }
    const float drop = std::max(0.0F, (scene.h(0.05F) - heading.text.line_height) / 2);
    const std::string id = known ? "stage.question." + std::to_string(bunch.question + 1) : "stage.question.other";
    put(scene, id, heading.text, {x, y + drop}, scene.theme().ink);
}

/// How many columns stand side by side: wide enough to read, and so that the heads leave room for the cards.
std::size_t columns_for(Scene& scene, const std::vector<Bunch>& bunches, float gap) {
    auto columns = static_cast<std::size_t>(std::max(1.0F, (scene.body.w + gap) / (scene.h(0.46F) + gap)));
    columns = std::min(columns, std::max<std::size_t>(1, bunches.size()));
    for (; columns > 1; --columns) {
        const float width = (scene.body.w + gap) / static_cast<float>(columns) - gap;
        const bool low = std::ranges::all_of(bunches, [&](const Bunch& bunch) {
            return heading_of(scene, bunch, width, scene.body.h).height <= scene.body.h * 0.42F;
        });
        if (low) break;
    }
    return columns;
}

/// Columns that are shown together, and how many pages their cards take.
struct Group {
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
    float head = 0;
    std::size_t pages = 1;
    std::vector<std::vector<Card>> cards{};
    std::vector<Heading> headings{};
    std::vector<std::vector<std::vector<const Card*>>> stacks{};
};

Group lay_out_group(Scene& scene, const std::vector<Bunch>& bunches, std::size_t first, std::size_t last, float width,
                    float height, float gap) {
    Group group{first, last};
    float px = std::numeric_limits<float>::max(); // of all of them: the smallest that one needs
    for (const Bunch& bunch : bunches) px = std::min(px, heading_of(scene, bunch, width, height * 0.5F).text.px);
    for (std::size_t i = first; i < last; ++i) {
        const Heading heading = heading_of(scene, bunches[i], width, height * 0.5F);
        group.headings.push_back(in_size(scene, bunches[i], heading, px, width));
        group.head = std::max(group.head, group.headings.back().height + scene.h(0.02F));
    }
    const float room = height - group.head;
    for (std::size_t i = first; i < last; ++i) {
        group.cards.push_back(cards_of(scene, bunches[i].ideas, width, room));
        group.stacks.push_back(stacks_of(group.cards.back(), room, gap));
        group.pages = std::max(group.pages, group.stacks.back().size());
    }
    return group;
}

/// One question alone: its head over the whole width, its cards in columns.
void draw_one_question(Scene& scene, const Bunch& bunch) {
    Rect place = scene.body;
    const Heading heading = heading_of(scene, bunch, place.w, place.h * 0.4F);
    draw_heading(scene, bunch, heading, place);
    place.cut_top(heading.height + scene.h(0.02F));
    draw_card_pages(scene, bunch.ideas, place);
}

void draw_columns(Scene& scene, const std::vector<Bunch>& bunches) {
    const float between = column_gap(scene);
    const float gap = card_gap(scene);
    const std::size_t columns = columns_for(scene, bunches, between);
    const float width = (scene.body.w + between) / static_cast<float>(columns) - between;
    const std::size_t count = (bunches.size() + columns - 1) / columns;
    const std::size_t together = (bunches.size() + count - 1) / count;
    Rect place = scene.body;
    std::vector<Group> groups;
    std::size_t pages = 0;
    const auto lay_out_all = [&] {
        groups.clear();
        pages = 0;
        for (std::size_t first = 0; first < bunches.size(); first += together) {
            const std::size_t last = std::min(first + together, bunches.size());
            groups.push_back(lay_out_group(scene, bunches, first, last, width, place.h, gap));
            pages += groups.back().pages;
        }
    };
    lay_out_all();
    Rect dots{};
    if (pages > 1) {
        dots = place.cut_bottom(dots_height(scene));
        lay_out_all();
    }
    std::size_t page = turn_pages(scene, pages, card_page_seconds);
    const Group* shown = groups.data();
    while (page >= shown->pages) page -= (shown++)->pages;
    for (std::size_t i = shown->first; i < shown->last; ++i) {
        const std::size_t column = i - shown->first;
        Rect at{place.x + static_cast<float>(column) * (width + between), place.y, width, place.h};
        draw_heading(scene, bunches[i], shown->headings[column], at);
        at.cut_top(shown->head);
        const auto& stacks = shown->stacks[column];
        // A shorter column shows its cards again rather than stand empty.
        draw_stack(scene, stacks[page % stacks.size()], at, gap);
    }
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace

void draw_wall(Scene& scene) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    const std::vector<Bunch> bunches = bunches_of(session);
    std::size_t count = 0;
    for (const Bunch& bunch : bunches) count += bunch.ideas.size();
    draw_header(scene, header_without_clock(scene, {words.count("stage.wall", static_cast<long>(count))}));
    if (count == 0) {
        const TextBlock text = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.08F), scene.least(),
                                              words("stage.wall_empty"), scene.body.w, scene.body.h);
        put(scene, "stage.instruction", text, {scene.body.x, scene.body.y + (scene.body.h - text.height) / 2},
            scene.theme().ink);
        return;
    }
    if (bunches.size() == 1)
        draw_one_question(scene, bunches.front());
    else
        draw_columns(scene, bunches);
}

void draw_idea(Scene& scene, const cafe::Idea& idea) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    const std::string_view kind = words(idea.kind == cafe::IdeaKind::question ? "stage.kind.question"
                                        : idea.kind == cafe::IdeaKind::quote  ? "stage.kind.quote"
                                        : idea.kind == cafe::IdeaKind::action ? "stage.kind.action"
                                                                              : "stage.kind.idea");
    draw_header(scene, header_without_clock(scene, {std::string(kind)}));
    Rect place = scene.body;
    if (const auto question = cafe::index_of(session, idea.question)) {
        const float size = scene.h(0.066F);
        const float x = size + scene.h(0.03F);
        const TextBlock text = question_block(scene, *question, 0.038F, place.w - x, place.h * 0.25F, place.h * 0.4F);
        const Rect top = place.cut_top(std::max(size, text.height));
        mark(scene.canvas, {top.x + size / 2, top.y + std::max(size, text.line_height) / 2}, size, *question);
        put(scene, "stage.question." + std::to_string(*question + 1), text,
            {top.x + x, top.y + std::max(0.0F, (size - text.line_height) / 2)}, scene.theme().muted);
        place.cut_top(scene.h(0.02F));
    }
    std::string who;
    if (const cafe::Group* group = cafe::find(session, idea.group)) who = group->name;
    if (const auto table = cafe::index_of(session, idea.table)) {
        if (!who.empty()) who += words("stage.pill_joint");
        who += table_words(words, session, *table);
    }
    if (idea.round > 0) {
        if (!who.empty()) who += words("stage.pill_joint");
        who += words("stage.round_number", {{"n", std::to_string(idea.round)}});
    }
    const TextBlock from = lay_out(scene.canvas, Face::text, scene.least(), who, place.w);
    const Rect foot = place.cut_bottom(from.height);
    if (!who.empty()) put(scene, "stage.from", from, {foot.x, foot.y}, scene.theme().muted);
    place.cut_bottom(scene.h(0.02F));

    TextBlock text =
        lay_out_to_fit(scene.canvas, Face::title, scene.px(0.1F), scene.least(), idea.text, place.w, place.h);
    Rect dots{};
    if (text.height > place.h) dots = place.cut_bottom(dots_height(scene));
    const auto lines = static_cast<std::size_t>(std::max(1.0F, std::floor(place.h / text.line_height)));
    const std::size_t page = turn_pages(scene, (text.lines.size() + lines - 1) / lines, card_page_seconds);
    text = lines_of(text, page * lines, std::min(text.lines.size(), (page + 1) * lines));
    put(scene, "stage.idea." + idea.id.value, text, {place.x, place.y + std::max(0.0F, (place.h - text.height) / 2)},
        scene.theme().ink);
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace ronde::gui
