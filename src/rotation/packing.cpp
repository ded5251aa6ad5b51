#include "rotation/packing.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

/// Several people with the same label, or a part of them.
struct Bundle {
    int label = nobody;
    std::vector<int> people{};
};

template <class Member>
std::vector<Bundle> by_label(const Problem& problem, const std::vector<int>& people, Member member) {
    std::map<int, std::vector<int>> found;
    std::vector<Bundle> bundles;
    for (const int person : people) {
        const int label = problem.person(person).*member;
        if (label == nobody) {
            bundles.push_back({nobody, {person}}); // nothing holds them together
        } else {
            found[label].push_back(person);
        }
    }
    for (auto& [label, members] : found) bundles.push_back({label, std::move(members)});
    std::stable_sort(bundles.begin(), bundles.end(),
                     [](const Bundle& a, const Bundle& b) { return a.people.size() > b.people.size(); });
    return bundles;
}

/// The bin that the bundle fits best, else the roomiest.
Index best_bin(const std::vector<Index>& room, Index wanted) {
    Index best = 0;
    for (Index bin = 1; bin < room.size(); ++bin) {
        const bool fits = room[bin] >= wanted;
        const bool best_fits = room[best] >= wanted;
        if (fits != best_fits ? fits : (fits ? room[bin] < room[best] : room[bin] > room[best])) best = bin;
    }
    return best;
}

/// Puts bundles into bins, each whole where it fits; gives [bin] → people.
std::vector<std::vector<int>> pack(std::vector<Bundle> bundles, std::vector<Index> room) {
    std::vector<std::vector<int>> bins(room.size());
    for (Bundle& bundle : bundles)
        while (!bundle.people.empty()) {
            const Index bin = best_bin(room, bundle.people.size());
            const auto taken = static_cast<std::ptrdiff_t>(std::min(room[bin], bundle.people.size()));
            bins[bin].insert(bins[bin].end(), bundle.people.end() - taken, bundle.people.end());
            bundle.people.resize(bundle.people.size() - static_cast<Index>(taken));
            room[bin] -= static_cast<Index>(taken);
        }
    return bins;
}

} // namespace

std::vector<int> packed(const Problem& problem, const std::vector<int>& people, int tables) {
    const auto size = static_cast<Index>(tables);
    std::vector<Index> room;
    for (Index left = people.size(); left > 0; left -= room.back()) room.push_back(std::min(left, size));

    // Which kind has how many seats in which block: whole blocks first, then the remainders, the larger first.
    std::vector<Bundle> kinds = by_label(problem, people, &Person::kind);
    std::vector<std::vector<Index>> seats(kinds.size(), std::vector<Index>(room.size()));
    std::vector<std::pair<Index, Index>> remainders; // people, kind
    Index block = 0;
    for (Index kind = 0; kind < kinds.size(); ++kind) {
        Index left = kinds[kind].people.size();
        for (; left >= size && room[block] == size; left -= size) {
            seats[kind][block] = size;
            room[block++] = 0;
        }
        if (left > 0) remainders.emplace_back(left, kind);
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto [left, kind] : remainders)
        while (left > 0) {
            const Index bin = best_bin(room, left);
            const Index taken = std::min(room[bin], left);
            seats[kind][bin] += taken;
            room[bin] -= taken;
            left -= taken;
        }

    std::vector<std::vector<int>> blocks(room.size());
    for (Index kind = 0; kind < kinds.size(); ++kind) {
        const auto bins = pack(by_label(problem, kinds[kind].people, &Person::organisation), seats[kind]);
        for (Index bin = 0; bin < bins.size(); ++bin)
            blocks[bin].insert(blocks[bin].end(), bins[bin].begin(), bins[bin].end());
    }
    std::vector<int> order;
    for (const std::vector<int>& members : blocks) order.insert(order.end(), members.begin(), members.end());
    return order;
}

} // namespace ronde::rotation
