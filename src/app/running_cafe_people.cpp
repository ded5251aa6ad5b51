// The running café's people: lists that are looked at and taken, the anonymous copy, what follows an erasure.

#include "app/anonymous.hpp"
#include "app/notices.hpp"
#include "app/people_import.hpp"
#include "app/running_cafe.hpp"
#include "store/session_file.hpp"

#include <memory>
#include <utility>

namespace ronde::app {

void RunningCafe::read_people(const ReadPeople& wish) {
    if (!m_session) return;
    if (wish.file.empty()) {
        understand_people({.bytes = std::make_shared<const std::string>(wish.text)});
        return;
    }
    const std::uint64_t number = ++m_people_wish;
    Work work = [this, number, path = wish.file, session = *m_session]() -> Completion {
        auto bytes = m_ports.disk.read(path);
        if (!bytes)
            return [this, number, notice = failure_notice("people_failed", path.string(), bytes.error().error)] {
                if (number == m_people_wish) tell(notice);
            };
        auto list = std::make_shared<PeopleList>(understood(
            {.name = path.filename().string(), .bytes = std::make_shared<const std::string>(*bytes)}, session));
        return [this, number, list] {
            if (number != m_people_wish || !m_session) return;
            m_people_list = std::move(*list);
            m_revision += 1;
        };
    };
    start_job(std::move(work), [this, number] {
        if (number == m_people_wish) drop_people();
    });
}

void RunningCafe::map_people(const MapPeople& wish) {
    if (!m_session || !m_people_list) return;
    PeopleList list = *m_people_list;
    list.choices = wish.choices;
    list.mapping = wish.mapping;
    understand_people(std::move(list));
}

void RunningCafe::understand_people(PeopleList list) {
    const std::uint64_t number = ++m_people_wish;
    if (m_people_list) { // what was chosen is seen at once, what follows from it when it is known
        m_people_list->choices = list.choices;
        if (!list.mapping.empty()) m_people_list->mapping = list.mapping;
        m_people_list->busy = true;
        m_revision += 1;
    }
    Work work = [this, number, list = std::move(list), session = *m_session]() mutable -> Completion {
        auto made = std::make_shared<PeopleList>(understood(std::move(list), session));
        return [this, number, made] {
            if (number != m_people_wish || !m_session) return;
            m_people_list = std::move(*made);
            m_revision += 1;
        };
    };
    start_job(std::move(work), [this, number] { // what is shown of it would no longer be what was read
        if (number == m_people_wish) drop_people();
    });
}

void RunningCafe::take_people() {
    if (!m_session || !m_people_list || m_people_list->busy) return;
    const auto& read = m_people_list->read;
    if (read.people.empty() && read.organisations.empty()) return;
    auto import =
        import_people(m_people_list->read, *m_session, [this](std::string_view prefix) { return new_id(prefix); });
    const bool changes = !import.deed.participants.empty() || !import.deed.organisations.empty();
    if (changes && act(std::move(import.deed))) return; // the refusal was told; the list stays
    tell({.key = "people_taken",
          .values = {{"added", std::to_string(import.added)},
                     {"updated", std::to_string(import.updated)},
                     {"left_out", std::to_string(m_people_list->read.left_out.size() + import.beyond.size())}}});
    drop_people();
}

void RunningCafe::drop_people() {
    ++m_people_wish;
    m_people_list.reset();
    m_snapshot.people_list = nullptr;
    m_revision += 1;
}

void RunningCafe::write_anonymous() {
    if (!m_session) return;
    auto path = m_snapshot.file;
    path.replace_filename(path.stem().string() + "-anonyme.json");
    m_ports.jobs.start([this, path, session = *m_session]() -> Completion {
        const auto written = store::replace_file(m_ports.disk, path, store::to_json(anonymous(session)));
        auto notice = written ? file_notice("anonymous_written", path.string())
                              : failure_notice("anonymous_failed", path.string(), written.error().error);
        return [this, notice = std::move(notice)] {
            tell(notice);
            refresh_sessions();
        };
    });
}

/// Nothing that lies on the disk, nor what is open to be read, may name them any more.
void RunningCafe::forget_erased() {
    m_file->forget(*m_session);
    m_forgetting = m_asked_to_save = m_session->seq;
    m_saved_at = m_ports.clock.now().instant;
    if (m_reviewed && m_reviewed->file == m_snapshot.file) m_reviewed->session = *m_session;
    drop_people();
}

} // namespace ronde::app
