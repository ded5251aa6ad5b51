#pragma once
// What is known of a language beyond its stemmer: stop words, elisions, families of words that mean one thing in a
// café. It is data, in french.cpp and english.cpp, written for Ronde. Internal to the room; read only, any thread.

#include <span>
#include <string>
#include <string_view>

namespace ronde::words {

/// The infinitive that a form of a verb may belong to.
struct Infinitive {
    std::string word{};   ///< empty: none
    bool certain = false; ///< false: only if it is a verb that the lists know
};

/// A language's lists. Words are separated by spaces and folded (no accents) unless said otherwise.
struct Lexicon {
    const char* stemmer = nullptr; ///< libstemmer's name of the algorithm
    /// Words that hold a sentence together and are left out: articles, pronouns, "to be".
    std::string_view stop_words;
    /// Words that half of all notes hold whatever they are about ("village", "organise", "new"): they compare, but make
    /// no theme. In lower case with accents.
    std::string_view scenery;
    /// What is cut off the start of a word with its apostrophe: l’, qu’.
    std::string_view elisions;
    /// What is cut off the end of a word with its apostrophe: ’s.
    std::string_view endings;
    /// Each line is a family: its words and all their inflections count as the first one; of a word with `=` after it
    /// only this form does. In lower case with accents.
    std::span<const std::string_view> families;
    /// Words that the stemmer would merge with another ("marché" with "marcher"): they and their plurals stay as they
    /// are. In lower case with accents.
    std::string_view kept;
    /// The same for nouns that are an adjective after a subject, and then stemmed as any other:
    /// "la commune" is one thing, "la carte commune" another.
    std::string_view nouns;
    /// For forms that the stemmer does not know; of a word in lower case. May be null.
    Infinitive (*infinitive)(std::string_view word) = nullptr;
};

[[nodiscard]] const Lexicon& french_lexicon();
[[nodiscard]] const Lexicon& english_lexicon();

} // namespace ronde::words
