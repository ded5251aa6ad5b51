#include "compat/catch.hpp"
#include "platform/draft_keeper.hpp"

#include <fstream>
#include <stdlib.h>

using namespace ronde;
using namespace ronde::platform;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// The state folder, removed at the end, and a café with words in two fields.
struct Bench {
    fs::path folder;
    DraftsOf of{{"café-1"}, "/sessions/matin.json"};
    gui::NotesState state{};
    cafe::Session session{};

    Bench() {
        std::string name = (fs::temp_directory_path() / "ronde-drafts-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = fs::path(name) / "drafts";
        state.drafts["café-1/t-1"].text = "à moitié tapé, l’œuvre 🌿";
        state.drafts["café-1/t-2"] = {.text = "changée",
                                      .kind = cafe::IdeaKind::quote,
                                      .builds_on = {{"i-1"}, {"i-2"}},
                                      .editing = {"i-3"},
                                      .before = "comme avant",
                                      .set_aside = "et cela"};
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;
    ~Bench() { fs::remove_all(folder.parent_path()); }

    [[nodiscard]] LoadedDrafts load(const DraftsOf& whose) const {
        return load_drafts(store::real_disk(), folder, whose);
    }
    [[nodiscard]] LoadedDrafts load() const { return load(of); }

    /// A run of the program: what the file held is taken up, and what stands in the fields is kept to the end.
    void run(gui::NotesState& fields) const {
        DraftKeeper keeper(store::real_disk(), 1h); // the end does not wait for it
        std::ignore = keeper.take_up(fields, of, load(), session);
        keeper.keep(fields, of);
    }
};

} // namespace

TEST_CASE("drafts: what is typed and not sent is in the next run's fields") {
    Bench bench;
    bench.run(bench.state);
    gui::NotesState next;
    bench.run(next);
    CHECK(next.drafts == bench.state.drafts);
    CHECK(gui::has_unsent(next));
}

TEST_CASE("drafts: once all is sent, the file is gone") {
    Bench bench;
    bench.run(bench.state);
    CHECK(fs::exists(bench.load().path));
    {
        DraftKeeper keeper(store::real_disk(), 1h);
        gui::NotesState next;
        CHECK(keeper.take_up(next, bench.of, bench.load(), bench.session));
        next.drafts.clear();
        keeper.keep(next, bench.of);
    }
    CHECK_FALSE(fs::exists(bench.load().path));
}

TEST_CASE("drafts: what was noted just before a crash is not given back, and leaves the file") {
    Bench bench;
    bench.run(bench.state);
    bench.session.ideas.insert(0, {.id = {"i-9"}, .text = "à moitié tapé, l’œuvre 🌿", .table = {"t-1"}});
    gui::NotesState next;
    bench.run(next);
    CHECK(gui::unsent_of(next, bench.of.cafe).size() == 1);
    CHECK(bench.load().drafts.size() == 1);
}

TEST_CASE("drafts: nothing is written while nothing waits to be sent") {
    Bench bench;
    bench.state.drafts.clear();
    bench.state.drafts["café-1/t-1"].text = " \n";
    bench.state.drafts["café-1/t-2"] = {.text = "telle quelle", .editing = {"i-3"}, .before = "telle quelle"};
    bench.run(bench.state);
    CHECK_FALSE(fs::exists(bench.folder));
}

TEST_CASE("drafts: a café and its copy elsewhere have a file each, and another café's words stay out of it") {
    Bench bench;
    bench.state.drafts["autre/t-1"].text = "d’un autre café";
    bench.run(bench.state);
    CHECK(bench.load().drafts.size() == 2);
    CHECK(bench.load({bench.of.cafe, "/copie/matin.json"}).drafts.empty());
    CHECK(bench.load({{"autre"}, bench.of.session_file}).drafts.empty());
    CHECK(bench.load({bench.of.cafe, "/sessions/../sessions/matin.json"}).drafts.size() == 2);
}

TEST_CASE("drafts: of a café and its copy, open one after the other, each keeps its own words") {
    Bench bench;
    const DraftsOf copy{bench.of.cafe, "/copie/matin.json"};
    gui::NotesState fields;
    std::string& field = fields.drafts["café-1/t-1"].text;
    {
        DraftKeeper keeper(store::real_disk(), 1h);
        std::ignore = keeper.take_up(fields, bench.of, bench.load(), bench.session);
        field = "dans l’un";
        keeper.keep(fields, bench.of);
        field = "dans la copie, pas encore lue";
        keeper.keep(fields, copy);
        std::ignore = keeper.take_up(fields, copy, bench.load(copy), bench.session);
        field = "dans la copie";
        keeper.keep(fields, copy);
        SECTION("the copy to the end") {}
        SECTION("back in the first, its words are there again") {
            field.clear();
            keeper.keep(fields, bench.of); // not looked for yet
            CHECK(keeper.take_up(fields, bench.of, bench.load(), bench.session));
            CHECK(field == "dans l’un");
            keeper.keep(fields, bench.of);
        }
    }
    CHECK(bench.load().drafts.at("t-1").text == "dans l’un");
    CHECK(bench.load(copy).drafts.at("t-1").text == "dans la copie");
}

TEST_CASE("drafts: what is loaded late stays out of another café, and out of a copy of its own") {
    Bench bench;
    bench.run(bench.state);
    DraftKeeper keeper(store::real_disk(), 1h);
    gui::NotesState fields;
    const DraftsOf present = GENERATE(DraftsOf{{"café-1"}, "/copie/matin.json"}, DraftsOf{{"autre"}, "/autre.json"});
    CHECK_FALSE(keeper.take_up(fields, present, bench.load(), bench.session));
    CHECK(fields.drafts.empty());
}

TEST_CASE("drafts: back in a café whose words wait for the disk, its older file says nothing") {
    Bench bench;
    bench.run(bench.state);
    gui::NotesState fields;
    {
        DraftKeeper keeper(store::real_disk(), 1h);
        CHECK(keeper.take_up(fields, bench.of, bench.load(), bench.session));
        fields.drafts["café-1/t-1"].text = "récrit";
        keeper.keep(fields, bench.of);
        CHECK_FALSE(keeper.take_up(fields, bench.of, bench.load(), bench.session));
        CHECK(fields.drafts["café-1/t-1"].text == "récrit");
        keeper.keep(fields, bench.of);
    }
    CHECK(bench.load().drafts.at("t-1").text == "récrit");
}

TEST_CASE("drafts: a café's id makes no path") {
    Bench bench;
    const auto path = bench.load({{"../../é/" + std::string(300, 'x')}, "/a.json"}).path;
    CHECK(path.parent_path() == bench.folder);
    CHECK(path.filename().string().size() < 100);
}

TEST_CASE("drafts: a damaged file is set aside, and the words typed since are kept") {
    Bench bench;
    bench.run(bench.state);
    const fs::path path = bench.load().path;
    const std::string damage = GENERATE("{\"format\": \"ronde/drafts\", \"dra", "[]", "{\"format\":\"other\"}",
                                        R"({"format":"ronde/drafts","drafts":[{"table":1}]})", "");
    std::ofstream(path, std::ios::binary) << damage;
    CHECK(bench.load().drafts.empty());
    CHECK_FALSE(fs::exists(path));
    CHECK(fs::exists(path.string() + ".damaged"));
    bench.run(bench.state);
    CHECK(bench.load().drafts.size() == 2);
}

TEST_CASE("drafts: what cannot be written is tried again at the end") {
    Bench bench;
    std::ofstream(bench.folder) << "a file where the folder should be";
    {
        DraftKeeper keeper(store::real_disk(), 0ms);
        std::ignore = keeper.take_up(bench.state, bench.of, bench.load(), bench.session);
        keeper.keep(bench.state, bench.of);
        fs::remove(bench.folder);
    }
    CHECK(bench.load().drafts.size() == 2);
}

TEST_CASE("drafts: words of bytes that are no text are no reason to fail") {
    Bench bench;
    bench.state.drafts["café-1/t-1"].text = "a\xff";
    bench.run(bench.state);
    CHECK(bench.load().drafts.at("t-1").text == "a\uFFFD");
}
