#include "base/text.hpp"
#include "cafe/apply.hpp"

namespace ronde::cafe {
namespace {
constexpr std::size_t longest_message = 280;
}

void follow_agenda(Stage& stage) {
    stage = Stage{.screen = stage.screen, .message = std::move(stage.message)};
}

void drop_stray_projection(Session& session) {
    Stage& stage = session.stage;
    if ((!stage.idea.empty() && find(session, stage.idea) == nullptr) ||
        (!stage.theme.empty() && find(session, stage.theme) == nullptr)) {
        stage.idea = {};
        stage.theme = {};
        stage.projection = Projection::none;
    }
    if (!stage.question.empty() && find(session, stage.question) == nullptr) stage.question = {};
    if (!stage.speaking.table.empty() && find(session, stage.speaking.table) == nullptr) stage.speaking = {};
}

Verdict apply(Applying& applying, const ShowMessage& deed) {
    if (!good_text(deed.text, longest_message))
        return rejected(Reason::bad_text, "a message takes 280 characters at most");
    applying.session.stage.message = base::trimmed(deed.text);
    return std::nullopt;
}

Verdict apply(Applying& applying, const SetScreen& deed) {
    applying.session.stage.screen = deed.screen;
    return std::nullopt;
}

Verdict apply(Applying& applying, const Project& deed) {
    const Session& session = applying.session;
    if (deed.projection == Projection::idea && find(session, deed.idea) == nullptr)
        return rejected(Reason::unknown_id, "no idea " + deed.idea.value);
    if (deed.projection == Projection::theme && find(session, deed.theme) == nullptr)
        return rejected(Reason::unknown_id, "no theme " + deed.theme.value);
    if (!deed.question.empty() && find(session, deed.question) == nullptr)
        return rejected(Reason::unknown_id, "no question " + deed.question.value);
    Stage& stage = applying.session.stage;
    stage.projection = deed.projection;
    stage.idea = deed.projection == Projection::idea ? deed.idea : IdeaId{};
    stage.question = deed.projection == Projection::wall ? deed.question : QuestionId{};
    stage.theme = deed.projection == Projection::theme ? deed.theme : ThemeId{};
    return std::nullopt;
}

Verdict apply(Applying& applying, const ShowOpening& deed) {
    applying.session.stage.opening = deed.view;
    return std::nullopt;
}

Verdict apply(Applying& applying, const ShowFollowUp& deed) {
    applying.session.stage.follow_up = deed.view;
    return std::nullopt;
}

} // namespace ronde::cafe
