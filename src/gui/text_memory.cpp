#include "gui/text_memory.hpp"

#include <functional>
#include <utility>

namespace ronde::gui {

namespace {

constexpr std::uint64_t frames_kept = 240;
constexpr std::uint64_t sweep_every = 60;

} // namespace

std::size_t TextMemory::Hash::operator()(const Key& key) const {
    std::size_t hash = std::hash<std::string>{}(key.text);
    const auto mix = [&](std::size_t value) { hash ^= value + 0x9E3779B9U + (hash << 6U) + (hash >> 2U); };
    mix(static_cast<std::size_t>(key.face));
    mix(std::hash<float>{}(key.px));
    mix(std::hash<float>{}(key.width));
    mix(key.most_lines);
    return hash;
}

const TextBlock* TextMemory::find(const Key& key) {
    const auto found = m_blocks.find(key);
    if (found == m_blocks.end()) return nullptr;
    found->second.used = m_frame;
    return &found->second.block;
}

void TextMemory::keep(Key key, const TextBlock& block) {
    m_blocks[std::move(key)] = {block, m_frame};
}

void TextMemory::age() {
    if (++m_frame % sweep_every != 0) return;
    for (auto it = m_blocks.begin(); it != m_blocks.end();)
        it = it->second.used + frames_kept < m_frame ? m_blocks.erase(it) : std::next(it);
}

} // namespace ronde::gui
