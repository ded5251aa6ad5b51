#include "platform/sound_voice.hpp"

#include "platform/gong.hpp"

#include <AL/al.h>
#include <algorithm>
#include <cmath>
#include <vector>

namespace ronde::platform {

SoundVoice::SoundVoice(cafe::Cue cue, float volume) {
    std::vector<std::int16_t> samples;
    for (const float sample : synthesise(cue))
        samples.push_back(static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
    alGenBuffers(1, &m_buffer);
    alBufferData(m_buffer, AL_FORMAT_MONO16, samples.data(), static_cast<ALsizei>(samples.size() * sizeof samples[0]),
                 sound_rate);
    alGenSources(1, &m_source);
    alSourcei(m_source, AL_BUFFER, static_cast<ALint>(m_buffer));
    alSourcei(m_source, AL_SOURCE_RELATIVE, AL_TRUE); // in the middle of the room, wherever the listener is
    alSourcef(m_source, AL_GAIN, std::clamp(volume, 0.0F, 1.0F));
    alSourcePlay(m_source);
}

SoundVoice::~SoundVoice() {
    alDeleteSources(1, &m_source);
    alDeleteBuffers(1, &m_buffer);
}

bool SoundVoice::over() const {
    ALint state = AL_STOPPED;
    alGetSourcei(m_source, AL_SOURCE_STATE, &state);
    return state != AL_PLAYING;
}

} // namespace ronde::platform
