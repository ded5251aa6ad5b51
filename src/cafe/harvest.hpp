#pragma once
// The harvest: themes that ideas are sorted into, votes, and who speaks for which table. Values and their actions.

#include "base/time.hpp"
#include "cafe/ids.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::cafe {

struct Session;

/// What several ideas have in common. An idea may sit in more than one.
struct Theme {
    ThemeId id;
    std::string title{};
    /// In the order in which they were put there. Those that were deleted since keep their place and are not shown:
    /// undoing the deletion brings them back.
    std::vector<IdeaId> ideas{};
    int votes = 0; ///< hands or dots, 0 to 100,000
    std::string extra{};

    friend bool operator==(const Theme&, const Theme&) = default;
};

/// Who speaks for a table in plenary.
struct Turn {
    TableId table;
    std::string speaker{}; ///< a name; may be empty

    friend bool operator==(const Turn&, const Turn&) = default;
};

/// How the harvest is held.
struct HarvestPlan {
    int dots_per_person = 3;                               ///< 1 to 20
    base::Duration turn_length{std::chrono::seconds{120}}; ///< of a table in plenary; whole seconds, 10 s to 1 h
    std::vector<Turn> turns{};            ///< the order of the plenary; tables that are missing come after them
    std::vector<std::string> dismissed{}; ///< suggestions that somebody put away, by their keys
    std::string extra{};

    friend bool operator==(const HarvestPlan&, const HarvestPlan&) = default;
};

struct Harvest {
    HarvestPlan plan{};
    std::vector<Theme> themes{};

    friend bool operator==(const Harvest&, const Harvest&) = default;
};

/// The table that speaks now, on the clock.
struct Speaking {
    TableId table{}; ///< empty: nobody
    base::Stamp since{};

    friend bool operator==(const Speaking&, const Speaking&) = default;
};

/// Replaces how the harvest is held.
struct EditHarvest {
    static constexpr std::string_view name = "edit_harvest";
    HarvestPlan plan;
    friend bool operator==(const EditHarvest&, const EditHarvest&) = default;
};

/// Adds a theme (at the end), or replaces the one whose id is known: its title, votes and ideas, whole. Splitting a
/// theme is putting two.
struct PutThemes {
    static constexpr std::string_view name = "put_themes";
    std::vector<Theme> themes{};
    friend bool operator==(const PutThemes&, const PutThemes&) = default;
};

/// Takes a theme out; its ideas stay, unsorted where they sit in no other.
struct RemoveTheme {
    static constexpr std::string_view name = "remove_theme";
    ThemeId id;
    friend bool operator==(const RemoveTheme&, const RemoveTheme&) = default;
};

/// The ideas of `from` that `into` lacks join it, the votes add up, and `from` goes.
struct MergeThemes {
    static constexpr std::string_view name = "merge_themes";
    ThemeId from;
    ThemeId into;
    friend bool operator==(const MergeThemes&, const MergeThemes&) = default;
};

/// Moves a theme so that it stands at `index` afterwards.
struct MoveTheme {
    static constexpr std::string_view name = "move_theme";
    ThemeId id;
    std::size_t index = 0;
    friend bool operator==(const MoveTheme&, const MoveTheme&) = default;
};

/// Puts ideas into `into` and takes them out of `out_of`; either may be empty.
struct SortIdeas {
    static constexpr std::string_view name = "sort_ideas";
    std::vector<IdeaId> ideas{};
    ThemeId into{};
    ThemeId out_of{};
    friend bool operator==(const SortIdeas&, const SortIdeas&) = default;
};

/// Gives a table the word, on a clock of its own; an empty table takes it back.
struct GiveWord {
    static constexpr std::string_view name = "give_word";
    TableId table{};
    friend bool operator==(const GiveWord&, const GiveWord&) = default;
};

/// Whether an idea sits in any theme.
[[nodiscard]] bool is_sorted(const Session& session, const IdeaId& idea);

/// What is left of the turn of the table that speaks; negative once over, none when nobody speaks. After a reboot it is
/// told by wall time.
[[nodiscard]] std::optional<base::Duration> turn_left(const Session& session, const base::Stamp& now);

} // namespace ronde::cafe
