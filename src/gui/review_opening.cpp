// Relire › the opening exchange: who answered what, in a grid, and the sentences why.

#include "gui/opening_marks.hpp"
#include "gui/review_parts.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr float row_units = 36;

struct Columns {
    float names = 0;
    float each = 0;
};

Columns columns_of(const ReviewFrame& frame, float width, std::size_t components) {
    Columns columns;
    columns.names = std::clamp(width * 0.26F, std::min(frame.px(120), width * 0.4F), frame.px(280));
    columns.each =
        std::min((width - columns.names) / static_cast<float>(std::max<std::size_t>(1, components)), frame.px(130));
    return columns;
}

/// The components over their columns; returns where they end.
float draw_heads(ReviewFrame& frame, const Rect& place, const Columns& columns) {
    Canvas& canvas = frame.ui.canvas;
    const auto& components = frame.session().opening.components;
    std::vector<TextBlock> heads;
    float tall = 0;
    for (const cafe::Component& component : components) {
        heads.push_back(lay_out(canvas, Face::text, frame.px(13), component.text, columns.each - frame.px(4), 4));
        tall = std::max(tall, heads.back().height);
    }
    for (std::size_t i = 0; i < heads.size(); ++i)
        draw(canvas, heads[i],
             {place.x + columns.names + static_cast<float>(i) * columns.each + frame.px(2),
              place.y + tall - heads[i].height},
             frame.theme().muted, Align::centre, columns.each - frame.px(4));
    return place.y + tall + frame.px(8);
}

void draw_place(ReviewFrame& frame, const Rect& row, const Columns& columns, const cafe::OpeningReading& reading,
                std::size_t place) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::Organisation* it = cafe::find(frame.session(), reading.places[place]);
    const std::string number = std::to_string(place + 1);
    const bool named = it != nullptr && frame.session().opening.naming == cafe::Naming::named;
    const std::string& name = named ? it->name : number;
    const Rect head{row.x, row.y, columns.names - frame.px(10), row.h};
    label_in(canvas, Face::text, frame.px(15.5F), name, head, frame.theme().ink);
    note_item(canvas, "review.opening." + number, "text", name, head);
    for (std::size_t i = 0; i < reading.components; ++i) {
        const Rect cell{row.x + columns.names + static_cast<float>(i) * columns.each, row.y, columns.each, row.h};
        const cafe::Answer answer = reading.at(place, i);
        answer_mark(canvas, cell.inset(frame.px(4)), answer, frame.px(6), std::max(1.0F, std::round(frame.px(1.6F))));
        note_item(canvas, "review.opening." + number + '.' + std::to_string(i + 1), "cell",
                  answer_words(frame.words(), answer), cell, base::name_of(answer));
    }
    fill(canvas, {row.x, row.bottom() - 1, row.w, 1}, frame.theme().hairline);
}

void draw_legend(ReviewFrame& frame, Rect row) {
    Canvas& canvas = frame.ui.canvas;
    const float box = frame.px(13);
    for (const cafe::Answer answer : opening_answers) {
        const Rect at = row.cut_left(box + frame.px(8));
        answer_mark(canvas, {at.x, at.centre().y - box / 2, box, box}, answer, frame.px(3),
                    std::max(1.0F, frame.px(1.4F)));
        const std::string_view text = answer_words(frame.words(), answer);
        const float wide = text_width(canvas, Face::text, frame.px(14), text) + 1;
        label_in(canvas, Face::text, frame.px(14), text, row.cut_left(wide), frame.theme().muted);
        row.cut_left(frame.px(22));
    }
}

/// The grid of places; returns where it ends.
float draw_places(ReviewFrame& frame, const Rect& place, const cafe::OpeningReading& reading) {
    Canvas& canvas = frame.ui.canvas;
    const Columns columns = columns_of(frame, place.w, reading.components);
    float y = draw_heads(frame, place, columns);
    const float height = std::round(frame.px(row_units));
    for (std::size_t i = 0; i < reading.places.size(); ++i, y += height)
        draw_place(frame, {place.x, y, place.w, height}, columns, reading, i);
    label_in(canvas, Face::text, frame.px(14), frame.words()("opening.essential"), {place.x, y, columns.names, height},
             frame.theme().muted);
    for (std::size_t i = 0; i < reading.components; ++i)
        label_in(canvas, Face::bold, frame.px(17), std::to_string(cafe::tally_of_places(reading, i).essential),
                 {place.x + columns.names + static_cast<float>(i) * columns.each, y, columns.each, height},
                 frame.theme().ink, Align::centre);
    return y + height + frame.px(14);
}

