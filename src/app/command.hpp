#pragma once
// What a person asks of the program rather than of the café: open, make, copy, prefer. The shell carries it out.
// Nothing here changes a session: that takes an Action.

#include "app/people_list.hpp"
#include "app/preferences.hpp"
#include "app/seat_move.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace ronde::app {

/// Makes a café from a template (one of the program's or of the person's own) in the sessions folder, and opens it.
struct NewCafe {
    std::filesystem::path from;
};
/// Keeps the present café as a template of the person's own, without its people and what was said.
struct SaveTemplate {};
/// Takes one of the person's own templates off the list; its file is kept beside the others as `NAME.json.removed`.
struct RemoveTemplate {
    std::filesystem::path file;
};
/// Opens a session file to work in, in place of the present one (which is saved and closed first).
struct OpenCafe {
    std::filesystem::path file;
};
/// Opens a session file beside the present one, read-only, for Relire. An empty path closes it.
struct ReviewCafe {
    std::filesystem::path file;
};
/// Reads the sessions folder again.
struct RefreshSessions {};
/// Replaces the preferences and keeps them in the config folder.
struct SetPreferences {
    Preferences preferences;
};
/// Lets the gong sound as it would at the end.
struct TestSound {};
/// Full screen on and off, for the stage window; opens it again when it was closed.
struct ToggleStageFullScreen {};
/// Closes the stage window, without asking.
struct CloseStage {};
struct CopyText {
    std::string text;
};
/// Writes the document of a session beside it and says where. The present one when `reviewed` is not asked for.
enum class Which { present, reviewed };
enum class DocumentForm {
    markdown,
    csv, ///< several files: the ideas, and what else was recorded
};
struct WriteReport {
    Which which = Which::present;
    DocumentForm form = DocumentForm::markdown;
};
/// Puts the same document on the clipboard.
struct CopyReport {
    Which which = Which::present;
};
/// Writes what the follow-up hands out beside the session and says where: an iCalendar file, or the contacts of those
/// who agreed, as a table or as vCards.
enum class FollowUpFile { calendar, contacts_csv, contacts_vcf };
struct WriteFollowUp {
    FollowUpFile file = FollowUpFile::calendar;
    Which which = Which::present;
};
/// Looks for offers that may answer needs, off the main thread; the result stands in the snapshot. Asked again, it
/// begins anew.
struct FindMatches {};
/// Ends the search that is under way.
struct StopMatching {};
/// Proposes who should meet, in place of the introductions that there are (cafe::SetIntroductions).
struct ProposeIntroductions {};
/// Puts a notice away.
struct DismissNotice {
    int id = 0;
};
/// Deals the café's people evenly to `groups` groups (rotation's deal, then cafe::SetGroups): the first groups keep
/// their ids and names, new ones are named by group_names. Where nobody is named, the people's number is dealt as
/// counts.
enum class Dealing {
    afresh,      ///< everyone is dealt anew
    keep_placed, ///< who has a group keeps it; the others are dealt around them
};
struct DealGroups {
    int groups = 1;
    Dealing dealing = Dealing::afresh;
};
/// Looks for what the ideas' words suggest (app/suggestions.hpp); a search under way is given up.
struct SuggestThemes {};
/// Takes the best seating plan found so far, and looks no further.
struct CancelPlanning {};
/// Takes a move of one person as it was shown: their seat is pinned, everybody else stays where the plan in force has
/// them.
struct MoveSeat {
    SeatMove move{};
};
/// Plans for other rules of the seating, to say what each choice costs; the result stands in the snapshot.
struct CompareRules {};
/// Writes the sheet of routes of the present session beside it (a strip for each person, to print), and says where.
struct WriteRoutes {};
/// Reads a people's list, to be looked at: a file, or what was pasted where no file is named.
struct ReadPeople {
    std::filesystem::path file{};
    std::string text{};
};
/// Understands the list anew, with what the person set right. An empty mapping is guessed.
struct MapPeople {
    OpeningChoices choices{};
    std::vector<ColumnMeaning> mapping{};
};
/// Takes the list that is looked at into the café: one action.
struct TakePeople {};
/// Puts the list away.
struct DropPeople {};
/// Writes a copy of the café without names and contacts beside it, `NAME-anonyme.json`.
struct WriteAnonymous {};
/// Closes the program; asks first (in the control window) while a round runs, unless `confirmed`.
enum class Confirmation { not_given, given };
struct Quit {
    Confirmation confirmation = Confirmation::not_given;
};

using Command = std::variant<NewCafe, SaveTemplate, RemoveTemplate, OpenCafe, ReviewCafe, RefreshSessions,
                             SetPreferences, TestSound, ToggleStageFullScreen, CloseStage, CopyText, WriteReport,
                             CopyReport, WriteFollowUp, FindMatches, StopMatching, ProposeIntroductions, DismissNotice,
                             DealGroups, SuggestThemes, CancelPlanning, MoveSeat, CompareRules, WriteRoutes, ReadPeople,
                             MapPeople, TakePeople, DropPeople, WriteAnonymous, Quit>;

} // namespace ronde::app
