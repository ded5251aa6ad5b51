#include "platform/room_words.hpp"

#include "platform/catalogues.hpp"

#include <spdlog/spdlog.h>
#include <utility>

namespace ronde::platform {

const gui::Words* RoomWords::of(const std::string& room, const std::string& windows) {
    if (room == windows) return nullptr;
    if (room != std::exchange(m_asked, room)) {
        m_words.reset();
        if (auto words = load_words(m_locales, room))
            m_words = std::move(*words);
        else
            spdlog::warn("the stage reads the windows' language: {}", words.error().text());
    }
    return m_words ? &*m_words : nullptr;
}

} // namespace ronde::platform
