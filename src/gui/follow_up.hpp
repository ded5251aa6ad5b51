#pragma once
// Et ensuite ?: who will do what, when people meet again, who could help whom, who should meet, and the files for all
// of it. Animer shows it while the follow-up or the closing is on, Récolter at any time. Main thread, within a frame.

#include "app/introductions.hpp"
#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace ronde::gui {

/// A commitment being typed: a new one, or a known one being changed. Kept until it is taken.
struct CommitmentDraft {
    cafe::CommitmentId id{}; ///< empty: a new one
    std::string what{};
    std::string who{};
    std::string with_whom{};
    std::string by_when{}; ///< as typed
    cafe::IdeaId from{};
    bool done = false;

    friend bool operator==(const CommitmentDraft&, const CommitmentDraft&) = default;
};

struct FollowUpState {
    CommitmentDraft draft{};
    CommitmentDraft loaded{}; ///< the draft as it was when it was taken up: what differs was typed
    bool refused = false;     ///< the draft was submitted and its day could not be read, or it says nothing
    std::string day{};        ///< of the next meeting, typed while its time is not known
    std::string time{};       ///< the reverse
    std::optional<app::NoIntroductions> nobody{}; ///< why the last search for people to introduce found none
    std::uint64_t nobody_at = 0;                  ///< Session::seq of that search
    std::string unread_id{};                      ///< the field whose text could not be read
    std::string unread{};                         ///< that text
};

/// Whether the step that is on is the panel's: what next, or the closing.
[[nodiscard]] bool follow_up_is_on(const View& view);

/// Makes a commitment of an action that nobody took on yet, and puts the keyboard where it is said who does it. False
/// when the idea is no action, or is taken on.
bool take_on_action(Ui& ui, const View& view, FollowUpState& state, const Dispatch& dispatch, const cafe::IdeaId& id);

double draw_follow_up(Ui& ui, const Rect& place, const View& view, FollowUpState& state, const Dispatch& dispatch);

} // namespace ronde::gui
