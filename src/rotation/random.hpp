#pragma once
// The planner's own random numbers: the same on every machine for a seed, and fast. Never used for secrets.

#include <bit>
#include <cstdint>

namespace ronde::rotation {

/// xoshiro256** seeded by splitmix64 (Blackman and Vigna 2018, public domain algorithms).
class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (std::uint64_t& word : m_state) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t mixed = (seed ^ (seed >> 30U)) * 0xbf58476d1ce4e5b9U;
            mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
            word = mixed ^ (mixed >> 31U);
        }
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// A number from 0 to count − 1; `count` is at least 1. The bias is below count / 2³².
    int below(int count) { return static_cast<int>(((next() >> 32U) * static_cast<std::uint64_t>(count)) >> 32U); }

private:
    std::uint64_t m_state[4]{};
};

} // namespace ronde::rotation
