// Catch2 2 (Debian 12) and Catch2 3 (Debian 13) under one name, for every test. Write for Catch2 3: what it
// renamed is given here to Catch2 2 under the new name.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <catch2/matchers/catch_matchers_vector.hpp>

using Catch::Approx; // Catch2 2 does so itself
#else
#include <catch2/catch.hpp>

#include <string>

namespace Catch::Matchers {

/// Catch2 3's name for the matcher "this string contains that one".
inline auto ContainsSubstring(const std::string& part, CaseSensitive::Choice choice = CaseSensitive::Yes) {
    return Contains(part, choice);
}

} // namespace Catch::Matchers
#endif
