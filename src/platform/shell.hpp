#pragma once
// The program with its windows: waits for what happens, hands it to the café, draws what changed, and sleeps again.
// The main thread's; other threads only wake it.

#include "app/id_source.hpp"
#include "app/jobs.hpp"
#include "app/running_cafe.hpp"
#include "gui/control.hpp"
#include "gui/stage.hpp"
#include "gui/words.hpp"
#include "platform/captures.hpp"
#include "platform/draft_keeper.hpp"
#include "platform/keep_awake.hpp"
#include "platform/machine_clock.hpp"
#include "platform/options.hpp"
#include "platform/pace.hpp"
#include "platform/paths.hpp"
#include "platform/room_words.hpp"
#include "platform/sound_player.hpp"
#include "platform/stage_screen.hpp"
#include "platform/stop_signals.hpp"
#include "platform/ui_map_file.hpp"
#include "platform/walk.hpp"
#include "platform/window.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ronde::platform {

/// What the shell is started with.
struct ShellSetup {
    WindowsRun options{};
    Folders folders{};
    std::filesystem::path assets{};
};

class Shell {
public:
    explicit Shell(ShellSetup setup);
    ~Shell();
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;

    /// Opens the café that was asked for, then the windows. Fails with what the person can do about it.
    [[nodiscard]] base::Result<void> open();

    /// Until the person quits. Returns the program's exit code.
    int run();

private:
    [[nodiscard]] base::Result<void> open_cafe();
    [[nodiscard]] base::Result<void> open_windows();

    // Waiting and looking around.
    void wait();
    void look_around();
    void screens_changed();
    void distrust_pixels();
    void windows_closed();
    void take_dropped(Window& window);
    void go_on_walking(double now);

    // What was typed and not sent: shell_drafts.cpp.
    [[nodiscard]] DraftsOf present_drafts();
    void take_up_drafts();
    void look_for_drafts();
    void take_up(const LoadedDrafts& loaded);

    // Drawing: shell_frames.cpp.
    void draw_windows();
    void draw_control();
    void draw_stage();
    void take_stage_key(const gui::KeyPress& key, const gui::View& shown);
    void wish_next_second(Pace& pace);
    void show_ui_map();
    void take_pictures();
    [[nodiscard]] gui::View view();

    // What was asked: shell_commands.cpp.
    void carry_out_commands();
    void carry_out(const app::Command& command);
    void copy_report(app::Which which);
    void prefer(const app::Preferences& wished);
    void keep_preferences();
    void load_language(const std::string& language);
    void quit(app::Confirmation confirmation);
    void close_stage_or_ask();
    [[nodiscard]] bool clock_is_on();
    [[nodiscard]] gui::Rect control_on_screen() const;

    ShellSetup m_setup;
    StopSignals m_stop; ///< before every thread
    MachineClock m_clock;
    app::Preferences m_kept;    ///< what lasts beyond this run
    app::Preferences m_written; ///< as the file has them
    app::IdSource m_ids;
    app::ThreadJobs m_jobs;
    SoundPlayer m_sound;
    KeepAwake m_awake;
    DraftKeeper m_drafts;
    app::RunningCafe m_cafe;
    gui::Words m_words; ///< of the windows
    RoomWords m_room_words;
    gui::Dispatch m_dispatch;
    std::vector<app::Command> m_asked; ///< carried out between frames: a command may end what a frame is drawing

    std::unique_ptr<Glfw> m_glfw;
    std::vector<gui::FaceSource> m_faces;
    gui::AstralRasteriser m_astral;
    std::unique_ptr<Window> m_control;
    StageScreen m_stage;
    gui::ControlState m_control_state;
    gui::StageState m_stage_state;
    gui::UiMap m_control_map;
    gui::UiMap m_stage_map;
    Pace m_control_pace;
    Pace m_stage_pace;
    UiMapFile m_ui_map;
    Captures m_captures;
    Walker m_walker;
    std::string_view m_sight{}; ///< of the walk
    std::uint64_t m_seen_revision = 0;
    DraftsOf m_drafts_of{}; ///< the café whose unsent words were asked for
    base::Duration m_slept = MachineClock::slept();
    bool m_close_failed = false;
    bool m_over = false;
    int m_exit_code = 0;
};

} // namespace ronde::platform
