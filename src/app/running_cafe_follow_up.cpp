// The running café's commands of the follow-up: files to hand out, matches, introductions.

#include "app/introductions.hpp"
#include "app/matching.hpp"
#include "app/notices.hpp"
#include "app/running_cafe.hpp"
#include "report/calendar.hpp"
#include "report/directory.hpp"
#include "report/markdown.hpp"

#include <utility>

namespace ronde::app {
namespace {

/// The name and the text of what the follow-up hands out.
std::pair<std::string, std::string> follow_up_document(const cafe::Session& session, FollowUpFile file,
                                                       base::WallTime now) {
    switch (file) {
    case FollowUpFile::calendar: break;
    case FollowUpFile::contacts_csv:
        return {report::file_name(session, "csv", "-contacts"), report::contacts_csv(session)};
    case FollowUpFile::contacts_vcf: return {report::file_name(session, "vcf"), report::contacts_vcf(session)};
    }
    return {report::file_name(session, "ics"), report::calendar(session, now)};
}

} // namespace

void RunningCafe::write_follow_up(const WriteFollowUp& wish) {
    const bool reviewed = wish.which == Which::reviewed && m_reviewed.has_value();
    if (!reviewed && !m_session) return;
    const std::filesystem::path beside = reviewed ? m_reviewed->file : m_snapshot.file;
    m_ports.jobs.start([this, session = reviewed ? m_reviewed->session : *m_session, folder = beside.parent_path(),
                        file = wish.file, now = m_ports.clock.now().wall]() -> Completion {
        const auto [name, text] = follow_up_document(session, file, now);
        const auto path = folder / name;
        const auto written = store::replace_file(m_ports.disk, path, text);
        auto notice = written ? file_notice("document_written", path.string())
                              : failure_notice("document_failed", path.string(), written.error().error);
        return [this, notice = std::move(notice)] { tell(notice); };
    });
}

void RunningCafe::find_matches() {
    if (!m_session) return;
    stop_matching();
    m_matching = std::make_shared<std::atomic<bool>>(false);
    m_snapshot.matches = {.under_way = true};
    Work work = [this, session = *m_session, stop = m_matching]() -> Completion {
        auto found = propose_matches(session, [stop] { return stop->load(); });
        return [this, stop, found = std::move(found)]() mutable {
            if (stop != m_matching) return; // another search, or none, is wanted by now
            m_matching.reset();
            m_snapshot.matches = {.done = found.has_value()};
            if (found) m_snapshot.matches.found = std::move(*found);
            m_revision += 1;
        };
    };
    start_job(std::move(work), [this, stop = m_matching] {
        if (stop == m_matching) stop_matching();
    });
    m_revision += 1;
}

void RunningCafe::stop_matching() {
    if (m_matching) m_matching->store(true);
    m_matching.reset();
    m_snapshot.matches = {};
    m_revision += 1;
}

void RunningCafe::propose_meetings() {
    if (!m_session) return;
    auto introductions = propose_introductions(*m_session);
    if (introductions.empty()) return; // why is said where it was asked for
    act(cafe::SetIntroductions{std::move(introductions)});
}

} // namespace ronde::app
