#include "base/text.hpp"
#include "cafe/apply.hpp"

namespace ronde::cafe {
namespace {
constexpr std::size_t longest_message = 280;
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
    if (!deed.question.empty() && find(session, deed.question) == nullptr)
        return rejected(Reason::unknown_id, "no question " + deed.question.value);
    Stage& stage = applying.session.stage;
    stage.projection = deed.projection;
    stage.idea = deed.projection == Projection::idea ? deed.idea : IdeaId{};
    stage.question = deed.projection == Projection::wall ? deed.question : QuestionId{};
    return std::nullopt;
}

} // namespace ronde::cafe
