#include "platform/captures.hpp"

#include "platform/walk.hpp"

#include <fmt/core.h>

namespace ronde::platform {

namespace {

/// Where the café is, and a word for it.
struct Whereabouts {
    std::string key;
    std::string word;
};

Whereabouts whereabouts(const cafe::Session* session) {
    if (session == nullptr) return {"none", "empty"};
    const std::string id = session->id.value;
    if (session->timer.state == cafe::ClockState::idle) return {id + "/idle", "before"};
    if (session->timer.state == cafe::ClockState::finished) return {id + "/finished", "after"};
    const cafe::Step* step = cafe::find(*session, session->timer.step);
    if (step == nullptr) return {id + "/", "step"};
    Whereabouts here{id + "/" + step->id.value, std::string(base::name_of(step->kind))};
    if (const std::string view = view_of_step(*session); !view.empty()) {
        here.key += '/' + view;
        here.word += '-' + view;
    }
    return here;
}

} // namespace

void Captures::look_at(const cafe::Session* session, std::string_view sight) {
    if (m_folder.empty()) return;
    Whereabouts now = whereabouts(session);
    if (!sight.empty()) {
        now.key += fmt::format("/{}", sight);
        now.word += fmt::format("-{}", sight);
    }
    if (now.key == m_seen) return;
    m_seen = std::move(now.key);
    m_due = fmt::format("{:02}-{}", ++m_count, now.word);
}

std::filesystem::path Captures::file_for(const std::string& window) const {
    return m_folder / fmt::format("{}-{}.png", m_due.value_or("none"), window);
}

} // namespace ronde::platform
