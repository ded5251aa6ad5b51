#include "platform/keep_awake.hpp"

#include "platform/shared_library.hpp"

#include <fcntl.h>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>
#include <unistd.h>

// The parts of Xlib and of libsystemd that are called here, as their manuals describe them: the libraries are opened
// while the program runs, so their headers are not needed to build it.
struct _XDisplay;
struct sd_bus;
struct sd_bus_message;

namespace ronde::platform {

namespace {

constexpr const char* why = "A world café is running";

/// A connection of its own to the X server, with the screen saver and the screen's switching off suspended.
class ScreenKeptOn {
public:
    ScreenKeptOn() : m_x11("libX11.so.6"), m_saver("libXss.so.1") {
        auto* const open = m_x11.find<_XDisplay*(const char*)>("XOpenDisplay");
        auto* const suspend = m_saver.find<void(_XDisplay*, int)>("XScreenSaverSuspend");
        auto* const flush = m_x11.find<int(_XDisplay*, int)>("XSync");
        if (open == nullptr || suspend == nullptr || flush == nullptr) {
            spdlog::info("libXss is missing: the X server's screen saver is not held off");
            return;
        }
        m_display = open(nullptr);
        if (m_display == nullptr) return;
        suspend(m_display, 1);
        flush(m_display, 0);
    }
    ~ScreenKeptOn() {
        if (m_display != nullptr) m_x11.find<int(_XDisplay*)>("XCloseDisplay")(m_display);
    }
    ScreenKeptOn(const ScreenKeptOn&) = delete;
    ScreenKeptOn& operator=(const ScreenKeptOn&) = delete;

private:
    SharedLibrary m_x11;
    SharedLibrary m_saver;
    _XDisplay* m_display = nullptr;
};

/// logind's lock against sleep and idleness, and the desktop's against its own screen saver.
class SessionKeptAwake {
public:
    SessionKeptAwake() : m_library("libsystemd.so.0") {
        m_unref = m_library.find<sd_bus*(sd_bus*)>("sd_bus_flush_close_unref");
        m_call = m_library.find<Call>("sd_bus_call_method");
        m_read = m_library.find<int(sd_bus_message*, const char*, ...)>("sd_bus_message_read");
        m_forget = m_library.find<sd_bus_message*(sd_bus_message*)>("sd_bus_message_unref");
        if (m_unref == nullptr || m_call == nullptr || m_read == nullptr || m_forget == nullptr) {
            spdlog::info("libsystemd is missing: neither logind nor the desktop is asked to stay awake");
            return;
        }
        ask_logind();
        ask_desktop();
    }
    ~SessionKeptAwake() {
        if (m_lock >= 0) ::close(m_lock);
        if (m_desktop != nullptr) m_unref(m_desktop); // the desktop's lock lasts as long as this connection
    }
    SessionKeptAwake(const SessionKeptAwake&) = delete;
    SessionKeptAwake& operator=(const SessionKeptAwake&) = delete;

private:
    using Call = int(sd_bus*, const char* destination, const char* path, const char* interface, const char* member,
                     void* error, sd_bus_message** reply, const char* types, ...);

    sd_bus* open(const char* function) const {
        sd_bus* bus = nullptr;
        auto* const opened = m_library.find<int(sd_bus**)>(function);
        return opened != nullptr && opened(&bus) >= 0 ? bus : nullptr;
    }

    void ask_logind() {
        sd_bus* bus = open("sd_bus_open_system");
        sd_bus_message* reply = nullptr;
        int lock = -1;
        if (bus != nullptr &&
            m_call(bus, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                   "Inhibit", nullptr, &reply, "ssss", "idle:sleep", "Ronde", why, "block") >= 0 &&
            m_read(reply, "h", &lock) >= 0)
            m_lock = ::fcntl(lock, F_DUPFD_CLOEXEC, 0); // the message's own is closed with it
        if (m_lock < 0) spdlog::info("logind does not answer: the machine may go to sleep by itself");
        m_forget(reply);
        if (bus != nullptr) m_unref(bus);
    }

    void ask_desktop() {
        m_desktop = open("sd_bus_open_user");
        if (m_desktop == nullptr ||
            m_call(m_desktop, "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver",
                   "org.freedesktop.ScreenSaver", "Inhibit", nullptr, nullptr, "ss", "Ronde", why) < 0)
            spdlog::info("the desktop offers no org.freedesktop.ScreenSaver: its own screen saver is not held off");
    }

    SharedLibrary m_library;
    sd_bus* (*m_unref)(sd_bus*) = nullptr;
    Call* m_call = nullptr;
    int (*m_read)(sd_bus_message*, const char*, ...) = nullptr;
    sd_bus_message* (*m_forget)(sd_bus_message*) = nullptr;
    int m_lock = -1;
    sd_bus* m_desktop = nullptr;
};

struct Kept {
    ScreenKeptOn screen{};
    SessionKeptAwake session{};
};

} // namespace

KeepAwake::KeepAwake() : m_thread([this] { run(); }) {}

KeepAwake::~KeepAwake() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void KeepAwake::set(Awake awake) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_wanted == awake) return;
        m_wanted = awake;
    }
    m_changed.notify_all();
}

void KeepAwake::run() {
    std::unique_ptr<Kept> kept;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_stop || (m_wanted == Awake::yes) != (kept != nullptr); });
        if (m_stop) return;
        const Awake wanted = m_wanted;
        lock.unlock();
        if (wanted == Awake::yes)
            kept = std::make_unique<Kept>();
        else
            kept.reset();
        lock.lock();
    }
}

} // namespace ronde::platform
