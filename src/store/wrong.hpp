#pragma once
// What can be wrong with a file, each with its sentence: in English for logs and the command line, and as the key
// `error.KEY` under which the catalogues say it in the person's language. Used by everything in `store`; pure.

#include "base/result.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace ronde::store {

enum class Wrong {
    // the disk
    disk_full,
    disk_not_allowed,
    disk_read_only,
    disk_missing,
    disk_exists,
    disk_held,
    disk_too_large,
    disk_broken,
    is_folder,
    is_device,
    system, ///< in the system's own words
    name_taken,
    // the text
    not_utf8,
    replaced_not_utf8,
    utf16,
    not_a_session,
    other_format,
    no_version,
    old_and_damaged,
    never_a_version,
    not_like_version,
    cut_off,
    damaged,
    damaged_here,
    and_more,
    // a member
    missing,
    twice,
    too_long,
    not_text,
    not_whole,
    not_natural,
    not_boolean,
    not_time,
    not_seconds,
    not_list,
    not_object,
    not_one_of,
    out_of_range,
    unknown_reference,
    id_twice,
    id_missing,
    // what does not go together
    idea_split,
    idea_empty,
    unknown_language,
    unknown_time_zone,
    two_groups,
    more_rounds,
    group_unseatable,
    table_unseatable,
    person_unseatable,
    harvest_without_dots,
    match_unknown,
    table_back,
    step_record,
    step_length,
    clock_in_a_step,
    clock_nowhere,
    clock_without_anchor,
    stage_unknown,
    history_damaged,
    // a line of a journal
    line_cut_off,
    not_an_action,
    nothing_done,
    unknown_action,
    refused_action,
};

struct WrongSentence {
    Wrong wrong;
    std::string_view key;
    std::string_view english; ///< may tell more than the catalogues: what a library said, which call failed
};

/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const WrongSentence> wrong_sentences();

using WrongValues = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The error without its place.
[[nodiscard]] base::Error because(Wrong wrong, WrongValues values = {});

} // namespace ronde::store
