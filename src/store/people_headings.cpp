// What headings of people's lists mean; see people_words.hpp.

#include "store/word_map.hpp"

#include <set>

namespace ronde::store {

namespace {

using enum ColumnMeaning;

struct Meant {
    ColumnMeaning meaning = ignored;
    NameReach reach = NameReach::certain;
    Whose whose = Whose::anyone; ///< where the heading does not say it
};

constexpr Meant name_of_some_reach{full_name, NameReach::whole_or_last};
constexpr Meant of_who_pays{organisation, NameReach::certain, Whose::buyer}; ///< what an invoice names

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
    {"raison sociale", of_who_pays},
    {"nom raison sociale", of_who_pays},
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
    {"statut", {status}},
    {"statut commande", {status}},
    {"statut inscription", {status}},
    {"statut billet", {status}},
    {"statut paiement", {status}},
    {"etat", {status}},
    {"etat commande", {status}},
    {"etat inscription", {status}},
    {"status", {status}},
    {"order status", {status}},
    {"ticket status", {status}},
    {"registration status", {status}},
    {"payment status", {status}},
    {"billet", {ignored}},
    {"tarif", {ignored}},
    {"ticket type", {ignored}},
    {"type ticket", {ignored}},
    {"type billet", {ignored}},
    {"type tarif", {ignored}},
    {"categorie billet", {ignored}},
    {"categorie tarif", {ignored}},
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

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

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
    if (found == known.end()) {
        if (!essence.starts_with("structure ")) return std::nullopt; // "Structure représentée"
        out.meaning = organisation;
        out.loose = true;
        return out;
    }
    if (!says_whose) out.whose = found->second.whose;
    out.meaning = found->second.meaning;
    out.reach = found->second.reach;
    return out;
}

bool leaves_open(std::string_view heading) {
    static const std::set<std::string, std::less<>> known = {"type", "types", "categorie", "category", "nature"};
    return known.contains(plain_words(heading));
}

} // namespace ronde::store
