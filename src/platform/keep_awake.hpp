#pragma once
// While a café runs, the machine neither sleeps nor blanks its screen: asked of the X server (XScreenSaverSuspend), of
// the desktop (org.freedesktop.ScreenSaver) and of logind. All three end by themselves when the program does, however
// it ends. What is not there is passed over, with a line in the log. The asking happens on a thread of its own: a bus
// may be slow.

#include <condition_variable>
#include <mutex>
#include <thread>

namespace ronde::platform {

enum class Awake { no, yes };

class KeepAwake {
public:
    KeepAwake();
    ~KeepAwake();
    KeepAwake(const KeepAwake&) = delete;
    KeepAwake& operator=(const KeepAwake&) = delete;

    /// Never blocks; saying the same again costs nothing.
    void set(Awake awake);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    Awake m_wanted = Awake::no;
    bool m_stop = false;
    std::thread m_thread; ///< last: it uses the rest
};

} // namespace ronde::platform
