#include "look/look.hpp"

#include "app/seating_plan.hpp"
#include "base/names.hpp"
#include "cafe/timer.hpp"
#include "platform/astral.hpp"
#include "platform/catalogues.hpp"
#include "platform/font_files.hpp"
#include "platform/picture.hpp"
#include "platform/window.hpp"
#include "store/session_file.hpp"
#include "support/sample_session.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <iterator>

namespace ronde::tests {

namespace {

struct Given {
    std::string size{};
    std::string session{};
    std::string out = "look.png";
    std::string language = "fr";
    std::string theme = "paper";
    std::string state = "running";
    std::string message{};
    std::string newcomer{};
    bool black = false;
    bool wall = false;
    std::string theme_alone{};
    std::string speaking{};
    std::string opening = "live";
    bool by_hands = false;
    bool anonymous = false;
    SampleMoment moment{};
    double left_seconds = 12 * 60 + 24;
    double late_minutes = 0;
};

int fail(const std::string& message) {
    fmt::print(stderr, "look: {}\n", message);
    return 1;
}

base::Result<cafe::Session> session_of(const std::string& file) {
    if (file.empty()) return sample_session();
    std::ifstream in(file, std::ios::binary);
    auto loaded = store::from_json(std::string{std::istreambuf_iterator<char>(in), {}}, file);
    if (!loaded) return tl::unexpected(loaded.error());
    return loaded->session;
}

app::Snapshot snapshot_of(const cafe::Session& session, const base::Stamp& now, const Given& given) {
    app::Snapshot snapshot;
    snapshot.session = &session;
    snapshot.file = "2023-06-13_petit-dej.json";
    snapshot.now = now;
    snapshot.timer = cafe::read_timer(session, now);
    snapshot.save = {.durable_seq = session.seq, .saved_at = now.wall};
    snapshot.sessions_folder = "Sessions";
    snapshot.sessions = {{.file = "a.json",
                          .title = "Petit Déj de l’ESS",
                          .place = "El Paseo, Peyrestortes",
                          .starts_at = sample_start(),
                          .time_zone = "Europe/Paris",
                          .ideas = 20,
                          .people = 30}};
    snapshot.preferences.language = given.language;
    const auto theme = base::from_name<app::ThemeName>(given.theme).value_or(app::ThemeName::paper);
    snapshot.preferences.stage_theme = theme;
    snapshot.preferences.control_theme = theme;
    return snapshot;
}

} // namespace

int look(int argc, char** argv, LookOptions options, const std::function<void(const LookFrame&)>& draw) {
    Given given;
    CLI::App app{"Draws a window of Ronde into a picture."};
    app.add_option("--size", given.size, "WIDTHxHEIGHT");
    app.add_option("--session", given.session, "a session file; without it, an invented café");
    app.add_option("--step", given.moment.step, "index in the agenda, from 0");
    app.add_option("--left", given.left_seconds, "seconds left of the step; negative: over time");
    app.add_option("--late", given.late_minutes, "minutes late");
    app.add_option("--state", given.state, "idle, running, paused or finished");
    app.add_option("--message", given.message, "a message on the stage");
    app.add_option("--newcomer", given.newcomer, "somebody who comes for the next round: the plan is to be mended");
    app.add_flag("--black", given.black, "the black screen");
    app.add_flag("--wall", given.wall, "the harvest wall, projected");
    app.add_option("--only-theme", given.theme_alone, "the id of a theme, projected alone");
    app.add_option("--speaking", given.speaking, "the id of the table that has the word, for 40 seconds so far");
    app.add_option("--opening", given.opening, "live, by_agreement, by_dissent or furthest");
    app.add_flag("--by-hands", given.by_hands, "the opening exchange by a show of hands");
    app.add_flag("--anonymous", given.anonymous, "the opening exchange without names");
    app.add_option("--lang", given.language, "fr or en");
    app.add_option("--theme", given.theme, "paper or night");
    app.add_option("--scale", options.scale, "of the control window");
    app.add_option("--out", given.out, "the picture, PNG");
    for (auto& [name, value] : options.extra) app.add_option("--" + name, value);
    CLI11_PARSE(app, argc, argv);
    if (!given.size.empty() && std::sscanf(given.size.c_str(), "%dx%d", &options.width, &options.height) != 2)
        return fail("--size wants WIDTHxHEIGHT");

    auto session = session_of(given.session);
    if (!session) return fail(session.error().text());
    given.moment.left = base::Duration{static_cast<base::Duration::rep>(given.left_seconds * 1000)};
    given.moment.late = base::Duration{static_cast<base::Duration::rep>(given.late_minutes * 60'000)};
    given.moment.state = base::from_name<cafe::ClockState>(given.state).value_or(cafe::ClockState::running);
    const base::Stamp now = set_moment(*session, given.moment);
    session->stage.message = given.message;
    if (given.black) session->stage.screen = cafe::Screen::black;
    if (given.wall) session->stage.projection = cafe::Projection::wall;
    if (!given.theme_alone.empty()) {
        session->stage.projection = cafe::Projection::theme;
        session->stage.theme = {given.theme_alone};
    }
    if (!given.speaking.empty()) {
        constexpr base::Duration so_far = std::chrono::seconds{40};
        session->stage.speaking = {{given.speaking}, {now.instant - so_far, now.wall - so_far, now.boot}};
    }

    session->stage.opening = base::from_name<cafe::OpeningView>(given.opening).value_or(cafe::OpeningView::live);
    if (given.anonymous) session->opening.naming = cafe::Naming::anonymous;
    if (given.by_hands) {
        session->opening.mode = cafe::OpeningMode::by_hands;
        int n = 0;
        for (const cafe::Component& component : session->opening.components)
            session->opening_record.hands.push_back({component.id, 24 - 3 * n, 4 + n % 3 * 2, 2 + 2 * n++});
    }

    const auto words =
        platform::load_words(std::filesystem::path(RONDE_SOURCE_DIR) / "assets" / "locales", given.language);
    if (!words) return fail(words.error().text());
    const auto faces = platform::load_faces();
    if (!faces) return fail(faces.error().text());
    const auto glfw = platform::Glfw::start();
    if (!glfw) return fail(glfw.error().text());
    const auto window = platform::Window::open(
        {.title = "look", .instance = "look", .width = 64, .height = 64, .shown = platform::Shown::no}, *faces,
        platform::make_astral_rasteriser());
    if (!window) return fail(window.error().text());

    if (!given.newcomer.empty())
        session->participants.push_back({.id = {"newcomer"},
                                         .name = given.newcomer,
                                         .first_round = static_cast<int>(cafe::begun_rounds(*session)) + 1});
    app::Snapshot snapshot = snapshot_of(*session, now, given);
    if (!given.newcomer.empty()) {
        snapshot.repair = app::mend_seating(*session, {});
        snapshot.without_seat = app::without_seat(*session);
    }
    const gui::Rect rect{0, 0, static_cast<float>(options.width), static_cast<float>(options.height)};
    const gui::Colour ground = gui::theme_of(snapshot.preferences.stage_theme).ground;
    constexpr int most_frames = 12;
    for (int frame = 0; frame < most_frames; ++frame) {
        const gui::View view{.app = snapshot,
                             .stage = {.width = static_cast<float>(1920), .height = static_cast<float>(1080)},
                             .seconds = frame < 2 ? 0.0 : 2.0};
        ImDrawList* list = (*window)->begin_frame({}, frame, rect);
        draw({**window, list, view, *words, rect, options});
        (*window)->end_frame(ground, platform::Present::if_changed);
        if (frame >= 4 && !(*window)->fonts().wants_refresh()) break;
    }
    const auto written = platform::write_png((*window)->picture(), given.out);
    return written ? 0 : fail(written.error().text());
}

} // namespace ronde::tests
