#include "store/wrong.hpp"

#include <algorithm>
#include <array>

namespace ronde::store {
namespace {

constexpr auto sentences = std::to_array<WrongSentence>({
    {Wrong::disk_full, "disk_full", "{what}: the disk is full; free some space"},
    {Wrong::disk_not_allowed, "disk_not_allowed", "{what}: no permission; choose another folder or change its rights"},
    {Wrong::disk_read_only, "disk_read_only", "{what}: the disk is read-only; choose another folder"},
    {Wrong::disk_missing, "disk_missing", "{what}: there is no such file or folder; check its name"},
    {Wrong::disk_exists, "disk_exists", "{what}: something of that name is there already"},
    {Wrong::disk_held, "disk_held", "{what}: another program has it open"},
    {Wrong::disk_too_large, "disk_too_large", "{what}: the file is too large"},
    {Wrong::disk_broken, "disk_broken", "{what}: the disk gives errors; save to another one"},
    {Wrong::is_folder, "is_folder", "{what}: this is a folder; give the name of a file"},
    {Wrong::is_device, "is_device", "{what}: this is a device or a pipe; give the name of a file"},
    {Wrong::system, "system", "{what}: {words}"},
    {Wrong::name_taken, "name_taken", "there is a café of that name already; choose another name"},

    {Wrong::not_utf8, "not_utf8", "the text is not UTF-8 here"},
    {Wrong::replaced_not_utf8, "replaced_not_utf8", "the text is not UTF-8 here; what cannot be read is now “\uFFFD”"},
    {Wrong::utf16, "utf16", "the file is UTF-16; save it as UTF-8"},
    {Wrong::not_a_session, "not_a_session", "this is not a session of Ronde{damage}; give the .json of a café"},
    {Wrong::other_format, "other_format",
     "this is not a session of Ronde: “format” is not “ronde/session”{damage}; give the .json of a café"},
    {Wrong::no_version, "no_version", "the session file does not say its “version”, a whole number{damage}"},
    {Wrong::old_and_damaged, "old_and_damaged", "a damaged file of an older version{damage}"},
    {Wrong::never_a_version, "never_a_version", "there never was a version {version}; set “version” right"},
    {Wrong::not_like_version, "not_like_version", "the file says version {version}, but is not like it: {words}"},
    {Wrong::cut_off, "cut_off", "the file stops here, in the middle: it was cut off"},
    {Wrong::damaged, "damaged", "the file is damaged here, and nothing after this can be read: {words}"},
    {Wrong::damaged_here, "damaged_here", "the file is damaged here"},
    {Wrong::and_more, "and_more", "and {count} more"},

    {Wrong::missing, "missing", "“{member}” is missing"},
    {Wrong::twice, "twice", "“{member}” stands here twice; this one is left out"},
    {Wrong::too_long, "too_long", "“{member}” is longer than {most} characters; only its beginning was taken"},
    {Wrong::not_text, "not_text", "“{member}” must be a text, not {shown}"},
    {Wrong::not_whole, "not_whole", "“{member}” must be a whole number, not {shown}"},
    {Wrong::not_natural, "not_natural", "“{member}” must be a whole number, 0 or more, not {shown}"},
    {Wrong::not_boolean, "not_boolean", "“{member}” must be true or false, not {shown}"},
    {Wrong::not_time, "not_time", "“{member}” must be a time like 2023-06-13T09:00:00+02:00, not {shown}"},
    {Wrong::not_seconds, "not_seconds", "“{member}” must be a number of seconds, not {shown}"},
    {Wrong::not_list, "not_list", "“{member}” must be a list, not {shown}"},
    {Wrong::not_object, "not_object", "“{member}” must be an object, not {shown}"},
    {Wrong::not_one_of, "not_one_of", "“{member}” must be one of {names}, not {shown}"},
    {Wrong::out_of_range, "out_of_range", "“{member}” is out of range; it is now {value}"},
    {Wrong::unknown_reference, "unknown_reference", "“{member}” names “{id}”, which is not in the session: left out"},
    {Wrong::id_twice, "id_twice", "the id “{id}” stands twice; this one is now “{now}”"},
    {Wrong::id_missing, "id_missing", "“id” is missing; it is now “{now}”"},

    {Wrong::idea_split, "idea_split", "“text” is longer than {most} characters; it is now {count} ideas"},
    {Wrong::idea_empty, "idea_empty", "an idea without text is left out"},
    {Wrong::unknown_language, "unknown_language", "“language” must be fr or en; it is now fr"},
    {Wrong::unknown_time_zone, "unknown_time_zone", "no time zone is named “{zone}”; it is now Europe/Paris"},
    {Wrong::two_groups, "two_groups", "“{person}” is in two groups; taken out of this one"},
    {Wrong::more_rounds, "more_rounds", "the seating has more rounds than the agenda: the last are left out"},
    {Wrong::group_unseatable, "group_unseatable", "group “{group}” cannot sit at table “{table}”: left out"},
    {Wrong::table_unseatable, "table_unseatable", "people cannot sit at table “{table}”: left out"},
    {Wrong::person_unseatable, "person_unseatable", "person “{person}” cannot be seated: left out"},
    {Wrong::harvest_without_dots, "harvest_without_dots",
     "the harvest has no dots or no time for a turn: the usual ones now"},
    {Wrong::match_unknown, "match_unknown",
     "“{offer}” is matched for an organisation that is not in the session: left out"},
    {Wrong::table_back, "table_back",
     "“table” names “{table}”, which is not in the session: the table is back, without a question"},
    {Wrong::step_record, "step_record",
     "what happened in the step “{step}” is left out: it is not known or stands twice"},
    {Wrong::step_length, "step_length", "“allotted_seconds” of the step “{step}” is out of range: left out"},
    {Wrong::clock_in_a_step, "clock_in_a_step", "the clock stands before the beginning, and yet in a step: left out"},
    {Wrong::clock_nowhere, "clock_nowhere",
     "the clock does not say in which step it is and when it began; it is before the beginning now"},
    {Wrong::clock_without_anchor, "clock_without_anchor", "the clock runs without “anchor”; it is now paused"},
    {Wrong::stage_unknown, "stage_unknown",
     "the stage shows something that is not in the session: nothing is projected now"},
    {Wrong::history_damaged, "history_damaged", "the history is damaged; what was done before can no longer be undone"},

    {Wrong::line_cut_off, "line_cut_off", "the line was cut off"},
    {Wrong::not_an_action, "not_an_action", "this is not an action{damage}"},
    {Wrong::nothing_done, "nothing_done", "the line does not say what was done: “do” is missing"},
    {Wrong::unknown_action, "unknown_action", "there is no action “{action}”"},
    {Wrong::refused_action, "refused_action", "this action makes no sense here: {why}"},
});

std::string filled(std::string_view pattern, WrongValues values) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        out += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        const auto close = pattern.find('}');
        const auto name = pattern.substr(1, close - 1);
        for (const auto& [known, value] : values)
            if (known == name) out += value;
        pattern.remove_prefix(close + 1);
    }
    return out;
}

} // namespace

std::span<const WrongSentence> wrong_sentences() {
    return sentences;
}

base::Error because(Wrong wrong, WrongValues values) {
    const auto* const sentence = std::ranges::find(sentences, wrong, &WrongSentence::wrong);
    base::Error error{.message = filled(sentence->english, values), .cause = {.key = std::string(sentence->key)}};
    for (const auto& [name, value] : values) error.cause.values.emplace_back(name, value);
    return error;
}

} // namespace ronde::store
