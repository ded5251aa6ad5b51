// What the room `words` takes for a harvest of a few hundred or two thousand ideas. The yardstick, in the same run, is
// comparing all pairs of ideas by the words that they have in common, as typed: what one would write first. Aim: the
// themes of 2,000 ideas within a second, its duplicates well below.

#include "bench/measure.hpp"
#include "bench/some_ideas.hpp"
#include "words/clusters.hpp"
#include "words/duplicates.hpp"
#include "words/match.hpp"

namespace {

using namespace ronde;
using namespace ronde::bench;

void run(std::size_t count, std::size_t times) {
    const auto texts = some_ideas(count);
    const auto corpus = words::make_corpus(texts, words::Language::french);
    const std::vector<std::string> offers(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(count / 4));
    const std::vector<std::string> needs(texts.end() - static_cast<std::ptrdiff_t>(count / 4), texts.end());
    std::size_t duplicates = 0;
    std::size_t themes = 0;
    std::size_t placed = 0;
    std::size_t pairs = 0;
    Laps reading;
    Laps comparing;
    Laps clustering;
    Laps matching;
    Laps yardstick;
    for (std::size_t i = 0; i < times; ++i) {
        reading.time([&] { static_cast<void>(words::make_corpus(texts, words::Language::french)); });
        comparing.time([&] { duplicates = words::find_duplicates(corpus)->size(); });
        clustering.time([&] {
            const auto found = words::find_themes(corpus);
            themes = found->size();
            placed = 0;
            for (const auto& theme : *found) placed += theme.members.size();
        });
        matching.time([&] { static_cast<void>(words::find_matches(offers, needs, words::Language::french)); });
        yardstick.time([&] { pairs = pairs_by_overlap(texts); });
    }
    print_head(fmt::format("{} ideas: {} themes with {} ideas, {} pairs of duplicates ({} by overlap)", count, themes,
                           placed, duplicates, pairs),
               "ms");
    print_row("make_corpus (stems and weights)", reading, 1000);
    print_row("find_duplicates", comparing, 1000);
    print_row("find_themes", clustering, 1000);
    print_row(fmt::format("find_matches, {} offers and as many needs", offers.size()), matching, 1000);
    print_row("yardstick: overlap of words, all pairs", yardstick, 1000);
}

} // namespace

int main(int argc, char** argv) {
    const bool brief = is_short(argc, argv);
    run(90, brief ? 3 : 50);
    run(500, brief ? 2 : 20);
    run(2000, brief ? 1 : 10);
    return 0;
}
