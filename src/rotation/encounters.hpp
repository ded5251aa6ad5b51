#pragma once
// Who sits at which table in each round, packed so that "how often do these two meet" takes a few instructions and no
// table of pairs: memory is O(people × rounds). A helper of the search; not for several threads at once.

#include "rotation/problem.hpp"

#include <cstdint>
#include <vector>

namespace ronde::rotation {

class Encounters {
public:
    Encounters(int people, int rounds) : m_words(static_cast<std::size_t>((rounds + lanes - 1) / lanes)) {
        m_lanes.reserve(static_cast<std::size_t>(people) * m_words);
        for (int person = 0; person < people; ++person)
            m_lanes.insert(m_lanes.end(), m_words, away(person) * 0x0001'0001'0001'0001U);
    }

    /// The person's table in that round, or `nobody`.
    [[nodiscard]] int table(int person, int round) const {
        const std::uint64_t lane = (m_lanes[word(person, round)] >> shift(round)) & 0xffffU;
        return (lane & absent) != 0 ? nobody : static_cast<int>(lane);
    }

    /// Seats the person, or takes the person's seat away when `table` is `nobody`.
    void seat(int person, int round, int table) {
        std::uint64_t& at = m_lanes[word(person, round)];
        const std::uint64_t lane = table == nobody ? away(person) : static_cast<std::uint64_t>(table);
        at = (at & ~(std::uint64_t{0xffffU} << shift(round))) | (lane << shift(round));
    }

    /// The number of rounds in which two people share a table: the 16-bit lanes that are equal.
    [[nodiscard]] int meetings(int a, int b) const {
        const std::uint64_t* left = &m_lanes[static_cast<std::size_t>(a) * m_words];
        const std::uint64_t* right = &m_lanes[static_cast<std::size_t>(b) * m_words];
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < m_words; ++i) {
            const std::uint64_t differ = left[i] ^ right[i];
            const std::uint64_t top = 0x8000'8000'8000'8000U;
            const std::uint64_t equal = ~(((differ & ~top) + ~top) | differ) & top; // the top bit of each zero lane
            count += ((equal >> 15U) * 0x0001'0001'0001'0001U) >> 48U;
        }
        return static_cast<int>(count);
    }

private:
    static constexpr int lanes = 4;
    static constexpr std::uint64_t absent =
        0x8000U; ///< with the person's number below, so that no two absences are equal

    static std::uint64_t away(int person) { return absent | static_cast<std::uint64_t>(person); }
    static unsigned shift(int round) { return 16U * static_cast<unsigned>(round % lanes); }
    [[nodiscard]] std::size_t word(int person, int round) const {
        return static_cast<std::size_t>(person) * m_words + static_cast<std::size_t>(round / lanes);
    }

    std::size_t m_words; ///< for each person
    std::vector<std::uint64_t> m_lanes{};
};

} // namespace ronde::rotation
