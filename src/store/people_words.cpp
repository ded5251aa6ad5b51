#include "store/people_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace ronde::store {

namespace {

using cafe::OrganisationKind;
using cafe::Role;
using enum ColumnMeaning;

template <class Value>
using Words = std::pair<std::string_view, Value>;
template <class Value>
using WordMap = std::map<std::string, Value, std::less<>>;

template <class Value, std::size_t Size>
WordMap<Value> map_of(const std::array<Words<Value>, Size>& words) {
    WordMap<Value> out;
    for (const auto& [text, value] : words) out.emplace(plain_words(text), value);
    return out;
}

template <class Value>
std::optional<Value> find(const WordMap<Value>& map, std::string_view word) {
    const auto found = map.find(plain_words(word));
    if (found == map.end()) return std::nullopt;
    return found->second;
}

struct Meant {
    ColumnMeaning meaning = ignored;
    NameReach reach = NameReach::certain;
};

constexpr Meant name_of_some_reach{full_name, NameReach::whole_or_last};

/// Headings without the words that `essence_of` leaves out.
constexpr auto headings = std::to_array<Words<Meant>>({
    {"nom complet", {full_name}},
    {"nom prenom", {full_name}},
    {"prenom nom", {full_name}},
    {"nom usuel", {full_name}},
    {"full name", {full_name}},
    {"display name", {full_name}},
    {"personne", {full_name}},
    {"person", {full_name}},
    {"inscrit", {full_name}},
    {"inscrits", {full_name}},
    {"contact", {full_name}},
    {"nom", name_of_some_reach},
    {"noms", name_of_some_reach},
    {"name", name_of_some_reach},
    {"prenom", {first_name}},
    {"prenoms", {first_name}},
    {"first name", {first_name}},
    {"firstname", {first_name}},
    {"given name", {first_name}},
    {"forename", {first_name}},
    {"nom famille", {last_name}},
    {"nom usage", {last_name}},
    {"last name", {last_name}},
    {"lastname", {last_name}},
    {"surname", {last_name}},
    {"family name", {last_name}},
    {"structure", {organisation}},
    {"structures", {organisation}},
    {"nom structure", {organisation}},
    {"organisation", {organisation}},
    {"organization", {organisation}},
    {"organisme", {organisation}},
    {"nom organisation", {organisation}},
    {"nom organisme", {organisation}},
    {"organisation name", {organisation}},
    {"organization name", {organisation}},
    {"company", {organisation}},
    {"company name", {organisation}},
    {"societe", {organisation}},
    {"nom societe", {organisation}},
    {"entreprise", {organisation}},
    {"nom entreprise", {organisation}},
    {"association", {organisation}},
    {"nom association", {organisation}},
    {"raison sociale", {organisation}},
    {"nom raison sociale", {organisation}},
    {"tiers lieu", {organisation}},
    {"nom tiers lieu", {organisation}},
    {"collectif", {organisation}},
    {"etablissement", {organisation}},
    {"type structure", {kind}},
    {"type organisation", {kind}},
    {"type organisme", {kind}},
    {"nature structure", {kind}},
    {"categorie structure", {kind}},
    {"kind", {kind}},
    {"organisation kind", {kind}},
    {"organisation type", {kind}},
    {"organization type", {kind}},
    {"type organization", {kind}},
    {"ville", {place}},
    {"commune", {place}},
    {"localite", {place}},
    {"lieu", {place}},
    {"territoire", {place}},
    {"place", {place}},
    {"city", {place}},
    {"town", {place}},
    {"home city", {place}},
    {"work city", {place}},
    {"email", {email}},
    {"mail", {email}},
    {"courriel", {email}},
    {"mel", {email}},
    {"adresse mail", {email}},
    {"adresse email", {email}},
    {"adresse courriel", {email}},
    {"adresse electronique", {email}},
    {"email address", {email}},
    {"mail address", {email}},
    {"telephone", {phone}},
    {"tel", {phone}},
    {"numero telephone", {phone}},
    {"n telephone", {phone}},
    {"telephone portable", {phone}},
    {"telephone mobile", {phone}},
    {"portable", {phone}},
    {"mobile", {phone}},
    {"phone", {phone}},
    {"phone number", {phone}},
    {"cell phone", {phone}},
    {"mobile phone", {phone}},
    {"home phone", {phone}},
    {"work phone", {phone}},
    {"role", {role}},
    {"roles", {role}},
    {"note", {note}},
    {"notes", {note}},
    {"remarque", {note}},
    {"remarques", {note}},
    {"commentaire", {note}},
    {"commentaires", {note}},
    {"comment", {note}},
    {"comments", {note}},
    {"fonction", {ignored}},
    {"poste", {ignored}},
    {"job title", {ignored}},
    {"civilite", {ignored}},
    {"date", {ignored}},
    {"date commande", {ignored}},
    {"order date", {ignored}},
    {"order", {ignored}},
    {"statut", {ignored}},
    {"statut commande", {ignored}},
    {"billet", {ignored}},
    {"tarif", {ignored}},
    {"ticket type", {ignored}},
    {"ticket", {ignored}},
    {"quantity", {ignored}},
    {"code postal", {ignored}},
    {"zip", {ignored}},
    {"adresse", {ignored}},
    {"address", {ignored}},
    {"pays", {ignored}},
    {"country", {ignored}},
});

/// Said of a participant or of a buyer; "Participant" alone heads a column of names.
constexpr auto whose_words = std::to_array<Words<Whose>>({
    {"participant", Whose::participant},
    {"participante", Whose::participant},
    {"participants", Whose::participant},
    {"attendee", Whose::participant},
    {"attendees", Whose::participant},
    {"adherent", Whose::participant},
    {"beneficiaire", Whose::participant},
    {"invite", Whose::participant},
    {"guest", Whose::participant},
    {"acheteur", Whose::buyer},
    {"payeur", Whose::buyer},
    {"buyer", Whose::buyer},
    {"payer", Whose::buyer},
    {"purchaser", Whose::buyer},
    {"commanditaire", Whose::buyer},
});

/// Words that say nothing of a column's meaning: articles, what ticketing sites and forms put around a name, and what
/// is left of "prénom(s)" and "participant·e·s".
constexpr auto empty_words = std::to_array<std::string_view>({
    "a",           "additionnel", "au",       "champ",     "complementaire",
    "d",           "de",          "des",      "du",        "e",
    "es",          "est",         "et",       "and",       "facultatif",
    "l",           "la",          "le",       "les",       "leur",
    "obligatoire", "of",          "optional", "optionnel", "or",
    "ou",          "quel",        "quelle",   "required",  "s",
    "sont",        "the",         "vos",      "votre",     "your",
});

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

std::vector<std::string> split_words(std::string_view plain) {
    std::vector<std::string> out;
    while (!plain.empty()) {
        const std::size_t end = std::min(plain.find(' '), plain.size());
        if (end > 0) out.emplace_back(plain.substr(0, end));
        plain.remove_prefix(std::min(end + 1, plain.size()));
    }
    return out;
}

/// Of folded text: all of ASCII and of Latin-1's and Unicode's general punctuation that is neither letter nor digit.
bool is_sign(char32_t c) {
    if (c < 0x80) return !((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'));
    return c < 0xC0 || (c >= 0x2000 && c < 0x2070);
}

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
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

std::optional<Heading> heading_named(std::string_view words) {
    static const auto known = map_of(headings);
    static const auto whose_known = map_of(whose_words);
    static const std::set<std::string_view> empty(empty_words.begin(), empty_words.end());
    Heading out;
    bool says_whose = false;
    std::string essence;
    for (const auto& word : split_words(plain_words(words))) {
        if (const auto whose = whose_known.find(word); whose != whose_known.end()) {
            says_whose = true;
            out.whose = whose->second;
            continue;
        }
        if (empty.contains(word) || is_number(word)) continue;
        if (!essence.empty()) essence += ' ';
        essence += word;
    }
    if (essence.empty() && says_whose) {
        // "Participants" heads names; a lone "Acheteur" too. "Attendee #" is a number, and says so by its sign.
        if (words.find('#') != std::string_view::npos) return Heading{.whose = out.whose};
        out.meaning = full_name;
        return out;
    }
    const auto found = known.find(essence);
    if (found == known.end()) return std::nullopt;
    out.meaning = found->second.meaning;
    out.reach = found->second.reach;
    return out;
}

std::optional<OrganisationKind> kind_named(std::string_view word) {
    static const auto known = map_of(kinds);
    return find(known, word);
}

std::optional<Role> role_named(std::string_view word) {
    static const auto known = map_of(roles);
    return find(known, word);
}

bool is_plain_participant(std::string_view word) {
    static const std::set<std::string, std::less<>> known = {"participant", "participante", "participants", "invite",
                                                             "invitee",     "attendee",     "guest"};
    return known.contains(plain_words(word));
}

std::optional<Answer> answer_named(std::string_view word) {
    static const auto known = map_of(answers);
    return find(known, word);
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
