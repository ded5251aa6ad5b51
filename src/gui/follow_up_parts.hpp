#pragma once
// What the parts of Et ensuite ? share. Each draws itself from the top of `area` (its height is not meant) and returns
// where it ends. Internal to the panel. Main thread, within a frame.

#include "app/typed_day.hpp"
#include "gui/follow_up.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ronde::gui {

struct FollowUpFrame {
    Ui& ui;
    const View& view;
    FollowUpState& state;
    const Dispatch& dispatch;
    std::vector<std::variant<cafe::Deed, app::Command>> wishes{}; ///< done once the frame is drawn

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const cafe::FollowUp& follow_up() const { return view.session().follow_up; }
    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] float px(float units) const { return ui.px(units); }
    [[nodiscard]] Enabled only_if(bool possible) const {
        return possible && view.writable() ? Enabled::yes : Enabled::no;
    }
    void wish(cafe::Deed deed) {
        if (view.writable()) wishes.emplace_back(std::move(deed));
    }
    void ask(app::Command command) { wishes.emplace_back(std::move(command)); }
};

/// Does what was wished.
void grant(FollowUpFrame& frame);

/// The form, the commitments, and the actions that nobody took on yet.
float draw_commitments(FollowUpFrame& frame, const Rect& area);
float draw_next_meeting(FollowUpFrame& frame, const Rect& area);
/// Offers that may answer needs: proposed, kept, put away.
float draw_matches(FollowUpFrame& frame, const Rect& area);
/// Pairs who should meet before they leave.
float draw_introductions(FollowUpFrame& frame, const Rect& area);
/// The calendar and the contacts, as files.
float draw_follow_up_files(FollowUpFrame& frame, const Rect& area);
/// A part's title, and at its right what belongs to it. Returns where it ends, with room below.
float part_title(FollowUpFrame& frame, const Rect& area, std::string_view title);

/// Muted or alarmed words on lines of their own; returns where they end.
enum class Tone { muted, alarm };
float say(FollowUpFrame& frame, std::string_view id, std::string_view text, const Rect& area, Tone tone = Tone::muted);

/// "vendredi 16 juin", with the year where it is another one than this year.
[[nodiscard]] std::string day_words(const FollowUpFrame& frame, const app::TypedDate& day);

} // namespace ronde::gui
