#include "platform/gong.hpp"
#include "platform/sound_voice.hpp"

#include "compat/catch.hpp"

#include <AL/alc.h>
#include <AL/alext.h>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <numbers>
#include <optional>
#include <vector>

using namespace ronde;
using namespace ronde::platform;

namespace {

/// OpenAL's mixer without a device: it renders when it is asked, sample by sample.
class Loopback {
public:
    Loopback() {
        // NOLINTBEGIN: OpenAL's way of handing out functions of its extensions
        const auto open =
            reinterpret_cast<LPALCLOOPBACKOPENDEVICESOFT>(alcGetProcAddress(nullptr, "alcLoopbackOpenDeviceSOFT"));
        m_render = reinterpret_cast<LPALCRENDERSAMPLESSOFT>(alcGetProcAddress(nullptr, "alcRenderSamplesSOFT"));
        // NOLINTEND
        m_device = open(nullptr);
        const ALCint wishes[] = {ALC_FORMAT_CHANNELS_SOFT, ALC_MONO_SOFT, ALC_FORMAT_TYPE_SOFT,
                                 ALC_FLOAT_SOFT,           ALC_FREQUENCY, sound_rate,
                                 ALC_OUTPUT_LIMITER_SOFT,  ALC_FALSE,     0};
        m_context = alcCreateContext(m_device, wishes);
        alcMakeContextCurrent(m_context);
    }
    ~Loopback() {
        alcMakeContextCurrent(nullptr);
        alcDestroyContext(m_context);
        alcCloseDevice(m_device);
    }
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;

    std::vector<float> render(std::size_t samples) const {
        std::vector<float> out(samples);
        m_render(m_device, out.data(), static_cast<ALCsizei>(samples));
        return out;
    }

private:
    LPALCRENDERSAMPLESSOFT m_render = nullptr;
    ALCdevice* m_device = nullptr;
    ALCcontext* m_context = nullptr;
};

float loudest(const std::vector<float>& samples) {
    float most = 0;
    for (const float sample : samples) most = std::max(most, std::abs(sample));
    return most;
}

double energy(const std::vector<float>& samples, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += static_cast<double>(samples[i]) * samples[i];
    return sum;
}

/// How well `found` is `wanted` shifted by `at` samples: 1 is the same but for loudness.
double likeness(const std::vector<float>& found, const std::vector<float>& wanted, std::size_t at, std::size_t length) {
    double product = 0;
    for (std::size_t i = 0; i < length; ++i) product += static_cast<double>(found[at + i]) * wanted[i];
    return product / std::sqrt(energy(found, at, at + length) * energy(wanted, 0, length));
}

} // namespace

TEST_CASE("sound: the gong begins and ends in silence, without a click, and never clips") {
    for (const auto cue : {cafe::Cue::end, cafe::Cue::warning}) {
        const auto samples = synthesise(cue);
        CHECK(std::abs(samples.front()) < 1e-3F);
        CHECK(std::abs(samples.back()) < 1e-3F);
        CHECK(loudest(samples) < 1.0F);
        float steepest = 0;
        for (std::size_t i = 1; i < 200; ++i) steepest = std::max(steepest, std::abs(samples[i] - samples[i - 1]));
        CHECK(steepest < 0.02F);
    }
}

TEST_CASE("sound: the gong dies away, and the warning is softer and shorter") {
    const auto gong = synthesise(cafe::Cue::end);
    const auto warning = synthesise(cafe::Cue::warning);
    const std::size_t second = sound_rate;
    CHECK(energy(gong, 0, second) > 4 * energy(gong, 2 * second, 3 * second));
    CHECK(loudest(warning) < 0.6F * loudest(gong));
    CHECK(warning.size() < gong.size());
}

TEST_CASE("sound: OpenAL renders the gong from the very sample at which it was started") {
    const Loopback loopback;
    constexpr std::size_t silence = 10240;
    CHECK(loudest(loopback.render(silence)) == 0.0F);
    const SoundVoice voice(cafe::Cue::end, 1.0F);
    const auto heard = loopback.render(sound_rate);
    const auto wanted = synthesise(cafe::Cue::end);
    // The best place to lay the gong over what was heard is its beginning.
    std::size_t best = 0;
    constexpr std::size_t latest = 400;
    constexpr std::size_t length = 20000;
    for (std::size_t at = 1; at < latest; ++at)
        if (likeness(heard, wanted, at, length) > likeness(heard, wanted, best, length)) best = at;
    CHECK(best <= 1);
    CHECK(likeness(heard, wanted, best, length) > 0.999);
    CHECK(loudest(heard) > 0.3F);
}

TEST_CASE("sound: the volume is heard, and none is silence") {
    const Loopback loopback;
    float loud = 0;
    {
        const SoundVoice voice(cafe::Cue::warning, 1.0F);
        loud = loudest(loopback.render(sound_rate / 2));
    }
    {
        const SoundVoice voice(cafe::Cue::warning, 0.5F);
        CHECK(loudest(loopback.render(sound_rate / 2)) == Approx(loud / 2).epsilon(0.02));
    }
    (void)loopback.render(4096); // a voice that is cut off dies away within a few milliseconds
    const SoundVoice voice(cafe::Cue::warning, 0.0F);
    CHECK(loudest(loopback.render(sound_rate / 2)) < 1e-4F);
}

TEST_CASE("sound: a voice is over when all of it was heard") {
    const Loopback loopback;
    const SoundVoice voice(cafe::Cue::warning, 1.0F);
    const std::size_t length = synthesise(cafe::Cue::warning).size();
    (void)loopback.render(length - 2000);
    CHECK_FALSE(voice.over());
    (void)loopback.render(6000);
    CHECK(voice.over());
}
