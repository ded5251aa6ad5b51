#include "report/markdown.hpp"

#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "report/markdown_text.hpp"
#include "report/opening_section.hpp"
#include "report/phrases.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace ronde::report {
namespace {

class Writer {
public:
    explicit Writer(const cafe::Session& session) : m_session(session), m_say(phrases_in(session.identity.language)) {}

    std::string write() {
        identity();
        agenda();
        opening();
        ideas();
        actions();
        participants();
        return std::move(m_out);
    }

private:
    [[nodiscard]] base::LocalTime local(base::WallTime time) const {
        return base::to_local(time, m_session.identity.time_zone);
    }

    void identity() {
        const cafe::Identity& identity = m_session.identity;
        m_out +=
            fmt::format("# {}\n\n", identity.title.empty() ? std::string{m_say.untitled} : escaped(identity.title));
        if (!identity.subtitle.empty()) m_out += fmt::format("**{}**\n\n", escaped(identity.subtitle));
        m_out += fmt::format("- {}\n",
                             base::date_text(local(identity.starts_at), identity.language, base::DateForm::weekday));
        if (!identity.place.empty())
            m_out += fmt::format("- {}{}{}\n", m_say.place, m_say.colon, escaped(identity.place));
        if (!identity.organiser.empty())
            m_out += fmt::format("- {}{}{}\n", m_say.organiser, m_say.colon, escaped(identity.organiser));
        if (!identity.notice.empty()) m_out += fmt::format("\n> {}\n", escaped(identity.notice));
    }

    void agenda() {
        if (m_session.agenda.empty()) return;
        m_out += fmt::format("\n## {}\n\n", m_say.agenda);
        for (const cafe::Step& step : m_session.agenda) {
            const auto run = std::ranges::find(m_session.timer.runs, step.id, &cafe::StepRun::step);
            const auto length = base::span_text(std::chrono::duration_cast<std::chrono::seconds>(step.planned));
            if (run != m_session.timer.runs.end() && run->started_at)
                m_out += fmt::format("- {} {} ({} {})\n", base::clock_text(local(*run->started_at)),
                                     escaped(step.title), m_say.planned, length);
            else
                m_out += fmt::format("- {} ({} {})\n", escaped(step.title), m_say.planned, length);
        }
    }

    void opening() {
        const cafe::Opening& opening = m_session.opening;
        if (opening.prompt.empty() && opening.components.empty()) return;
        m_out += fmt::format("\n## {}\n\n", m_say.opening);
        if (!opening.prompt.empty()) m_out += escaped(opening.prompt) + "\n\n";
        m_out += opening_answers(m_session, m_say);
    }

    void ideas() {
        m_out += fmt::format("\n## {}\n", m_say.questions_and_ideas);
        for (std::size_t i = 0; i < m_session.questions.size(); ++i) {
            const cafe::Question& question = m_session.questions[i];
            m_out += fmt::format("\n### {}. {}\n", i + 1, escaped(question.text));
            of_question(question.id);
        }
        const bool stray =
            std::ranges::any_of(m_session.ideas, [](const cafe::Idea& idea) { return idea.question.empty(); });
        if (stray) {
            m_out += fmt::format("\n### {}\n", m_say.no_question);
            of_question({});
        }
    }

    void of_question(const cafe::QuestionId& question) {
        bool any = false;
        for (int round = 0; round <= cafe::round_count(m_session); ++round) {
            bool first = true;
            for (const cafe::Idea& idea : m_session.ideas) {
                if (idea.question != question || idea.round != round) continue;
                if (first)
                    m_out += round == 0 ? fmt::format("\n#### {}\n\n", m_say.before_rounds)
                                        : fmt::format("\n#### {} {}\n\n", m_say.round, round);
                first = false;
                any = true;
                one(idea);
            }
        }
        if (!any) m_out += fmt::format("\n{}\n", m_say.nothing_noted);
    }

    void one(const cafe::Idea& idea) {
        m_out += "- ";
        if (idea.starred) m_out += "★ ";
        m_out += escaped(idea.text);
        if (idea.kind != cafe::IdeaKind::idea) m_out += fmt::format(" ({})", m_say.kind(idea.kind));
        m_out += " — " + where(idea) + "\n";
        for (const cafe::IdeaId& other : idea.builds_on)
            if (const cafe::Idea* found = cafe::find(m_session, other))
                m_out += fmt::format("  - {} {}{}{}\n", m_say.builds_on, m_say.open_quote, escaped(found->text),
                                     m_say.close_quote);
    }

    /// `table 2, Mimosas, 10:24`.
    [[nodiscard]] std::string where(const cafe::Idea& idea) const {
        const auto table = cafe::index_of(m_session, idea.table);
        std::string text = fmt::format("{} {}", m_say.table, table ? *table + 1 : 0);
        if (const cafe::Group* group = cafe::find(m_session, idea.group)) text += ", " + escaped(group->name);
        return text + ", " + base::clock_text(local(idea.at));
    }

    void actions() {
        m_out += fmt::format("\n## {}\n\n", m_say.actions);
        bool any = false;
        for (const cafe::Idea& idea : m_session.ideas)
            if (idea.kind == cafe::IdeaKind::action) {
                m_out += fmt::format("- {} — {}\n", escaped(idea.text), where(idea));
                any = true;
            }
        if (!any) m_out += fmt::format("{}\n", m_say.no_actions);
    }

    void participants() {
        if (m_session.participants.empty()) return;
        m_out += fmt::format("\n## {}\n\n", m_say.participants);
        for (const cafe::Organisation& organisation : m_session.organisations)
            of_organisation(organisation.id, organisation.name);
        of_organisation({}, m_say.alone);
    }

    void of_organisation(const cafe::OrganisationId& id, std::string_view name) {
        std::string people;
        for (const cafe::Participant& person : m_session.participants)
            if (person.organisation == id) people += (people.empty() ? "" : ", ") + escaped(person.name);
        if (!people.empty()) m_out += fmt::format("- {}{}{}\n", escaped(name), m_say.colon, people);
    }

    const cafe::Session& m_session;
    const Phrases& m_say;
    std::string m_out;
};

} // namespace

std::string markdown(const cafe::Session& session) {
    return Writer{session}.write();
}

std::string file_name(const cafe::Session& session, std::string_view suffix) {
    const base::LocalTime date = base::to_local(session.identity.starts_at, session.identity.time_zone);
    std::string title;
    for (const char c : base::folded(session.identity.title)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            title += c;
        else if (!title.empty() && title.back() != '-')
            title += '-';
        if (title.size() == 60) break;
    }
    while (!title.empty() && title.back() == '-') title.pop_back();
    if (title.empty()) title = "ronde";
    return fmt::format("{:04}-{:02}-{:02}_{}.{}", date.year, date.month, date.day, title, suffix);
}

} // namespace ronde::report
