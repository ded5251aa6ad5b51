// The rotation of intact groups: which table and question each group has in each round.

#include "gui/prepare_rotation.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

void draw_cell(const PrepareFrame& frame, const Rect& rect, int round, std::size_t group) {
    const auto& session = frame.session;
    const auto table_id = cafe::table_of(session, round, session.groups[group].id);
    if (table_id.empty()) {
        label(frame.ui.canvas, Face::text, frame.px(16), "—", {rect.x + frame.px(10), rect.y + frame.px(12)},
              frame.theme().muted);
        return;
    }
    const auto question = cafe::index_of(session, cafe::question_at(session, round, table_id));
    const float size = frame.px(28);
    if (question) mark(frame.ui.canvas, {rect.x + size / 2, rect.centre().y}, size, *question);
    const std::string text = seat_text(frame.words(), session, table_id);
    label(frame.ui.canvas, Face::text, frame.px(15), text, {rect.x + size + frame.px(10), rect.y + frame.px(13)},
          frame.theme().ink, rect.w - size - frame.px(16));
    note_item(frame.ui.canvas, row_id("rotation", group, std::to_string(round)), "text", text, rect,
              question ? std::to_string(*question + 1) : std::string());
}

} // namespace

float draw_group_matrix(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& session = frame.session;
    const auto rounds = session.seating.rounds.size();
    float y = area.y;
    const float name_width = frame.px(170);
    const float cell = std::clamp((area.w - name_width) / static_cast<float>(rounds), frame.px(110), frame.px(190));
    const float width = std::min(area.w, name_width + cell * static_cast<float>(rounds));
    for (std::size_t r = 0; r < rounds; ++r)
        label(ui.canvas, Face::text, frame.px(15),
              frame.words()("prepare.step.round_title", {{"number", std::to_string(r + 1)}}),
              {area.x + name_width + cell * static_cast<float>(r), y}, frame.theme().muted, cell);
    y += frame.px(30);
    for (std::size_t g = 0; g < session.groups.size(); ++g) {
        line(ui.canvas, {area.x, y}, {area.x + width, y}, frame.theme().hairline, frame.px(1));
        const auto& group = session.groups[g];
        label(ui.canvas, Face::bold, frame.px(16), group.name, {area.x, y + frame.px(12)}, frame.theme().ink,
              name_width - frame.px(44));
        label(ui.canvas, Face::text, frame.px(15), std::to_string(cafe::size_of(group)),
              {area.x + name_width - frame.px(44), y + frame.px(13)}, frame.theme().muted, frame.px(24), Align::right);
        for (std::size_t r = 0; r < rounds; ++r)
            draw_cell(frame, {area.x + name_width + cell * static_cast<float>(r), y, cell, frame.px(44)},
                      static_cast<int>(r) + 1, g);
        y += frame.px(44);
    }
    line(ui.canvas, {area.x, y}, {area.x + width, y}, frame.theme().hairline, frame.px(1));
    return y + frame.px(10);
}

} // namespace ronde::gui
