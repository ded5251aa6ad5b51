#pragma once
// Pins: which can be asked of the planner, and which a plan could not keep. Used by seating_numbers. Pure; any thread.

#include "app/seating_numbers.hpp"

namespace ronde::app {

/// Adds the pins to the problem. Those of people who are away, of tables that are gone and of rounds that have begun
/// ask for nothing; those that contradict others, or what is there, are named in `dropped`.
void take_pins(const cafe::Session& session, int begun, SeatingNumbers& numbers);

/// Puts pin ids in place of the rules that they stand for, and the dropped ones.
void name_broken_pins(const cafe::Session& session, const SeatingNumbers& numbers, const rotation::Planned& planned,
                      cafe::SeatingQuality& quality);

} // namespace ronde::app
