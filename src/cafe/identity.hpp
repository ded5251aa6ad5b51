#pragma once
// What a café is: its title, place and date. Values and their actions.

#include "base/names.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace ronde::cafe {

/// How the clock goes from a step to the next one.
enum class Passage {
    on_command, ///< the facilitator says when; until then the clock runs over
    automatic,  ///< at zero the next step begins; there is no over time
};
constexpr auto names_of(Passage) {
    return std::to_array<base::Name<Passage>>({{Passage::on_command, "on_command"}, {Passage::automatic, "automatic"}});
}

struct Identity {
    std::string title{};
    std::string subtitle{};
    std::string place{};
    std::string organiser{};
    std::string language = "fr";            ///< what the room reads: "fr" or "en"
    std::string time_zone = "Europe/Paris"; ///< IANA name
    base::WallTime starts_at{};             ///< planned start; whole minutes
    Passage passage = Passage::on_command;
    std::string notice{}; ///< a word to every reader, e.g. that the people and ideas are invented
    std::string extra{};  ///< members that this version does not know, as JSON text: carried, never read

    friend bool operator==(const Identity&, const Identity&) = default;
};

/// Replaces the identity. Rejected when the time zone or the language is not known.
struct EditIdentity {
    static constexpr std::string_view name = "edit_identity";
    Identity identity;
    friend bool operator==(const EditIdentity&, const EditIdentity&) = default;
};

} // namespace ronde::cafe
