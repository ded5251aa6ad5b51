#include "app/offer_lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace ronde::app {
namespace {

using Kinds = std::pair<std::string_view, LineKind>;

/// Folded, as people may begin a line with them.
constexpr auto kind_words = std::to_array<Kinds>({{"lieu", LineKind::place},
                                                  {"lieux", LineKind::place},
                                                  {"salle", LineKind::place},
                                                  {"local", LineKind::place},
                                                  {"locaux", LineKind::place},
                                                  {"espace", LineKind::place},
                                                  {"place", LineKind::place},
                                                  {"space", LineKind::place},
                                                  {"room", LineKind::place},
                                                  {"materiel", LineKind::equipment},
                                                  {"equipement", LineKind::equipment},
                                                  {"outils", LineKind::equipment},
                                                  {"equipment", LineKind::equipment},
                                                  {"tools", LineKind::equipment},
                                                  {"produits", LineKind::goods},
                                                  {"denrees", LineKind::goods},
                                                  {"goods", LineKind::goods},
                                                  {"supplies", LineKind::goods},
                                                  {"savoir-faire", LineKind::know_how},
                                                  {"savoir faire", LineKind::know_how},
                                                  {"competence", LineKind::know_how},
                                                  {"competences", LineKind::know_how},
                                                  {"know-how", LineKind::know_how},
                                                  {"know how", LineKind::know_how},
                                                  {"skill", LineKind::know_how},
                                                  {"skills", LineKind::know_how},
                                                  {"temps", LineKind::time},
                                                  {"benevoles", LineKind::time},
                                                  {"benevolat", LineKind::time},
                                                  {"coup de main", LineKind::time},
                                                  {"time", LineKind::time},
                                                  {"volunteers", LineKind::time},
                                                  {"financement", LineKind::money},
                                                  {"finances", LineKind::money},
                                                  {"argent", LineKind::money},
                                                  {"funding", LineKind::money},
                                                  {"money", LineKind::money},
                                                  {"reseau", LineKind::network},
                                                  {"contacts", LineKind::network},
                                                  {"network", LineKind::network},
                                                  {"communication", LineKind::communication}});

using DayNames = std::pair<std::string_view, std::string_view>;
constexpr auto day_names = std::to_array<DayNames>({{"lundi", "monday"},
                                                    {"mardi", "tuesday"},
                                                    {"mercredi", "wednesday"},
                                                    {"jeudi", "thursday"},
                                                    {"vendredi", "friday"},
                                                    {"samedi", "saturday"},
                                                    {"dimanche", "sunday"}});

constexpr unsigned long working_days = 0b0011111;
constexpr unsigned long week_end = 0b1100000;
constexpr unsigned long every_day = 0b1111111;

std::optional<std::size_t> day_of(std::string_view word) {
    if (word.ends_with('s')) word.remove_suffix(1);
    for (std::size_t day = 0; day < day_names.size(); ++day)
        if (word == day_names[day].first || word == day_names[day].second) return day;
    return std::nullopt;
}

template <std::size_t Count>
bool one_of(std::string_view word, const std::array<std::string_view, Count>& list) {
    return std::ranges::find(list, word) != list.end();
}

constexpr auto until_words =
    std::to_array<std::string_view>({"au", "a", "jusqu'au", "jusqu'a", "to", "until", "till", "through"});
constexpr auto except_words = std::to_array<std::string_view>({"sauf", "hormis", "pas", "except", "not", "closed"});
constexpr auto shut_words = std::to_array<std::string_view>({"ferme", "fermes", "fermee", "fermees"});
constexpr auto week_end_words = std::to_array<std::string_view>({"weekend", "weekends"});

/// May stand between a word that leaves days out and those days.
constexpr auto joining_words = std::to_array<std::string_view>(
    {"le", "la", "les", "l", "un", "du", "de", "des", "et", "ou", "ni", "the", "on", "from", "and", "or", "nor"});

constexpr auto parts_of_day =
    std::to_array<std::string_view>({"matin", "matins", "matinee", "midi", "midis", "apres", "soir", "soirs", "soiree",
                                     "morning", "mornings", "noon", "afternoon", "afternoons", "evening", "evenings"});

/// "Fermé" is meant, and no farm: capitals without accents say neither.
bool is_shut(std::string_view word) {
    constexpr auto accented = std::to_array<std::string_view>({"é", "É", "e\u0301", "E\u0301"});
    return one_of(base::folded(word), shut_words) && std::ranges::any_of(accented, [word](std::string_view letter) {
               return word.find(letter) != std::string_view::npos;
           });
}

/// A text's words, folded, whether nothing but a dash stands before each, and whether it says that what follows is left
/// out.
struct Spoken {
    std::vector<std::string> words{};
    std::vector<bool> after_dash{};
    std::vector<bool> leaves_out{};
};

Spoken spoken(std::string_view text) {
    Spoken out;
    const char* end = text.data();
    for (const std::string_view word : base::words_in(text)) {
        const auto between = base::trimmed({end, static_cast<std::size_t>(word.data() - end)});
        out.words.push_back(base::folded(word));
        out.after_dash.push_back(between == "-" || between == "‑" || between == "–" || between == "—");
        out.leaves_out.push_back(one_of(out.words.back(), except_words) || is_shut(word));
        end = word.data() + word.size();
    }
    return out;
}

/// Reads the days of a text, word after word.
class DaysReader {
public:
    explicit DaysReader(std::string_view text) : m_spoken(spoken(text)) {}

