#pragma once
// Finite rings for the constructions: the integers modulo n, and the field with q elements where q is a prime power.
// A helper of this room. Elements are 0 … size − 1; 0 is zero and 1 is one.

#include <optional>
#include <utility>
#include <vector>

namespace ronde::rotation {

class Ring {
public:
    /// The integers modulo `size`, at least 1.
    [[nodiscard]] static Ring integers(int size);

    /// The field with `size` elements, polynomials over Z_p modulo an irreducible one found by trial (Lidl and
    /// Niederreiter 1997, chapter 3); the digits of an element in base p are its coefficients. Nothing when `size` is
    /// not a prime power.
    [[nodiscard]] static std::optional<Ring> field(int size);

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] int add(int a, int b) const;
    [[nodiscard]] int subtract(int a, int b) const;
    [[nodiscard]] int multiply(int a, int b) const;

private:
    Ring(int size, int base, std::vector<int> modulus) : m_size(size), m_base(base), m_modulus(std::move(modulus)) {}

    [[nodiscard]] std::vector<int> digits(int element) const;
    [[nodiscard]] int element(const std::vector<int>& digits) const;

    int m_size;
    int m_base;                 ///< p of a field, or the size itself
    std::vector<int> m_modulus; ///< monic irreducible polynomial, lowest coefficient first; empty when none is needed
};

} // namespace ronde::rotation
