#include "cafe/update.hpp"

#include "base/text.hpp"
#include "cafe/apply.hpp"

#include <algorithm>

namespace ronde::cafe {
namespace {

/// A new change forgets what was undone in its scope, and any undone change of the objects that it touches.
void remember(Session& session, Change change) {
    std::erase_if(session.history.undone,
                  [&](const Change& undone) { return undone.scope == change.scope || share_objects(undone, change); });
    auto& done = session.history.done;
    if (done.size() >= history_depth) done.erase(done.begin());
    done.push_back(std::move(change));
}

/// The passage that a change makes due falls due with the change, not before it: what comes next begins then.
void pass_no_earlier(Session& session, const base::Stamp& now) {
    TimerState& timer = session.timer;
    const auto due = next_passage(session);
    if (!due || timer.anchor.boot != now.boot || *due >= now.instant) return;
    timer.left = std::min(timer.left, base::Duration::zero());
    timer.anchor = now;
}

} // namespace

bool good_text(std::string_view text, std::size_t most) {
    return text.size() <= most * 4 && base::is_utf8(text) && base::length(text) <= most;
}

Outcome update(Session& session, const Action& action, Origin origin) {
    const bool creates = std::holds_alternative<CreateSession>(action.deed);
    if (session.id.empty() && !creates) return tl::unexpected(rejected(Reason::no_session, "there is no session yet"));

    const auto due = next_passage(session);
    Applying applying{.session = session, .stamp = action.stamp, .origin = origin};
    Verdict verdict = std::visit([&](const auto& deed) { return apply(applying, deed); }, action.deed);
    if (verdict) return tl::unexpected(std::move(*verdict));

    // Recover says where moments of another boot lie: what fell due meanwhile did so in the past.
    if (!std::holds_alternative<Recover>(action.deed) && next_passage(session) != due)
        pass_no_earlier(session, action.stamp);
    session.seq += 1;
    session.timer.seen = action.stamp;
    if (!applying.change.objects.empty()) {
        applying.change.seq = session.seq;
        remember(session, std::move(applying.change));
    }
    return std::move(applying.effects);
}

Verdict apply(Applying& applying, const CreateSession& deed) {
    Session& session = applying.session;
    if (!session.id.empty()) return rejected(Reason::session_exists, "the session exists already");
    if (deed.content.id.empty()) return rejected(Reason::unknown_id, "the new session has no id");

    Session fresh = deed.content;
    fresh.ideas = {};
    fresh.timer = {};
    fresh.stage = {};
    fresh.history = {};
    fresh.opening_record = {};
    fresh.harvest.themes.clear();
    fresh.harvest.plan.turns.clear();
    fresh.harvest.plan.dismissed.clear();
    fresh.follow_up = {};
    fresh.seq = 0;
    fresh.structure = 0;
    if (auto wrong = unsound_parts(fresh); !wrong.empty()) return rejected(Reason::unsound, std::move(wrong.front()));
    session = std::move(fresh);
    structure_changed(applying);
    return std::nullopt;
}

} // namespace ronde::cafe
