#pragma once
// Plays the clock's cues on the machine's sound device, from a thread of its own: opening a device may take seconds.
// The device is open only while something sounds. Without one it is silent, and the log says so once.

#include "cafe/timer.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace ronde::platform {

class SoundPlayer {
public:
    SoundPlayer();
    /// Cuts off what sounds.
    ~SoundPlayer();
    SoundPlayer(const SoundPlayer&) = delete;
    SoundPlayer& operator=(const SoundPlayer&) = delete;

    /// Never blocks. `volume` 0 to 1.
    void play(cafe::Cue cue, float volume);

private:
    struct Wish {
        cafe::Cue cue;
        float volume;
    };
    void run();
    void sound(const Wish& wish);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Wish> m_wishes;
    bool m_stop = false;
    bool m_said_silent = false; ///< the thread's own
    std::thread m_thread;       ///< last: it uses the rest
};

} // namespace ronde::platform