    Weekdays read() {
        for (std::size_t i = 0; i < m_spoken.words.size(); ++i) read_word(i);
        if (m_without.none()) return m_with;
        return (m_with.none() ? Weekdays{every_day} : m_with) & ~m_without;
    }

private:
    [[nodiscard]] std::string_view word(std::size_t i) const {
        return i < m_spoken.words.size() ? std::string_view(m_spoken.words[i]) : std::string_view{};
    }
    Weekdays& taken() { return m_excepting ? m_without : m_with; }

    /// The day that ends before word `end`: "lundi", "lundi matin".
    [[nodiscard]] std::optional<std::size_t> day_before(std::size_t end) const {
        while (end > 0 && one_of(word(end - 1), parts_of_day)) --end;
        return end > 0 ? day_of(word(end - 1)) : std::nullopt;
    }

    /// The day from which a range ends at word `i`: "mardi au jeudi", "lundi matin au jeudi soir", "Tuesday-Thursday".
    [[nodiscard]] std::optional<std::size_t> range_start(std::size_t i) const {
        if (m_spoken.after_dash[i])
            if (const auto day = day_before(i)) return day;
        if (i > 0 && one_of(word(i - 1), until_words)) return day_before(i - 1);
        return std::nullopt;
    }

    /// Whether what was left out may go on after word `i`, which names no day itself.
    [[nodiscard]] bool goes_on(std::size_t i) const {
        const std::string_view one = word(i);
        if (one == "en") return word(i + 1) == "semaine";
        if (one_of(one, parts_of_day)) return day_before(i).has_value();
        return one_of(one, joining_words) || one_of(one, until_words) ||
               (one.starts_with("end") && i > 0 && word(i - 1) == "week");
    }

    void read_word(std::size_t i) {
        const std::string_view one = word(i);
        if (m_spoken.leaves_out[i]) {
            m_excepting = true;
        } else if (const auto day = day_of(one)) {
            const auto from = range_start(i);
            for (std::size_t each = from.value_or(*day); each != *day; each = (each + 1) % 7) taken().set(each);
            taken().set(*day);
        } else if ((one == "semaine" && i > 0 && word(i - 1) == "en") || one == "weekdays") {
            taken() |= Weekdays{working_days};
        } else if (one_of(one, week_end_words) || (one == "week" && word(i + 1).starts_with("end"))) {
            taken() |= Weekdays{week_end};
        } else if ((one == "tous" && word(i + 1) == "les" && word(i + 2) == "jours") ||
                   (one == "every" && word(i + 1) == "day")) {
            taken() |= Weekdays{every_day};
        } else if (!goes_on(i)) {
            m_excepting = false; // "salle sauf en août, le mardi"
        }
    }

    Spoken m_spoken;
    Weekdays m_with{};
    Weekdays m_without{};
    bool m_excepting = false;
};

} // namespace

OfferLine read_offer_line(std::string_view line) {
    OfferLine read{.what = base::trimmed(line)};
    if (const auto colon = read.what.find(':'); colon != std::string_view::npos) {
        const std::string head = base::folded(base::trimmed(read.what.substr(0, colon)));
        const auto* const kind = std::ranges::find(kind_words, head, &Kinds::first);
        if (kind != kind_words.end()) {
            read.kind = kind->second;
            read.what = base::trimmed(read.what.substr(colon + 1));
        }
    }
    read.days = DaysReader(read.what).read();
    return read;
}

} // namespace ronde::app
