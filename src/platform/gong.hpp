#pragma once
// The sounds of the clock, made by calculation: a gong at the end, a softer one two minutes before. Pure; any thread.

#include "cafe/timer.hpp"

#include <vector>

namespace ronde::platform {

inline constexpr int sound_rate = 44100; ///< samples a second

/// One channel, −1 to 1, begins and ends in silence. A struck plate: partials that are no multiples of one another, the
/// high ones dying first, each swelling in for a few milliseconds so that nothing clicks (the ratios are those of a
/// vibrating plate, after Fletcher and Rossing, The Physics of Musical Instruments, chapter 20).
[[nodiscard]] std::vector<float> synthesise(cafe::Cue cue, int rate = sound_rate);

} // namespace ronde::platform
