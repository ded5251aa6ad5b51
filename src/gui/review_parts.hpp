#pragma once
// What the parts of Relire share. Internal to the panel. Main thread, within a frame.

#include "gui/review.hpp"

namespace ronde::gui {

struct ReviewFrame {
    Ui& ui;
    const View& view;
    ReviewState& state;
    const Dispatch& dispatch;

    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] float px(float units) const { return ui.px(units); }
    /// The session that is being read; only when there is one.
    [[nodiscard]] const cafe::Session& session() const { return view.app.reviewed->session; }
};

/// The sessions of the folder, in the left column.
void draw_review_list(ReviewFrame& frame, const Rect& place);

/// What people agreed on, in the ideas' place.
void draw_review_follow_up(ReviewFrame& frame, const Rect& place);

/// When ideas came, over the length of the morning, in the colours of their questions.
void draw_review_timeline(ReviewFrame& frame, const Rect& place);

/// Whether the opening exchange has anything to be read.
[[nodiscard]] bool has_opening(const cafe::Session& session);
/// The opening exchange: places by components, the sentences under it; or the hands.
void draw_review_opening(ReviewFrame& frame, const Rect& place);

} // namespace ronde::gui
