#include "platform/shell.hpp"

#include "compat/glfw.hpp"
#include "platform/astral.hpp"
#include "platform/catalogues.hpp"
#include "platform/dropped.hpp"
#include "platform/font_files.hpp"
#include "platform/motion.hpp"
#include "platform/preferences_file.hpp"
#include "platform/this_machine.hpp"
#include "store/sessions_folder.hpp"

#include <algorithm>
#include <iostream>
#include <spdlog/spdlog.h>
#include <utility>

namespace ronde::platform {

namespace {

constexpr int control_width = 1440;
constexpr int control_height = 900;
constexpr int least_control_width = 800;
constexpr int least_control_height = 560;
constexpr int window_margin = 40; ///< pixels from the screen's edge
constexpr double longest_sleep = 600;
constexpr double shortest_walk_wait = 0.02;
constexpr base::Duration shortest_sleep = std::chrono::seconds{1}; ///< of the machine, to be taken as one

/// What is typed is on the disk well within half a second.
constexpr std::chrono::milliseconds drafts_pause{250};

/// GLFW's callback for screens carries no pointer of ours.
bool screens_have_changed = false;

std::string environment_language() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = environment_variable(variable)) return value->starts_with("en") ? "en" : "fr";
    return "fr";
}

/// What the command line says goes before what was kept, for this run.
app::Preferences effective(app::Preferences kept, const WindowsRun& options) {
    if (options.language) kept.language = *options.language;
    if (options.theme) kept.control_theme = kept.stage_theme = *options.theme;
    if (system_motion(environment_variable) == app::Motion::none) kept.motion = app::Motion::none;
    if (options.motion) kept.motion = *options.motion;
    return kept;
}

} // namespace

Shell::Shell(ShellSetup setup)
    : m_setup(std::move(setup)), m_stop([] { glfwPostEmptyEvent(); }), m_clock(m_setup.options.speed),
      m_kept(load_preferences(store::real_disk(), m_setup.folders.config / "preferences.json", environment_language())),
      m_written(m_kept), m_ids(random_seed()), m_jobs([] { glfwPostEmptyEvent(); }),
      m_drafts(store::real_disk(), drafts_pause),
      m_cafe(app::Ports{.clock = m_clock,
                        .disk = store::real_disk(),
                        .jobs = m_jobs,
                        .ids = m_ids,
                        .who = this_person(m_clock),
                        .wake = [] { glfwPostEmptyEvent(); },
                        .sound_cue =
                            [this](cafe::Cue cue) {
                                const app::Preferences& preferences = m_cafe.snapshot().preferences;
                                if (preferences.sound == app::Sound::on) m_sound.play(cue, preferences.volume);
                            }},
             app::Folders{.sessions = m_setup.folders.sessions,
                          .templates = m_setup.assets / "templates",
                          .own_templates = m_setup.folders.templates},
             effective(m_kept, m_setup.options)),
      m_room_words(m_setup.assets / "locales"),
      m_dispatch{.act = [this](cafe::Deed deed) { return m_cafe.act(std::move(deed)); },
                 .ask = [this](app::Command command) { m_asked.push_back(std::move(command)); },
                 .new_id = [this](std::string_view prefix) { return m_cafe.new_id(prefix); }},
      m_stage(m_setup.options.stage,
              [this](const WindowWishes& wishes) { return Window::open(wishes, m_faces, m_astral); }),
      m_ui_map(m_setup.options.ui_map), m_captures(m_setup.options.captures) {}

Shell::~Shell() {
    m_jobs.stop(); // what is under way uses the café and wakes the windows: it ends before either
}

base::Result<void> Shell::open() {
    auto words = load_words(m_setup.assets / "locales", m_cafe.snapshot().preferences.language);
    if (!words) return tl::unexpected(words.error());
    m_words = std::move(*words);
    auto glfw = Glfw::start();
    if (!glfw) return tl::unexpected(glfw.error());
    m_glfw = std::move(*glfw);
    if (auto opened = open_cafe(); !opened) return opened;
    take_up_drafts();
    return open_windows();
}

base::Result<void> Shell::open_cafe() {
    std::error_code failed;
    std::filesystem::create_directories(m_setup.folders.sessions, failed); // the first café made says what is wrong
    std::filesystem::create_directories(m_setup.folders.templates, failed);
    m_asked.push_back(app::RefreshSessions{});
    if (!m_setup.options.file.empty()) return m_cafe.open(m_setup.options.file);
    const auto sessions = store::list_sessions(store::real_disk(), m_setup.folders.sessions);
    if (!sessions || sessions->empty() || sessions->front().error) {
        m_control_state.place = gui::Place::prepare;
        return {};
    }
    // The latest session was not asked for by name: what is wrong with it is said in the window, not in place of it.
    if (const auto opened = m_cafe.open(sessions->front().path); !opened)
        spdlog::error("the latest session cannot be opened: {}", opened.error().text());
    return {};
}

