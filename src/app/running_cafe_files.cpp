// The running café's commands: making, opening, reviewing, documents. What is slow is a job.

#include "app/dealing.hpp"
#include "app/notices.hpp"
#include "app/running_cafe.hpp"
#include "base/time_zone.hpp"
#include "report/csv.hpp"
#include "report/csv_documents.hpp"
#include "report/markdown.hpp"
#include "report/routes_html.hpp"
#include "store/inspect.hpp"
#include "store/session_file.hpp"
#include "store/sessions_folder.hpp"

#include <algorithm>
#include <utility>

namespace ronde::app {
namespace {

SessionCard card_of(const store::SessionSummary& summary) {
    return {.file = summary.path,
            .title = summary.title,
            .subtitle = summary.subtitle,
            .place = summary.place,
            .starts_at = summary.starts_at,
            .time_zone = summary.time_zone,
            .language = summary.language,
            .ideas = static_cast<int>(summary.ideas),
            .people = static_cast<int>(summary.people),
            .error = summary.error};
}

base::Result<std::vector<SessionCard>> cards_of(store::Disk& disk, const std::filesystem::path& folder) {
    const auto summaries = store::list_sessions(disk, folder);
    if (!summaries) return tl::unexpected(summaries.error());
    std::vector<SessionCard> cards;
    for (const store::SessionSummary& summary : *summaries) cards.push_back(card_of(summary));
    return cards;
}

/// What a template makes today: a fresh id, today's date at the template's time of day, nothing of the past.
cafe::Session begun_today(cafe::Session content, std::string id, const base::Stamp& now) {
    cafe::Identity& identity = content.identity;
    const base::LocalTime time = base::to_local(identity.starts_at, identity.time_zone);
    const std::string zone = base::system_time_zone();
    if (base::is_time_zone(zone)) identity.time_zone = zone;
    base::LocalTime start = base::to_local(now.wall, identity.time_zone);
    start.hour = time.hour;
    start.minute = time.minute;
    start.second = 0;
    if (const auto wall = base::to_wall(start, identity.time_zone)) identity.starts_at = *wall;
    content.id = {std::move(id)};
    content.extra.clear();
    return content;
}

using Documents = std::vector<std::pair<std::filesystem::path, std::string>>;

Documents documents_of(const cafe::Session& session, const std::filesystem::path& folder, DocumentForm form) {
    if (form == DocumentForm::markdown) return {{folder / report::file_name(session, "md"), report::markdown(session)}};
    Documents documents;
    const auto path = folder / report::file_name(session, "csv");
    for (auto& document : report::csv_documents(session, report::csv_separator(session.identity.language)))
        documents.emplace_back(report::with_suffix(path, document.suffix), std::move(document.text));
    return documents;
}

/// The documents under names that hold nothing else: another café's, or one that somebody has added to, stays. They
/// all have the same number, `NAME-2`, from two on.
Documents where_nothing_is_lost(store::Disk& disk, const Documents& documents) {
    for (int number = 1;; ++number) {
        Documents named = documents;
        if (number > 1)
            for (auto& [path, text] : named) path = report::with_suffix(path, "-" + std::to_string(number));
        const bool free = std::ranges::all_of(named, [&disk](const auto& document) {
            const auto there = disk.read(document.first);
            return !there || *there == document.second;
        });
        if (free) return named;
    }
}

/// Writes the document, or all of its files; the notice names them, or what could not be written.
Notice written_report(store::Disk& disk, const cafe::Session& session, const std::filesystem::path& folder,
                      DocumentForm form) {
    std::string names;
    for (const auto& [path, text] : where_nothing_is_lost(disk, documents_of(session, folder, form))) {
        if (const auto written = store::replace_file(disk, path, text); !written)
            return failure_notice("report_failed", path.string(), written.error().error);
        names += names.empty() ? path.string() : ", " + path.filename().string();
    }
    return file_notice("report_written", names);
}

} // namespace

bool RunningCafe::carry_out(const Command& command) {
    if (const auto* wish = std::get_if<NewCafe>(&command))
        make(*wish);
    else if (std::holds_alternative<SaveTemplate>(command))
        save_template();
    else if (const auto* gone = std::get_if<RemoveTemplate>(&command))
        remove_template(*gone);
    else if (const auto* wanted = std::get_if<OpenCafe>(&command))
        open_later(*wanted);
    else if (const auto* read = std::get_if<ReviewCafe>(&command))
        review(*read);
    else if (std::holds_alternative<RefreshSessions>(command))
        refresh_sessions();
    else if (const auto* report = std::get_if<WriteReport>(&command))
        write_report(*report);
    else if (const auto* handed_out = std::get_if<WriteFollowUp>(&command))
        write_follow_up(*handed_out);
    else if (std::holds_alternative<FindMatches>(command))
        find_matches();
    else if (std::holds_alternative<StopMatching>(command))
        stop_matching();
    else if (std::holds_alternative<ProposeIntroductions>(command))
        propose_meetings();
    else if (const auto* groups = std::get_if<DealGroups>(&command))
        deal_groups(*groups);
    else if (std::holds_alternative<SuggestThemes>(command))
        suggest_themes();
    else if (std::holds_alternative<CancelPlanning>(command))
        cancel_planning();
    else if (const auto* seat = std::get_if<MoveSeat>(&command))
        move_seat(seat->move);
    else if (std::holds_alternative<CompareRules>(command))
        compare_rules();
    else if (std::holds_alternative<WriteRoutes>(command))
        write_routes();
    else if (const auto* list = std::get_if<ReadPeople>(&command))
        read_people(*list);
    else if (const auto* meanings = std::get_if<MapPeople>(&command))
        map_people(*meanings);
    else if (std::holds_alternative<TakePeople>(command))
        take_people();
    else if (std::holds_alternative<DropPeople>(command))
        drop_people();
    else if (std::holds_alternative<WriteAnonymous>(command))
        write_anonymous();
    else if (const auto* notice = std::get_if<DismissNotice>(&command))
        dismiss(notice->id);
    else
        return false;
    return true;
}

void RunningCafe::make(const NewCafe& wish) {
    const auto text = m_ports.disk.read(wish.from);
    auto loaded = text ? store::from_json(*text, wish.from.string()) : tl::unexpected(text.error().error);
    if (!loaded) return tell(failure_notice("create_failed", wish.from.filename().string(), loaded.error()));

    const base::Stamp now = m_ports.clock.now();
    cafe::Session content = begun_today(std::move(loaded->session), new_id("cafe"), now);
    // Of those that ship it says what the template is: no café is called so.
    if (wish.from.parent_path() == m_folders.templates) content.identity.subtitle.clear();
    const auto path = store::new_session_path(m_ports.disk, m_folders.sessions, content.identity.title,
                                              content.identity.starts_at, content.identity.time_zone);
    if (!path) return tell(failure_notice("create_failed", m_folders.sessions.string(), path.error()));
    if (auto closed = close(); !closed)
        return tell(failure_notice("close_failed", m_snapshot.file.filename().string(), closed.error()));
    auto file = store::CafeFile::create(*path, m_ports.disk, m_ports.clock, m_ports.who, file_options());
    if (!file) return tell(failure_notice("create_failed", path->filename().string(), file.error()));

    m_session.emplace();
    m_file = std::move(*file);
    m_snapshot.file = *path;
    remember(*path);
    if (!act(cafe::CreateSession{std::move(content)})) {
        m_file->save(*m_session);
        m_asked_to_save = m_session->seq;
        m_saved_at = m_cues_until = now.instant;
        tell(file_notice("created", path->filename().string()));
        refresh_sessions();
    } else {
        let_go();
    }
}

void RunningCafe::open_later(const OpenCafe& wish) {
    const auto path = wish.file.lexically_normal();
    const bool is_mine = m_session && path == m_snapshot.file && m_file != nullptr; // else it is tried again
    if (m_opening || is_mine) return;
    m_opening = true;
    Work work = [this, path, options = file_options()]() -> Completion {
        auto opened = std::make_shared<base::Result<store::OpenedCafe>>(
            store::CafeFile::open(path, m_ports.disk, m_ports.clock, m_ports.who, options));
        return [this, path, opened] {
            m_opening = false;
            if (*opened)
                change_to(std::move(**opened), path);
            else
                tell(failure_notice("open_failed", path.filename().string(), opened->error()));
        };
    };
    start_job(std::move(work), [this] { m_opening = false; });
}

void RunningCafe::change_to(store::OpenedCafe opened, const std::filesystem::path& path) {
    const store::Holder& me = m_ports.who;
    const bool held_by_me =
        opened.holder && opened.holder->pid == me.pid && opened.holder->host == me.host && m_file != nullptr;
    if (opened.access == store::Access::held && held_by_me) return; // the present one, by another path
    if (auto closed = close(); !closed) {
        tell(failure_notice("close_failed", m_snapshot.file.filename().string(), closed.error()));
        // Nothing was changed in it; should this fail too, its journal has all.
        if (opened.file != nullptr) static_cast<void>(opened.file->close(std::move(opened.session)));
        return;
    }
    adopt(std::move(opened), path);
}

void RunningCafe::review(const ReviewCafe& wish) {
    const std::uint64_t number = ++m_review_wish;
    m_revision += 1;
    if (wish.file.empty()) return m_reviewed.reset();
    if (m_session && wish.file == m_snapshot.file) {
        m_reviewed = Reviewed{wish.file, *m_session};
        return;
    }
    m_ports.jobs.start([this, number, path = wish.file]() -> Completion {
        auto read = std::make_shared<base::Result<store::ReadCafe>>(store::read_cafe(m_ports.disk, path));
        return [this, number, path, read] {
            if (number != m_review_wish) return;
            m_revision += 1;
            if (!*read) return tell(failure_notice("review_failed", path.filename().string(), read->error()));
            std::vector<store::Note> notes = (*read)->notes;
            std::erase_if(notes, [](const store::Note& note) { return note.kind == store::NoteKind::replayed; });
            for (Notice& notice : notices_of(notes)) tell(std::move(notice));
            m_reviewed = Reviewed{path, std::move((*read)->session)};
        };
    });
}

void RunningCafe::refresh_sessions() {
    const std::uint64_t number = ++m_folder_wish;
    m_ports.jobs.start([this, number, folders = m_folders]() -> Completion {
        auto sessions = cards_of(m_ports.disk, folders.sessions);
        auto templates = cards_of(m_ports.disk, folders.templates);
        auto own = cards_of(m_ports.disk, folders.own_templates);
        return [this, number, sessions = std::move(sessions), templates = std::move(templates),
                own = std::move(own)]() mutable {
            if (number != m_folder_wish) return;
            for (const auto* list : {&sessions, &templates, &own})
                if (!*list) tell(failure_notice("folder_failed", {}, list->error()));
            m_snapshot.sessions = std::move(sessions).value_or(std::vector<SessionCard>{});
            m_snapshot.own_templates = std::move(own).value_or(std::vector<SessionCard>{});
            m_snapshot.templates = std::move(templates).value_or(std::vector<SessionCard>{});
            m_revision += 1;
        };
    });
}

void RunningCafe::write_report(const WriteReport& wish) {
    const bool reviewed = wish.which == Which::reviewed && m_reviewed.has_value();
    if (!reviewed && !m_session) return;
    const std::filesystem::path beside = reviewed ? m_reviewed->file : m_snapshot.file;
    m_ports.jobs.start([this, session = reviewed ? m_reviewed->session : *m_session, folder = beside.parent_path(),
                        form = wish.form]() -> Completion {
        return [this, notice = written_report(m_ports.disk, session, folder, form)] { tell(notice); };
    });
}

void RunningCafe::write_routes() {
    if (!m_session) return;
    m_ports.jobs.start([this, session = *m_session, folder = m_snapshot.file.parent_path()]() -> Completion {
        const auto path = folder / report::routes_file_name(session);
        const auto written = store::replace_file(m_ports.disk, path, report::routes_html(session));
        auto notice = written ? file_notice("routes_written", path.string())
                              : failure_notice("report_failed", path.string(), written.error().error);
        return [this, notice = std::move(notice)] { tell(notice); };
    });
}

void RunningCafe::deal_groups(const DealGroups& wish) {
    if (m_session) act(deal(*m_session, wish, [this](std::string_view prefix) { return new_id(prefix); }));
}

} // namespace ronde::app
