#pragma once
// One sound in OpenAL's current context, from its start to its end. Used by the player's thread, and by the test that
// listens to what OpenAL makes of it. Belongs to the thread that has the context.

#include "cafe/timer.hpp"

#include <cstdint>

namespace ronde::platform {

class SoundVoice {
public:
    /// Starts at once, as loud as `volume` (0 to 1) says.
    SoundVoice(cafe::Cue cue, float volume);
    ~SoundVoice();
    SoundVoice(const SoundVoice&) = delete;
    SoundVoice& operator=(const SoundVoice&) = delete;

    [[nodiscard]] bool over() const;

private:
    std::uint32_t m_buffer = 0;
    std::uint32_t m_source = 0;
};

} // namespace ronde::platform
