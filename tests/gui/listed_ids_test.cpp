#include "gui/listed_ids.hpp"

#include "compat/catch.hpp"

using namespace ronde::tests;

TEST_CASE("listed ids: the page names whole ids, ends of ids, things by number and things by name") {
    const ListedIds ids("# Ids\n\n| id | what |\n|---|---|\n"
                        "| `run.start`, `.pause`, `run.step.N`, `.title` | `run.other` is elsewhere |\n"
                        "| `prepare.hint.`*name*, `prepare.hint.`*name*`.fix` | a hint: `title`, `place` |\n"
                        "| `turn.…` | as there |\n"
                        "| *field*`.unread` | beside a field |\n");
    for (const char* id : {"run.start", "run.pause", "run.step.3", "run.step.12.title", "prepare.hint.title",
                           "prepare.hint.place.fix", "turn.any.thing", "prepare.date.unread"}) {
        INFO(id);
        CHECK(ids.contains(id));
    }
    for (const char* id : {"run.other", "run.stop", "run", "run.step", "run.step.3.name", "prepare.hint.date", "title",
                           "prepare.hint.place.mend", "turn"}) {
        INFO(id);
        CHECK_FALSE(ids.contains(id));
    }
}

TEST_CASE("listed ids: the page of the program has been read") {
    CHECK(ListedIds::of_the_page().contains("tab.prepare"));
    CHECK(ListedIds::of_the_page().contains("prepare.step.4.kind.welcome"));
    CHECK_FALSE(ListedIds::of_the_page().contains("prepare.step.4.kind.lunch"));
}
