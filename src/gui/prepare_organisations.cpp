// Préparer › organisations: kind, place, what each offers and needs, how to reach it and what it agreed to.

#include "base/text.hpp"
#include "gui/prepare_contacts.hpp"

#include <algorithm>
#include <utility>

namespace ronde::gui {
namespace {

using cafe::OrganisationKind;

std::string_view kind_words(const Words& words, OrganisationKind kind) {
    switch (kind) {
    case OrganisationKind::third_place: return words("prepare.kind.third_place");
    case OrganisationKind::support: return words("prepare.kind.support");
    case OrganisationKind::other: break;
    }
    return words("prepare.kind.other");
}

void put(const PrepareFrame& frame, cafe::Organisation changed) {
    frame.wish(cafe::Deed{cafe::PutPeople{.organisations = {std::move(changed)}}});
}

std::string one_a_line(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

/// What an organisation offers, or needs: one a line. Returns where it ends.
float draw_lines(const PrepareFrame& frame, const cafe::Organisation& organisation, const Rect& area,
                 const LabelledField& field, std::vector<std::string> cafe::Organisation::*lines) {
    float bottom = area.y;
    const auto typed = labelled_field(frame, area, field, one_a_line(organisation.*lines), bottom);
    if (!typed) return bottom;
    auto changed = organisation;
    changed.*lines = base::lines(*typed);
    if (!(changed == organisation)) put(frame, std::move(changed));
    return bottom;
}

/// Whether a row of this width has room for the place; else it stands with the details.
bool is_wide(const PrepareFrame& frame, const Rect& row) {
    return row.w > frame.px(760);
}

/// What unfolds under a row. Returns where it ends.
float draw_details(const PrepareFrame& frame, const cafe::Organisation& organisation, std::size_t index, Rect area) {
    const auto& words = frame.words();
    const bool place_missing = !is_wide(frame, area);
    area = {area.x + frame.px(12), area.y + frame.px(8), area.w - frame.px(24), 0};
    if (place_missing) {
        const auto typed = labelled_field(
            frame, area, {.id = row_id("organisation", index, "place"), .label = words("prepare.organisation.place")},
            organisation.place, area.y);
        if (typed && base::trimmed(*typed) != organisation.place) {
            auto changed = organisation;
            changed.place = base::trimmed(*typed);
            put(frame, std::move(changed));
        }
        area.y += frame.px(14);
    }
    const float gap = frame.px(20);
    const float half = (area.w - gap) / 2;
    const std::string offers = row_id("organisation", index, "offers");
    const std::string needs = row_id("organisation", index, "needs");
    const float left = draw_lines(frame, organisation, {area.x, area.y, half, 0},
                                  {.id = offers,
                                   .label = words("prepare.offers"),
                                   .hint = words("prepare.offers.hint"),
                                   .lines = Lines::many,
                                   .height = 92},
                                  &cafe::Organisation::offers);
    const float right = draw_lines(frame, organisation, {area.x + half + gap, area.y, half, 0},
                                   {.id = needs,
                                    .label = words("prepare.needs"),
                                    .hint = words("prepare.needs.hint"),
                                    .lines = Lines::many,
                                    .height = 92},
                                   &cafe::Organisation::needs);
    area.y = std::max(left, right) + frame.px(14);
    return draw_contacts(frame, {"organisation", index, organisation.contacts}, area,
                         [&](std::vector<cafe::Contact> contacts) {
                             auto changed = organisation;
                             changed.contacts = std::move(contacts);
                             put(frame, std::move(changed));
                         });
}

/// A field of the row's own; the changed text, trimmed.
std::optional<std::string> cell(const PrepareFrame& frame, const std::string& id, const Rect& rect,
                                const std::string& current, std::string_view label) {
    FieldOptions field;
    field.look = FieldLook::plain;
    field.size = 16;
    field.label = label;
    field.hint = label;
    field.enabled = frame.can;
    const auto typed = edit_field(frame.ui, id, rect, current, field);
    if (!typed || base::trimmed(*typed) == current) return std::nullopt;
    return std::string(base::trimmed(*typed));
}

/// "2 offres · 1 besoin · 1 contact".
std::string summary_of(const Words& words, const cafe::Organisation& organisation) {
    return words.count("prepare.organisation.offers", static_cast<long>(organisation.offers.size())) + " · " +
           words.count("prepare.organisation.needs", static_cast<long>(organisation.needs.size())) + " · " +
           words.count("prepare.organisation.contacts", static_cast<long>(organisation.contacts.size()));
}

/// One organisation. Returns where it ends.
float draw_organisation(const PrepareFrame& frame, std::size_t index, const Rect& rect) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const cafe::Organisation& organisation = frame.session.organisations[index];
    Rect row = rect;
    const bool wide = is_wide(frame, rect);
    auto changed = organisation;
    if (remove_button(frame, row_id("organisation", index, "remove"), row.cut_right(frame.px(40)),
                      words("prepare.remove")))
        frame.wish(cafe::Deed{cafe::RemoveOrganisation{organisation.id}});
    const std::string id = row_id("organisation", index);
    const bool open = frame.state.opened == id;
    const std::string summary = summary_of(words, organisation);
    ButtonOptions options;
    options.look = ButtonLook::quiet;
    options.align = Align::left;
    options.selected = open ? Selected::yes : Selected::no;
    options.tip = words("prepare.organisation.tip");
    if (button(ui, row_id("organisation", index, "details"), row.cut_right(frame.px(wide ? 290 : 236)), summary,
               options))
        frame.state.opened = open ? std::string() : id;
    options = {.look = ButtonLook::quiet,
               .enabled = frame.can,
               .value = base::name_of(organisation.kind),
               .align = Align::left};
    if (button(ui, row_id("organisation", index, "kind"), row.cut_right(frame.px(wide ? 152 : 136)),
               kind_words(words, organisation.kind), options))
        changed.kind = after(organisation.kind);
    row.cut_right(frame.px(8));
    const Rect place = row.cut_right(wide ? row.w * 0.36F : 0);
    row.cut_right(frame.px(wide ? 8 : 0));
    if (const auto typed = cell(frame, row_id("organisation", index, "name"), row, organisation.name,
                                words("prepare.organisation.name"));
        typed && !typed->empty())
        changed.name = *typed;
    if (wide)
        if (const auto typed = cell(frame, row_id("organisation", index, "place"), place, organisation.place,
                                    words("prepare.organisation.place")))
            changed.place = *typed;
    if (!(changed == organisation)) put(frame, std::move(changed));
    return open ? draw_details(frame, organisation, index, {rect.x, rect.bottom(), rect.w, 0}) : rect.bottom();
}

} // namespace

float draw_organisations(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const Rect page{area.x, area.y, std::min(area.w, frame.px(980)), 0};
    FieldOptions field;
    field.hint = words("prepare.organisation.add");
    field.label = words("prepare.organisation.add");
    field.size = 16;
    field.enabled = frame.can;
    field.right_hint = words("prepare.enter_adds");
    const Rect box{page.x, page.y, page.w, frame.px(46)};
    const auto event = text_field(ui, "prepare.organisation.add", box, frame.state.organisation, field);
    if (event == FieldEvent::submitted && !base::trimmed(frame.state.organisation).empty()) {
        put(frame, {.id = {frame.dispatch.new_id("o")}, .name = std::string(base::trimmed(frame.state.organisation))});
        frame.state.organisation.clear();
    }
    float y = box.bottom() + frame.px(18);
    for (std::size_t i = 0; i < frame.session.organisations.size(); ++i) {
        line(ui.canvas, {page.x, y}, {page.x + page.w, y}, frame.theme().hairline, frame.px(1));
        y = draw_organisation(frame, i, {page.x, y + frame.px(2), page.w, frame.px(40)}) + frame.px(2);
    }
    return y;
}

} // namespace ronde::gui
