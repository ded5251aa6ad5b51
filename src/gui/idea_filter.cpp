#include "gui/idea_filter.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <sstream>

namespace ronde::gui {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(base::folded(text));
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(std::move(word));
    return words;
}

} // namespace

const std::vector<std::size_t>& IdeaFilter::of(const cafe::Session& session, const IdeaWish& wish) {
    if (m_wish == wish && m_session == session.id.value && m_seq == session.seq && m_ideas == session.ideas.size())
        return m_places;
    m_wish = wish;
    m_session = session.id.value;
    m_seq = session.seq;
    m_ideas = session.ideas.size();
    m_places.clear();
    const std::vector<std::string> words = words_of(wish.words);
    const auto& ideas = session.ideas;
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        if (wish.starred_only && !ideas[i].starred) continue;
        if (wish.kind && ideas[i].kind != *wish.kind) continue;
        if (!words.empty()) {
            const std::string text = base::folded(ideas[i].text);
            if (!std::ranges::all_of(words,
                                     [&](const std::string& word) { return text.find(word) != std::string::npos; }))
                continue;
        }
        m_places.push_back(i);
    }
    return m_places;
}

} // namespace ronde::gui
