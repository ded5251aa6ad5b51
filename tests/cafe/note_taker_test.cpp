#include "cafe/note_taker.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;

TEST_CASE("note-taker: the one who sits at the table in that round, and nobody where it is not plain who") {
    support::SmallCafe bench;
    auto& people = bench.session.participants;
    people[0].roles = {cafe::Role::host, cafe::Role::note_taker}; // Anne 1, of the first group
    CHECK(cafe::note_taker_at(bench.session, 1, {"t1"}) == "Anne 1");
    CHECK(cafe::note_taker_at(bench.session, 2, {"t2"}) == "Anne 1");
    CHECK(cafe::note_taker_at(bench.session, 2, {"t1"}).empty());
    CHECK(cafe::note_taker_at(bench.session, 0, {"t1"}).empty()); // nobody sits yet
    people[1].roles = {cafe::Role::note_taker};
    CHECK(cafe::note_taker_at(bench.session, 1, {"t1"}).empty());
    people[1].presence = cafe::Presence::absent;
    CHECK(cafe::note_taker_at(bench.session, 1, {"t1"}) == "Anne 1");
}
