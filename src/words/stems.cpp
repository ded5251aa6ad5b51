#include "words/stems.hpp"

#include "base/text.hpp"
#include "words/lexicon.hpp"

#include <algorithm>
#include <iterator>
#include <libstemmer.h>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ronde::words {

namespace {

/// libstemmer's object; null stems nothing.
using Snowball = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

Snowball make_snowball(const char* algorithm) {
    return {algorithm == nullptr ? nullptr : sb_stemmer_new(algorithm, "UTF_8"), &sb_stemmer_delete};
}

/// The folded stem of a word in lower case.
std::string stemmed(sb_stemmer* snowball, const std::string& lower) {
    if (snowball == nullptr) return base::folded(lower);
    const auto* const bytes = reinterpret_cast<const sb_symbol*>(lower.data());
    const sb_symbol* const stem = sb_stemmer_stem(snowball, bytes, static_cast<int>(lower.size()));
    if (stem == nullptr) return base::folded(lower);
    const auto size = static_cast<std::size_t>(sb_stemmer_length(snowball));
    return base::folded({reinterpret_cast<const char*>(stem), size});
}

std::vector<std::string_view> split(std::string_view list) {
    std::vector<std::string_view> out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (end > 0) out.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

/// A language's lists, ready to be asked. Stems of the lists are made once.
struct Lists {
    const char* stemmer = nullptr;
    std::unordered_set<std::string> stop_words{}; ///< folded
    std::unordered_set<std::string> scenery{};    ///< stems
    std::vector<std::string_view> elisions{};
    std::vector<std::string_view> endings{};
    std::unordered_map<std::string, std::string> kept{};     ///< a form in lower case to its stem
    std::unordered_set<std::string> nouns{};                 ///< those of them that may be adjectives
    std::unordered_map<std::string, std::string> forms{};    ///< a family's form in lower case to the family's stem
    std::unordered_map<std::string, std::string> families{}; ///< a stem to its family's stem

    Infinitive (*infinitive)(std::string_view word) = nullptr;

    Lists() = default;
    explicit Lists(const Lexicon& lexicon)
        : stemmer(lexicon.stemmer), elisions(split(lexicon.elisions)), endings(split(lexicon.endings)),
          infinitive(lexicon.infinitive) {
        const auto snowball = make_snowball(stemmer);
        for (const auto word : split(lexicon.stop_words)) stop_words.insert(base::folded(word));
        for (const auto list : {lexicon.kept, lexicon.nouns})
            for (const auto word : split(list))
                for (const char* const plural : {"", "s"}) kept.emplace(std::string(word) + plural, base::folded(word));
        for (const auto word : split(lexicon.nouns))
            for (const char* const plural : {"", "s"}) nouns.insert(std::string(word) + plural);
        for (const auto word : split(lexicon.scenery)) scenery.insert(stemmed(snowball.get(), std::string(word)));
        for (const auto line : lexicon.families) {
            const auto words = split(line);
            const std::string first(words.front());
            const auto as_kept = kept.find(first);
            const std::string stem = as_kept != kept.end() ? as_kept->second : stemmed(snowball.get(), first);
            for (const auto word : words) {
                const bool this_form_only = word.ends_with('=');
                const std::string form(word.substr(0, word.size() - (this_form_only ? 1 : 0)));
                forms.emplace(form, stem);
                if (!this_form_only && !kept.contains(form)) families.emplace(stemmed(snowball.get(), form), stem);
            }
        }
    }
};

const Lists& lists_of(Language language) {
    static const Lists french(french_lexicon());
    static const Lists english(english_lexicon());
    static const Lists none;
    switch (language) {
    case Language::french: return french;
    case Language::english: return english;
    case Language::other: return none;
    }
    return none;
}

constexpr std::string_view apostrophes[] = {"'", "’", "‘", "ʼ"};

struct Found {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

Found first_apostrophe(std::string_view word) {
    Found first;
    for (const auto sign : apostrophes)
        if (const auto at = word.find(sign); at < first.at) first = {at, sign.size()};
    return first;
}

Found last_apostrophe(std::string_view word) {
    Found last;
    for (const auto sign : apostrophes)
        if (const auto at = word.rfind(sign); at != std::string_view::npos && (last.size == 0 || at > last.at))
            last = {at, sign.size()};
    return last;
}

bool holds(const std::vector<std::string_view>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), base::folded(word)) != list.end();
}

std::string with_plain_apostrophes(std::string text) {
    for (const auto sign : apostrophes)
        for (auto at = text.find(sign); sign.size() > 1 && at != std::string::npos; at = text.find(sign, at + 1))
            text.replace(at, sign.size(), "'");
    return text;
}

/// Whether what stands at byte `at` opens a sentence or a quotation, so that its capital says nothing.
bool opens_sentence(std::string_view text, std::size_t at) {
    auto before = base::trimmed(text.substr(0, at));
    for (const std::string_view sign : {"«", "“", "\"", "(", "#", "-", "–", "—", "•", "*"})
        if (before.ends_with(sign)) before = base::trimmed(before.substr(0, before.size() - sign.size()));
    if (before.empty()) return true;
    if (text.substr(before.size(), at - before.size()).find('\n') != std::string_view::npos) return true;
    const std::string_view ends[] = {".", "?", "!", ":", "…", "»", "”"};
    return std::any_of(std::begin(ends), std::end(ends), [before](auto sign) { return before.ends_with(sign); });
}

/// Whether the first `count` letters are capitals.
bool has_capitals(std::string_view word, int count) {
    for (std::size_t at = 0; count > 0; --count) {
        if (at >= word.size()) return false;
        const std::size_t start = at;
        static_cast<void>(base::next_code_point(word, at));
        const auto one = word.substr(start, at - start);
        if (base::lower_cased(one) == one) return false;
    }
    return true;
}

enum class Capitals { mark_names, mean_nothing };

/// Whether a whole text is typed in capitals, so that none of them says anything.
template <class Pieces>
bool is_shouted(const Pieces& pieces) {
    std::size_t capitals = 0;
    std::size_t others = 0;
    for (const auto& piece : pieces)
        if (base::length(piece.word) >= 2) ++(has_capitals(piece.word, 2) ? capitals : others);
    return capitals >= 3 && others == 0;
}

/// Whether a stem is a number: it tells texts apart but is no subject.
bool is_number(std::string_view stem) {
    return !stem.empty() && stem[0] >= '0' && stem[0] <= '9' &&
           stem.find_first_not_of("0123456789., hemr") == std::string_view::npos; // 10 000, 18h30, 2e, 1er
}

} // namespace

