// Préparer › questions and tables: the questions in order, how many tables each has, the tables' names.

#include "app/room_plan.hpp"
#include "base/text.hpp"
#include "gui/prepare_parts.hpp"

#include <algorithm>
#include <utility>

namespace ronde::gui {
namespace {

constexpr int most_tables_a_question = 12;

void wish_tables(const PrepareFrame& frame, const std::vector<int>& per_question) {
    frame.wish(cafe::Deed{cafe::SetTables{app::tables_with(frame.session, per_question, frame.dispatch.new_id)}});
}

void move_question(const PrepareFrame& frame, std::size_t from, std::size_t to) {
    if (from == to || to >= frame.session.questions.size()) return;
    frame.wish(cafe::Deed{cafe::MoveQuestion{frame.session.questions[from].id, to}});
    focus_row(frame.ui, "question", to);
}

void remove_question(const PrepareFrame& frame, std::size_t index) {
    frame.wish(cafe::Deed{cafe::RemoveQuestion{frame.session.questions[index].id}});
    const std::size_t left = frame.session.questions.size() - 1;
    if (left == 0)
        give_focus(frame.ui, "prepare.question.add");
    else
        focus_row(frame.ui, "question", std::min(index, left - 1));
}

/// A new question comes with as many tables as the others have.
void add_questions(const PrepareFrame& frame, std::string& typed) {
    auto per_question = app::tables_by_question(frame.session);
    const int each = per_question.empty() ? app::tables_per_question_for(app::expected_people(frame.session), 3)
                                          : *std::max_element(per_question.begin(), per_question.end());
    cafe::Session grown;
    grown.questions = frame.session.questions;
    grown.tables = frame.session.tables;
    for (auto& text : base::lines(typed)) {
        if (grown.questions.size() >= static_cast<std::size_t>(app::most_questions)) break;
        grown.questions.push_back({.id = {frame.dispatch.new_id("q")}, .text = std::move(text)});
        frame.wish(cafe::Deed{cafe::PutQuestion{grown.questions.back()}});
        per_question.push_back(std::max(1, each));
    }
    if (grown.questions.size() == frame.session.questions.size()) return;
    typed.clear();
    frame.wish(cafe::Deed{cafe::SetTables{app::tables_with(grown, per_question, frame.dispatch.new_id)}});
}

/// The names of a question's tables, as many side by side as there is room for. Returns where they end.
float draw_table_names(const PrepareFrame& frame, std::size_t question, const Rect& area) {
    const float width = frame.px(150);
    const float gap = frame.px(10);
    const auto in_row = static_cast<std::size_t>(std::max(1.0F, (area.w + gap) / (width + gap)));
    std::size_t place = 0;
    float bottom = area.y;
    for (std::size_t t = 0; t < frame.session.tables.size(); ++t) {
        const auto& table = frame.session.tables[t];
        if (table.question != frame.session.questions[question].id) continue;
        const Rect rect{area.x + static_cast<float>(place % in_row) * (width + gap),
                        area.y + static_cast<float>(place / in_row) * frame.px(42), width, frame.px(36)};
        ++place;
        bottom = rect.bottom();
        const std::string number = frame.words()("prepare.table", {{"number", std::to_string(t + 1)}});
        FieldOptions field;
        field.hint = number;
        field.label = number;
        field.size = 15;
        field.enabled = frame.can;
        field.submit_on_leave = true;
        if (const auto typed = edit_field(frame.ui, row_id("table", t, "name"), rect, table.name, field)) {
            auto tables = frame.session.tables;
            tables[t].name = std::string(base::trimmed(*typed));
            if (tables != frame.session.tables) frame.wish(cafe::Deed{cafe::SetTables{std::move(tables)}});
        }
    }
    return bottom;
}

float draw_question(const PrepareFrame& frame, std::size_t index, const Rect& area, const std::vector<int>& tables) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& question = frame.session.questions[index];
    const std::string number = std::to_string(index + 1);

    const std::string label_text = words("prepare.question", {{"number", number}});
    FieldOptions field;
    field.look = FieldLook::plain;
    field.lines = Lines::many;
    field.face = Face::title;
    field.size = 24;
    field.hint = words("prepare.question.hint");
    field.label = label_text;
    field.enabled = frame.can;
    field.submit_on_leave = true;

