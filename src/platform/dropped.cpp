#include "platform/dropped.hpp"

#include "base/text.hpp"
#include "gui/control.hpp"

namespace ronde::platform {

Dropped meaning_of_dropped(const std::filesystem::path& file, const app::Snapshot& present) {
    const bool session_file = base::folded(file.extension().string()) == ".json";
    if (!session_file && present.session != nullptr) return Dropped::lists_people;
    return gui::leaves_running(app::OpenCafe{file}, present) ? Dropped::asks_to_open : Dropped::opens_cafe;
}

} // namespace ronde::platform
