#pragma once
// What the writer's thread rings and a test waits at: for what it says, never for a time.

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace ronde::support {

class Bell {
public:
    void ring() {
        { const std::scoped_lock lock(m_mutex); }
        m_rung.notify_all();
    }
    /// Whether `condition` came to hold; asked again at each ring.
    template <class Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_rung.wait_for(lock, std::chrono::seconds(20), condition);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_rung;
};

} // namespace ronde::support
