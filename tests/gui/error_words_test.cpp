#include "gui/error_words.hpp"

#include "app/notices.hpp"
#include "base/text.hpp"
#include "compat/catch.hpp"
#include "gui/catalogue.hpp"
#include "gui/control_bench.hpp"
#include "store/disk.hpp"
#include "store/session_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

using namespace ronde;
using Catch::Matchers::ContainsSubstring;

std::string sample() {
    std::ifstream in(RONDE_SOURCE_DIR "/sessions/2023-06-13-petit-dej-ess.json");
    return {std::istreambuf_iterator<char>(in), {}};
}

/// `piece` is the first of it; gives the place of what replaces it, as `LINE:COLUMN`.
std::string replace(std::string& text, const std::string& piece, const std::string& by, std::size_t into) {
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    text.replace(at, piece.size(), by);
    const auto place = at + into;
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
    const auto line_begin = text.rfind('\n', place) + 1;
    const auto column = 1 + base::length(std::string_view(text).substr(line_begin, place - line_begin));
    return std::to_string(line) + ":" + std::to_string(column);
}

/// What the banners say of a café of this text, in French.
std::string told_of(const std::string& text) {
    const auto loaded = store::from_json(text, "/cafés/abîmé.json");
    std::vector<store::Note> notes;
    if (loaded) {
        for (const auto& error : loaded->left_out) notes.push_back({.kind = store::NoteKind::left_out, .error = error});
    } else {
        notes.push_back({.kind = store::NoteKind::set_aside, .file = "/cafés/gardé.json", .error = loaded.error()});
    }
    tests::ControlBench control;
    control.bench.window.words = tests::catalogue("fr");
    control.bench.snapshot.notices = app::notices_of(notes);
    REQUIRE_FALSE(control.bench.snapshot.notices.empty());
    control.bench.snapshot.notices.front().id = 1;
    REQUIRE(control.find("notice.1"));
    return control.find("notice.1")->label;
}

} // namespace

TEST_CASE("errors: a damaged sample is told in French, with file, line and column") {
    auto text = sample();
    const std::string piece = R"("planned_seconds": 300)";
    const std::string place =
        replace(text, piece, R"("planned_seconds": -5)", std::string_view{R"("planned_seconds": )"}.size());
    CHECK_THAT(told_of(text), ContainsSubstring("/cafés/abîmé.json:" + place +
                                                " : « planned_seconds » est hors limites ; il vaut maintenant 1"));

    text = sample();
    const std::string typed =
        replace(text, piece, R"("planned_seconds": "5 min")", std::string_view{R"("planned_seconds": )"}.size());
    CHECK_THAT(told_of(text),
               ContainsSubstring(typed + " : « planned_seconds » doit être un nombre de secondes, pas \"5 min\""));

    text = sample();
    text.resize(text.find(piece));
    CHECK_THAT(told_of(text), ContainsSubstring("le fichier s’arrête ici, en plein milieu"));
    CHECK_THAT(
        told_of("Bonjour"),
        ContainsSubstring("/cafés/abîmé.json:1:1 : ce n’est pas une séance de Ronde ; donnez le .json d’un café"));
}

TEST_CASE("errors: the banner of a save that fails on a full disk is French") {
    tests::ControlBench control;
    control.bench.window.words = tests::catalogue("fr");
    control.bench.snapshot.save.failure = store::refusal(store::Trouble::full, "cannot be written", "/cafés/a.json");
    REQUIRE(control.find("banner.save"));
    CHECK_THAT(
        control.find("banner.save")->label,
        ContainsSubstring("L’enregistrement échoue : /cafés/a.json : le disque est plein ; libérez de la place."));
}

TEST_CASE("errors: what comes from outside is said as it came, within a French sentence") {
    const auto words = tests::catalogue("fr");
    CHECK(
        gui::error_words(words, store::refusal(store::Trouble::other, "cannot be read", "/a", "Too many open files")) ==
        "/a : le système répond « Too many open files »");
    CHECK(gui::error_words(words, base::Error{.message = "std::bad_alloc"}) == "std::bad_alloc");
}

TEST_CASE("errors: the first few are told, and that there are more") {
    std::vector<base::Error> errors;
    CHECK(gui::error_words({}, errors).empty());
    for (const char* what : {"one", "two", "three"}) errors.push_back({.message = what});
    CHECK(gui::error_words({}, errors) == "one · two · three");
    errors.push_back({.message = "four"});
    CHECK(gui::error_words({}, errors) == "one · two · three · …");
}
