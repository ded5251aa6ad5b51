#pragma once
// Text to terms: what an idea is about, word by word, in a form that compares (prix, Prix, tarifs) and one that shows.
// The rest of the room builds on it. Any thread; an object of Stemmer belongs to one at a time.

#include "words/language.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::words {

/// A word that carries meaning.
struct Term {
    std::string stem;      ///< equal for all that count as one word; folded; not for showing
    std::string surface;   ///< the word as to be shown: lower case unless it is a name or an acronym
    std::size_t begin = 0; ///< bytes: the word is the text's [begin, end), its elision left out
    std::size_t end = 0;
    bool tagged = false;  ///< it stands in a #tag
    bool subject = false; ///< it may be what several texts are about: neither a number nor scenery ("village")

    friend bool operator==(const Term&, const Term&) = default;
};

/// Reads texts of one language. Words are found by UAX #29, elisions cut, stop words left out, the others stemmed with
/// Snowball (Porter 2001, snowballstem.org), folded, and put into the families of the language's lexicon.
class Stemmer {
public:
    explicit Stemmer(Language language);
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    ~Stemmer();

    /// The terms of a text in order, repeats included. Invalid UTF-8 parts words.
    [[nodiscard]] std::vector<Term> terms(std::string_view text);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The same for a single text. Use a Stemmer for many.
[[nodiscard]] std::vector<Term> terms_in(std::string_view text, Language language);

} // namespace ronde::words