base::Result<void> Shell::open_windows() {
    auto faces = load_faces();
    if (!faces) return tl::unexpected(faces.error());
    m_faces = std::move(*faces);
    m_astral = make_astral_rasteriser();

    const auto monitors = list_monitors();
    if (const auto missing = missing_monitor(monitors, m_setup.options.stage)) {
        spdlog::warn("{}", *missing);
        std::cerr << "ronde: " << *missing << '\n';
    }
    const gui::Rect work = monitors.empty() ? gui::Rect{0, 0, control_width, control_height} : monitors.front().work;
    const int width = std::min(control_width, static_cast<int>(work.w) - window_margin);
    const int height = std::min(control_height, static_cast<int>(work.h) - 2 * window_margin);
    auto control = Window::open(
        {.title = "Ronde", .instance = "ronde-control", .width = width, .height = height, .shown = Shown::no}, m_faces,
        m_astral);
    if (!control) return tl::unexpected(control.error());
    m_control = std::move(*control);
    GLFWwindow* handle = m_control->handle();
    glfwSetWindowSizeLimits(handle, least_control_width, least_control_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
    const int x = static_cast<int>(work.x) + window_margin / 2;
    const int y = static_cast<int>(work.y) + window_margin;
    glfwSetWindowPos(handle, x, y);
    const gui::Rect place{static_cast<float>(x), static_cast<float>(y), static_cast<float>(width),
                          static_cast<float>(height)};
    if (auto opened = m_stage.open(place); !opened) return opened;
    // The control window last: it comes on top and has the keyboard.
    glfwShowWindow(handle);
    glfwFocusWindow(handle);
    glfwSetMonitorCallback([](GLFWmonitor*, int) { screens_have_changed = true; });
    return {};
}

int Shell::run() {
    while (!m_over) {
        carry_out_commands();
        look_around();
        draw_windows();
        if (m_asked.empty() && !m_over) wait();
    }
    m_drafts.keep(m_control_state.notes, present_drafts());
    keep_preferences();
    return m_exit_code;
}

void Shell::wait() {
    const double now = glfwGetTime();
    double left = longest_sleep;
    if (const auto tick = m_cafe.next_tick()) left = std::min(left, m_clock.real_seconds_until(*tick));
    if (!m_control->minimised()) left = std::min(left, m_control_pace.seconds_left(now));
    if (m_stage.window() != nullptr) left = std::min(left, m_stage_pace.seconds_left(now));
    // Drawing may have taken longer than the walk wanted to wait: then it is asked again at once.
    if (m_setup.options.walk == Walk::yes) left = std::min(left, std::max(shortest_walk_wait, m_walker.next() - now));
    if (left <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(left);
}

void Shell::look_around() {
    m_cafe.tick();
    if (std::exchange(screens_have_changed, false)) screens_changed();
    // Some graphics cards lose what they hold in a sleep.
    const base::Duration slept = MachineClock::slept();
    if (slept > std::exchange(m_slept, slept) + shortest_sleep) distrust_pixels();
    windows_closed();
    take_dropped(*m_control);
    if (m_stage.window() != nullptr) take_dropped(*m_stage.window());
    const bool changed = std::exchange(m_seen_revision, m_cafe.revision()) != m_cafe.revision();
    if (m_control->take_stirred() || changed) m_control_pace.stir();
    if (m_stage.window() != nullptr && (m_stage.window()->take_stirred() || changed)) m_stage_pace.stir();
    if (changed) {
        m_awake.set(clock_is_on() ? Awake::yes : Awake::no);
        const app::Snapshot& snapshot = m_cafe.snapshot();
        const std::string title = snapshot.session != nullptr ? snapshot.session->identity.title + " · Ronde" : "Ronde";
        glfwSetWindowTitle(m_control->handle(), title.c_str());
        m_stage.set_title(title + " · " + std::string(m_words("window.stage")));
        keep_preferences();
        look_for_drafts();
    }
    if (m_setup.options.walk == Walk::yes) go_on_walking(glfwGetTime());
    m_captures.look_at(m_cafe.snapshot().session, m_sight);
}

void Shell::screens_changed() {
    const auto moved = m_stage.screens_changed(control_on_screen());
    if (moved == StageScreen::Moved::to_window) glfwFocusWindow(m_control->handle()); // never under the stage
    distrust_pixels();
}

void Shell::distrust_pixels() {
    m_control->distrust_pixels();
    if (m_stage.window() != nullptr) m_stage.window()->distrust_pixels();
}

void Shell::windows_closed() {
    if (m_stop.came()) quit(app::Confirmation::given);
    if (m_control->take_close()) quit(app::Confirmation::not_given);
    if (m_stage.window() != nullptr && m_stage.window()->take_close()) close_stage_or_ask();
}

void Shell::take_dropped(Window& window) {
    const auto files = window.take_dropped();
    if (files.empty()) return;
    const std::filesystem::path file = files.front();
    switch (meaning_of_dropped(file, m_cafe.snapshot())) {
    case Dropped::opens_cafe: m_asked.push_back(app::OpenCafe{file}); break;
    case Dropped::asks_to_open:
        gui::ask_to_leave(m_control_state, app::OpenCafe{file});
        glfwFocusWindow(m_control->handle());
        m_control_pace.stir();
        break;
    case Dropped::lists_people:
        m_control_state.place = gui::Place::prepare;
        m_control_state.prepare.section = gui::PrepareSection::people;
        m_asked.push_back(app::ReadPeople{.file = file});
        break;
    }
}

void Shell::go_on_walking(double now) {
    switch (m_walker.look(m_cafe.snapshot().session, !m_captures.due(), now)) {
    case Walker::Step::wait: break;
    case Walker::Step::next:
        // A café that may not be changed cannot be walked through.
        if (const auto refused = m_cafe.act(next_deed(*m_cafe.snapshot().session))) {
            spdlog::error("the walk ends here: {}", refused->detail);
            m_exit_code = 1;
            quit(app::Confirmation::given);
        }
        break;
    case Walker::Step::end: quit(app::Confirmation::given); return;
    }
    const Sight sight = m_walker.sight(*m_cafe.snapshot().session);
    m_control_state.place = sight.place;
    m_control_state.prepare.section = sight.section;
    if (std::exchange(m_sight, sight.word) != sight.word) m_control_pace.stir();
}

} // namespace ronde::platform
