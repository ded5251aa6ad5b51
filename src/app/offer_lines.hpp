#pragma once
// What can be read for certain in a line of what an organisation offers or needs: its kind, when the line begins with
// it ("lieu : une salle"), and the days of the week that it names. The line itself stays as it was typed. Matching and
// Préparer use it. Pure; any thread.

#include "base/names.hpp"

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ronde::app {

/// What is offered or needed.
enum class LineKind { place, equipment, goods, know_how, time, money, network, communication };
constexpr auto names_of(LineKind) {
    return std::to_array<base::Name<LineKind>>({{LineKind::place, "place"},
                                                {LineKind::equipment, "equipment"},
                                                {LineKind::goods, "goods"},
                                                {LineKind::know_how, "know_how"},
                                                {LineKind::time, "time"},
                                                {LineKind::money, "money"},
                                                {LineKind::network, "network"},
                                                {LineKind::communication, "communication"}});
}

/// Days of the week, Monday first. None: nothing was said of days, which is no promise of every day.
using Weekdays = std::bitset<7>;

struct OfferLine {
    std::optional<LineKind> kind{};
    std::string_view what{}; ///< the line without its kind, trimmed; a piece of the text that was read
    Weekdays days{};

    friend bool operator==(const OfferLine&, const OfferLine&) = default;
};

/// Understood in French and English, whatever the case and accents: a word of kind before the first colon; days by
/// name, one or several, "du mardi au jeudi", "mardi-jeudi", "Monday to Friday", "en semaine", "weekdays", "week-end",
/// "tous les jours", "every day", and days left out ("sauf le lundi", "fermé le lundi", "except Mondays", "not on
/// Monday").
[[nodiscard]] OfferLine read_offer_line(std::string_view line);

} // namespace ronde::app
