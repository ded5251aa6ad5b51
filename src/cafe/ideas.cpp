#include "cafe/ideas.hpp"

#include <cassert>

namespace ronde::cafe {

const Idea* Ideas::find(const IdeaId& id) const {
    const auto at = m_index.find(id);
    return at == m_index.end() ? nullptr : &m_all[at->second];
}

std::size_t Ideas::index_of(const IdeaId& id) const {
    const auto at = m_index.find(id);
    return at == m_index.end() ? m_all.size() : at->second;
}

void Ideas::insert(std::size_t index, Idea idea) {
    assert(!m_index.contains(idea.id));
    index = std::min(index, m_all.size());
    m_all.insert(m_all.begin() + static_cast<std::ptrdiff_t>(index), std::move(idea));
    reindex(index);
}

void Ideas::replace(Idea idea) {
    const std::size_t index = index_of(idea.id);
    assert(index < m_all.size());
    m_all[index] = std::move(idea);
}

void Ideas::erase(const IdeaId& id) {
    const std::size_t index = index_of(id);
    assert(index < m_all.size());
    m_index.erase(id);
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(index));
    reindex(index);
}

void Ideas::reindex(std::size_t from) {
    for (std::size_t i = from; i < m_all.size(); ++i) m_index[m_all[i].id] = i;
}

} // namespace ronde::cafe
