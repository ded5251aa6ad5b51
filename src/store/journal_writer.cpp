#include "store/journal_writer.hpp"

#include "store/action_line.hpp"
#include "store/forget.hpp"

#include <tuple>

namespace ronde::store {

JournalWriter::JournalWriter(Disk& disk, CafePaths paths, std::size_t step, int number)
    : m_disk(disk), m_paths(std::move(paths)), m_step(step), m_number(number) {}

void JournalWriter::go_on_at(std::uint64_t end, bool lacks_newline) {
    m_exists = true;
    m_end = m_allocated = end;
    if (lacks_newline) m_before = "\n";
}

DiskResult<void> JournalWriter::write(std::string_view lines, const cafe::SessionId& session, std::uint64_t base) {
    if (!m_file)
        if (auto begun = begin(session, base); !begun) return begun;
    auto written = append(m_before + std::string(lines));
    if (written) written = m_file->sync();
    if (written && !m_exists) written = m_disk.sync_folder(m_paths.folder);
    if (!written) {
        give_up();
        return written;
    }
    m_exists = true;
    m_before.clear();
    return {};
}

DiskResult<void> JournalWriter::begin(const cafe::SessionId& session, std::uint64_t base) {
    auto file = m_disk.open(m_paths.journal(m_number), m_exists ? OpenMode::existing : OpenMode::create);
    while (!file && !m_exists && file.error().trouble == Trouble::exists)
        file = m_disk.open(m_paths.journal(++m_number), OpenMode::create);
    if (!file) {
        if (m_exists) give_up();
        return tl::unexpected(file.error());
    }
    m_file = std::move(*file);
    if (!m_exists) {
        m_end = m_allocated = 0;
        m_before = to_line(JournalHeader{.session = session, .base = base}) + '\n';
    }
    return {};
}

DiskResult<void> JournalWriter::append(std::string_view text) {
    if (m_end + text.size() > m_allocated) {
        const auto allocated = (m_end + text.size() + m_step) / m_step * m_step;
        std::string padded(text);
        padded.resize(allocated - m_end, ' ');
        auto written = m_file->write(m_end, padded);
        if (!written && written.error().trouble == Trouble::full) { // perhaps there is room for the lines alone
            written = m_file->write(m_end, text);
            m_allocated = m_end + text.size();
        } else {
            m_allocated = allocated;
        }
        if (!written) return written;
    } else if (auto written = m_file->write(m_end, text); !written) {
        return written;
    }
    m_end += text.size();
    return {};
}

/// Nobody knows what of the last lines the file holds: it is left as it is, or removed if it never held any that count.
void JournalWriter::give_up() {
    m_file.reset();
    m_before.clear();
    if (m_exists)
        ++m_number;
    else
        std::ignore = m_disk.remove(m_paths.journal(m_number));
    m_exists = false;
}

DiskResult<void> JournalWriter::begin_afresh(const cafe::SessionId& session, std::uint64_t base) {
    const auto text = to_line(JournalHeader{.session = session, .base = base}) + '\n';
    if (auto replaced = replace_journals(m_disk, m_paths, text); !replaced) {
        if (m_exists) give_up(); // it may be gone already
        return replaced;
    }
    m_file.reset();
    m_number = 1;
    m_exists = true;
    m_end = m_allocated = text.size();
    m_before.clear();
    return {};
}

DiskResult<void> JournalWriter::finish() {
    if (!m_file) return {};
    auto done = m_file->truncate(m_end);
    if (done) done = m_file->sync();
    m_file.reset();
    return done;
}

} // namespace ronde::store
