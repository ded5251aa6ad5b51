#pragma once
// Finds whole names in what people wrote, whatever their case and accents, and puts something else in their place.
// Used when a person is erased and for the anonymous copy. Pure; any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ronde::cafe {

/// Names, each with what stands for it in a text.
class NamesInText {
public:
    /// `mask` stands for the name from now on; none: the name stays, and no shorter one is sought within it. What was
    /// added first counts. A name below two letters is not looked for.
    void add(std::string_view name, std::optional<std::string> mask);

    /// The text without the names; whether there were any. Where several fit, the longest is taken. A name ends where a
    /// word does: apostrophes part words (d’Anne), hyphens do not (Ann-Lise). A name of one word that begins with a
    /// capital is found only where the text has one too: “Aimé” is not in “j’aime”.
    bool hide(std::string& text) const;

private:
    struct Sought {
        std::string folded{};
        std::optional<std::string> mask{};
        bool proper = false; ///< one word that begins with a capital
    };
    std::unordered_map<std::string, std::vector<Sought>> m_by_beginning; ///< of the folded name; the longest first
};

/// How else a name of several words is written: with the family name first, or after "Mme" and the like.
[[nodiscard]] std::vector<std::string> other_ways_to_write(std::string_view name);

/// The names in a field that holds several ("Ann, Ben et Chloé"), trimmed: pieces of it.
[[nodiscard]] std::vector<std::string_view> names_in_field(std::string_view field);

/// The field without that name among its names, the signs between the others as they were.
[[nodiscard]] std::string without_name(std::string_view field, std::string_view name);

/// Whether a way to reach somebody names them: `amina.ferrand@…`, `a.ferrand@…`, `…/amina-ferrand`.
[[nodiscard]] bool contact_names(std::string_view contact, std::string_view name);

} // namespace ronde::cafe
