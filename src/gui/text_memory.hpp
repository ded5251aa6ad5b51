#pragma once
// Laid-out texts kept from frame to frame, so that a frame in which nothing changed lays nothing out.
// Owned by a FontBook; internal to gui. Main thread.

#include "gui/canvas.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace ronde::gui {

class TextMemory {
public:
    struct Key {
        Face face = Face::text;
        float px = 0;
        float width = 0;
        std::size_t most_lines = 0;
        std::string text{};

        friend bool operator==(const Key&, const Key&) = default;
    };

    /// The text as it was laid out before; null when it was not, lately.
    [[nodiscard]] const TextBlock* find(const Key& key);
    void keep(Key key, const TextBlock& block);

    /// One frame more: what nobody asked for in the last few hundred goes.
    void age();
    void clear() { m_blocks.clear(); }

private:
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    struct Entry {
        TextBlock block;
        std::uint64_t used = 0;
    };
    std::unordered_map<Key, Entry, Hash> m_blocks;
    std::uint64_t m_frame = 0;
};

} // namespace ronde::gui
