#pragma once
// The exchange that opens the morning: what is essential to each place, or not. Values and their actions.

#include "base/names.hpp"
#include "cafe/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::cafe {

/// Something that may be essential to a place.
struct Component {
    ComponentId id;
    std::string text{};
    std::string extra{};

    friend bool operator==(const Component&, const Component&) = default;
};

/// How the room answers.
enum class OpeningMode {
    by_place, ///< each third place says its word on each component
    by_hands, ///< hands are counted, component by component
};
constexpr auto names_of(OpeningMode) {
    return std::to_array<base::Name<OpeningMode>>(
        {{OpeningMode::by_place, "by_place"}, {OpeningMode::by_hands, "by_hands"}});
}

/// Whether the stage names the places.
enum class Naming { named, anonymous };
constexpr auto names_of(Naming) {
    return std::to_array<base::Name<Naming>>({{Naming::named, "named"}, {Naming::anonymous, "anonymous"}});
}

struct Opening {
    std::string prompt{};
    std::vector<Component> components{};
    OpeningMode mode = OpeningMode::by_place;
    Naming naming = Naming::named;
    std::string extra{};

    friend bool operator==(const Opening&, const Opening&) = default;
};

enum class Answer { none, essential, depends, not_essential };
constexpr auto names_of(Answer) {
    return std::to_array<base::Name<Answer>>({{Answer::none, "none"},
                                              {Answer::essential, "essential"},
                                              {Answer::depends, "depends"},
                                              {Answer::not_essential, "not_essential"}});
}

/// What a place said of a component. Those whose component was taken out since stay, and are shown again when it comes
/// back.
struct OpeningAnswer {
    OrganisationId organisation;
    ComponentId component;
    Answer answer = Answer::none;
    std::string why{}; ///< a sentence, or empty

    friend bool operator==(const OpeningAnswer&, const OpeningAnswer&) = default;
};

/// A show of hands on a component.
struct HandCount {
    ComponentId component;
    int essential = 0;
    int depends = 0;
    int not_essential = 0;

    friend bool operator==(const HandCount&, const HandCount&) = default;
};

/// All that was said: at most one answer a place and component, one count a component.
struct OpeningRecord {
    std::vector<OpeningAnswer> answers{};
    std::vector<HandCount> hands{};

    friend bool operator==(const OpeningRecord&, const OpeningRecord&) = default;
};

/// Replaces the prompt, the components and how it is answered. Rejected when a component's id is empty or stands
/// twice. Answers stay.
struct EditOpening {
    static constexpr std::string_view name = "edit_opening";
    Opening opening;
    friend bool operator==(const EditOpening&, const EditOpening&) = default;
};

/// Says what a place answers; Answer::none with no sentence takes the answer back.
struct AnswerOpening {
    static constexpr std::string_view name = "answer_opening";
    OpeningAnswer answer;
    friend bool operator==(const AnswerOpening&, const AnswerOpening&) = default;
};

/// Says how many hands went up; all zero takes the count back.
struct CountHands {
    static constexpr std::string_view name = "count_hands";
    HandCount count;
    friend bool operator==(const CountHands&, const CountHands&) = default;
};

} // namespace ronde::cafe
