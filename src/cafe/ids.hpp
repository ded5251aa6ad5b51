#pragma once
// The ids of the things in a café.

#include "base/id.hpp"

namespace ronde::cafe {

using SessionId = base::Id<struct SessionTag>;
using OrganisationId = base::Id<struct OrganisationTag>;
using ParticipantId = base::Id<struct ParticipantTag>;
using QuestionId = base::Id<struct QuestionTag>;
using TableId = base::Id<struct TableTag>;
using GroupId = base::Id<struct GroupTag>;
using StepId = base::Id<struct StepTag>;
using IdeaId = base::Id<struct IdeaTag>;
using ComponentId = base::Id<struct ComponentTag>;
using ThemeId = base::Id<struct ThemeTag>;
using CommitmentId = base::Id<struct CommitmentTag>;
using PinId = base::Id<struct PinTag>;

} // namespace ronde::cafe
