#pragma once
// Which way members go; see fields.hpp. Internal to `store`.

namespace ronde::store {

/// `T` when reading, `const T` when writing.
template <class Fields, class T>
using Of = typename Fields::template Direction<T>;

} // namespace ronde::store
