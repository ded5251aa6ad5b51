// Préparer › people › import: which list, what was understood of it, what its columns mean, which lines will not be
// taken and why; one button takes the others.

#include "base/text.hpp"
#include "compat/imgui.hpp"
#include "gui/prepare_import_parts.hpp"
#include "gui/prepare_parts.hpp"
#include "gui/prepare_people.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ronde::gui {
namespace {

using app::ColumnMeaning;
using app::PeopleList;

constexpr std::size_t most_previewed = 5;
constexpr int most_header_lines = 10;

/// The meanings in the order in which they are offered.
constexpr std::array meanings{ColumnMeaning::full_name,    ColumnMeaning::first_name, ColumnMeaning::last_name,
                              ColumnMeaning::organisation, ColumnMeaning::kind,       ColumnMeaning::place,
                              ColumnMeaning::email,        ColumnMeaning::phone,      ColumnMeaning::role,
                              ColumnMeaning::status,       ColumnMeaning::note,       ColumnMeaning::answer,
                              ColumnMeaning::ignored};

std::string meaning_text(const Words& words, ColumnMeaning meaning) {
    return std::string(words("import.meaning." + std::string(base::name_of(meaning))));
}

std::string read_clipboard() {
    const char* text = ImGui::GetClipboardText();
    return text == nullptr ? std::string() : base::repaired_utf8(FontBook::decoded(text));
}

void paste(const PrepareFrame& frame) {
    if (std::string text = read_clipboard(); !base::trimmed(text).empty())
        frame.wish(app::Command{app::ReadPeople{.text = std::move(text)}});
}

void close(const PrepareFrame& frame) {
    frame.state.people.importing = false;
    frame.state.people.column = 0;
    frame.wish(app::Command{app::DropPeople{}});
    give_focus(frame.ui, "prepare.people.import");
}

/// Where the list comes from: a path, the clipboard, or a file that is dropped. Returns where it ends.
float draw_sources(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    float y = small_label(ui, words("import.file"), {area.x, area.y}, area.w);
    FieldOptions field;
    field.hint = words("import.file.hint");
    field.label = words("import.file");
    field.right_hint = words("import.file.enter");
    field.size = 16;
    field.enabled = frame.can;
    auto& path = frame.state.people.file;
    if (text_field(ui, "import.file", {area.x, y, area.w, frame.px(46)}, path, field) == FieldEvent::submitted &&
        !base::trimmed(path).empty())
        frame.wish(app::Command{app::ReadPeople{.file = std::string(base::trimmed(path))}});
    y += frame.px(46 + 12);
    Buttons buttons(frame, {area.x, y});
    if (buttons.press("import.paste", words("import.paste"), {.key_hint = "Ctrl V", .enabled = frame.can}))
        paste(frame);
    if (buttons.press("import.cancel", words("import.cancel"),
                      {.look = ButtonLook::quiet, .key_hint = words("import.key.escape")}))
        close(frame);
    y += frame.px(small_button + 10);
    return paragraph(frame, "import.drop", words("import.drop"), {area.x, y, area.w, 0}, frame.theme().muted);
}

/// Encoding, separator and lines above the people, the latter two to be set right.
float draw_format(const PrepareFrame& frame, const PeopleList& list, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& file = *list.file;
    const std::string name = list.name.empty() ? std::string(words("import.pasted")) : list.name;
    label(ui.canvas, Face::bold, frame.px(18), name, {area.x, area.y}, frame.theme().ink, area.w);
    note_item(ui.canvas, "import.name", "text", name, {area.x, area.y, area.w, frame.px(24)});
    std::string facts = std::string(words("import.encoding." + std::string(base::name_of(file.encoding)))) + " · " +
                        words.count("import.rows", static_cast<long>(file.rows.size()));
    if (file.shape == app::ListShape::date_poll) facts.append(" · ").append(words("import.date_poll"));
    float y = paragraph(frame, "import.facts", facts, {area.x, area.y + frame.px(27), area.w, 0}, frame.theme().muted);
    y += frame.px(8);

    app::MapPeople wish{.choices = list.choices};
    const float height = button_height(ui, ButtonLook::chip);
    const std::string_view title = words("import.separator");
    label(ui.canvas, Face::text, frame.px(15), title, {area.x, y + height / 2 - frame.px(9)}, frame.theme().muted);
    const std::vector<std::string_view> signs{words("import.separator.semicolon"), words("import.separator.comma"),
                                              words("import.separator.tab")};
    const float left = area.x + text_width(ui.canvas, Face::text, frame.px(15), title) + frame.px(14);
    float signs_wide = 0;
    for (const std::string_view sign : signs)
        signs_wide += button_width(ui, sign, {.look = ButtonLook::chip}) + frame.px(10);
    Buttons chips(frame, {left, y});
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const auto sign = static_cast<app::Separator>(i);
        const bool chosen = file.separator == sign;
        if (!chips.press("import.separator." + std::string(base::name_of(sign)), signs[i],
                         {.look = ButtonLook::chip,
                          .enabled = frame.can,
                          .selected = chosen ? Selected::yes : Selected::no,
                          .value = chosen ? "on" : "off"}) ||
            chosen)
            continue;
        wish.choices.separator = sign;
        frame.wish(app::Command{wish});
    }
    // At the right of the same line where there is room, else on a line of its own.
    const float lines_wide = text_width(ui.canvas, Face::text, frame.px(15), words("import.header_lines")) +
                             frame.px(stepper_width + 12 + 20);
    if (left + signs_wide + lines_wide > area.x + area.w) y += height + frame.px(14);
    const Rect number{area.x + area.w - frame.px(stepper_width), y - frame.px(3), frame.px(stepper_width),
                      height + frame.px(6)};
    label(ui.canvas, Face::text, frame.px(15), words("import.header_lines"), {area.x, y + height / 2 - frame.px(9)},
          frame.theme().muted, area.w - number.w - frame.px(12), Align::right);
    if (const auto lines = stepper(frame, "import.header_lines", number, static_cast<int>(file.header_lines), 0,
                                   most_header_lines, words("import.header_lines"))) {
        wish.choices.header_lines = static_cast<std::size_t>(*lines);
        frame.wish(app::Command{wish});
    }
    return y + height + frame.px(16);
}

