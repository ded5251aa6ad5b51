#pragma once
// Ideas: what people said, noted live at a table. Values and their actions.

#include "base/names.hpp"
#include "base/time.hpp"
#include "cafe/ids.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ronde::cafe {

enum class IdeaKind { idea, question, quote, action };
constexpr auto names_of(IdeaKind) {
    return std::to_array<base::Name<IdeaKind>>({{IdeaKind::idea, "idea"},
                                                {IdeaKind::question, "question"},
                                                {IdeaKind::quote, "quote"},
                                                {IdeaKind::action, "action"}});
}

/// The longest text of one idea, in code points. The note field splits what is longer.
inline constexpr std::size_t longest_idea = 4000;

struct Idea {
    IdeaId id;
    std::string text{};
    IdeaKind kind = IdeaKind::idea;
    TableId table{};
    QuestionId question{}; ///< empty when the table had none
    GroupId group{};       ///< who sat there; empty outside the rounds
    int round = 0;         ///< counts from 1; 0: before the first round
    std::vector<std::string> tags{};
    std::vector<IdeaId> builds_on{};
    bool starred = false;
    base::WallTime at{};
    std::optional<base::WallTime> edited_at{};
    std::string by{};      ///< the editor: a person's or a device's name
    std::uint64_t seq = 0; ///< of the action that last changed it; saved once the journal holds that action
    std::string extra{};

    friend bool operator==(const Idea&, const Idea&) = default;
};

/// The ideas in the order in which they were noted, found by id in constant time. What stands in the list are pointers
/// to ideas that never change: to take one out of ten thousand moves little, and copies of a café share them.
class Ideas {
    using Shared = std::shared_ptr<const Idea>;

public:
    /// Goes from idea to idea.
    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Idea;
        using difference_type = std::ptrdiff_t;
        using pointer = const Idea*;
        using reference = const Idea&;

        Iterator() = default;
        explicit Iterator(const Shared* at) : m_at(at) {}
        reference operator*() const { return **m_at; }
        pointer operator->() const { return m_at->get(); }
        reference operator[](difference_type n) const { return *m_at[n]; }
        Iterator& operator+=(difference_type n) { return m_at += n, *this; }
        Iterator& operator-=(difference_type n) { return m_at -= n, *this; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this -= 1; }
        Iterator operator++(int) { return Iterator{m_at++}; }
        Iterator operator--(int) { return Iterator{m_at--}; }
        friend Iterator operator+(Iterator it, difference_type n) { return it += n; }
        friend Iterator operator+(difference_type n, Iterator it) { return it += n; }
        friend Iterator operator-(Iterator it, difference_type n) { return it -= n; }
        friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.m_at - b.m_at; }
        friend bool operator==(const Iterator&, const Iterator&) = default;
        friend auto operator<=>(const Iterator&, const Iterator&) = default;

    private:
        const Shared* m_at = nullptr;
    };
    using value_type = Idea;
    using const_iterator = Iterator;

    Ideas() = default;

    [[nodiscard]] Iterator begin() const { return Iterator{m_all.data()}; }
    [[nodiscard]] Iterator end() const { return Iterator{m_all.data() + m_all.size()}; }
    [[nodiscard]] std::size_t size() const { return m_all.size(); }
    [[nodiscard]] bool empty() const { return m_all.empty(); }
    [[nodiscard]] const Idea& operator[](std::size_t index) const { return *m_all[index]; } ///< index < size()
    [[nodiscard]] const Idea& front() const { return *m_all.front(); }                      ///< there must be one
    [[nodiscard]] const Idea& back() const { return *m_all.back(); }
    [[nodiscard]] const Idea* find(const IdeaId& id) const;     ///< good until that idea is replaced or taken out
    [[nodiscard]] std::size_t index_of(const IdeaId& id) const; ///< size() when there is none

    /// The ideas that build on this one, in their order. Constant time where there are none.
    [[nodiscard]] std::vector<const Idea*> building_on(const IdeaId& id) const;

    void insert(std::size_t index, Idea idea); ///< the id must be new
    void replace(Idea idea);                   ///< the id must be there
    void erase(const IdeaId& id);

    friend bool operator==(const Ideas& a, const Ideas& b);

private:
    /// An idea, and where it stood when it was put in or last replaced: it is looked for from there.
    struct Known {
        const Idea* idea = nullptr;
        std::size_t at = 0;
    };
    void know(const Idea& idea, std::size_t at);
    void forget(const Idea& idea);

    std::vector<Shared> m_all;
    std::unordered_map<IdeaId, Known> m_by_id;
    std::unordered_map<IdeaId, std::vector<IdeaId>> m_builders; ///< who builds on an idea, in no order
};

/// Notes an idea at a table. Never refused for its time: its round, question and group are those of the clock.
/// Text is trimmed; rejected when empty, longer than `longest_idea`, or not UTF-8.
struct CaptureIdea {
    static constexpr std::string_view name = "capture_idea";
    IdeaId id;
    std::string text{};
    IdeaKind kind = IdeaKind::idea;
    TableId table{};
    std::vector<IdeaId> builds_on{};
    std::string by{};
    friend bool operator==(const CaptureIdea&, const CaptureIdea&) = default;
};

struct EditIdea {
    static constexpr std::string_view name = "edit_idea";
    IdeaId id;
    std::string text{};
    IdeaKind kind = IdeaKind::idea;
    std::vector<IdeaId> builds_on{};
    friend bool operator==(const EditIdea&, const EditIdea&) = default;
};

/// Says at which table and in which round an idea was said; question and group follow.
struct MoveIdea {
    static constexpr std::string_view name = "move_idea";
    IdeaId id;
    TableId table{};
    int round = 0;
    friend bool operator==(const MoveIdea&, const MoveIdea&) = default;
};

/// Takes an idea out; those that build on it lose that link (undo gives it back).
struct DeleteIdea {
    static constexpr std::string_view name = "delete_idea";
    IdeaId id;
    friend bool operator==(const DeleteIdea&, const DeleteIdea&) = default;
};

enum class Star { off, on };
constexpr auto names_of(Star) {
    return std::to_array<base::Name<Star>>({{Star::off, "off"}, {Star::on, "on"}});
}

struct StarIdea {
    static constexpr std::string_view name = "star_idea";
    IdeaId id;
    Star star = Star::on;
    friend bool operator==(const StarIdea&, const StarIdea&) = default;
};

} // namespace ronde::cafe
