#pragma once
// Finds ways to reach somebody in what people wrote: addresses with an @, telephone numbers, links. Used when a person
// is erased and for the anonymous copy. Pure; any thread.

#include <functional>
#include <string>
#include <string_view>

namespace ronde::cafe {

enum class ContactLook { address, number, link };

/// Puts `mask` in the place of every contact that is `meant`; whether there were any. A number has nine digits to
/// fifteen and begins with 0 or +; its digits may be parted by spaces, dots, hyphens, slashes and brackets.
bool hide_contacts(std::string& text, std::string_view mask,
                   const std::function<bool(ContactLook, std::string_view)>& meant);

/// Whether both reach the same: numbers by their last nine digits, the others letter for letter, case aside.
[[nodiscard]] bool same_contact(std::string_view one, std::string_view other);

} // namespace ronde::cafe