void mean(const PrepareFrame& frame, const PeopleList& list, std::size_t column, ColumnMeaning meaning) {
    app::MapPeople wish{.choices = list.choices, .mapping = list.mapping};
    wish.mapping[column] = meaning;
    frame.wish(app::Command{std::move(wish)});
}

/// What the first people have in a column.
std::string samples_of(const PeopleList& list, std::size_t column) {
    std::string out;
    for (std::size_t i = 0; i < list.file->rows.size() && i < 12 && out.size() < 90; ++i) {
        const auto& cells = list.file->rows[i].cells;
        if (column >= cells.size() || cells[column].empty()) continue;
        out.append(out.empty() ? "" : " · ").append(cells[column]);
    }
    std::ranges::replace(out, '\n', ' ');
    return out;
}

/// The meanings as chips under a column. Returns where they end.
float draw_meanings(const PrepareFrame& frame, const PeopleList& list, std::size_t column, const Rect& area) {
    Ui& ui = frame.ui;
    const float height = button_height(ui, ButtonLook::chip);
    float x = area.x + frame.px(12);
    float y = area.y + frame.px(2);
    for (const ColumnMeaning meaning : meanings) {
        const bool chosen = list.mapping[column] == meaning;
        const ButtonOptions options{.look = ButtonLook::chip,
                                    .enabled = frame.can,
                                    .selected = chosen ? Selected::yes : Selected::no,
                                    .value = chosen ? "on" : "off"};
        const auto text = meaning_text(frame.words(), meaning);
        const float width = button_width(ui, text, options);
        if (x + width > area.x + area.w) {
            x = area.x + frame.px(12);
            y += height + frame.px(6);
        }
        const std::string id = "import.column." + std::to_string(column + 1);
        if (button(ui, id + "." + std::string(base::name_of(meaning)), {x, y, width, height}, text, options)) {
            mean(frame, list, column, meaning);
            frame.state.people.column = 0;
            focus_by_key(ui, id);
        }
        x += width + frame.px(8);
    }
    return y + height + frame.px(10);
}

float draw_columns(const PrepareFrame& frame, const PeopleList& list, const Rect& area) {
    Ui& ui = frame.ui;
    float y = area.y + heading(ui, frame.words()("import.columns"), {area.x, area.y}, area.w) + frame.px(4);
    const std::size_t count = std::min(list.file->columns.size(), list.mapping.size());
    for (std::size_t i = 0; i < count; ++i) {
        line(ui.canvas, {area.x, y}, {area.x + area.w, y}, frame.theme().hairline, frame.px(1));
        Rect row{area.x, y, area.w, frame.px(40)};
        const Rect choice = row.cut_right(frame.px(210));
        const Rect head = row.cut_left(row.w * 0.38F);
        const auto& header = list.file->columns[i].header;
        const bool ignored = list.mapping[i] == ColumnMeaning::ignored;
        label_in(ui.canvas, Face::bold, frame.px(16),
                 header.empty() ? std::string(frame.words()("import.column", {{"n", std::to_string(i + 1)}})) : header,
                 {head.x, head.y, head.w - frame.px(12), head.h}, ignored ? frame.theme().muted : frame.theme().ink);
        label_in(ui.canvas, Face::text, frame.px(15), samples_of(list, i), {row.x, row.y, row.w - frame.px(12), row.h},
                 frame.theme().muted);
        const std::string id = "import.column." + std::to_string(i + 1);
        const bool open = frame.state.people.column == i + 1;
        ButtonOptions options;
        options.look = ButtonLook::quiet;
        options.align = Align::left;
        options.enabled = frame.can;
        options.selected = open ? Selected::yes : Selected::no;
        options.value = base::name_of(list.mapping[i]);
        options.tip = frame.words()("import.column.tip");
        if (button(ui, id, choice.inset(0, frame.px(3)), meaning_text(frame.words(), list.mapping[i]), options))
            frame.state.people.column = open ? 0 : i + 1;
        y = row.bottom();
        if (list.file->columns[i].in_doubt && ignored)
            y = paragraph(frame, id + ".doubt", frame.words()("import.column.doubt", {{"heading", header}}),
                          {area.x, y, area.w, 0}, frame.theme().alarm);
        if (open) y = draw_meanings(frame, list, i, {area.x, y, area.w, 0});
    }
    line(ui.canvas, {area.x, y}, {area.x + area.w, y}, frame.theme().hairline, frame.px(1));
    return y + frame.px(16);
}

