#include "cafe/contacts_in_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ronde::cafe {
namespace {

constexpr std::size_t fewest_digits = 9;
constexpr std::size_t most_digits = 15;
constexpr std::array<std::string_view, 8> between_digits{" ", "\u00A0", "\u202F", ".", "-", "/", "(", ")"};
constexpr std::array<std::string_view, 3> link_beginnings{"http://", "https://", "www."};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Of an address or a word: letters of any language, digits, and what stands between them.
bool is_of_address(char c) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return is_digit(c) || (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("._%+-").find(c) != std::string_view::npos;
}

/// Whether a letter or a digit stands before `at`.
bool after_a_word(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80) --before;
    const auto lead = static_cast<unsigned char>(text[before]);
    if (lead == 0xC2 || lead == 0xE2) return false; // spaces, quotes, dashes and the like
    return is_of_address(text[before]) && std::string_view("._%+-").find(text[before]) == std::string_view::npos;
}

struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
    ContactLook look = ContactLook::address;
};

/// The address around the @ at `at`, which begins at `from` at the earliest.
std::optional<Found> address_at(std::string_view text, std::size_t from, std::size_t at) {
    std::size_t begin = at;
    while (begin > from && is_of_address(text[begin - 1]) && static_cast<unsigned char>(text[begin - 1]) < 0x80)
        --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_of_address(text[end]) && static_cast<unsigned char>(text[end]) < 0x80) ++end;
    while (end > at + 1 && !is_digit(text[end - 1]) &&
           std::string_view("._%+-").find(text[end - 1]) != std::string_view::npos)
        --end;
    const bool has_name = begin < at;
    const bool has_dot = text.substr(at, end - at).find('.') != std::string_view::npos;
    if (!has_name || !has_dot) return std::nullopt;
    return Found{begin, end, ContactLook::address};
}

/// Whether what stands before `at`, down to `from`, is a digit and what parts it from the next: 1 000 000 000.
bool goes_on_with_digits(std::string_view text, std::size_t from, std::size_t at) {
    std::string_view before = text.substr(from, at - from);
    for (const std::string_view sign : between_digits)
        if (before.ends_with(sign)) {
            before.remove_suffix(sign.size());
            break;
        }
    return !before.empty() && is_digit(before.back());
}

/// As it is dialled at home, ten digits at most; else up to fifteen.
std::optional<Found> number_at(std::string_view text, std::size_t from, std::size_t at) {
    if (text[at] != '0' && text[at] != '+' && text[at] != '(') return std::nullopt;
    if (after_a_word(text, at)) return std::nullopt;
    if (goes_on_with_digits(text, from, at)) return std::nullopt;
    const bool national = text[at] == '0' && !text.substr(at).starts_with("00");
    std::size_t digits = 0;
    std::size_t end = at; // after the last digit
    for (std::size_t next = text[at] == '+' ? at + 1 : at; next < text.size();) {
        if (is_digit(text[next])) {
            if (national && digits == 10) break;
            ++digits;
            end = ++next;
            continue;
        }
        const auto sign = std::ranges::find_if(
            between_digits, [&](std::string_view one) { return text.substr(next).starts_with(one); });
        if (sign == between_digits.end()) break;
        next += sign->size();
    }
    const bool begins_well =
        text[at] != '(' || text.substr(at + 1).starts_with('0') || text.substr(at + 1).starts_with('+');
    if (digits < fewest_digits || digits > most_digits || !begins_well) return std::nullopt;
    return Found{at, end, ContactLook::number};
}

std::optional<Found> link_at(std::string_view text, std::size_t at) {
    if (after_a_word(text, at)) return std::nullopt;
    if (std::string_view("hHwW").find(text[at]) == std::string_view::npos) return std::nullopt;
    const auto begins = [&](std::string_view beginning) {
        return base::folded(text.substr(at, beginning.size())) == beginning;
    };
    if (std::ranges::none_of(link_beginnings, begins)) return std::nullopt;
    std::size_t end = std::min(text.find_first_of(" \t\r\n\"<>", at), text.size());
    while (end > at && std::string_view(".,;:!?)").find(text[end - 1]) != std::string_view::npos) --end;
    return Found{at, end, ContactLook::link};
}

std::optional<Found> first_from(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (const auto link = link_at(text, at)) return link;
        if (const auto number = number_at(text, from, at)) return number;
        if (text[at] == '@')
            if (const auto address = address_at(text, from, at)) return address;
    }
    return std::nullopt;
}

std::string digits_of(std::string_view text) {
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out), is_digit);
    return out;
}

} // namespace

bool hide_contacts(std::string& text, std::string_view mask,
                   const std::function<bool(ContactLook, std::string_view)>& meant) {
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = 0; const auto found = first_from(text, at); at = found->end) {
        const std::string_view contact = std::string_view(text).substr(found->begin, found->end - found->begin);
        if (!meant(found->look, contact)) continue;
        out.append(text, copied, found->begin - copied).append(mask);
        copied = found->end;
    }
    if (copied == 0) return false;
    text = out.append(text, copied);
    return true;
}

bool same_contact(std::string_view one, std::string_view other) {
    if (base::folded(base::trimmed(one)) == base::folded(base::trimmed(other))) return true;
    const auto is_number = [](std::string_view text) {
        return text.find('@') == std::string_view::npos && digits_of(text).size() >= fewest_digits;
    };
    if (!is_number(one) || !is_number(other)) return false;
    const auto end_of = [](const std::string& digits) { return digits.substr(digits.size() - fewest_digits); };
    return end_of(digits_of(one)) == end_of(digits_of(other));
}

} // namespace ronde::cafe
