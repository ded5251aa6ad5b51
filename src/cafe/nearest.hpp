#pragma once
// Inside `cafe` only: finds a thing in a list when it is known about where it stands. Pure.

#include <algorithm>
#include <cstddef>

namespace ronde::cafe {

/// The place, of `size`, for which `is_it` holds: `from` is looked at first, then ever further from it on both sides.
/// `size` when there is none.
template <class IsIt>
[[nodiscard]] std::size_t nearest(std::size_t size, std::size_t from, IsIt is_it) {
    from = std::min(from, size);
    for (std::size_t far = 0; far <= std::max(from, size - from); ++far) {
        if (from + far < size && is_it(from + far)) return from + far;
        if (far > 0 && far <= from && is_it(from - far)) return from - far;
    }
    return size;
}

} // namespace ronde::cafe
