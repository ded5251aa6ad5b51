#include "cafe/ideas.hpp"

#include "cafe/nearest.hpp"

#include <algorithm>
#include <cassert>
#include <functional>

namespace ronde::cafe {

const Idea* Ideas::find(const IdeaId& id) const {
    const auto at = m_by_id.find(id);
    return at == m_by_id.end() ? nullptr : at->second.idea;
}

std::size_t Ideas::index_of(const IdeaId& id) const {
    const auto known = m_by_id.find(id);
    if (known == m_by_id.end()) return m_all.size();
    const auto& [idea, stood] = known->second;
    return nearest(m_all.size(), stood, [this, here = idea](std::size_t at) { return m_all[at].get() == here; });
}

std::vector<const Idea*> Ideas::building_on(const IdeaId& id) const {
    std::vector<const Idea*> found;
    const auto builders = m_builders.find(id);
    if (builders == m_builders.end()) return found;
    std::vector<const Idea*> wanted;
    for (const IdeaId& builder : builders->second) wanted.push_back(m_by_id.at(builder).idea);
    std::ranges::sort(wanted, std::less{});
    for (const Shared& idea : m_all)
        if (std::ranges::binary_search(wanted, idea.get(), std::less{})) found.push_back(idea.get());
    return found;
}

void Ideas::insert(std::size_t index, Idea idea) {
    assert(!m_by_id.contains(idea.id));
    index = std::min(index, m_all.size());
    const auto at = m_all.begin() + static_cast<std::ptrdiff_t>(index);
    know(**m_all.insert(at, std::make_shared<const Idea>(std::move(idea))), index);
}

void Ideas::replace(Idea idea) {
    const std::size_t index = index_of(idea.id);
    assert(index < m_all.size());
    forget(*m_all[index]);
    m_all[index] = std::make_shared<const Idea>(std::move(idea));
    know(*m_all[index], index);
}

void Ideas::erase(const IdeaId& id) {
    const std::size_t index = index_of(id);
    assert(index < m_all.size());
    forget(*m_all[index]);
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(index));
}

bool operator==(const Ideas& a, const Ideas& b) {
    return std::ranges::equal(a.m_all, b.m_all, [](const Ideas::Shared& one, const Ideas::Shared& other) {
        return one == other || *one == *other;
    });
}

void Ideas::know(const Idea& idea, std::size_t at) {
    m_by_id[idea.id] = {&idea, at};
    for (const IdeaId& other : idea.builds_on) m_builders[other].push_back(idea.id);
}

void Ideas::forget(const Idea& idea) {
    for (const IdeaId& other : idea.builds_on) {
        const auto builders = m_builders.find(other);
        auto& ids = builders->second;
        ids.erase(std::ranges::find(ids, idea.id));
        if (ids.empty()) m_builders.erase(builders);
    }
    m_by_id.erase(idea.id);
}

} // namespace ronde::cafe
