#include "gui/prepare_contacts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace ronde::gui {
namespace {

using cafe::Consent;
using cafe::ContactKind;

std::string_view contact_words(const Words& words, ContactKind kind) {
    switch (kind) {
    case ContactKind::email: return words("prepare.contact.email");
    case ContactKind::phone: return words("prepare.contact.phone");
    case ContactKind::website: return words("prepare.contact.website");
    case ContactKind::other: break;
    }
    return words("prepare.contact.other");
}

std::string_view consent_words(const Words& words, Consent consent) {
    switch (consent) {
    case Consent::given: return words("prepare.consent.given");
    case Consent::refused: return words("prepare.consent.refused");
    case Consent::not_asked: break;
    }
    return words("prepare.consent.not_asked");
}

std::string contact_id(const ContactsOf& whose, std::size_t contact) {
    return row_id(whose.thing, whose.index, "contact." + std::to_string(contact + 1));
}

std::string add_id(const ContactsOf& whose) {
    return row_id(whose.thing, whose.index, "contact.add");
}

/// The contact in which the keyboard is.
std::optional<std::size_t> focused_contact(const Ui& ui, const ContactsOf& whose) {
    for (std::size_t i = 0; i < whose.contacts.size(); ++i) {
        const std::string id = contact_id(whose, i);
        if (ui.focus.id == id || ui.focus.id.starts_with(id + ".")) return i;
    }
    return std::nullopt;
}

/// Without one of them; the keyboard goes to the one that takes its place.
std::vector<cafe::Contact> without(const PrepareFrame& frame, const ContactsOf& whose, std::size_t contact) {
    auto left = whose.contacts;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(contact));
    give_focus(frame.ui,
               left.empty() ? add_id(whose) : contact_id(whose, std::min(contact, left.size() - 1)) + ".remove");
    return left;
}

/// One way to reach them: kind, words, consent, removal. The contacts, when they changed.
std::optional<std::vector<cafe::Contact>> draw_contact(const PrepareFrame& frame, const ContactsOf& whose,
                                                       std::size_t contact, Rect row) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const std::string id = contact_id(whose, contact);
    const cafe::Contact& it = whose.contacts[contact];
    auto changed = whose.contacts;
    cafe::Contact& other = changed[contact];
    ButtonOptions options;
    options.look = ButtonLook::quiet;
    options.align = Align::left;
    options.enabled = frame.can;
    options.value = base::name_of(it.kind);
    if (button(ui, id + ".kind", row.cut_left(frame.px(130)), contact_words(words, it.kind), options))
        other.kind = after(it.kind);
    const bool gone = remove_button(frame, id + ".remove", row.cut_right(frame.px(36)), words("prepare.remove"));
    options.look = ButtonLook::chip;
    options.align = Align::centre;
    options.value = base::name_of(it.consent);
    options.selected = it.consent == Consent::given ? Selected::yes : Selected::no;
    options.tip = words("prepare.consent.tip");
    const Rect chip = row.cut_right(frame.px(196));
    const float height = button_height(ui, ButtonLook::chip);
    if (button(ui, id + ".consent", {chip.x, chip.centre().y - height / 2, chip.w, height},
               consent_words(words, it.consent), options))
        other.consent = after(it.consent);
    row.cut_right(frame.px(12));
    FieldOptions field;
    field.size = 16;
    field.label = contact_words(words, it.kind);
    field.hint = words("prepare.contact.hint");
    field.enabled = frame.can;
    if (const auto typed = edit_field(ui, id, row, it.text, field)) other.text = std::string(base::trimmed(*typed));
    if (gone) return without(frame, whose, contact);
    if (changed == whose.contacts) return std::nullopt;
    return changed;
}

} // namespace

bool in_a_contact(const Ui& ui) {
    return ui.focus.id.find(".contact.") != std::string::npos;
}

float draw_contacts(const PrepareFrame& frame, const ContactsOf& whose, Rect area,
                    const std::function<void(std::vector<cafe::Contact>)>& put) {
    Ui& ui = frame.ui;
    const bool can = frame.can == Enabled::yes;
    if (const auto contact = focused_contact(ui, whose); contact && can && take_key(ui, {.key = Key::del, .alt = true}))
        put(without(frame, whose, *contact));
    for (std::size_t i = 0; i < whose.contacts.size(); ++i) {
        if (auto changed = draw_contact(frame, whose, i, {area.x, area.y, area.w, frame.px(40)}))
            put(std::move(*changed));
        area.y += frame.px(46);
    }
    const ButtonOptions options{.look = ButtonLook::link, .enabled = frame.can};
    const std::string_view add = frame.words()("prepare.contact.add");
    const float height = button_height(ui, ButtonLook::link);
    if (button(ui, add_id(whose), {area.x, area.y, button_width(ui, add, options), height}, add, options)) {
        auto more = whose.contacts;
        more.emplace_back();
        put(std::move(more));
        give_focus(ui, contact_id(whose, whose.contacts.size()));
    }
    return area.y + height + frame.px(14);
}

} // namespace ronde::gui
