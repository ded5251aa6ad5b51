#pragma once
// New ids: a prefix and ten random characters. The seed comes from the caller, so that tests know what comes.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace ronde::app {

class IdSource {
public:
    explicit IdSource(std::uint64_t seed) : m_random(seed) {}

    /// `i-` and ten of 32 characters that are not taken for one another: 50 random bits, so that two machines'
    /// ideas do not meet under one id.
    [[nodiscard]] std::string operator()(std::string_view prefix) {
        static constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        std::string id{prefix};
        id += '-';
        std::uint64_t bits = m_random();
        for (int i = 0; i < 10; ++i, bits >>= 5U) id += alphabet[bits & 31U];
        return id;
    }

private:
    std::mt19937_64 m_random;
};

} // namespace ronde::app
