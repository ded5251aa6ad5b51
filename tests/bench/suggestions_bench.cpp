// The whole job that Récolter asks for: suggestions for the ideas of a café, from their texts to the list that is
// shown. The yardstick, in the same run, is what it replaces: looking at every pair of ideas for words that they share.
// Aim: 2,000 ideas within a second, off the main thread.

#include "app/suggestions.hpp"
#include "bench/measure.hpp"
#include "bench/some_ideas.hpp"

namespace {

using namespace ronde;
using namespace ronde::bench;

cafe::Session with_ideas(const std::vector<std::string>& texts) {
    Cafe cafe(0);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto note = capture(cafe.session(), i + 1);
        note.text = texts[i];
        cafe.act(std::move(note));
    }
    return cafe.session();
}

void run(std::size_t count, std::size_t times) {
    const auto texts = some_ideas(count);
    const auto session = with_ideas(texts);
    std::size_t found = 0;
    std::size_t pairs = 0;
    Laps copying;
    Laps searching;
    Laps yardstick;
    for (std::size_t i = 0; i < times; ++i) {
        copying.time([&] { found = cafe::Session(session).ideas.size(); });
        searching.time([&] { found = app::suggest(session, [] { return false; })->list.size(); });
        yardstick.time([&] { pairs = pairs_by_overlap(texts); });
    }
    print_head(fmt::format("{} ideas: {} suggestions ({} pairs by overlap)", count, found, pairs), "ms");
    print_row("the copy that the job is given", copying, 1000);
    print_row("suggest", searching, 1000);
    print_row("yardstick: overlap of words, all pairs", yardstick, 1000);
}

} // namespace

int main(int argc, char** argv) {
    const bool brief = is_short(argc, argv);
    run(90, brief ? 3 : 50);
    run(2000, brief ? 1 : 10);
    return 0;
}
