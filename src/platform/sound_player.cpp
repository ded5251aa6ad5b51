#include "platform/sound_player.hpp"

#include "platform/shared_library.hpp"
#include "platform/sound_voice.hpp"

#include <AL/alc.h>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>
#include <type_traits>

namespace ronde::platform {

namespace {

struct CloseDevice {
    void operator()(ALCdevice* device) const { alcCloseDevice(device); }
};
struct DestroyContext {
    void operator()(ALCcontext* context) const {
        alcMakeContextCurrent(nullptr);
        alcDestroyContext(context);
    }
};
using Device = std::unique_ptr<ALCdevice, CloseDevice>;
using Context = std::unique_ptr<ALCcontext, DestroyContext>;

constexpr std::chrono::milliseconds look_again{100};
constexpr std::chrono::milliseconds let_it_fade{300}; ///< what the device has not played yet

void say_nothing(const char*, int, const char*, int, const char*, ...) {}

/// OpenAL and ALSA tell the terminal at length about devices that are missing; our log says it in one line.
void keep_libraries_quiet() {
    ::setenv("ALSOFT_LOGLEVEL", "0", 0); // NOLINT(concurrency-mt-unsafe): before the thread that reads it
    using Handler = void(const char*, int, const char*, int, const char*, ...);
    static const SharedLibrary alsa("libasound.so.2");
    auto* const set_handler = alsa.find<int(Handler*)>("snd_lib_error_set_handler");
    if (set_handler != nullptr) set_handler(say_nothing);
}

} // namespace

SoundPlayer::SoundPlayer() {
    keep_libraries_quiet();
    m_thread = std::thread([this] { run(); });
}

SoundPlayer::~SoundPlayer() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SoundPlayer::play(cafe::Cue cue, float volume) {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.push_back({cue, volume});
    }
    m_changed.notify_all();
}

void SoundPlayer::run() {
    for (;;) {
        std::optional<Wish> wish;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stop || !m_wishes.empty(); });
            if (m_stop) return;
            // A late device must not play three gongs in a row: only the newest is worth hearing.
            wish = m_wishes.back();
            m_wishes.clear();
        }
        sound(*wish);
    }
}

void SoundPlayer::sound(const Wish& wish) {
    const Device device{alcOpenDevice(nullptr)};
    const Context context{device ? alcCreateContext(device.get(), nullptr) : nullptr};
    if (context == nullptr || alcMakeContextCurrent(context.get()) == ALC_FALSE) {
        if (!m_said_silent) spdlog::warn("no sound device: the gong stays silent");
        m_said_silent = true;
        return;
    }
    m_said_silent = false;
    const SoundVoice voice(wish.cue, wish.volume);
    std::unique_lock lock(m_mutex);
    const auto interrupted = [this] { return m_stop || !m_wishes.empty(); };
    while (!voice.over())
        if (m_changed.wait_for(lock, look_again, interrupted)) return;
    m_changed.wait_for(lock, let_it_fade, interrupted);
}

} // namespace ronde::platform
