#pragma once
// The few words that documents add to what was said, in French and English. The windows have their own catalogues.

#include "cafe/session.hpp"

#include <string>
#include <string_view>

namespace ronde::report {

struct Phrases {
    std::string_view place;
    std::string_view organiser;
    std::string_view agenda;
    std::string_view planned;
    std::string_view opening;
    std::string_view questions_and_ideas;
    std::string_view no_question;
    std::string_view before_rounds;
    std::string_view round;
    std::string_view table;
    std::string_view nothing_noted;
    std::string_view builds_on;
    std::string_view themes;
    std::string_view untitled_theme;
    std::string_view unsorted;
    std::string_view vote;
    std::string_view votes;
    std::string_view ideas;
    std::string_view actions;
    std::string_view no_actions;
    std::string_view participants;
    std::string_view alone;
    std::string_view absent;
    std::string_view untitled;
    std::string_view colon; ///< with the space that the language puts before it
    std::string_view open_quote;
    std::string_view close_quote;
    std::string_view open_inner_quote; ///< of a quotation within a quotation
    std::string_view close_inner_quote;
    std::string_view idea;
    std::string_view question;
    std::string_view quote;
    std::string_view action;
    std::string_view routes;
    std::string_view routes_cut;
    std::string_view route_host;        ///< of who stays at a table
    std::string_view route_host_round;  ///< of who keeps a table for one round, before its number
    std::string_view route_host_rounds; ///< the same, for several
    // What next, and the directory.
    std::string_view name;
    std::string_view organisation;
    std::string_view kind_of_organisation;
    std::string_view third_place;
    std::string_view support;
    std::string_view email;
    std::string_view phone;
    std::string_view website;
    std::string_view other_contact;
    std::string_view what_next;
    std::string_view commitments;
    std::string_view done;
    std::string_view with_whom;
    std::string_view by_when;
    std::string_view next_meeting;
    std::string_view complementarities;
    std::string_view answers; ///< between an offer and a need
    std::string_view introductions;
    std::string_view in_theme;
    std::string_view for_need;

    std::string_view essential;
    std::string_view depends;
    std::string_view not_essential;
    std::string_view hands;
    std::string_view organisation_kind;
    std::string_view other_kind;
    std::string_view component;
    std::string_view answer_word;
    std::string_view why;
    std::string_view count;
    std::string_view time;
    std::string_view group;
    std::string_view kind_word;
    std::string_view tags;
    std::string_view starred;
    std::string_view by;
    std::string_view yes;
    std::string_view theme;
    std::string_view commitment;
    std::string_view who;
    std::string_view plenary;

    [[nodiscard]] std::string_view kind(cafe::IdeaKind kind) const;
    [[nodiscard]] std::string_view kind(cafe::OrganisationKind kind) const;
    /// Empty where there is no answer.
    [[nodiscard]] std::string_view answer(cafe::Answer answer) const;
    /// The text between quotation marks, those within it turned into inner ones.
    [[nodiscard]] std::string quoted(std::string_view text) const;
};

/// French for "fr", English for any other language.
[[nodiscard]] const Phrases& phrases_in(std::string_view language);

} // namespace ronde::report
