#pragma once
// The written names of an enumeration's values, for files, options and catalogue keys. One table an enumeration,
// beside it: `constexpr auto names_of(StepKind) { return std::to_array<base::Name<StepKind>>({{…, "round"}, …}); }`.

#include <array>
#include <optional>
#include <string_view>

namespace ronde::base {

template <class Enum>
struct Name {
    Enum value;
    std::string_view text;
};

/// The written name of a value. Every value must be in its table.
template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
    for (const auto& name : names_of(Enum{}))
        if (name.value == value) return name.text;
    return {};
}

/// The value that bears this name, if one does.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_name(std::string_view text) {
    for (const auto& name : names_of(Enum{}))
        if (name.text == text) return name.value;
    return std::nullopt;
}

} // namespace ronde::base