/// What was said besides; returns where it ends.
float draw_sentences(ReviewFrame& frame, const Rect& place) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::Session& session = frame.session();
    const auto whose = [&](const std::string& name) {
        const bool named = session.opening.naming == cafe::Naming::named;
        return named ? name + std::string{frame.words()("opening.joint")} : std::string{};
    };
    float y = place.y;
    for (const cafe::Organisation& it : session.organisations)
        for (const cafe::Component& component : session.opening.components) {
            const cafe::OpeningAnswer* said = cafe::answer_of(session, it.id, component.id);
            if (said == nullptr || said->why.empty()) continue;
            const TextBlock who =
                lay_out(canvas, Face::text, frame.px(14), whose(it.name) + component.text, place.w, 1);
            draw(canvas, who, {place.x, y}, frame.theme().muted);
            const TextBlock why =
                lay_out(canvas, Face::text, frame.px(16.5F), said->why, std::min(place.w, frame.px(760)));
            text_item(frame.ui, "review.opening.why." + it.id.value + '.' + component.id.value, why,
                      {place.x, y + who.height + frame.px(2)}, frame.theme().ink);
            y += who.height + why.height + frame.px(16);
        }
    return y;
}

/// The hands as bars; returns where they end.
float draw_hands(ReviewFrame& frame, const Rect& place) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::Session& session = frame.session();
    int most = 1;
    for (const cafe::HandCount& hands : session.opening_record.hands)
        most = std::max(most, hands.essential + hands.depends + hands.not_essential);
    float y =
        place.y + heading(frame.ui, frame.words()("review.opening.hands"), {place.x, place.y}, place.w) + frame.px(8);
    const float names = std::min(frame.px(280), place.w * 0.36F);
    for (std::size_t i = 0; i < session.opening.components.size(); ++i) {
        const cafe::Component& component = session.opening.components[i];
        const auto hands = std::ranges::find(session.opening_record.hands, component.id, &cafe::HandCount::component);
        if (hands == session.opening_record.hands.end()) continue;
        const Rect row{place.x, y, place.w, frame.px(40)};
        label_in(canvas, Face::text, frame.px(15.5F), component.text, {row.x, row.y, names - frame.px(12), row.h},
                 frame.theme().ink);
        const cafe::ComponentTally tally{hands->essential, hands->depends, hands->not_essential};
        const Rect bar{row.x + names, row.y + frame.px(6), std::min(row.w - names, frame.px(620)),
                       row.h - frame.px(12)};
        tally_bar(canvas, bar, tally, most, frame.px(14), frame.px(6), std::max(1.0F, std::round(frame.px(1.6F))));
        note_item(canvas, "review.opening.hands." + std::to_string(i + 1), "picture", component.text, bar,
                  tally_value(tally));
        y += row.h;
    }
    return y + frame.px(14);
}

} // namespace

bool has_opening(const cafe::Session& session) {
    const auto known = [&](const auto& said) { return cafe::find(session, said.component) != nullptr; };
    return std::ranges::any_of(session.opening_record.answers, known) ||
           std::ranges::any_of(session.opening_record.hands, known);
}

void draw_review_opening(ReviewFrame& frame, const Rect& place) {
    const cafe::Session& session = frame.session();
    const cafe::OpeningReading reading = cafe::read_opening(session);
    Scroll scroll(frame.ui, "review.opening", place);
    const Rect all = scroll.content();
    float y = all.y;
    if (!session.opening.prompt.empty()) {
        const TextBlock prompt = lay_out(frame.ui.canvas, Face::title, frame.px(26), session.opening.prompt, all.w, 2);
        text_item(frame.ui, "review.opening.prompt", prompt, {all.x, y}, frame.theme().ink);
        y += prompt.height + frame.px(14);
    }
    if (std::ranges::any_of(reading.given, [](int given) { return given > 0; }))
        y = draw_places(frame, {all.x, y, all.w - frame.px(10), 0}, reading);
    if (!session.opening_record.hands.empty()) y = draw_hands(frame, {all.x, y, all.w - frame.px(10), 0});
    draw_legend(frame, {all.x, y, all.w, frame.px(28)});
    y = draw_sentences(frame, {all.x, y + frame.px(46), all.w - frame.px(10), 0});
    scroll.content_ends_at(y + frame.px(20));
}

} // namespace ronde::gui
