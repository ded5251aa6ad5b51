#include "app/jobs.hpp"

#include <exception>
#include <utility>

namespace ronde::app {
namespace {

/// Never throws: a failure waits for the main thread, which can say it.
Completion done(const Work& work) {
    try {
        return work();
    } catch (...) {
        return [failure = std::current_exception()] { std::rethrow_exception(failure); };
    }
}

} // namespace

ThreadJobs::ThreadJobs(std::function<void()> wake) : m_wake(std::move(wake)), m_thread([this] { run(); }) {}

ThreadJobs::~ThreadJobs() {
    stop();
}

void ThreadJobs::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

void ThreadJobs::start(Work work) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_all();
}

std::size_t ThreadJobs::deliver() {
    std::unique_lock lock(m_mutex);
    const std::size_t due = m_done.size();
    for (std::size_t i = 0; i < due; ++i) {
        const Completion completion = std::move(m_done.front());
        m_done.pop_front();
        lock.unlock();
        completion();
        lock.lock();
    }
    return due;
}

void ThreadJobs::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) return;
        const Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        Completion completion = done(work);
        lock.lock();
        m_done.push_back(std::move(completion));
        lock.unlock();
        m_wake();
        lock.lock();
    }
}

void InlineJobs::start(Work work) {
    m_done.push_back(done(work));
}

std::size_t InlineJobs::deliver() {
    const std::size_t due = m_done.size();
    for (std::size_t i = 0; i < due; ++i) {
        const Completion completion = std::move(m_done.front());
        m_done.pop_front();
        completion();
    }
    return due;
}

} // namespace ronde::app