/// The first people as they would come.
float draw_preview(const PrepareFrame& frame, const PeopleList& list, const Rect& area) {
    Ui& ui = frame.ui;
    if (list.read.people.empty()) return area.y;
    float y = area.y + heading(ui, frame.words()("import.preview"), {area.x, area.y}, area.w) + frame.px(4);
    for (std::size_t i = 0; i < std::min(list.read.people.size(), most_previewed); ++i) {
        const auto& person = list.read.people[i];
        Rect row{area.x, y, area.w, frame.px(28)};
        note_item(ui.canvas, "import.person." + std::to_string(i + 1), "row", person.full_name, row,
                  person.organisation);
        label_in(ui.canvas, Face::bold, frame.px(15), person.full_name, row.cut_left(area.w * 0.3F), frame.theme().ink);
        label_in(ui.canvas, Face::text, frame.px(15), person.organisation, row.cut_left(area.w * 0.32F),
                 frame.theme().ink);
        std::string rest = person.email;
        if (!person.phone.empty()) rest.append(rest.empty() ? "" : " · ").append(person.phone);
        label_in(ui.canvas, Face::text, frame.px(15), rest, row, frame.theme().muted);
        y += frame.px(28);
    }
    return y + frame.px(12);
}

float draw_taking(const PrepareFrame& frame, const PeopleList& list, const Rect& area) {
    const auto& words = frame.words();
    const std::size_t taken = list.added + list.updated;
    const bool any = taken > 0 && !list.busy;
    std::string counts = words.count("import.added", static_cast<long>(list.added)) + " · " +
                         words.count("import.updated", static_cast<long>(list.updated)) + " · " +
                         words.count("import.unchanged", static_cast<long>(list.unchanged));
    if (list.beyond > 0) counts.append(" · ").append(words.count("import.beyond", static_cast<long>(list.beyond)));
    float y = paragraph(frame, "import.counts", counts, area, frame.theme().ink, 16) + frame.px(8);
    Buttons buttons(frame, {area.x, y});
    if (buttons.press("import.take",
                      taken == 0 ? std::string(words("import.take.none"))
                                 : words.count("import.take", static_cast<long>(taken)),
                      {.look = ButtonLook::primary,
                       .key_hint = words("prepare.key.enter"),
                       .enabled = any && frame.can == Enabled::yes ? Enabled::yes : Enabled::no})) {
        frame.wish(app::Command{app::TakePeople{}});
        frame.state.people.importing = false;
        frame.state.people.column = 0;
        frame.state.people.file.clear();
        give_focus(frame.ui, "prepare.people.paste");
    }
    if (buttons.press("import.again", words("import.again"))) {
        frame.state.people.importing = true;
        frame.wish(app::Command{app::DropPeople{}});
        focus_by_key(frame.ui, "import.file");
    }
    if (buttons.press("import.cancel", words("import.cancel"),
                      {.look = ButtonLook::quiet, .key_hint = words("import.key.escape")}))
        close(frame);
    return y + frame.px(small_button + 12);
}

} // namespace

float draw_import(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const PeopleList* list = frame.view.app.people_list;
    PeopleState& state = frame.state.people;
    const bool free = !ui.focus.typing && ui.blocked_by.empty(); // nobody types, nothing is laid over
    if (free && take_key(ui, {.key = Key::character, .character = U'v', .ctrl = true})) paste(frame);
    if (free && take_key(ui, {.key = Key::escape})) close(frame);
    const Rect page{area.x, area.y, std::min(area.w, frame.px(980)), 0};
    const bool shown = list != nullptr && list->file != nullptr;
    if (std::exchange(state.shown, shown) != shown && shown) focus_by_key(ui, "import.take");
    if (!shown) {
        float y = page.y;
        if (list != nullptr && list->refused)
            y = paragraph(frame, "import.refused",
                          frame.words()("import.refused." + std::string(base::name_of(*list->refused))), page,
                          frame.theme().alarm, 16) +
                frame.px(8);
        return draw_sources(frame, {page.x, y, page.w, 0});
    }
    // What it comes to stands on top, in sight, however long the list of columns and troubles is.
    float y = draw_format(frame, *list, page);
    y = draw_taking(frame, *list, {page.x, y, page.w, 0}) + frame.px(8);
    y = draw_columns(frame, *list, {page.x, y, page.w, 0});
    y = draw_preview(frame, *list, {page.x, y, page.w, 0});
    return draw_import_troubles(frame, *list, {page.x, y, page.w, 0});
}

} // namespace ronde::gui