    Rect rest{area.x, area.y + frame.px(12), area.w, 0};
    const Rect handle = rest.cut_left(frame.px(52));
    RowOptions options;
    options.label = question.text;
    options.ink_when_selected = false;
    const float first_line = field_height(ui, "?", area.w, 1, field);
    const Rect grip{handle.x, handle.y, frame.px(46), first_line};
    if (row(ui, row_id("question", index), grip, options)) give_focus(ui, row_id("question", index));
    mark(ui.canvas, grip.centre(), frame.px(36), index);
    drag_source(ui, "question", number, grip, question.text);

    const Rect cross = rest.cut_right(frame.px(40));
    rest.cut_right(frame.px(14));
    Rect count = rest.cut_right(frame.px(stepper_width));
    rest.cut_right(frame.px(20));

    rest.h = field_height(ui, question.text, rest.w, 4, field);
    if (const auto typed = edit_field(ui, row_id("question", index, "text"), rest, question.text, field)) {
        auto changed = question;
        changed.text = std::string(base::trimmed(*typed));
        if (changed != question) frame.wish(cafe::Deed{cafe::PutQuestion{std::move(changed)}});
    }

    count = {count.x, grip.centre().y - frame.px(20), count.w, frame.px(40)};
    if (const auto wanted = stepper(frame, row_id("question", index, "tables"), count, tables[index], 1,
                                    most_tables_a_question, words("prepare.question.tables"))) {
        auto changed = tables;
        changed[index] = *wanted;
        wish_tables(frame, changed);
    }
    if (remove_button(frame, row_id("question", index, "remove"), {cross.x, count.y, cross.w, count.h},
                      words("prepare.remove")))
        remove_question(frame, index);

    const float bottom =
        draw_table_names(frame, index, {rest.x + frame.px(8), rest.bottom() + frame.px(4), rest.w - frame.px(8), 0});
    const Rect whole{area.x, area.y, area.w, bottom - area.y};
    if (const auto dropped = drop_target(ui, "question", whole))
        move_question(frame, static_cast<std::size_t>(std::stoul(*dropped)) - 1, index);
    return bottom + frame.px(18);
}

} // namespace

float draw_questions(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& questions = frame.session.questions;
    const float width = std::min(area.w, frame.px(940));
    const auto tables = app::tables_by_question(frame.session);

    if (const auto key = row_key(ui, "question", questions.size()); key && frame.can == Enabled::yes) {
        if (key->deed == RowDeed::remove) remove_question(frame, key->index);
        if (key->deed == RowDeed::up && key->index > 0) move_question(frame, key->index, key->index - 1);
        if (key->deed == RowDeed::down) move_question(frame, key->index, key->index + 1);
    }

    float y = area.y;
    if (!questions.empty()) {
        const auto [least, most] = std::ranges::minmax(tables);
        const std::string says = least == most
                                     ? std::string(words("prepare.tables_per_question"))
                                     : words("prepare.tables_per_question.mixed",
                                             {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
        Rect bar{area.x, y, width, frame.px(40)};
        bar.cut_right(frame.px(54));
        const Rect count = bar.cut_right(frame.px(stepper_width));
        bar.cut_right(frame.px(20));
        label(ui.canvas, Face::text, frame.px(16), says, {bar.x, bar.y + frame.px(9)}, frame.theme().ink, bar.w,
              Align::right);
        if (const auto wanted =
                stepper(frame, "prepare.tables_per_question", count, most, 1, most_tables_a_question, says))
            wish_tables(frame, std::vector<int>(questions.size(), *wanted));
        y += frame.px(58);
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        line(ui.canvas, {area.x, y}, {area.x + width, y}, frame.theme().hairline, frame.px(1));
        y = draw_question(frame, i, {area.x, y, width, 0}, tables);
    }
    line(ui.canvas, {area.x, y}, {area.x + width, y}, frame.theme().hairline, frame.px(1));
    y += frame.px(20);

    if (questions.size() < static_cast<std::size_t>(app::most_questions)) {
        FieldOptions field;
        field.hint = words("prepare.question.add.hint");
        field.label = words("prepare.question.add");
        field.right_hint = words("prepare.enter_adds");
        field.size = 18;
        field.enabled = frame.can;
        if (text_field(ui, "prepare.question.add", {area.x, y, width, frame.px(54)}, frame.state.question, field) ==
            FieldEvent::submitted) {
            add_questions(frame, frame.state.question);
            give_focus(ui, "prepare.question.add");
        }
        y += frame.px(54);
    } else {
        label(ui.canvas, Face::text, frame.px(15), words("prepare.question.full"), {area.x, y}, frame.theme().muted,
              width);
        y += frame.px(24);
    }
    return y;
}

} // namespace ronde::gui
