#include "store/field_writer.hpp"

namespace ronde::store {

std::string TimeTexts::text(base::WallTime time) {
    if (m_zone.empty()) return base::to_rfc3339(time);
    // No zone has ever changed its offset at another moment than a full quarter of an hour, its own or UTC's.
    const auto quarter =
        std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<900>>>(time).time_since_epoch();
    const auto [found, is_new] = m_offsets.try_emplace(quarter.count());
    if (is_new) found->second = base::offset_at(time, m_zone);
    return base::to_rfc3339(time, found->second);
}

} // namespace ronde::store
