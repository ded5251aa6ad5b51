#pragma once
// What Préparer says is missing or does not fit, in words, with a remedy of one press; and each section's state in the
// column. Reads the session only. Internal to the panel. Main thread.

#include "app/room_plan.hpp"
#include "gui/prepare_parts.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::gui {

/// Something missing or unfit, said in the section where it is put right.
struct Hint {
    std::string name{}; ///< stable, for ids: `prepare.hint.NAME`, `prepare.hint.NAME.fix`
    PrepareSection section = PrepareSection::identity;
    std::string text{};
    std::string remedy{};                ///< the button's words; empty: there is none
    std::string focus{};                 ///< the remedy is to type here; empty: it is deeds
    std::optional<app::RoomHint> room{}; ///< what the deeds are reckoned from
};

/// Every hint, the most basic first.
[[nodiscard]] std::vector<Hint> hints_of(const Words& words, const cafe::Session& session);

/// The deeds that put it right.
[[nodiscard]] std::vector<Wish> remedy_of(const Hint& hint, const Words& words, const cafe::Session& session,
                                          const std::function<std::string(std::string_view prefix)>& new_id);

/// A section in the column: what it holds, or what it lacks.
struct SectionState {
    std::string text{};
    bool lacking = false;
};
[[nodiscard]] SectionState state_of(PrepareSection section, const Words& words, const cafe::Session& session,
                                    const std::vector<Hint>& hints);

[[nodiscard]] std::string_view section_name(PrepareSection section); ///< for ids
[[nodiscard]] std::string_view section_title(const Words& words, PrepareSection section);
[[nodiscard]] std::string_view section_lead(const Words& words, PrepareSection section);

} // namespace ronde::gui
