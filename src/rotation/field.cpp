#include "rotation/field.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace ronde::rotation {

namespace {

using Index = std::size_t;
using Polynomial = std::vector<int>; ///< coefficients modulo p, lowest first

/// Takes `dividend` modulo the monic `divisor`, in place; what is left has fewer coefficients than the divisor.
void reduce(Polynomial& dividend, const Polynomial& divisor, int p) {
    const Index degree = divisor.size() - 1;
    while (dividend.size() > degree) {
        const int lead = dividend.back();
        const Index shift = dividend.size() - divisor.size();
        for (Index i = 0; i < divisor.size(); ++i)
            dividend[shift + i] = (dividend[shift + i] + (p - lead) * divisor[i]) % p;
        dividend.pop_back();
    }
}

/// The polynomial whose coefficients are the digits of `number` in base p, made monic of the given degree.
Polynomial monic(int number, Index degree, int p) {
    Polynomial polynomial;
    for (Index i = 0; i < degree; ++i, number /= p) polynomial.push_back(number % p);
    polynomial.push_back(1);
    return polynomial;
}

int power(int base, Index exponent) {
    int result = 1;
    for (Index i = 0; i < exponent; ++i) result *= base;
    return result;
}

bool irreducible(const Polynomial& polynomial, int p) {
    const Index degree = polynomial.size() - 1;
    for (Index low = 1; 2 * low <= degree; ++low)
        for (int number = 0; number < power(p, low); ++number) {
            Polynomial rest = polynomial;
            reduce(rest, monic(number, low, p), p);
            if (std::all_of(rest.begin(), rest.end(), [](int c) { return c == 0; })) return false;
        }
    return true;
}

} // namespace

Ring Ring::integers(int size) {
    return {size, size, {}};
}

std::optional<Ring> Ring::field(int size) {
    if (size < 2) return std::nullopt;
    int p = 2;
    while (size % p != 0 && p * p <= size) ++p;
    if (size % p != 0) p = size;
    Index degree = 0;
    int rest = size;
    for (; rest % p == 0; rest /= p) ++degree;
    if (rest != 1) return std::nullopt;
    if (degree == 1) return integers(size);
    for (int number = 1; number < size; ++number)
        if (Polynomial modulus = monic(number, degree, p); irreducible(modulus, p))
            return Ring(size, p, std::move(modulus));
    return std::nullopt;
}

std::vector<int> Ring::digits(int element) const {
    std::vector<int> digits;
    for (Index i = 0; i + 1 < m_modulus.size(); ++i, element /= m_base) digits.push_back(element % m_base);
    return digits;
}

int Ring::element(const std::vector<int>& digits) const {
    int element = 0;
    for (Index i = digits.size(); i-- > 0;) element = element * m_base + digits[i];
    return element;
}

int Ring::add(int a, int b) const {
    if (m_modulus.empty()) return (a + b) % m_size;
    int sum = 0;
    for (int place = 1; place < m_size; place *= m_base, a /= m_base, b /= m_base)
        sum += (a % m_base + b % m_base) % m_base * place;
    return sum;
}

int Ring::subtract(int a, int b) const {
    if (m_modulus.empty()) return (a - b + m_size) % m_size;
    int difference = 0;
    for (int place = 1; place < m_size; place *= m_base, a /= m_base, b /= m_base)
        difference += (a % m_base - b % m_base + m_base) % m_base * place;
    return difference;
}

int Ring::multiply(int a, int b) const {
    if (m_modulus.empty()) return static_cast<int>(std::int64_t{a} * b % m_size);
    const Polynomial left = digits(a);
    const Polynomial right = digits(b);
    Polynomial product(left.size() + right.size() - 1);
    for (Index i = 0; i < left.size(); ++i)
        for (Index j = 0; j < right.size(); ++j) product[i + j] = (product[i + j] + left[i] * right[j]) % m_base;
    reduce(product, m_modulus, m_base);
    return element(product);
}

} // namespace ronde::rotation
