#pragma once
// A world café, whole: what the session file holds, what the windows show. Only cafe::update changes it.

#include "cafe/agenda.hpp"
#include "cafe/follow_up.hpp"
#include "cafe/harvest.hpp"
#include "cafe/history.hpp"
#include "cafe/ideas.hpp"
#include "cafe/identity.hpp"
#include "cafe/opening.hpp"
#include "cafe/people.hpp"
#include "cafe/seating.hpp"
#include "cafe/stage.hpp"
#include "cafe/timer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ronde::cafe {

struct Session {
    SessionId id;
    Identity identity{};
    Opening opening{};
    OpeningRecord opening_record{};
    std::vector<Organisation> organisations{};
    std::vector<Participant> participants{};
    std::vector<Question> questions{};
    std::vector<Table> tables{};
    std::vector<Group> groups{};
    std::vector<Step> agenda{};
    SeatingRules seating_rules{};
    Seating seating{};
    Ideas ideas{};
    Harvest harvest{};
    FollowUp follow_up{};
    TimerState timer{};
    Stage stage{};
    History history{};
    std::uint64_t seq = 0;       ///< of the last accepted action
    std::uint64_t structure = 0; ///< grows when something changes that the seating plan depends on
    std::string extra{};

    friend bool operator==(const Session&, const Session&) = default;
};

// Look-ups that every reader of a session needs. A pointer is null when there is no such thing.

[[nodiscard]] const Organisation* find(const Session& session, const OrganisationId& id);
[[nodiscard]] const Participant* find(const Session& session, const ParticipantId& id);
[[nodiscard]] const Question* find(const Session& session, const QuestionId& id);
[[nodiscard]] const Table* find(const Session& session, const TableId& id);
[[nodiscard]] const Group* find(const Session& session, const GroupId& id);
[[nodiscard]] const Step* find(const Session& session, const StepId& id);
[[nodiscard]] const Idea* find(const Session& session, const IdeaId& id);
[[nodiscard]] const Component* find(const Session& session, const ComponentId& id);
[[nodiscard]] const Theme* find(const Session& session, const ThemeId& id);
[[nodiscard]] const Commitment* find(const Session& session, const CommitmentId& id);

/// Places in the lists, from 0.
[[nodiscard]] std::optional<std::size_t> index_of(const Session& session, const QuestionId& id);
[[nodiscard]] std::optional<std::size_t> index_of(const Session& session, const TableId& id);
[[nodiscard]] std::optional<std::size_t> index_of(const Session& session, const StepId& id);

/// The current step's index; none while idle.
[[nodiscard]] std::optional<std::size_t> current_step(const Session& session);

/// How many steps of kind round the agenda has.
[[nodiscard]] int round_count(const Session& session);

/// The number (from 1) of the round that the step at `index` is; 0 when it is of another kind.
[[nodiscard]] int round_at(const Session& session, std::size_t index);

/// The round that a note typed now belongs to: the one being played, else the last one begun (in travel, the one just
/// ended); 0 before the first. After the end, the last one.
[[nodiscard]] int round_for_notes(const Session& session);

/// The round that the room is in or goes to: the one being played, in travel the one to come; 0 when there is none.
[[nodiscard]] int round_for_room(const Session& session);

/// The group at a table in a round (from 1), the table of a group; empty when none.
[[nodiscard]] GroupId group_at(const Session& session, int round, const TableId& table);
[[nodiscard]] TableId table_of(const Session& session, int round, const GroupId& group);

/// The group that a person is in; null when none.
[[nodiscard]] const Group* group_of(const Session& session, const ParticipantId& person);

/// Who sits at a table in a round (from 1): its company, else the members of its group. Empty when nobody is named.
[[nodiscard]] std::vector<ParticipantId> people_at(const Session& session, int round, const TableId& table);

/// Whether a person hosts the table at which they sit in a round (from 1).
[[nodiscard]] bool hosts_in(const Session& session, int round, const ParticipantId& person);

/// The table of a person in a round, by their own route or by their group's; empty when none.
[[nodiscard]] TableId table_of(const Session& session, int round, const ParticipantId& person);

/// How many sit at a table in a round, named or counted.
[[nodiscard]] int number_at(const Session& session, int round, const TableId& table);

/// The question of a table in a round (from 1; 0: before the first): the one that lives there or, where the whole room
/// takes one question a round, that round's. Empty when none.
[[nodiscard]] QuestionId question_at(const Session& session, int round, const TableId& table);

/// How many rounds have begun: who sat where in them stays.
[[nodiscard]] std::size_t begun_rounds(const Session& session);

/// Whether a person is to be seated in a round (from 1).
[[nodiscard]] bool attends(const Participant& person, int round);

/// People in a group: its members, else its count.
[[nodiscard]] int size_of(const Group& group);

/// What is wrong with a session, a sentence each, in English; empty when it is sound. An accepted action never makes
/// a sound session unsound; files are checked with it.
[[nodiscard]] std::vector<std::string> unsound_parts(const Session& session);

} // namespace ronde::cafe
