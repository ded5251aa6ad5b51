#include "app/suggestions.hpp"

#include "cafe/harvest_reading.hpp"
#include "words/clusters.hpp"
#include "words/corpus.hpp"
#include "words/duplicates.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

namespace ronde::app {
namespace {

constexpr std::size_t most_themes = 30;
constexpr std::size_t most_pairs = 60;
constexpr std::size_t shared_told = 4;
constexpr std::size_t longest_key = 400; ///< bytes

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// By its words rather than its ideas: the same theme with an idea more or less is not asked about again.
std::string theme_key(std::vector<std::string> title) {
    std::ranges::sort(title);
    return ("theme:" + joined(title)).substr(0, longest_key);
}

std::string pair_key(const cafe::IdeaId& a, const cafe::IdeaId& b) {
    return "same:" + std::min(a.value, b.value) + ':' + std::max(a.value, b.value);
}

bool in_one_theme(const cafe::Sorting& sorting, const cafe::IdeaId& a, const cafe::IdeaId& b) {
    const auto of_a = sorting.find(a);
    const auto of_b = sorting.find(b);
    if (of_a == sorting.end() || of_b == sorting.end()) return false;
    return std::ranges::any_of(
        of_a->second, [&](std::size_t theme) { return std::ranges::find(of_b->second, theme) != of_b->second.end(); });
}

words::Corpus corpus_of(const std::vector<const cafe::Idea*>& ideas, words::Language language) {
    std::vector<std::string> texts;
    texts.reserve(ideas.size());
    for (const cafe::Idea* idea : ideas) texts.push_back(idea->text);
    return words::make_corpus(texts, language);
}

/// Ideas that pairs have brought together so far.
class Together {
public:
    explicit Together(std::size_t ideas) : m_parent(ideas) { std::iota(m_parent.begin(), m_parent.end(), 0); }

    /// False where they were together already.
    bool join(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        m_parent[b] = a;
        return a != b;
    }

private:
    std::size_t root(std::size_t at) {
        while (m_parent[at] != at) at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }
    std::vector<std::size_t> m_parent;
};

/// The likest pairs first; of equally like ones those that were noted closest to each other, so that the same note
/// taken many times makes a chain.
void put_in_order(std::vector<words::Duplicate>& pairs) {
    std::ranges::stable_sort(pairs, {}, [](const words::Duplicate& pair) {
        return std::tuple(-pair.similarity, pair.second - pair.first, pair.first);
    });
}

/// A cut key must stay UTF-8: the engine takes no other.
std::string whole_characters(std::string text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    if (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.pop_back();
    return text;
}

} // namespace

std::optional<Suggestions> suggest(const cafe::Session& session, const std::function<bool()>& stop) {
    const words::Language language = words::language_of(session.identity.language);
    const cafe::Sorting sorting = cafe::sorting_of(session);
    std::vector<const cafe::Idea*> all;
    std::vector<const cafe::Idea*> unsorted;
    for (const cafe::Idea& idea : session.ideas) {
        all.push_back(&idea);
        if (!sorting.contains(idea.id)) unsorted.push_back(&idea);
    }
    Suggestions suggestions{session.id, session.seq, {}};
    const auto themes = words::find_themes(corpus_of(unsorted, language), {}, stop);
    if (!themes) return std::nullopt;
    for (const words::Theme& theme : *themes) {
        if (suggestions.list.size() == most_themes) break;
        Suggestion one{.kind = Suggestion::Kind::theme, .key = theme_key(theme.title), .title = joined(theme.title)};
        if (one.key.size() == longest_key) one.key = whole_characters(std::move(one.key));
        for (const std::size_t member : theme.members) one.ideas.push_back(unsorted[member]->id);
        for (const words::SharedWord& word : theme.reason)
            if (one.shared.size() < shared_told) one.shared.push_back(word.word);
        suggestions.list.push_back(std::move(one));
    }
    auto pairs = words::find_duplicates(corpus_of(all, language), words::duplicate_similarity, stop);
    if (!pairs) return std::nullopt;
    put_in_order(*pairs);
    const auto sit_together = [&](const words::Duplicate& pair) {
        return in_one_theme(sorting, all[pair.first]->id, all[pair.second]->id);
    };
    Together together(all.size());
    for (const words::Duplicate& pair : *pairs)
        if (sit_together(pair)) together.join(pair.first, pair.second);
    const std::set<std::string_view> dismissed(session.harvest.plan.dismissed.begin(),
                                               session.harvest.plan.dismissed.end());
    std::size_t count = 0;
    for (const words::Duplicate& pair : *pairs) {
        const cafe::IdeaId& first = all[pair.first]->id;
        const cafe::IdeaId& second = all[pair.second]->id;
        if (count == most_pairs) break;
        // What a chain of pairs has brought together already is not asked again, pair by pair.
        if (!together.join(pair.first, pair.second)) continue;
        if (!dismissed.contains(pair_key(first, second))) ++count;
        Suggestion one{.kind = Suggestion::Kind::same, .key = pair_key(first, second), .ideas = {first, second}};
        std::copy_n(pair.shared.begin(), std::min(shared_told, pair.shared.size()), std::back_inserter(one.shared));
        one.title =
            joined({one.shared.begin(), one.shared.begin() + std::min<std::ptrdiff_t>(2, std::ssize(one.shared))});
        suggestions.list.push_back(std::move(one));
    }
    return suggestions;
}

} // namespace ronde::app
