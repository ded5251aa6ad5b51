#pragma once
// The members of the harvest and of what comes after it; see fields.hpp. Internal to `store`.

#include "cafe/session.hpp"
#include "store/field_direction.hpp"

namespace ronde::store {

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Theme>& x) {
    f.needed("id", x.id);
    f.field("title", x.title);
    f.field("ideas", x.ideas);
    f.spare("votes", x.votes);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Turn>& x) {
    f.needed("table", x.table);
    f.spare("speaker", x.speaker);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::HarvestPlan>& x) {
    f.field("dots_per_person", x.dots_per_person);
    f.seconds("turn_seconds", x.turn_length);
    f.spare("turns", x.turns);
    f.spare("dismissed", x.dismissed);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Harvest>& x) {
    f.field("plan", x.plan);
    f.field("themes", x.themes);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Commitment>& x) {
    f.needed("id", x.id);
    f.needed("what", x.what);
    f.spare("who", x.who);
    f.spare("with_whom", x.with_whom);
    f.spare("by_when", x.by_when);
    f.spare("from", x.from);
    f.spare("done", x.done);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::NextMeeting>& x) {
    f.spare("title", x.title);
    f.spare("place", x.place);
    f.spare("at", x.at);
    f.seconds("length_seconds", x.length);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Complementarity>& x) {
    f.needed("giver", x.giver);
    f.needed("taker", x.taker);
    f.spare("offer", x.offer);
    f.spare("need", x.need);
    f.field("ruling", x.ruling);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Introduction>& x) {
    f.needed("first", x.first);
    f.needed("second", x.second);
    f.field("reason", x.reason);
    f.spare("about", x.about);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Introductions>& x) {
    f.field("list", x.list);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::FollowUp>& x) {
    f.field("commitments", x.commitments);
    f.field("next", x.next);
    f.spare("complementarities", x.complementarities);
    f.spare("introductions", x.introductions);
}

} // namespace ronde::store
