#include "app/jobs.hpp"

#include "compat/catch.hpp"

#include <chrono>
#include <future>
#include <stdexcept>
#include <thread>

namespace {

using namespace ronde;
using app::Completion;

/// Lets the test wait until as many completions are ready.
class Woken {
public:
    void operator()() {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        m_changed.notify_all();
    }
    bool times(int count) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return m_count >= count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

} // namespace

TEST_CASE("jobs: work is done off the main thread, in order, and finished on it") {
    Woken woken;
    app::ThreadJobs jobs([&] { woken(); });
    const auto main_thread = std::this_thread::get_id();
    std::vector<int> finished;
    std::vector<std::thread::id> workers(3);
    for (int i = 0; i < 3; ++i)
        jobs.start([&, i]() -> Completion {
            workers[static_cast<std::size_t>(i)] = std::this_thread::get_id();
            return [&, i] {
                CHECK(std::this_thread::get_id() == main_thread);
                finished.push_back(i);
            };
        });
    REQUIRE(woken.times(3));
    CHECK(finished.empty());
    CHECK(jobs.deliver() == 3);
    CHECK(finished == std::vector<int>{0, 1, 2});
    for (const auto& worker : workers) CHECK(worker != main_thread);
    CHECK(jobs.deliver() == 0);
}

TEST_CASE("jobs: the end waits for what is under way, and finishes nothing more") {
    std::promise<void> begun;
    std::promise<void> go_on;
    bool done = false;
    bool finished = false;
    {
        app::ThreadJobs jobs([] {});
        jobs.start([&]() -> Completion {
            begun.set_value();
            go_on.get_future().wait();
            done = true;
            return [&] { finished = true; };
        });
        begun.get_future().wait();
        go_on.set_value();
    }
    CHECK(done);
    CHECK_FALSE(finished);
}

TEST_CASE("jobs: what a work throws comes out where its result would, and the others are not lost") {
    Woken woken;
    app::ThreadJobs jobs([&] { woken(); });
    int finished = 0;
    jobs.start([&]() -> Completion { return [&] { ++finished; }; });
    jobs.start([]() -> Completion { throw std::runtime_error("nothing left to plan with"); });
    jobs.start([&]() -> Completion { return [&] { ++finished; }; });
    REQUIRE(woken.times(3));
    CHECK_THROWS_WITH(jobs.deliver(), "nothing left to plan with");
    CHECK(finished == 1);
    CHECK(jobs.deliver() == 1);
    CHECK(finished == 2);
    jobs.start([&]() -> Completion { return [&] { ++finished; }; });
    REQUIRE(woken.times(4));
    CHECK(jobs.deliver() == 1);
}

TEST_CASE("jobs: work that a result asks for is delivered the next time") {
    app::InlineJobs jobs;
    int rounds = 0;
    jobs.start([&]() -> Completion {
        return [&] {
            ++rounds;
            jobs.start([&]() -> Completion { return [&] { ++rounds; }; });
        };
    });
    CHECK(rounds == 0);
    CHECK(jobs.deliver() == 1);
    CHECK(rounds == 1);
    CHECK(jobs.deliver() == 1);
    CHECK(rounds == 2);
    CHECK(jobs.deliver() == 0);
}

TEST_CASE("jobs: once stopped, what was under way is over and nothing is begun any more") {
    std::promise<void> begun;
    std::promise<void> go_on;
    bool done = false;
    bool late = false;
    app::ThreadJobs jobs([] {});
    jobs.start([&]() -> Completion {
        begun.set_value();
        go_on.get_future().wait();
        done = true;
        return [] {};
    });
    begun.get_future().wait();
    std::thread stopping([&] { jobs.stop(); });
    go_on.set_value();
    stopping.join();
    CHECK(done);
    jobs.start([&]() -> Completion {
        late = true;
        return [] {};
    });
    jobs.stop(); // twice is as good as once
    CHECK_FALSE(late);
}
