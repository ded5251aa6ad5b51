#pragma once
// What the parts of Récolter share. Internal to the place. Main thread, within a frame.

#include "gui/harvest.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::gui {

struct HarvestFrame {
    Ui& ui;
    const View& view;
    HarvestState& state;
    const Dispatch& dispatch;
    cafe::Sorting sorting{};
    std::vector<const cafe::Idea*> order{}; ///< the cards that are shown, as Up and Down go through them
    std::vector<cafe::Deed> wishes{};       ///< done once all is drawn: the ideas must not move under the cards
    double redraw_in = std::numeric_limits<double>::infinity();

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] float px(float units) const { return ui.px(units); }
    [[nodiscard]] Enabled only_if(bool possible) const {
        return possible && view.writable() ? Enabled::yes : Enabled::no;
    }
    void wish(cafe::Deed deed) { wishes.push_back(std::move(deed)); }

    /// The key of an action, when no text is being typed.
    [[nodiscard]] bool letter(char32_t lower) const { return take_letter(ui, lower); }
};

[[nodiscard]] std::string theme_title(const HarvestFrame& frame, const cafe::Theme& theme);
/// The ideas that a deed is about: those that are selected, else the card that has the keyboard.
[[nodiscard]] std::vector<cafe::IdeaId> ideas_at_hand(const HarvestFrame& frame);

/// Makes a theme of these ideas; where they are split off the shown theme, they leave it, in one action.
void make_theme(HarvestFrame& frame, std::string title, const std::vector<cafe::IdeaId>& ideas);
/// Puts ideas into a theme, lets go of the selection and goes on to the next card.
void sort_into(HarvestFrame& frame, const cafe::ThemeId& theme, const std::vector<cafe::IdeaId>& ideas);
void let_go(HarvestFrame& frame, const std::vector<cafe::IdeaId>& ideas);
void show_theme(HarvestFrame& frame, const cafe::ThemeId& theme);
/// Lays a panel over the place, with the keyboard in its field.
void ask(HarvestFrame& frame, HarvestAsking what, std::vector<cafe::IdeaId> ideas);

/// The title, what can be projected, and the filters; cut off the top of `place`.
void draw_harvest_head(HarvestFrame& frame, Rect& place, const std::vector<std::size_t>& places);
/// The shown theme's title and what can be done with it; cut off the top of `place`.
void draw_theme_head(HarvestFrame& frame, Rect& place);
/// The themes with their votes, the suggestions, or the turns of the plenary.
void draw_harvest_side(HarvestFrame& frame, const Rect& place);
void draw_suggestions(HarvestFrame& frame, const Rect& place);
/// The panel that `state.asking` names.
void draw_harvest_asked(HarvestFrame& frame, const Rect& window);

} // namespace ronde::gui
