// Préparer › people: what is done now and then. Import, who is here, two organisations made one, an anonymous copy, and
// erasing a person, which takes their name typed.

#include "base/text.hpp"
#include "gui/prepare_people.hpp"

#include <algorithm>
#include <utility>

namespace ronde::gui {
namespace {

/// One of the two organisations to be merged: its name, and with Enter or a click the next one.
void draw_organisation_choice(const PrepareFrame& frame, std::string_view id, cafe::OrganisationId& chosen,
                              const Rect& rect, std::string_view label_text) {
    const auto& all = frame.session.organisations;
    auto at = static_cast<std::size_t>(std::ranges::find(all, chosen, &cafe::Organisation::id) - all.begin());
    if (at == all.size()) at = id.ends_with("into") || all.size() < 2 ? 0 : 1;
    chosen = all[at].id;
    Rect rest = rect;
    label_in(frame.ui.canvas, Face::text, frame.px(15), label_text, rest.cut_left(frame.px(120)), frame.theme().muted);
    const Rect before = rest.cut_left(rest.h);
    const Rect after = rest.cut_right(rest.h);
    const std::string base(id);
    if (button(frame.ui, base + ".before", before, "‹", {.enabled = frame.can, .tip = frame.words()("merge.before")}))
        chosen = all[(at + all.size() - 1) % all.size()].id;
    if (button(frame.ui, base + ".after", after, "›", {.enabled = frame.can, .tip = frame.words()("merge.after")}))
        chosen = all[(at + 1) % all.size()].id;
    const Rect name = rest.inset(frame.px(10), 0);
    const auto people = std::ranges::count(frame.session.participants, all[at].id, &cafe::Participant::organisation);
    const std::string text = all[at].name + " · " + frame.words().count("prepare.state.people", people);
    label_in(frame.ui.canvas, Face::bold, frame.px(16), text, name, frame.theme().ink);
    note_item(frame.ui.canvas, base, "text", text, name, all[at].id.value);
}

float draw_merge(const PrepareFrame& frame, const Rect& area) {
    PeopleState& state = frame.state.people;
    const auto& words = frame.words();
    const float height = frame.px(40);
    const float width = std::min(area.w, frame.px(620));
    draw_organisation_choice(frame, "prepare.merge.from", state.merge_from, {area.x, area.y, width, height},
                             words("merge.from"));
    draw_organisation_choice(frame, "prepare.merge.into", state.merge_into,
                             {area.x, area.y + height + frame.px(8), width, height}, words("merge.into"));
    const float y = area.y + 2 * (height + frame.px(8)) + frame.px(4);
    const bool two = state.merge_from != state.merge_into;
    const ButtonOptions options{.enabled = frame.can == Enabled::yes && two ? Enabled::yes : Enabled::no};
    const Rect press{area.x, y, button_width(frame.ui, words("merge.do"), options), frame.px(small_button)};
    if (button(frame.ui, "prepare.merge.do", press, words("merge.do"), options)) {
        frame.wish(cafe::Deed{cafe::MergeOrganisations{state.merge_from, state.merge_into}});
        state.merging = false;
        give_focus(frame.ui, "prepare.people.merge");
    }
    label(frame.ui.canvas, Face::text, frame.px(14), words("merge.explained"),
          {press.right() + frame.px(16), press.centre().y - frame.px(9)}, frame.theme().muted,
          area.x + area.w - press.right() - frame.px(16));
    return press.bottom() + frame.px(14);
}

} // namespace

float draw_people_tools(const PrepareFrame& frame, const Rect& area) {
    PeopleState& state = frame.state.people;
    const auto& words = frame.words();
    Ui& ui = frame.ui;
    float x = area.x;
    float y = area.y;
    const auto press = [&](std::string_view id, std::string_view text, ButtonOptions options) {
        const float width = button_width(ui, text, options);
        const float height = button_height(ui, options.look);
        if (x > area.x && x + width > area.x + area.w) {
            x = area.x;
            y += height + frame.px(8);
        }
        const Rect rect{x, y, width, height};
        x = rect.right() + frame.px(8);
        return button(ui, id, rect, text, options);
    };
    const bool anybody = !frame.session.participants.empty();
    const auto only_if = [&](bool possible) {
        return possible && frame.can == Enabled::yes ? Enabled::yes : Enabled::no;
    };
    if (press("prepare.people.import", words("people.import"), {.enabled = frame.can})) {
        state.importing = true;
        focus_by_key(ui, "import.file");
    }
    if (press("prepare.people.presence", words("people.presence"), {.key_hint = "Ctrl P", .enabled = only_if(anybody)}))
        state.asks = "presence";
    if (press("prepare.people.merge", words("people.merge"),
              {.enabled = only_if(frame.session.organisations.size() > 1),
               .selected = state.merging ? Selected::yes : Selected::no}))
        state.merging = !state.merging;
    if (press("prepare.people.anonymous", words("people.anonymous"),
              {.enabled = anybody ? Enabled::yes : Enabled::no, .tip = words("people.anonymous.tip")}))
        frame.wishes.push_back(app::Command{app::WriteAnonymous{}});
    y += button_height(ui) + frame.px(14);
    if (frame.session.organisations.size() < 2) state.merging = false;
    return state.merging ? draw_merge(frame, {area.x, y, area.w, 0}) : y;
}

bool erase_button(const PrepareFrame& frame, std::string_view id, float right, float y) {
    const ButtonOptions options{.look = ButtonLook::quiet, .enabled = frame.can, .tip = frame.words()("erase.tip")};
    const auto text = frame.words()("erase.button");
    const float width = button_width(frame.ui, text, options);
    return button(frame.ui, id, {right - width, y, width, button_height(frame.ui, ButtonLook::chip)}, text, options);
}

void draw_erasing(const PrepareFrame& frame, const Rect& place) {
    PeopleState& state = frame.state.people;
    const auto* person = cafe::find(frame.session, state.erasing);
    if (person == nullptr) {
        state.erasing = {};
        return;
    }
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const float width = std::min(ui.px(600), place.w - ui.px(24));
    const float side = ui.px(36);
    const float room = width - 2 * side;
    const auto title = lay_out(ui.canvas, Face::title, ui.px(30), words("erase.title", {{"name", person->name}}), room);
    const auto body = lay_out(ui.canvas, Face::text, ui.px(16), words("erase.text"), room);
    const auto asked = lay_out(ui.canvas, Face::text, ui.px(15), words("erase.type", {{"name", person->name}}), room);
    const float height =
        ui.px(32 + 12 + 20 + 6 + 46 + 24 + small_button + 30) + title.height + body.height + asked.height;
    Overlay overlay(ui, "erase", place, width, height);
    Point at{overlay.panel().x + side, overlay.panel().y + ui.px(32)};
    text_item(ui, "erase.title", title, at, frame.theme().ink);
    at.y += title.height + ui.px(12);
    text_item(ui, "erase.text", body, at, frame.theme().muted);
    at.y += body.height + ui.px(20);
    text_item(ui, "erase.type", asked, at, frame.theme().ink);
    at.y += asked.height + ui.px(6);
    if (overlay.is_new()) {
        state.erase_name.clear();
        focus_by_key(ui, "erase.name");
    }
    FieldOptions field;
    field.label = words("prepare.people.name");
    field.size = 16;
    const auto event = text_field(ui, "erase.name", {at.x, at.y, room, ui.px(46)}, state.erase_name, field);
    at.y += ui.px(46 + 24);

    const bool same = base::folded(base::trimmed(state.erase_name)) == base::folded(person->name);
    const ButtonOptions go{.enabled = same && frame.can == Enabled::yes ? Enabled::yes : Enabled::no};
    const auto go_text = words("erase.go");
    const auto stay_text = words("erase.stay");
    const float go_width = button_width(ui, go_text, go);
    const float stay_width = button_width(ui, stay_text, {});
    const float right = overlay.panel().right() - side;
    bool erase = event == FieldEvent::submitted && same;
    bool done = event == FieldEvent::escaped || take_key(ui, {.key = Key::escape});
    if (button(ui, "erase.stay", {right - go_width - ui.px(12) - stay_width, at.y, stay_width, ui.px(small_button)},
               stay_text))
        done = true;
    if (button(ui, "erase.go", {right - go_width, at.y, go_width, ui.px(small_button)}, go_text, go)) erase = true;
    if (erase) frame.wish(cafe::Deed{cafe::ErasePerson{person->id}});
    if (!erase && !done) return;
    state.erasing = {};
    state.erase_name.clear();
    if (erase) frame.state.opened.clear();
    overlay.close();
}

} // namespace ronde::gui
