#include "app/jobs.hpp"

#include <utility>

namespace ronde::app {
namespace {

std::size_t run_all(std::vector<Completion> completions) {
    for (const Completion& completion : completions) completion();
    return completions.size();
}

} // namespace

ThreadJobs::ThreadJobs(std::function<void()> wake) : m_wake(std::move(wake)), m_thread([this] { run(); }) {}

ThreadJobs::~ThreadJobs() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void ThreadJobs::start(Work work) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_all();
}

std::size_t ThreadJobs::deliver() {
    std::vector<Completion> done;
    {
        const std::lock_guard lock(m_mutex);
        done.swap(m_done);
    }
    return run_all(std::move(done));
}

void ThreadJobs::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) return;
        const Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        Completion completion = work();
        lock.lock();
        m_done.push_back(std::move(completion));
        lock.unlock();
        m_wake();
        lock.lock();
    }
}

std::size_t InlineJobs::deliver() {
    return run_all(std::exchange(m_done, {}));
}

} // namespace ronde::app
