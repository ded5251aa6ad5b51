#include "words/linkage.hpp"

#include "compat/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace ronde::words;
using Clusters = std::vector<std::vector<std::size_t>>;

namespace {

Likeness random_likeness(std::size_t size, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> any(0, 1);
    Likeness out(size);
    for (std::size_t a = 0; a < size; ++a)
        for (std::size_t b = 0; b < a; ++b) out.set(a, b, any(random));
    return out;
}

double mean(const Likeness& likeness, const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    double sum = 0;
    for (const auto i : a)
        for (const auto j : b) sum += static_cast<double>(likeness.at(i, j));
    return sum / static_cast<double>(a.size() * b.size());
}

/// By the definition: again and again the likest two.
Clusters linked_naively(const Likeness& likeness, double at_least) {
    Clusters clusters;
    for (std::size_t i = 0; i < likeness.size(); ++i) clusters.push_back({i});
    for (;;) {
        double most = -1;
        std::size_t best_a = 0;
        std::size_t best_b = 0;
        for (std::size_t a = 0; a < clusters.size(); ++a) {
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
                const double value = mean(likeness, clusters[a], clusters[b]);
                if (value <= most) continue;
                most = value;
                best_a = a;
                best_b = b;
            }
        }
        if (most < at_least) break;
        auto& into = clusters[best_a];
        into.insert(into.end(), clusters[best_b].begin(), clusters[best_b].end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(best_b));
    }
    for (auto& members : clusters) std::sort(members.begin(), members.end());
    std::sort(clusters.begin(), clusters.end());
    return clusters;
}

} // namespace

TEST_CASE("linkage: the likest are merged while their mean is enough") {
    Likeness likeness(4);
    likeness.set(0, 2, 0.9F);
    likeness.set(0, 1, 0.5F);
    likeness.set(1, 2, 0.3F);
    CHECK(link_by_average(likeness, 0.95, {}) == Clusters{{0}, {1}, {2}, {3}});
    CHECK(link_by_average(likeness, 0.5, {}) == Clusters{{0, 2}, {1}, {3}});
    CHECK(link_by_average(likeness, 0.39, {}) == Clusters{{0, 1, 2}, {3}});
    CHECK(link_by_average(Likeness(0), 0.5, {}) == Clusters{});
}

TEST_CASE("linkage: chains of neighbours give what the definition gives") {
    REQUIRE(rc::check("naively", [] {
        const auto size = *rc::gen::inRange<std::size_t>(1, 25);
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        const double at_least = 0.01 * *rc::gen::inRange(30, 90);
        const auto likeness = random_likeness(size, seed);
        RC_ASSERT(link_by_average(likeness, at_least, {}) == linked_naively(likeness, at_least));
    }));
}

TEST_CASE("linkage: equals come in order, and all the same is one cluster") {
    Likeness likeness(5);
    for (std::size_t a = 0; a < 5; ++a)
        for (std::size_t b = 0; b < a; ++b) likeness.set(a, b, 0.5F);
    CHECK(link_by_average(likeness, 0.5, {}) == Clusters{{0, 1, 2, 3, 4}});
    Likeness ring(4);
    ring.set(0, 1, 0.5F);
    ring.set(1, 2, 0.5F);
    ring.set(2, 3, 0.5F);
    ring.set(3, 0, 0.5F);
    CHECK(link_by_average(ring, 0.4, {}) == Clusters{{0, 1}, {2, 3}});
}

TEST_CASE("linkage: it can be stopped") {
    CHECK_FALSE(link_by_average(random_likeness(10, 1), 0.1, [] { return true; }).has_value());
}
