#include "store/writer.hpp"

#include "store/action_line.hpp"
#include "store/session_file.hpp"

#include <algorithm>
#include <tuple>

namespace ronde::store {

DiskResult<void> replace_session(Disk& disk, const CafePaths& paths, const cafe::Session& session, Previous previous) {
    const auto staged = stage_file(disk, paths.session, to_json(session));
    if (!staged) return tl::unexpected(staged.error());
    if (previous == Previous::good) {
        // The version before this one. That it cannot be kept is no reason not to save: the journal holds it all.
        const auto second_name = paths.folder / ("." + paths.stem + ".bak.tmp");
        std::ignore = disk.remove(second_name);
        if (disk.duplicate(paths.session, second_name)) std::ignore = disk.rename(second_name, paths.backup());
    }
    if (auto renamed = disk.rename(*staged, paths.session); !renamed) return renamed;
    return disk.sync_folder(paths.folder);
}

Writer::Writer(Disk& disk, const base::Clock& clock, CafePaths paths, CafeFileOptions options, JournalWriter journal,
               cafe::SessionId session, Previous previous, FileStatus status)
    : m_disk(disk), m_clock(clock), m_paths(std::move(paths)), m_options(std::move(options)),
      m_journal(std::move(journal)), m_previous(previous), m_session(std::move(session)), m_status(std::move(status)),
      m_thread([this] { run(); }) {}

Writer::~Writer() {
    stop();
}

void Writer::append(const cafe::Action& action, std::uint64_t seq) {
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto* create = std::get_if<cafe::CreateSession>(&action.deed)) m_session = create->content.id;
        m_lines.push_back({action, seq});
    }
    m_wake.notify_one();
}

void Writer::save(cafe::Session session) {
    {
        const std::scoped_lock lock(m_mutex);
        m_to_save = std::move(session);
        ++m_asked;
    }
    m_wake.notify_one();
}

void Writer::forget(cafe::Session session) {
    {
        const std::scoped_lock lock(m_mutex);
        m_to_save = std::move(session);
        m_forget = true;
        ++m_asked;
    }
    m_wake.notify_one();
}

FileStatus Writer::status() const {
    const std::scoped_lock lock(m_mutex);
    return m_status;
}

base::Result<void> Writer::save_and_wait(cafe::Session session) {
    const auto seq = session.seq;
    std::unique_lock lock(m_mutex);
    m_to_save = std::move(session);
    const auto ticket = ++m_asked;
    m_hurry = true;
    m_wake.notify_one();
    m_done.wait(lock, [&] { return m_handled >= ticket; });
    if (m_status.failure && m_status.saved_seq < seq) return tl::unexpected(m_status.failure->error);
    return {};
}

void Writer::stop() {
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

void Writer::finish() {
    stop();
    std::ignore = m_journal.finish(); // what stays is padding, which every reader passes over
}

void Writer::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto now = [this] { return m_stop || m_hurry; };
        if (m_trouble)
            m_wake.wait_for(lock, m_options.retry_after, now);
        else
            m_wake.wait(lock, [&] { return now() || !m_lines.empty() || m_to_save; });
        const auto lines = std::exchange(m_lines, {});
        if (m_to_save) m_work.session = std::exchange(m_to_save, std::nullopt);
        m_work.forget = std::exchange(m_forget, false) || m_work.forget;
        const auto asked = m_asked;
        const bool last = m_stop;
        m_hurry = false;
        lock.unlock();

        encode(lines);
        write();

        lock.lock();
        m_handled = asked;
        m_done.notify_all();
        lock.unlock();
        if (m_options.on_progress) m_options.on_progress();
        lock.lock();
        if (last) return;
    }
}

/// Without the mutex: append() never waits for it.
void Writer::encode(const std::vector<Line>& lines) {
    for (const auto& line : lines) {
        if (m_work.lines.empty()) m_work.first = line.seq;
        m_work.lines.append(to_line(line.action, line.seq)) += '\n';
        m_work.last = line.seq;
    }
}

void Writer::write() {
    std::optional<DiskError> trouble;
    std::uint64_t durable = 0;
    std::uint64_t saved = 0;
    if (!m_work.lines.empty()) {
        const auto session = [this] {
            const std::scoped_lock lock(m_mutex);
            return m_session;
        }();
        if (auto written = m_journal.write(m_work.lines, session, m_work.first - 1)) {
            durable = m_work.last;
            m_work.lines.clear();
        } else {
            trouble = written.error();
        }
        if (!trouble && m_work.session) { // acknowledged before the slower save begins
            {
                const std::scoped_lock lock(m_mutex);
                m_status.durable_seq = std::max(m_status.durable_seq, durable);
            }
            if (m_options.on_progress) m_options.on_progress();
        }
    }
    if (m_work.session) {
        if (auto written = write_session(*m_work.session)) {
            saved = m_work.saved = m_work.session->seq;
            m_work.session.reset();
        } else if (!trouble) {
            trouble = written.error();
        }
    }
    std::uint64_t forgotten = 0;
    // What was noted since the save stands in the journal alone: the next save holds it.
    if (m_work.forget && !trouble && m_work.saved >= m_work.last && m_work.saved > 0) {
        if (auto done = forget_past()) {
            forgotten = m_work.saved;
            m_work.forget = false;
        } else {
            trouble = done.error();
        }
    }

    const std::scoped_lock lock(m_mutex);
    m_status.durable_seq = std::max({m_status.durable_seq, durable, saved});
    if (saved > 0) {
        m_status.saved_seq = saved;
        m_status.saved_at = m_clock.now().wall;
    }
    if (forgotten > 0) m_status.forgotten_seq = forgotten;
    if (trouble && (!m_status.failure || m_status.failure->trouble != trouble->trouble)) {
        const auto since = m_status.failure ? m_status.failure->since : m_clock.now().wall;
        m_status.failure = Failure{.trouble = trouble->trouble, .error = trouble->error, .since = since};
    } else if (!trouble) {
        m_status.failure.reset();
    }
    m_trouble = std::move(trouble);
}

DiskResult<void> Writer::write_session(const cafe::Session& session) {
    const auto previous = m_work.forget ? Previous::none_or_damaged : m_previous;
    auto written = replace_session(m_disk, m_paths, session, previous);
    if (written) m_previous = Previous::good;
    return written;
}

DiskResult<void> Writer::forget_past() {
    const auto session = [this] {
        const std::scoped_lock lock(m_mutex);
        return m_session;
    }();
    return m_journal.begin_afresh(session, m_work.saved);
}

} // namespace ronde::store
