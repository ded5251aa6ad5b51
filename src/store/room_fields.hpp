#pragma once
// The members of questions, tables, groups, steps and the seating; see fields.hpp. Internal to `store`.

#include "cafe/session.hpp"
#include "store/field_direction.hpp"

namespace ronde::store {

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Question>& x) {
    f.needed("id", x.id);
    f.field("text", x.text);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Table>& x) {
    f.needed("id", x.id);
    f.spare("name", x.name);
    f.spare("question", x.question);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Group>& x) {
    f.needed("id", x.id);
    f.field("name", x.name);
    f.spare("members", x.members);
    f.spare("count", x.count);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Step>& x) {
    f.needed("id", x.id);
    f.field("kind", x.kind);
    f.field("title", x.title);
    f.seconds("planned_seconds", x.planned);
    f.seconds("minimum_seconds", x.minimum);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Placement>& x) {
    f.needed("group", x.group);
    f.needed("table", x.table);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeatingWeights>& x) {
    f.field("repeat", x.repeat);
    f.field("organisation", x.organisation);
    f.field("kind", x.kind);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Pin>& x) {
    f.needed("id", x.id);
    f.field("kind", x.kind);
    f.needed("person", x.person);
    f.spare("other", x.other);
    f.spare("table", x.table);
    f.spare("round", x.round);
    f.spare("first_round", x.first_round);
    f.spare("last_round", x.last_round);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeatingRules>& x) {
    f.field("style", x.style);
    f.field("grouping", x.grouping);
    f.spare("hosting", x.hosting);
    f.spare("host_rounds", x.host_rounds, cafe::usual_host_rounds);
    f.spare("limit", x.limit);
    f.field("weights", x.weights);
    f.spare("pins", x.pins);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Company>& x) {
    f.needed("table", x.table);
    f.field("people", x.people);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::HostSpan>& x) {
    f.needed("person", x.person);
    f.needed("table", x.table);
    f.field("first_round", x.first_round);
    f.field("last_round", x.last_round);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeenAgain>& x) {
    f.needed("person", x.person);
    f.needed("question", x.question);
    f.field("rounds", x.rounds);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeatingQuality>& x) {
    f.field("score", x.score);
    f.field("bound", x.bound);
    f.field("optimal", x.optimal);
    f.field("repeats", x.repeats);
    f.field("organisation_pairs", x.organisation_pairs);
    f.field("kind_pairs", x.kind_pairs);
    f.field("distinct_pairs", x.distinct_pairs);
    f.field("most_often", x.most_often);
    f.field("size_spread", x.size_spread);
    f.field("fewest_met", x.fewest_met);
    f.field("most_met", x.most_met);
    f.spare("broken", x.broken);
    f.spare("seen_again", x.seen_again);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Seating>& x) {
    f.field("rounds", x.rounds);
    f.spare("companies", x.companies);
    f.spare("hosts", x.hosts);
    f.spare("host_spans", x.host_spans);
    f.spare("quality", x.quality);
    f.spare("notes", x.notes);
    f.field("basis", x.basis);
}

} // namespace ronde::store
