#pragma once
// The signals that ask a program to end (a logout, Ctrl+C in the terminal): they end it in order, the café saved and
// closed. Made before any other thread, so that all of them leave the signals to this one's.

#include <atomic>
#include <functional>
#include <thread>

namespace ronde::platform {

class StopSignals {
public:
    /// `wake` is called from the thread that waits for the signals.
    explicit StopSignals(std::function<void()> wake);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// Whether SIGTERM, SIGINT or SIGHUP has come.
    [[nodiscard]] bool came() const { return m_came; }

private:
    std::function<void()> m_wake;
    std::atomic<bool> m_came = false;
    std::atomic<bool> m_over = false;
    std::thread m_thread; ///< last: it uses the rest
};

} // namespace ronde::platform
