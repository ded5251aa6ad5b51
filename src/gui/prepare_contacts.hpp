#pragma once
// How to reach a person or an organisation, under its row: each detail with its kind and what was agreed to. Shared by
// prepare_people.cpp and prepare_organisations.cpp. Internal to the panel. Main thread, within a frame.

#include "gui/prepare_parts.hpp"

#include <functional>

namespace ronde::gui {

/// Whose contacts they are: the row, as in row_id.
struct ContactsOf {
    std::string_view thing;
    std::size_t index = 0;
    const std::vector<cafe::Contact>& contacts;
};

/// The contacts and the button that adds one, from the top of `area`; what changes goes to `put`, all of them. Alt and
/// Delete take out the one in which the keyboard is. Returns where it ends.
float draw_contacts(const PrepareFrame& frame, const ContactsOf& whose, Rect area,
                    const std::function<void(std::vector<cafe::Contact>)>& put);

/// Whether the keyboard is in a contact: the keys of the row are not meant then.
[[nodiscard]] bool in_a_contact(const Ui& ui);

} // namespace ronde::gui
