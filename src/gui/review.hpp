#pragma once
// Relire: the sessions of the folder, one of them open to be read: by question, round, table, theme or in order of
// time; what was agreed, and what the opening exchange answered.

#include "gui/idea_filter.hpp"
#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <filesystem>

namespace ronde::gui {

enum class ReviewOrder { question, round, table, theme, time, follow_up, opening };

struct ReviewState {
    ReviewOrder order = ReviewOrder::question;
    IdeaWish wish{};
    IdeaFilter filter{};
    bool listed = false;            ///< the folder was asked for since the place was entered
    std::filesystem::path asked{};  ///< the session that was asked for last
    std::filesystem::path broken{}; ///< the one that was chosen last and cannot be read: it is said why
};

double draw_review(Ui& ui, const Rect& place, const View& view, ReviewState& state, const Dispatch& dispatch);

/// Tells the place that it was left: the next time it is entered, the folder is read again.
void leave_review(ReviewState& state);

} // namespace ronde::gui
