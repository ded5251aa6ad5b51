#pragma once
// The port through which the shell reads time. The real one lives in `platform`, a fake one in the tests.
// `cafe` never sees it: times reach the engine inside actions.

#include "base/time.hpp"

namespace ronde::base {

/// A source of stamps. Implementations are safe to call from any thread.
class Clock {
public:
    virtual ~Clock() = default;

    /// Now, on both clocks. Instants of one boot never go backwards; wall time may.
    [[nodiscard]] virtual Stamp now() const = 0;
};

} // namespace ronde::base
