#include "gui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {

namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

constexpr Theme paper{.ground = rgb(0xF7F2E9),
                      .surface = rgb(0xFFFDF8),
                      .ink = rgb(0x211C17),
                      .muted = rgb(0x6B6157),
                      .hairline = rgb(0xDDD3C3),
                      .alarm = rgb(0xB8402A),
                      .on_ink = rgb(0xFFFDF8),
                      .on_mark = rgb(0xFFFDF8),
                      .track = rgb(0xDDD3C3),
                      .questions = {{{rgb(0xB8402A), rgb(0xF5DFD9), Shape::circle},
                                     {rgb(0x17646F), rgb(0xDAEBEC), Shape::square},
                                     {rgb(0x8F5B0E), rgb(0xF6E6CB), Shape::triangle},
                                     {rgb(0x8C3A78), rgb(0xF1DEEC), Shape::diamond},
                                     {rgb(0x5C6A1C), rgb(0xE7EBCF), Shape::pentagon},
                                     {rgb(0x2F5D9F), rgb(0xDCE6F4), Shape::hexagon},
                                     {rgb(0x5E4DA6), rgb(0xE5E1F4), Shape::star},
                                     {rgb(0x2C6B45), rgb(0xDBEBE0), Shape::drop}}}};

constexpr Theme night{.ground = rgb(0x171412),
                      .surface = rgb(0x221E1A),
                      .ink = rgb(0xF6EFE4),
                      .muted = rgb(0xB3A797),
                      .hairline = rgb(0x3A332B),
                      .alarm = rgb(0xF08A6F),
                      .on_ink = rgb(0x171412),
                      .on_mark = rgb(0x171412),
                      .track = rgb(0x3A332B),
                      .questions = {{{rgb(0xF08A6F), rgb(0x4A2A22), Shape::circle},
                                     {rgb(0x66C2CC), rgb(0x1E3B3F), Shape::square},
                                     {rgb(0xE9B85B), rgb(0x44351B), Shape::triangle},
                                     {rgb(0xE39BCB), rgb(0x46283D), Shape::diamond},
                                     {rgb(0xBCCB69), rgb(0x363B1D), Shape::pentagon},
                                     {rgb(0x92B8F2), rgb(0x26344C), Shape::hexagon},
                                     {rgb(0xB9ACF4), rgb(0x332D4E), Shape::star},
                                     {rgb(0x82CFA0), rgb(0x213D2C), Shape::drop}}}};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

} // namespace

const Theme& theme_of(app::ThemeName name) {
    return name == app::ThemeName::night ? night : paper;
}

const QuestionMark& mark_of(const Theme& theme, std::size_t question) {
    return theme.questions[question % theme.questions.size()];
}

double contrast(Colour a, Colour b) {
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace ronde::gui
