// Préparer › people: a box for lines typed or pasted, and the table of who comes.

#include "gui/prepare_people.hpp"
#include "app/people_lines.hpp"
#include "base/text.hpp"
#include "gui/prepare_contacts.hpp"
#include "gui/prepare_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ronde::gui {
namespace {

using app::LineTrouble;
using cafe::OrganisationKind;
using cafe::Role;

std::string_view kind_text(const Words& words, OrganisationKind kind) {
    switch (kind) {
    case OrganisationKind::third_place: return words("prepare.kind.third_place");
    case OrganisationKind::support: return words("prepare.kind.support");
    case OrganisationKind::other: break;
    }
    return words("prepare.kind.other");
}

std::string_view role_text(const Words& words, Role role) {
    switch (role) {
    case Role::facilitator: return words("prepare.role.facilitator");
    case Role::host: return words("prepare.role.host");
    case Role::note_taker: return words("prepare.role.note_taker");
    case Role::speaker: break;
    }
    return words("prepare.role.speaker");
}

std::string trouble_text(const Words& words, const app::WrongLine& wrong) {
    const Words::Values values{{"line", std::to_string(wrong.line)}, {"text", base::repaired_utf8(wrong.text)}};
    switch (wrong.why) {
    case LineTrouble::not_text: return words("prepare.line.not_text", values);
    case LineTrouble::no_name: return words("prepare.line.no_name", values);
    case LineTrouble::name_too_long: return words("prepare.line.name_too_long", values);
    case LineTrouble::unknown_kind: return words("prepare.line.unknown_kind", values);
    case LineTrouble::too_many: return words("prepare.line.too_many", values);
    case LineTrouble::known_already: break;
    }
    return words("prepare.line.known_already", values);
}

/// The columns of the table.
struct PeopleColumns {
    Rect name;
    Rect organisation;
    Rect kind;
    Rect roles;
    Rect remove;

