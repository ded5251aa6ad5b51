#include "platform/stop_signals.hpp"

#include <csignal>
#include <pthread.h>
#include <utility>

namespace ronde::platform {

namespace {

sigset_t stop_signals() {
    sigset_t signals{};
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

} // namespace

StopSignals::StopSignals(std::function<void()> wake) : m_wake(std::move(wake)) {
    const sigset_t signals = stop_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::thread([this, signals] {
        for (int signal = 0; ::sigwait(&signals, &signal) == 0;) {
            if (m_over) return;
            m_came = true;
            m_wake();
        }
    });
}

StopSignals::~StopSignals() {
    m_over = true;
    ::pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
}

} // namespace ronde::platform
