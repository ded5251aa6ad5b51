#include "platform/draft_keeper.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <utility>

namespace ronde::platform {

namespace {

constexpr std::chrono::seconds between_attempts{5};

} // namespace

DraftKeeper::DraftKeeper(store::Disk& disk, std::chrono::milliseconds pause)
    : m_disk(disk), m_pause(pause), m_thread([this] { run(); }) {}

DraftKeeper::~DraftKeeper() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool DraftKeeper::take_up(gui::NotesState& state, const DraftsOf& present, const LoadedDrafts& loaded,
                          const cafe::Session& session) {
    if (loaded.of != present) return false;
    auto kept = std::ranges::find(m_cafes, present, &Kept::of);
    if (kept == m_cafes.end()) kept = m_cafes.insert(m_cafes.end(), {.of = present, .path = loaded.path});
    m_seen.reset(); // what was typed before counts as a change now
    // A copy of the café has the same fields.
    const bool in_fields = kept->in_fields;
    for (Kept& other : m_cafes)
        if (other.of.cafe == present.cafe) other.in_fields = other.of == present;
    if (!is_on_its_way(kept->path)) {
        // What this run wrote itself stands in the fields already.
        if (in_fields && kept->drafts == loaded.drafts) return false;
        kept->drafts = loaded.drafts;
    } else if (in_fields) {
        return false; // the file is older than the fields
    }
    const gui::NoteDrafts unsent = gui::without_noted(kept->drafts, session);
    gui::take_back(state, present.cafe, unsent);
    return !unsent.empty();
}

void DraftKeeper::keep(const gui::NotesState& state, const DraftsOf& present) {
    if (state.drafts == m_seen) return;
    const auto kept = std::ranges::find(m_cafes, present, &Kept::of);
    if (kept == m_cafes.end() || !kept->in_fields) return; // it is still looked for
    m_seen = state.drafts;
    gui::NoteDrafts drafts = gui::unsent_of(state, present.cafe);
    if (drafts == kept->drafts) return;
    kept->drafts = std::move(drafts);
    std::string content = kept->drafts.empty() ? std::string{} : to_json(kept->drafts, present);
    {
        const std::lock_guard lock(m_mutex);
        m_waiting[kept->path] = std::move(content);
    }
    m_changed.notify_all();
}

bool DraftKeeper::is_on_its_way(const std::filesystem::path& path) {
    const std::lock_guard lock(m_mutex);
    return m_waiting.contains(path) || m_writing.contains(path);
}

void DraftKeeper::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_waiting.empty()) return;
        const auto pause = m_failing ? std::chrono::milliseconds(between_attempts) : m_pause;
        m_changed.wait_for(lock, pause, [this] { return m_stop; });
        const bool last = m_stop;
        m_writing = std::exchange(m_waiting, {});
        lock.unlock();
        write(m_writing); // it changes in this thread only
        lock.lock();
        m_writing.clear();
        if (last) return;
    }
}

void DraftKeeper::write(const Contents& contents) {
    bool failing = false;
    for (const auto& [path, content] : contents) {
        const auto saved = save_drafts(m_disk, path, content);
        if (saved) continue;
        failing = true;
        const std::lock_guard lock(m_mutex);
        if (!m_failing) spdlog::error("what is typed and not sent cannot be kept: {}", saved.error().text());
        m_waiting.try_emplace(path, content); // what came since is newer
    }
    const std::lock_guard lock(m_mutex);
    m_failing = failing;
}

} // namespace ronde::platform