    PeopleColumns(const PrepareFrame& frame, Rect row) {
        remove = row.cut_right(frame.px(40));
        roles = row.cut_right(frame.px(std::min(190.0F, row.w / frame.px(1) * 0.22F)));
        kind = row.cut_right(frame.px(152));
        row.cut_right(frame.px(10));
        name = row.cut_left(row.w * 0.48F);
        row.cut_left(frame.px(8));
        organisation = row;
    }
};

void remove_person(const PrepareFrame& frame, std::size_t index) {
    frame.wish(cafe::Deed{cafe::RemoveParticipants{{frame.session.participants[index].id}}});
    const std::size_t left = frame.session.participants.size() - 1;
    if (left == 0)
        give_focus(frame.ui, "prepare.people.paste");
    else
        give_focus(frame.ui, row_id("person", std::min(index, left - 1), "remove"));
}

/// Puts a person at another organisation: one that is known by this name, else a new one; no name, none.
void wish_organisation(const PrepareFrame& frame, const cafe::Participant& person, std::string_view typed) {
    cafe::PutPeople put;
    auto changed = person;
    changed.organisation = {};
    const std::string name(base::trimmed(typed));
    if (!name.empty()) {
        const auto& all = frame.session.organisations;
        const auto known = std::find_if(all.begin(), all.end(), [&](const auto& organisation) {
            return base::folded(organisation.name) == base::folded(name);
        });
        if (known != all.end()) {
            changed.organisation = known->id;
        } else {
            put.organisations.push_back({.id = {frame.dispatch.new_id("o")}, .name = name});
            changed.organisation = put.organisations.back().id;
        }
    }
    if (changed == person) return;
    put.participants.push_back(std::move(changed));
    frame.wish(cafe::Deed{std::move(put)});
}

void wish_role(const PrepareFrame& frame, const cafe::Participant& person, Role role) {
    auto changed = person;
    const auto had = std::find(changed.roles.begin(), changed.roles.end(), role);
    if (had == changed.roles.end())
        changed.roles.push_back(role);
    else
        changed.roles.erase(had);
    frame.wish(cafe::Deed{cafe::PutPeople{.participants = {std::move(changed)}}});
}

std::string roles_text(const Words& words, const cafe::Participant& person) {
    std::string out;
    for (const Role role : person.roles) {
        if (!out.empty()) out += ", ";
        out += role_text(words, role);
    }
    return out;
}

void draw_name(const PrepareFrame& frame, std::size_t index, const Rect& rect) {
    const auto& person = frame.session.participants[index];
    FieldOptions field;
    field.look = FieldLook::plain;
    field.size = 16;
    field.label = frame.words()("prepare.people.name");
    field.enabled = frame.can;
    field.submit_on_leave = true;
    const auto typed = edit_field(frame.ui, row_id("person", index, "name"), rect, person.name, field);
    if (!typed || base::trimmed(*typed).empty() || base::trimmed(*typed) == person.name) return;
    auto changed = person;
    changed.name = std::string(base::trimmed(*typed));
    frame.wish(cafe::Deed{cafe::PutPeople{.participants = {std::move(changed)}}});
}

void draw_organisation(const PrepareFrame& frame, std::size_t index, const PeopleColumns& columns) {
    const auto& person = frame.session.participants[index];
    const auto* organisation = cafe::find(frame.session, person.organisation);
    FieldOptions field;
    field.look = FieldLook::plain;
    field.size = 16;
    field.label = frame.words()("prepare.people.organisation");
    field.hint = frame.words()("prepare.people.no_organisation");
    field.enabled = frame.can;
    field.submit_on_leave = true;
    if (const auto typed = edit_field(frame.ui, row_id("person", index, "organisation"), columns.organisation,
                                      organisation == nullptr ? "" : std::string_view(organisation->name), field))
        wish_organisation(frame, person, *typed);
    if (organisation == nullptr) return;
    ButtonOptions options;
    options.look = ButtonLook::quiet;
    options.align = Align::left;
    options.enabled = frame.can;
    options.tip = frame.words()("prepare.kind.tip");
    options.value = base::name_of(organisation->kind);
    if (button(frame.ui, row_id("person", index, "kind"), columns.kind, kind_text(frame.words(), organisation->kind),
               options)) {
        auto changed = *organisation;
        changed.kind = after(organisation->kind);
        frame.wish(cafe::Deed{cafe::PutPeople{.organisations = {std::move(changed)}}});
    }
}

/// The chips that give and take roles, under the row. Returns where they end.
float draw_roles(const PrepareFrame& frame, std::size_t index, const Rect& area) {
    static constexpr std::array roles{Role::facilitator, Role::host, Role::note_taker, Role::speaker};
    const auto& person = frame.session.participants[index];
    float x = area.x + frame.px(12);
    for (const Role role : roles) {
        ButtonOptions options;
        options.look = ButtonLook::chip;
        options.enabled = frame.can;
        const bool has = std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
        options.selected = has ? Selected::yes : Selected::no;
        options.value = has ? "on" : "off";
        const auto text = role_text(frame.words(), role);
        const Rect rect{x, area.y, button_width(frame.ui, text, options), button_height(frame.ui, ButtonLook::chip)};
        const std::string part = "role." + std::string(base::name_of(role));
        if (button(frame.ui, row_id("person", index, part), rect, text, options)) wish_role(frame, person, role);
        x = rect.right() + frame.px(8);
    }
    if (erase_button(frame, row_id("person", index, "erase"), area.x + area.w, area.y))
        frame.state.people.erasing = person.id;
    return area.y + button_height(frame.ui, ButtonLook::chip) + frame.px(10);
}

/// What unfolds under a row: roles, erasing, contacts. Returns where it ends.
float draw_details(const PrepareFrame& frame, std::size_t index, const Rect& area) {
    const auto& person = frame.session.participants[index];
    const float y = draw_roles(frame, index, area);
    return draw_contacts(frame, {"person", index, person.contacts},
                         {area.x + frame.px(12), y, area.w - frame.px(24), 0},
                         [&](std::vector<cafe::Contact> contacts) {
                             auto changed = person;
                             changed.contacts = std::move(contacts);
                             frame.wish(cafe::Deed{cafe::PutPeople{.participants = {std::move(changed)}}});
                         });
}

/// One person's row. Returns where it ends.
float draw_person(const PrepareFrame& frame, std::size_t index, const Rect& rect) {
    Ui& ui = frame.ui;
    const auto& person = frame.session.participants[index];
    const PeopleColumns columns(frame, rect);
    draw_name(frame, index, columns.name);
    draw_organisation(frame, index, columns);

    const std::string id = row_id("person", index);
    const bool open = frame.state.opened == id;
    const std::string roles = roles_text(frame.words(), person);
    ButtonOptions options;
    options.look = ButtonLook::quiet;
    options.align = Align::left;
    options.selected = open ? Selected::yes : Selected::no;
    options.value = roles;
    options.tip = frame.words()("prepare.roles.tip");
    if (button(ui, row_id("person", index, "roles"), columns.roles,
               roles.empty() ? frame.words()("prepare.roles.none") : std::string_view(roles), options))
        frame.state.opened = open ? std::string() : id;
    if (remove_button(frame, row_id("person", index, "remove"), columns.remove, frame.words()("prepare.remove")))
        remove_person(frame, index);
    return open ? draw_details(frame, index, {rect.x, rect.bottom() + frame.px(2), rect.w, 0}) : rect.bottom();
}

/// The box for lines, what of them is wrong, and the button that takes the rest. Returns where it ends.
float draw_box(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    auto& text = frame.state.people_lines;
    float y = small_label(ui, words("prepare.people.paste"), {area.x, area.y}, area.w);
    FieldOptions field;
    field.lines = Lines::many;
    field.pasted_tab = U';';
    field.hint = words("prepare.people.paste.hint");
    field.label = words("prepare.people.paste");
    field.size = 16;
    field.enabled = frame.can;
    const bool many = std::count(text.begin(), text.end(), '\n') > 1;
    const Rect box{area.x, y, area.w, frame.px(many ? 132 : 76)};
    const auto event = text_field(ui, "prepare.people.paste", box, text, field);
    y = box.bottom() + frame.px(12);

    const auto lines = base::trimmed(text).empty() ? app::PeopleLines{} : app::read_people_lines(text, frame.session);
    ButtonOptions options;
    options.key_hint = words("prepare.key.enter");
    options.enabled = frame.can == Enabled::yes && !lines.people.empty() ? Enabled::yes : Enabled::no;
    const std::string add = lines.people.empty()
                                ? std::string(words("prepare.people.add.none"))
                                : words.count("prepare.people.add", static_cast<long>(lines.people.size()));
    Rect bar{area.x, y, area.w, frame.px(small_button)};
    const Rect press = bar.cut_left(button_width(ui, add, options));
    bar.cut_left(frame.px(18));
    label(ui.canvas, Face::text, frame.px(14), words("prepare.people.paste.keys"),
          {bar.x, bar.y + bar.h / 2 - frame.px(9)}, frame.theme().muted, bar.w);
    y = press.bottom() + frame.px(10);
    bool take = button(ui, "prepare.people.add", press, add, options);
    take = take || (event == FieldEvent::submitted && !lines.people.empty());
    if (take) {
        frame.wish(cafe::Deed{app::put_people(lines, frame.session, frame.dispatch.new_id)});
        // What was not understood stays in the box, to be put right.
        text.clear();
        for (const auto& wrong : lines.wrong) text.append(text.empty() ? "" : "\n").append(wrong.text);
        give_focus(ui, "prepare.people.paste");
    }
    constexpr std::size_t most_shown = 5;
    for (std::size_t i = 0; i < std::min(lines.wrong.size(), most_shown); ++i) {
        const auto block = lay_out(ui.canvas, Face::text, frame.px(14), trouble_text(words, lines.wrong[i]), area.w);
        text_item(ui, row_id("people.wrong", i), block, {area.x, y}, frame.theme().alarm);
        y += block.height + frame.px(4);
    }
    if (lines.wrong.size() > most_shown) {
        label(ui.canvas, Face::text, frame.px(14),
              words.count("prepare.line.more", static_cast<long>(lines.wrong.size() - most_shown)), {area.x, y},
              frame.theme().alarm, area.w);
        y += frame.px(22);
    }
    return y;
}

bool matches(const cafe::Session& session, const cafe::Participant& person, const std::string& folded) {
    if (folded.empty() || base::folded(person.name).find(folded) != std::string::npos) return true;
    const auto* organisation = cafe::find(session, person.organisation);
    return organisation != nullptr && base::folded(organisation->name).find(folded) != std::string::npos;
}

float draw_table(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& people = frame.session.participants;
    float y = area.y;
    if (people.size() > 12) {
        FieldOptions field;
        field.hint = words("prepare.people.filter");
        field.label = words("prepare.people.filter");
        (void)text_field(ui, "prepare.people.filter", {area.x, y, std::min(area.w, frame.px(320)), frame.px(38)},
                         frame.state.filter, field);
        y += frame.px(54);
    } else {
        frame.state.filter.clear();
    }
    const PeopleColumns heads(frame, {area.x, y, area.w, frame.px(24)});
    const auto head = [&](const Rect& column, std::string_view text) {
        label(ui.canvas, Face::text, frame.px(14), text, {column.x + frame.px(9), column.y}, frame.theme().muted,
              column.w - frame.px(9));
    };
    head(heads.name, words("prepare.people.name"));
    head(heads.organisation, words("prepare.people.organisation"));
    head(heads.kind, words("prepare.people.kind"));
    head(heads.roles, words("prepare.people.roles"));
    y += frame.px(26);
    const std::string filter = base::folded(base::trimmed(frame.state.filter));
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!matches(frame.session, people[i], filter)) continue;
        line(ui.canvas, {area.x, y}, {area.x + area.w, y}, frame.theme().hairline, frame.px(1));
        y = draw_person(frame, i, {area.x, y + frame.px(2), area.w, frame.px(40)}) + frame.px(2);
    }
    line(ui.canvas, {area.x, y}, {area.x + area.w, y}, frame.theme().hairline, frame.px(1));
    return y;
}

} // namespace

float draw_people(const PrepareFrame& frame, const Rect& area) {
    const auto& people = frame.session.participants;
    if (const auto key = in_a_contact(frame.ui) ? std::nullopt : row_key(frame.ui, "person", people.size());
        key && key->deed == RowDeed::remove && frame.can == Enabled::yes)
        remove_person(frame, key->index);
    if (frame.state.people.importing || frame.view.app.people_list != nullptr) return draw_import(frame, area);
    const Rect page{area.x, area.y, std::min(area.w, frame.px(980)), 0};
    float y = draw_people_tools(frame, page);
    y = draw_box(frame, {page.x, y + frame.px(4), page.w, 0});
    if (people.empty()) return y;
    return draw_table(frame, {page.x, y + frame.px(16), page.w, 0});
}

} // namespace ronde::gui
