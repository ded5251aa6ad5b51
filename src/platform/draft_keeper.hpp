#pragma once
// Keeps what is typed in Noter and not sent yet on the disk, so that a crash or a signal does not take it: written by a
// thread of its own, a moment after a change. Its functions are the main thread's.

#include "platform/drafts_file.hpp"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace ronde::platform {

class DraftKeeper {
public:
    /// `pause`: how long a change waits for more before it is written.
    DraftKeeper(store::Disk& disk, std::chrono::milliseconds pause);
    ~DraftKeeper(); ///< writes what waits
    DraftKeeper(const DraftKeeper&) = delete;
    DraftKeeper& operator=(const DraftKeeper&) = delete;

    /// Puts what the café's file held into its fields, and keeps them from now on. True when words came back.
    /// `present` is the café that `session` is; what was loaded for another one, a copy of it too, is left alone.
    bool take_up(gui::NotesState& state, const DraftsOf& present, const LoadedDrafts& loaded,
                 const cafe::Session& session);

    /// Hands over what changed in the present café since the last call. Waits for no disk.
    void keep(const gui::NotesState& state, const DraftsOf& present);

private:
    struct Kept {
        DraftsOf of{};
        std::filesystem::path path{};
        gui::NoteDrafts drafts{}; ///< as they were last handed over
        bool in_fields = false;   ///< they stand there: no copy of the café was taken up since
    };
    /// By path; no content: the file goes.
    using Contents = std::map<std::filesystem::path, std::string>;

    [[nodiscard]] bool is_on_its_way(const std::filesystem::path& path);
    void run();
    void write(const Contents& contents);

    store::Disk& m_disk;
    const std::chrono::milliseconds m_pause;
    std::vector<Kept> m_cafes;
    std::optional<gui::NoteDrafts> m_seen; ///< all of them, as the last keep() found them; none: look at each

    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Under the mutex.
    Contents m_waiting;
    Contents m_writing;     ///< changed by the thread only
    bool m_failing = false; ///< the last attempt failed: it is tried again, less often
    bool m_stop = false;

    std::thread m_thread; ///< last: it uses the rest
};

} // namespace ronde::platform
