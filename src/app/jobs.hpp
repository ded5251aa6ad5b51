#pragma once
// Work that takes longer than a frame: done off the main thread, its result handed over on it.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ronde::app {

/// What is left to do on the main thread once the work is done.
using Completion = std::function<void()>;
/// Runs off the main thread; must not touch what the main thread owns. What it throws, deliver() throws in its turn.
using Work = std::function<Completion()>;

class Jobs {
public:
    virtual ~Jobs() = default;

    /// Queues work. Called on the main thread.
    virtual void start(Work work) = 0;

    /// Runs the completions of the work done so far, in order; returns how many. Called on the main thread. When one
    /// throws, those after it wait for the next call.
    virtual std::size_t deliver() = 0;
};

/// One thread, first come first served. `wake` is called from it whenever a completion is ready.
class ThreadJobs final : public Jobs {
public:
    explicit ThreadJobs(std::function<void()> wake);
    /// As stop().
    ~ThreadJobs() override;
    ThreadJobs(const ThreadJobs&) = delete;
    ThreadJobs& operator=(const ThreadJobs&) = delete;

    void start(Work work) override;
    std::size_t deliver() override;

    /// Waits for the work that is under way; what has not begun is dropped, and nothing is begun any more.
    void stop();

private:
    void run();

    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    std::deque<Completion> m_done;
    bool m_stop = false;
    std::thread m_thread; ///< last: it uses the rest
};

/// Does the work at once, on the calling thread; completions wait for deliver(). For the tests and the command line.
class InlineJobs final : public Jobs {
public:
    void start(Work work) override;
    std::size_t deliver() override;

private:
    std::deque<Completion> m_done;
};

} // namespace ronde::app
