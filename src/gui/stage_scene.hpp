#pragma once
// What the scenes of the stage share: the picture's measures, the least size of a text, the clock's face, pages that
// turn by themselves. Internal to the stage's files. Main thread, within a frame.

#include "gui/stage.hpp"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace ronde::gui {

/// The least size of what people must read, as a share of the picture's height (LOOK.md).
inline constexpr float least_share = 0.035F;

/// One drawing of the stage.
struct Scene {
    Canvas& canvas;
    const View& view;
    StageState& state;
    Rect picture; ///< the whole stage
    Rect body{};  ///< between header and agenda strip, margins taken off
    float margin = 0;
    double redraw_in = std::numeric_limits<double>::infinity(); ///< seconds until it wants to be drawn again

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const cafe::TimerReading& timer() const { return view.app.timer; }
    [[nodiscard]] const Theme& theme() const { return canvas.theme; }
    [[nodiscard]] bool upright() const { return picture.w < 1.1F * picture.h; }

    /// Pixels for a share of the picture's height.
    [[nodiscard]] float h(float share) const { return share * picture.h; }
    /// A font size for that share: whole pixels, never under the least.
    [[nodiscard]] float px(float share) const;
    [[nodiscard]] float least() const { return px(0); }

    void draw_again_in(double seconds);
};

/// Fills in margins and body.
void measure(Scene& scene);

/// Draws a text that people must read, and writes it down under `id`. Returns the rectangle it takes.
Rect put(Scene& scene, std::string_view id, const TextBlock& block, Point top_left, Colour colour,
         Align align = Align::left, float width = 0);

/// The largest of the sizes from `most_share` down to the least at which `fits(px)`; the least when none does.
template <class Fits>
[[nodiscard]] float largest_fitting(const Scene& scene, float most_share, Fits&& fits) {
    const float least = scene.least();
    for (float px = scene.px(most_share); px > least;
         px = std::max(least, static_cast<float>(static_cast<int>(px * 0.9F))))
        if (fits(px)) return px;
    return least;
}

/// A question's words in `height`, no larger than `most_share`; its number in words where even the least size would be
/// taller than `most_height`: nothing is cut, and a round shows it whole, in pages.
[[nodiscard]] TextBlock question_block(Scene& scene, std::size_t question, float most_share, float width, float height,
                                       float most_height);

/// A part of a block, from one of its lines up to another.
[[nodiscard]] TextBlock lines_of(const TextBlock& block, std::size_t from, std::size_t to);

/// The page to show now of so many, each for `seconds`.
[[nodiscard]] std::size_t turn_pages(Scene& scene, std::size_t pages, double seconds);
/// The dots that say which page is shown; nothing when there is one page. Drawn in the middle of `strip`.
void draw_page_dots(Scene& scene, const Rect& strip);
/// Height to keep for the dots.
[[nodiscard]] inline float dots_height(const Scene& scene) {
    return scene.h(0.035F);
}
/// Eases a page in: call after drawing it.
void ease_page(Scene& scene, const Rect& rect);

/// What the clock says: never by its colour alone.
struct ClockFace {
    std::string digits{};
    std::string words{};
    Colour ink{};  ///< of digits and ring
    float lit = 0; ///< the ring's lit fraction
    std::string_view look{};
    std::optional<Colour> words_ink{}; ///< muted when none
    std::optional<float> swell{};      ///< 0 to 1, how much thicker the ring is than at rest; none when it rests
};
/// `ends` is said with the time while the clock runs, e.g. "fin du tour à 10:37".
[[nodiscard]] ClockFace clock_face(const Scene& scene, std::string ends);
/// How much a clock swells at the two-minute warning, 0 to 1, while it does; none at rest, and without motion.
[[nodiscard]] std::optional<float> warning_pulse(const View& view);
/// How thick a ring or bar is that swells so much.
[[nodiscard]] inline float swollen(float thickness, float swell) {
    return thickness * (1 + 0.55F * swell);
}
/// Time of day as the room's clocks show it.
[[nodiscard]] std::string room_time(const Scene& scene, base::WallTime time);

/// The ring, its digits and words; in an upright picture a bar instead, that leaves room for the rest.
/// Takes its place off `body` and returns what is left for the scene.
Rect draw_clock(Scene& scene, const ClockFace& face);

/// The line on top: title and place at the left, at the right what is going on (`digits` in cells of their own).
struct HeaderNote {
    std::string words{};
    std::string digits{};
    std::optional<Colour> colour{}; ///< ink when none
    std::string_view look{};        ///< of the clock, where digits are a clock's
};
void draw_header(Scene& scene, const HeaderNote& note);
/// The clock as the header shows it beside `words`, which give way to what the clock has to say.
[[nodiscard]] HeaderNote header_clock(const Scene& scene, std::string words);
/// What a scene without a clock says there, which gives way to the two-minute warning.
[[nodiscard]] HeaderNote header_without_clock(const Scene& scene, HeaderNote usual);

/// The morning at the foot: steps done, the present one, those to come.
void draw_agenda_strip(Scene& scene);

/// The step's title, or its kind in words where it has none.
[[nodiscard]] std::string step_title(const Words& words, const cafe::Session& session, std::size_t step);

/// The table's name, else its number: "table 2".
[[nodiscard]] std::string table_words(const Words& words, const cafe::Session& session, std::size_t table);

// The scenes, each in a file of its own with its neighbours.
void draw_welcome(Scene& scene);
void draw_briefing(Scene& scene);
void draw_titled_step(Scene& scene, const cafe::Step& step); ///< title and clock
void draw_finished(Scene& scene);
void draw_message(Scene& scene);
void draw_round(Scene& scene, int round);
void draw_travel(Scene& scene, int round);        ///< groups
void draw_travel_people(Scene& scene, int round); ///< each person by their own route
void draw_wall(Scene& scene);
void draw_idea(Scene& scene, const cafe::Idea& idea);
void draw_themes(Scene& scene); ///< there is one at least
void draw_theme(Scene& scene, const cafe::Theme& theme);
void draw_turn(Scene& scene, base::Duration left); ///< of the table that speaks
void draw_follow_up(Scene& scene);                 ///< only when has_follow_up

/// Whether there is anything of the follow-up to show, of what is chosen to be shown.
[[nodiscard]] bool has_follow_up(const cafe::Session& session);

} // namespace ronde::gui
