#include "platform/gong.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

namespace ronde::platform {

namespace {

struct Partial {
    double ratio; ///< to the strike's frequency
    double loudness;
    double half_life; ///< seconds until it is half as loud
};

struct Strike {
    double frequency; ///< Hz
    double seconds;
    double attack;   ///< seconds to swell in
    double loudness; ///< of the loudest sample, 0 to 1
    std::span<const Partial> partials;
};

// The pair at 1.000 and 1.004 beats slowly, which is what makes a gong sound alive.
constexpr Partial gong_partials[] = {{0.50, 0.55, 1.30}, {1.000, 1.00, 1.10}, {1.004, 0.60, 1.20},
                                     {1.52, 0.50, 0.80}, {2.00, 0.42, 0.60},  {2.74, 0.30, 0.38},
                                     {3.42, 0.20, 0.26}, {4.18, 0.14, 0.18},  {5.37, 0.08, 0.10}};
constexpr Partial bowl_partials[] = {{1.000, 1.00, 0.55}, {1.003, 0.50, 0.60}, {2.71, 0.28, 0.25}, {5.12, 0.10, 0.10}};

constexpr Strike gong{.frequency = 174.6, .seconds = 5.5, .attack = 0.018, .loudness = 0.85, .partials = gong_partials};
constexpr Strike bowl{.frequency = 392.0, .seconds = 2.6, .attack = 0.030, .loudness = 0.40, .partials = bowl_partials};

double sample_at(const Strike& strike, double time) {
    double sum = 0;
    for (const Partial& partial : strike.partials)
        sum += partial.loudness * std::exp2(-time / partial.half_life) *
               std::sin(2 * std::numbers::pi * strike.frequency * partial.ratio * time);
    const double swelling = std::min(1.0, time / strike.attack);
    const double last_tenth = std::min(1.0, (strike.seconds - time) / (strike.seconds * 0.1));
    return sum * swelling * swelling * (3 - 2 * swelling) * last_tenth;
}

} // namespace

std::vector<float> synthesise(cafe::Cue cue, int rate) {
    const Strike& strike = cue == cafe::Cue::end ? gong : bowl;
    const auto count = static_cast<std::size_t>(strike.seconds * rate);
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i)
        samples[i] = static_cast<float>(sample_at(strike, static_cast<double>(i) / rate));
    float loudest = 0;
    for (const float sample : samples) loudest = std::max(loudest, std::abs(sample));
    for (float& sample : samples) sample *= static_cast<float>(strike.loudness) / loudest;
    return samples;
}

} // namespace ronde::platform