struct Stemmer::Parts {
    /// What a word comes to, whatever stands around it.
    struct Reading {
        std::string lower{};
        std::string stem{}; ///< empty when it carries no meaning
        bool is_noun = false;
        bool is_subject = false;
    };

    const Lists& lists;
    Snowball snowball;
    std::unordered_map<std::string, Reading> known{};

    explicit Parts(Language language) : lists(lists_of(language)), snowball(make_snowball(lists.stemmer)) {}

    const Reading& read(std::string_view word) {
        const auto [at, is_new] = known.try_emplace(std::string(word));
        Reading& reading = at->second;
        if (!is_new) return reading;
        reading.lower = with_plain_apostrophes(base::lower_cased(word));
        const std::string& lower = reading.lower;
        const std::string key = base::folded(lower);
        if (base::length(key) < 2 || lists.stop_words.contains(key)) return reading;
        reading.is_noun = lists.nouns.contains(lower);
        if (const auto form = lists.forms.find(lower); form != lists.forms.end()) {
            reading.stem = form->second;
        } else if (const auto kept = lists.kept.find(lower); kept != lists.kept.end()) {
            reading.stem = kept->second;
        } else {
            reading.stem = verb_stem(lower);
            if (reading.stem.empty()) reading.stem = stemmed(snowball.get(), lower);
            const auto family = lists.families.find(reading.stem);
            if (family != lists.families.end()) reading.stem = family->second;
        }
        reading.is_subject = !is_number(reading.stem) && !lists.scenery.contains(reading.stem);
        return reading;
    }

