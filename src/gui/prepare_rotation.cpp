// Préparer › the rotation: which question each group has in each round, and in words what the plan could not give.

#include "gui/prepare_parts.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

std::string_view note_text(const Words& words, cafe::PlanNote note) {
    switch (note) {
    case cafe::PlanNote::fewer_rounds_than_questions: return words("prepare.plan.fewer_rounds_than_questions");
    case cafe::PlanNote::more_rounds_than_questions: return words("prepare.plan.more_rounds_than_questions");
    case cafe::PlanNote::more_groups_than_tables: return words("prepare.plan.more_groups_than_tables");
    case cafe::PlanNote::uneven_tables: return words("prepare.plan.uneven_tables");
    case cafe::PlanNote::same_table_again: return words("prepare.plan.same_table_again");
    case cafe::PlanNote::question_missed: break;
    }
    return words("prepare.plan.question_missed");
}

float draw_notes(const PrepareFrame& frame, const Rect& area) {
    float y = area.y;
    for (const auto note : frame.session.seating.notes) {
        const auto block = lay_out(frame.ui.canvas, Face::text, frame.px(16), note_text(frame.words(), note),
                                   std::min(area.w, frame.px(760)));
        text_item(frame.ui, "prepare.plan." + std::string(base::name_of(note)), block, {area.x, y}, frame.theme().ink);
        y += block.height + frame.px(8);
    }
    return y;
}

void draw_cell(const PrepareFrame& frame, const Rect& rect, int round, std::size_t group) {
    const auto& session = frame.session;
    const auto table_id = cafe::table_of(session, round, session.groups[group].id);
    const auto place = cafe::index_of(session, table_id);
    if (!place) {
        label(frame.ui.canvas, Face::text, frame.px(16), "—", {rect.x + frame.px(10), rect.y + frame.px(12)},
              frame.theme().muted);
        return;
    }
    const auto& table = session.tables[*place];
    const auto question = cafe::index_of(session, table.question);
    const float size = frame.px(28);
    if (question) mark(frame.ui.canvas, {rect.x + size / 2, rect.centre().y}, size, *question);
    const std::string text =
        table.name.empty() ? frame.words()("prepare.table", {{"number", std::to_string(*place + 1)}}) : table.name;
    label(frame.ui.canvas, Face::text, frame.px(15), text, {rect.x + size + frame.px(10), rect.y + frame.px(13)},
          frame.theme().ink, rect.w - size - frame.px(16));
    note_item(frame.ui.canvas, row_id("rotation", group, std::to_string(round)), "text", text, rect,
              question ? std::to_string(*question + 1) : std::string());
}

} // namespace

float draw_rotation(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& session = frame.session;
    const auto rounds = session.seating.rounds.size();
    float y = draw_notes(frame, area);
    if (rounds == 0 || session.groups.empty()) {
        const auto block = lay_out(ui.canvas, Face::text, frame.px(17), words("prepare.rotation.none"),
                                   std::min(area.w, frame.px(680)));
        text_item(ui, "prepare.rotation.none", block, {area.x, y}, frame.theme().ink);
        return y + block.height;
    }
    y += session.seating.notes.empty() ? 0 : frame.px(14);

    const float name_width = frame.px(170);
    const float cell = std::clamp((area.w - name_width) / static_cast<float>(rounds), frame.px(110), frame.px(190));
    const float width = std::min(area.w, name_width + cell * static_cast<float>(rounds));
    for (std::size_t r = 0; r < rounds; ++r)
        label(ui.canvas, Face::text, frame.px(15),
              words("prepare.step.round_title", {{"number", std::to_string(r + 1)}}),
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
