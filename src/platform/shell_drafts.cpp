// What was typed into a café and not sent, in an earlier run, comes back with it.

#include "app/notices.hpp"
#include "platform/shell.hpp"

namespace ronde::platform {

namespace {

constexpr const char* drafts_folder = "drafts";

} // namespace

/// Nobody's, unless somebody may type here.
DraftsOf Shell::present_drafts() {
    const app::Snapshot& snapshot = m_cafe.snapshot();
    if (snapshot.session == nullptr || snapshot.access != app::Access::writable) return {};
    return {snapshot.session->id, snapshot.file};
}

/// At the start, on this thread: the first frame shows the words.
void Shell::take_up_drafts() {
    m_drafts_of = present_drafts();
    if (m_drafts_of.cafe.empty()) return;
    take_up(load_drafts(store::real_disk(), m_setup.folders.state / drafts_folder, m_drafts_of));
}

/// Later, when another café was opened.
void Shell::look_for_drafts() {
    const DraftsOf of = present_drafts();
    if (of == m_drafts_of) return;
    m_drafts_of = of;
    if (of.cafe.empty()) return;
    m_jobs.start([this, of, folder = m_setup.folders.state / drafts_folder]() -> app::Completion {
        return [this, loaded = load_drafts(store::real_disk(), folder, of)] { take_up(loaded); };
    });
}

void Shell::take_up(const LoadedDrafts& loaded) {
    const DraftsOf present = present_drafts();
    if (loaded.of != present) {
        // Closed meanwhile: they are looked for again when it is there again.
        if (m_drafts_of == loaded.of) m_drafts_of = {};
        return;
    }
    const cafe::Session& session = *m_cafe.snapshot().session;
    gui::NotesState& notes = m_control_state.notes;
    const bool typing = gui::has_unsent(notes);
    if (!m_drafts.take_up(notes, present, loaded, session)) return;
    if (!typing) gui::go_to_unsent(notes, session);
    m_cafe.tell(app::file_notice("unsent_kept", present.session_file.filename().string()));
}

} // namespace ronde::platform
