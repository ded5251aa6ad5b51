#include "store/people_words.hpp"

#include "base/text.hpp"
#include "store/word_map.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace ronde::store {

namespace {

using cafe::OrganisationKind;
using cafe::Role;

constexpr auto kinds = std::to_array<Words<OrganisationKind>>({
    {"tiers lieu", OrganisationKind::third_place},
    {"tiers lieux", OrganisationKind::third_place},
    {"lieu", OrganisationKind::third_place},
    {"third place", OrganisationKind::third_place},
    {"accompagnement", OrganisationKind::support},
    {"financement", OrganisationKind::support},
    {"structure", OrganisationKind::support},
    {"structure d'accompagnement", OrganisationKind::support},
    {"structure de financement", OrganisationKind::support},
    {"soutien", OrganisationKind::support},
    {"appui", OrganisationKind::support},
    {"support", OrganisationKind::support},
    {"funding", OrganisationKind::support},
    {"financeur", OrganisationKind::support},
    {"financeuse", OrganisationKind::support},
    {"bailleur", OrganisationKind::support},
    {"funder", OrganisationKind::support},
    {"autre", OrganisationKind::other},
    {"other", OrganisationKind::other},
});

constexpr auto roles = std::to_array<Words<Role>>({
    {"animateur", Role::facilitator},
    {"animatrice", Role::facilitator},
    {"facilitateur", Role::facilitator},
    {"facilitatrice", Role::facilitator},
    {"facilitator", Role::facilitator},
    {"hote", Role::host},
    {"hotesse", Role::host},
    {"hote de table", Role::host},
    {"hotesse de table", Role::host},
    {"host", Role::host},
    {"table host", Role::host},
    {"preneur de notes", Role::note_taker},
    {"preneuse de notes", Role::note_taker},
    {"prise de notes", Role::note_taker},
    {"secretaire", Role::note_taker},
    {"scribe", Role::note_taker},
    {"note taker", Role::note_taker},
    {"intervenant", Role::speaker},
    {"intervenante", Role::speaker},
    {"orateur", Role::speaker},
    {"oratrice", Role::speaker},
    {"speaker", Role::speaker},
});

constexpr auto answers = std::to_array<Words<Answer>>({
    {"oui", Answer::yes},
    {"yes", Answer::yes},
    {"ok", Answer::yes},
    {"si necessaire", Answer::perhaps},
    {"oui si necessaire", Answer::perhaps},
    {"sous reserve", Answer::perhaps},
    {"peut etre", Answer::perhaps},
    {"if needed", Answer::perhaps},
    {"if need be", Answer::perhaps},
    {"ifneedbe", Answer::perhaps},
    {"under reserve", Answer::perhaps},
    {"maybe", Answer::perhaps},
    {"perhaps", Answer::perhaps},
    {"non", Answer::no},
    {"no", Answer::no},
    {"inconnu", Answer::unknown},
    {"unknown", Answer::unknown},
});

/// Of folded text: all of ASCII and of Latin-1's and Unicode's general punctuation that is neither letter nor digit.
bool is_sign(char32_t c) {
    if (c < 0x80) return !((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'));
    return c < 0xC0 || (c >= 0x2000 && c < 0x2070);
}

} // namespace

std::string plain_words(std::string_view text) {
    std::string out;
    const std::string plain = base::folded(text);
    out.reserve(plain.size());
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = base::next_code_point(plain, at);
        if (is_sign(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (c < 0x80) {
            out += static_cast<char>(c);
        } else {
            base::append_utf8(out, c);
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::optional<OrganisationKind> kind_named(std::string_view word) {
    static const auto known = map_of(kinds);
    return value_of(known, word);
}

std::optional<Role> role_named(std::string_view word) {
    static const auto known = map_of(roles);
    return value_of(known, word);
}

bool is_plain_participant(std::string_view word) {
    static const std::set<std::string, std::less<>> known = {"participant", "participante", "participants", "invite",
                                                             "invitee",     "attendee",     "guest"};
    return known.contains(plain_words(word));
}

std::optional<Answer> answer_named(std::string_view word) {
    static const auto known = map_of(answers);
    return value_of(known, word);
}

bool is_cancelled(std::string_view status) {
    static constexpr auto whole = std::to_array<std::string_view>(
        {"not attending", "deleted", "supprime", "supprimee", "no show", "absent", "absente", "ne vient pas"});
    static constexpr auto beginnings =
        std::to_array<std::string_view>({"annul", "cancel", "rembours", "refund", "desinscri", "desist", "abandon"});
    const std::string plain = plain_words(status);
    if (std::ranges::find(whole, plain) != whole.end()) return true;
    const auto words = split_words(plain);
    if (words.empty() || words.front() == "non" || words.front() == "not" || words.front() == "pas") return false;
    return std::ranges::any_of(words, [](const std::string& word) {
        return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return word.starts_with(beginning); });
    });
}

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
    const auto domain = text.substr(at + 1);
    const std::size_t dot = domain.rfind('.');
    if (dot == 0 || dot == std::string_view::npos || dot + 1 == domain.size()) return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' ||
               std::string_view(",;:<>()[]\"\\").find(c) != std::string_view::npos;
    });
}

bool is_phone(std::string_view text) {
    text = base::trimmed(text);
    if (text.starts_with('\'')) text.remove_prefix(1); // what keeps a spreadsheet from calculating +33…
    constexpr std::ptrdiff_t fewest = 9;
    constexpr std::ptrdiff_t most = 15;
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits < fewest || digits > most) return false;
    return text.find_first_not_of("0123456789+-./() \xC2\xA0\xE2\x80\xAF") == std::string_view::npos;
}

} // namespace ronde::store
