#include "words/titles.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

namespace ronde::words {

namespace {

constexpr std::size_t most_title_words = 4;
constexpr std::size_t most_reasons = 8;

struct Telling {
    TermId term = 0;
    std::size_t ideas = 0; ///< members that hold it
    double score = 0;
};

double x_log_x(double x) {
    return x > 0 ? x * std::log(x) : 0;
}

/// Dunning's G² / 2 of "in the theme" against "holds the word", negative when the word is rarer inside.
double surprise(double inside, double members, double holding, double all) {
    const double outside = holding - inside;
    const double others = all - members;
    const double ratio = x_log_x(inside) + x_log_x(members - inside) + x_log_x(outside) + x_log_x(others - outside) +
                         x_log_x(all) - x_log_x(members) - x_log_x(others) - x_log_x(holding) - x_log_x(all - holding);
    return inside * all >= holding * members ? ratio : -ratio;
}

std::vector<Telling> shared_words(const Corpus& corpus, const Theme& theme) {
    std::map<TermId, std::size_t> counts;
    for (const std::size_t member : theme.members)
        for (const auto& entry : corpus.texts[member].vector) ++counts[entry.term];
    std::vector<Telling> out;
    for (const auto& entry : counts) {
        const auto& term = corpus.terms[entry.first];
        if (entry.second < 2 || !term.subject) continue;
        out.push_back({entry.first, entry.second,
                       surprise(static_cast<double>(entry.second), static_cast<double>(theme.members.size()),
                                static_cast<double>(term.texts), static_cast<double>(corpus.texts.size()))});
    }
    std::sort(out.begin(), out.end(), [](const Telling& a, const Telling& b) {
        return std::make_tuple(-a.score, a.term) < std::make_tuple(-b.score, b.term);
    });
    return out;
}

/// The form of a term that the members use.
std::string form(const Corpus& corpus, const Theme& theme, TermId term) {
    Forms forms;
    for (const std::size_t member : theme.members)
        for (const auto& word : corpus.texts[member].words)
            if (word.term == term) ++forms[word.surface];
    return best_form(forms);
}

/// Whether what stands between two words makes one phrase of them: `-`, a space, ` de `, ` à l’`.
bool joins(std::string_view between) {
    constexpr std::size_t longest = 8; // letters: a preposition and an article
    const std::string plain = base::folded(between);
    return plain.size() <= longest && plain.find_first_not_of("abcdefghijklmnopqrstuvwxyz '-") == std::string::npos;
}

/// How two terms are written where the second follows the first, if they are so in most of the members that hold both.
std::optional<std::string> phrase(const Corpus& corpus, const Theme& theme, TermId first, TermId second,
                                  std::size_t holding) {
    std::map<std::string, std::size_t> forms;
    std::size_t following = 0;
    for (const std::size_t member : theme.members) {
        const auto& text = corpus.texts[member];
        for (std::size_t i = 0; i + 1 < text.words.size(); ++i) {
            const auto& a = text.words[i];
            const auto& b = text.words[i + 1];
            if (a.term != first || b.term != second) continue;
            const auto between = base::lower_cased(std::string_view(text.text).substr(a.end, b.begin - a.end));
            if (!joins(between)) continue;
            ++forms[a.surface + between + b.surface];
            ++following;
            break;
        }
    }
    if (following < 2 || following * 2 <= holding) return std::nullopt;
    return std::max_element(forms.begin(), forms.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

} // namespace

void tell(const Corpus& corpus, Theme& theme) {
    const auto telling = shared_words(corpus, theme);
    const auto phrase_of = [&](const Telling& a, const Telling& b) -> std::optional<std::string> {
        const std::size_t holding = std::max(a.ideas, b.ideas);
        if (std::min(a.ideas, b.ideas) * 2 <= holding) return std::nullopt;
        auto found = phrase(corpus, theme, a.term, b.term, holding);
        return found ? found : phrase(corpus, theme, b.term, a.term, holding);
    };

    std::vector<bool> used(telling.size(), false);
    for (std::size_t i = 0; i < telling.size() && theme.title.size() < most_title_words; ++i) {
        const bool held_by_many = telling[i].ideas * 5 >= theme.members.size() * 2;
        if (used[i] || (theme.title.size() >= 2 && !held_by_many)) continue;
        if (telling[i].score < 0 && !theme.title.empty()) break;
        std::string words = form(corpus, theme, telling[i].term);
        for (std::size_t j = i + 1; j < telling.size(); ++j) {
            if (used[j]) continue;
            auto joined = phrase_of(telling[i], telling[j]);
            if (!joined) continue;
            words = std::move(*joined);
            used[j] = true;
            break;
        }
        theme.title.push_back(std::move(words));
    }

    auto widest = telling;
    std::stable_sort(widest.begin(), widest.end(),
                     [](const Telling& a, const Telling& b) { return a.ideas > b.ideas; });
    widest.resize(std::min(widest.size(), most_reasons));
    for (const auto& word : widest) theme.reason.push_back({form(corpus, theme, word.term), word.ideas});
}

} // namespace ronde::words