    /// The stem of the infinitive that a word belongs to; empty when the stemmer knows better.
    [[nodiscard]] std::string verb_stem(const std::string& lower) {
        if (lists.infinitive == nullptr) return {};
        const auto verb = lists.infinitive(lower);
        if (verb.word.empty()) return {};
        std::string stem = stemmed(snowball.get(), verb.word);
        const bool is_known = verb.certain || lists.scenery.contains(stem) || lists.families.contains(stem);
        return is_known ? stem : std::string();
    }

    /// The word without what its apostrophes join to it.
    [[nodiscard]] std::string_view bare(std::string_view word) const {
        for (auto sign = first_apostrophe(word); sign.size > 0; sign = first_apostrophe(word)) {
            if (!holds(lists.elisions, word.substr(0, sign.at))) break;
            word.remove_prefix(sign.at + sign.size);
        }
        for (auto sign = last_apostrophe(word); sign.size > 0; sign = last_apostrophe(word)) {
            if (!holds(lists.endings, word.substr(sign.at + sign.size))) break;
            word = word.substr(0, sign.at);
        }
        return word;
    }

    /// The term that `word`, a piece of `text`, comes to; without a stem when it carries no meaning.
    /// `after_subject` says that the word before it is a subject.
    [[nodiscard]] Term term(std::string_view text, std::string_view word, Capitals capitals, bool after_subject) {
        const Reading& reading = read(word);
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        Term out{.stem = reading.stem,
                 .surface = reading.lower,
                 .begin = at,
                 .end = at + word.size(),
                 .tagged = false,
                 .subject = reading.is_subject};
        if (reading.stem.empty()) return out;
        if (reading.is_noun && after_subject) out.stem = stemmed(snowball.get(), reading.lower);
        if (capitals == Capitals::mean_nothing || reading.lower == word) return out;
        if (has_capitals(word, 2) || (has_capitals(word, 1) && !opens_sentence(text, at))) out.surface = word;
        return out;
    }
};

Stemmer::Stemmer(Language language) : m_parts(std::make_unique<Parts>(language)) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::vector<Term> Stemmer::terms(std::string_view text) {
    struct Piece {
        std::string_view word{};
        bool tagged = false;
    };
    std::vector<Piece> pieces;
    std::size_t last_end = 0;
    bool in_tag = false;
    for (const auto whole : base::words_in(text)) {
        const auto start = static_cast<std::size_t>(whole.data() - text.data());
        const auto gap = text.substr(last_end, start - last_end);
        in_tag = gap.ends_with('#') || (in_tag && gap == "-");
        last_end = start + whole.size();
        for (std::size_t from = 0; from < whole.size();) { // a tag writes `_` for a space
            const std::size_t to = std::min(whole.find('_', from), whole.size());
            const auto word = m_parts->bare(whole.substr(from, to - from));
            if (!word.empty()) pieces.push_back({word, in_tag});
            from = to + 1;
        }
    }
    const auto capitals = is_shouted(pieces) ? Capitals::mean_nothing : Capitals::mark_names;
    std::vector<Term> out;
    bool after_subject = false;
    for (const auto& piece : pieces) {
        auto term = m_parts->term(text, piece.word, capitals, after_subject);
        after_subject = term.subject;
        if (term.stem.empty()) continue;
        term.tagged = piece.tagged;
        out.push_back(std::move(term));
    }
    return out;
}

std::vector<Term> terms_in(std::string_view text, Language language) {
    return Stemmer(language).terms(text);
}

} // namespace ronde::words
