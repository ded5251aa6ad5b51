#pragma once
// The agenda: the steps of the morning, in order. Values and their actions. What really happened is in the timer.

#include "base/names.hpp"
#include "base/time.hpp"
#include "cafe/ids.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace ronde::cafe {

enum class StepKind {
    welcome,
    opening,
    briefing,
    round,
    travel, ///< people change tables
    harvest,
    plenary,
    closing,
    follow_up,
    pause, ///< a break; `break` is a word of the language
    custom,
};
constexpr auto names_of(StepKind) {
    return std::to_array<base::Name<StepKind>>({{StepKind::welcome, "welcome"},
                                                {StepKind::opening, "opening"},
                                                {StepKind::briefing, "briefing"},
                                                {StepKind::round, "round"},
                                                {StepKind::travel, "travel"},
                                                {StepKind::harvest, "harvest"},
                                                {StepKind::plenary, "plenary"},
                                                {StepKind::closing, "closing"},
                                                {StepKind::follow_up, "follow_up"},
                                                {StepKind::pause, "break"},
                                                {StepKind::custom, "custom"}});
}

struct Step {
    StepId id;
    StepKind kind = StepKind::custom;
    std::string title{};
    base::Duration planned{}; ///< whole seconds, 1 s to 24 h
    base::Duration minimum{}; ///< what catching up must leave; whole seconds, 0 to `planned`
    std::string extra{};

    friend bool operator==(const Step&, const Step&) = default;
};

/// Puts a step at `index` (0 first; the number of steps: last). Rejected before the step that is running: the past is
/// fixed.
struct AddStep {
    static constexpr std::string_view name = "add_step";
    Step step;
    std::size_t index = 0;
    friend bool operator==(const AddStep&, const AddStep&) = default;
};

/// Replaces a step's kind, title and lengths. A new planned length for the running step moves its end;
/// a step that is over keeps all but its title.
struct EditStep {
    static constexpr std::string_view name = "edit_step";
    Step step;
    friend bool operator==(const EditStep&, const EditStep&) = default;
};

struct RemoveStep {
    static constexpr std::string_view name = "remove_step";
    StepId id;
    friend bool operator==(const RemoveStep&, const RemoveStep&) = default;
};

/// Moves a step so that it stands at `index` afterwards.
struct MoveStep {
    static constexpr std::string_view name = "move_step";
    StepId id;
    std::size_t index = 0;
    friend bool operator==(const MoveStep&, const MoveStep&) = default;
};

} // namespace ronde::cafe
