#pragma once
// Ideas: what people said, noted live at a table. Values and their actions.

#include "base/names.hpp"
#include "base/time.hpp"
#include "cafe/ids.hpp"

#include <cstddef>
#include <cstdint>
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

/// The ideas in the order in which they were noted, found by id in constant time.
class Ideas {
public:
    Ideas() = default;

    [[nodiscard]] const std::vector<Idea>& all() const { return m_all; }
    [[nodiscard]] auto begin() const { return m_all.begin(); }
    [[nodiscard]] auto end() const { return m_all.end(); }
    [[nodiscard]] std::size_t size() const { return m_all.size(); }
    [[nodiscard]] bool empty() const { return m_all.empty(); }
    [[nodiscard]] const Idea* find(const IdeaId& id) const;
    [[nodiscard]] std::size_t index_of(const IdeaId& id) const; ///< size() when there is none

    void insert(std::size_t index, Idea idea); ///< the id must be new
    void replace(Idea idea);                   ///< the id must be there
    void erase(const IdeaId& id);

    friend bool operator==(const Ideas& a, const Ideas& b) { return a.m_all == b.m_all; }

private:
    void reindex(std::size_t from);

    std::vector<Idea> m_all;
    std::unordered_map<IdeaId, std::size_t> m_index;
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
