#pragma once
// Notes as tables take them, each with the theme that a person put it under, to see whether the computer agrees.
// `morning` is the sample session's and as many invented ones on the same questions, by which the lists were written;
// `town` and `library` are on other subjects.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::tests {

struct Note {
    std::string_view theme; ///< empty: on its own
    std::string_view text;
};

[[nodiscard]] std::span<const Note> morning_notes(); ///< French
[[nodiscard]] std::span<const Note> town_notes();    ///< French
[[nodiscard]] std::span<const Note> library_notes(); ///< French
[[nodiscard]] std::span<const Note> english_notes();

[[nodiscard]] inline std::vector<std::string> texts_of(std::span<const Note> notes) {
    std::vector<std::string> out;
    for (const auto& note : notes) out.emplace_back(note.text);
    return out;
}

} // namespace ronde::tests
