// Préparer › organisations: kind, place, what each offers and needs, how to reach it and what it agreed to.

#include "base/text.hpp"
#include "gui/offer_words.hpp"
#include "gui/prepare_contacts.hpp"

#include <algorithm>
#include <optional>
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

/// The line with the kind that follows its own, the first after none and none after the last.
std::string next_kind(const Words& words, std::string_view line) {
    const app::OfferLine read = app::read_offer_line(line);
    const auto next = read.kind ? static_cast<std::size_t>(*read.kind) + 1 : 0;
    if (read.what.empty()) return std::string(line);
    if (next == names_of(app::LineKind{}).size()) return std::string(read.what);
    return words("offers.line", {{"kind", std::string(kind_words(words, static_cast<app::LineKind>(next)))},
                                 {"what", std::string(read.what)}});
}

/// What is read in a line, under the field: its kind, to be chosen, and its days. True when the next kind is wished.
bool draw_read_line(const PrepareFrame& frame, const std::string& id, Rect row, std::string_view line) {
    const Words& words = frame.words();
    const app::OfferLine read = app::read_offer_line(line);
    const ButtonOptions options{.look = ButtonLook::chip,
                                .enabled = frame.can,
                                .value = read.kind ? base::name_of(*read.kind) : std::string_view{},
                                .tip = words("offers.kind.tip")};
    const std::string_view label = read.kind ? kind_words(words, *read.kind) : words("offers.kind.none");
    const bool pressed = button(frame.ui, id + ".kind", row.cut_left(frame.px(118)), label, options);
    row.cut_left(frame.px(10));
    if (const std::string days = days_words(words, read.days); !days.empty()) {
        const TextBlock block = lay_out(frame.ui.canvas, Face::text, frame.px(14.5F), days, row.w / 2);
        const Rect place = row.cut_right(block.width);
        text_item(frame.ui, id + ".days", block, {place.x, row.y + (row.h - block.height) / 2}, frame.theme().ink);
        row.cut_right(frame.px(10));
    }
    label_in(frame.ui.canvas, Face::text, frame.px(14.5F), read.what, row, frame.theme().muted);
    return pressed;
}

/// What an organisation offers, or needs: one a line, and under them what is read in each. Returns where it ends.
float draw_lines(const PrepareFrame& frame, const Rect& area, const LabelledField& field,
                 std::vector<std::string>& lines) {
    float bottom = area.y;
    const auto typed = labelled_field(frame, area, field, one_a_line(lines), bottom);
    std::optional<std::size_t> pressed;
    const float height = button_height(frame.ui, ButtonLook::chip);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        bottom += frame.px(6);
        const std::string id = std::string(field.id) + '.' + std::to_string(i + 1);
        if (draw_read_line(frame, id, {area.x, bottom, area.w, height}, lines[i])) pressed = i;
        bottom += height;
    }
    if (typed)
        lines = base::lines(*typed);
    else if (pressed)
        lines[*pressed] = next_kind(frame.words(), lines[*pressed]);
    return bottom;
}

/// Both fields beside each other. Returns where they end.
float draw_offers_and_needs(const PrepareFrame& frame, const cafe::Organisation& organisation, std::size_t index,
                            const Rect& area) {
    const Words& words = frame.words();
    const float gap = frame.px(20);
    const float half = (area.w - gap) / 2;
    const std::string offers = row_id("organisation", index, "offers");
    const std::string needs = row_id("organisation", index, "needs");
    auto changed = organisation;
    const float left = draw_lines(frame, {area.x, area.y, half, 0},
                                  {.id = offers,
                                   .label = words("prepare.offers"),
                                   .hint = words("prepare.offers.hint"),
                                   .lines = Lines::many,
                                   .height = 92},
                                  changed.offers);
    const float right = draw_lines(frame, {area.x + half + gap, area.y, half, 0},
                                   {.id = needs,
                                    .label = words("prepare.needs"),
                                    .hint = words("prepare.needs.hint"),
                                    .lines = Lines::many,
                                    .height = 92},
                                   changed.needs);
    if (!(changed == organisation)) put(frame, std::move(changed));
    return std::max(left, right);
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
    area.y = draw_offers_and_needs(frame, organisation, index, area) + frame.px(14);
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
