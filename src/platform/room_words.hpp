#pragma once
// The sentences of the stage, where the room reads another language than the windows. Reads the disk once a language;
// main thread.

#include "gui/words.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace ronde::platform {

class RoomWords {
public:
    /// `locales` holds a folder of sentences a language.
    explicit RoomWords(std::filesystem::path locales) : m_locales(std::move(locales)) {}

    /// What a room of that language reads; null where the windows' own words serve: it is their language, or there is
    /// no catalogue of it. Valid until the next call.
    [[nodiscard]] const gui::Words* of(const std::string& room, const std::string& windows);

private:
    std::filesystem::path m_locales;
    std::string m_asked{}; ///< the language that was loaded last, found or not
    std::optional<gui::Words> m_words{};
};

} // namespace ronde::platform
