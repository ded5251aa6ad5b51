#pragma once
// What was read in an organisation's lines (app/offer_lines.hpp), in words: kinds and days of the week. Préparer and
// the follow-up say them. Main thread.

#include "app/offer_lines.hpp"
#include "gui/words.hpp"

#include <string>
#include <string_view>

namespace ronde::gui {

/// "lieu", "matériel": also what a line may begin with, before a colon.
[[nodiscard]] std::string_view kind_words(const Words& words, app::LineKind kind);

/// "mardi, vendredi", "du mardi au jeudi", "tous les jours"; empty for no day.
[[nodiscard]] std::string days_words(const Words& words, app::Weekdays days);

} // namespace ronde::gui
