#include "report/markdown.hpp"

#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "cafe/harvest_reading.hpp"
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
        themes();
        plenary();
        actions();
        follow_up();
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
        if (identity.starts_at != base::WallTime{})
            m_out += fmt::format(
                "- {}\n", base::date_text(local(identity.starts_at), identity.language, base::DateForm::weekday));
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
            const auto length = base::length_text(std::chrono::duration_cast<std::chrono::seconds>(step.planned));
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
                m_out += fmt::format("  - {} {}\n", m_say.builds_on, m_say.quoted(escaped(found->text)));
    }

    /// `table 2, Mimosas, 10:24`.
    [[nodiscard]] std::string where(const cafe::Idea& idea) const {
        const auto table = cafe::index_of(m_session, idea.table);
        std::string text = fmt::format("{} {}", m_say.table, table ? *table + 1 : 0);
        if (const cafe::Group* group = cafe::find(m_session, idea.group)) text += ", " + escaped(group->name);
        return text + ", " + base::clock_text(local(idea.at));
    }

    /// The themes as the room ranked them, and what sits in none of them: nothing is left out.
    void themes() {
        if (m_session.harvest.themes.empty()) return;
        m_out += fmt::format("\n## {}\n", m_say.themes);
        const cafe::Sorting sorting = cafe::sorting_of(m_session);
        int rank = 0;
        for (const cafe::Theme* theme : cafe::themes_in_order(m_session, cafe::room_order(m_session))) {
            const std::vector<const cafe::Idea*> ideas = cafe::ideas_of(m_session, *theme);
            m_out += fmt::format("\n### {}. {}\n\n{}\n\n", ++rank,
                                 theme->title.empty() ? std::string{m_say.untitled_theme} : escaped(theme->title),
                                 counts(*theme, ideas.size()));
            for (const cafe::Idea* idea : ideas) in_theme(*idea);
        }
        bool first = true;
        for (const cafe::Idea& idea : m_session.ideas) {
            if (sorting.contains(idea.id)) continue;
            if (first) m_out += fmt::format("\n### {}\n\n", m_say.unsorted);
            first = false;
            in_theme(idea);
        }
    }

    /// `14 voix, 5 idées`.
    [[nodiscard]] std::string counts(const cafe::Theme& theme, std::size_t ideas) const {
        std::string text;
        if (theme.votes > 0) text = fmt::format("{} {}, ", theme.votes, theme.votes == 1 ? m_say.vote : m_say.votes);
        const bool one = ideas == 1 || (ideas == 0 && m_session.identity.language == "fr");
        return text + fmt::format("{} {}", ideas, one ? m_say.idea : m_say.ideas);
    }

    /// An idea with its round, its table and its group.
    void in_theme(const cafe::Idea& idea) {
        m_out += fmt::format("- {}{}", idea.starred ? "★ " : "", escaped(idea.text));
        if (idea.kind != cafe::IdeaKind::idea) m_out += fmt::format(" ({})", m_say.kind(idea.kind));
        m_out += " — ";
        if (idea.round > 0) m_out += fmt::format("{} {}, ", m_say.round, idea.round);
        m_out += where(idea) + "\n";
    }

    /// Who spoke for which table.
    void plenary() {
        std::string lines;
        for (const cafe::Turn& turn : cafe::all_turns(m_session))
            if (const auto table = cafe::index_of(m_session, turn.table); table && !turn.speaker.empty())
                lines += fmt::format("- {} {}, {}\n", m_say.table, *table + 1, escaped(turn.speaker));
        if (!lines.empty()) m_out += fmt::format("\n## {}\n\n{}", m_say.plenary, lines);
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

    void follow_up() {
        const cafe::FollowUp& it = m_session.follow_up;
        const bool accepted = std::ranges::any_of(it.complementarities, [](const cafe::Complementarity& match) {
            return match.ruling == cafe::Ruling::accepted;
        });
        if (it.commitments.empty() && !it.next.at && !accepted && it.introductions.empty()) return;
        m_out += fmt::format("\n## {}\n", m_say.what_next);
        if (it.next.at) next_meeting(it.next);
        if (!it.commitments.empty()) m_out += fmt::format("\n### {}\n\n", m_say.commitments);
        for (const cafe::Commitment& commitment : it.commitments) one(commitment);
        if (accepted) m_out += fmt::format("\n### {}\n\n", m_say.complementarities);
        for (const cafe::Complementarity& match : it.complementarities) one(match);
        if (!it.introductions.empty()) m_out += fmt::format("\n### {}\n\n", m_say.introductions);
        for (const cafe::Introduction& introduction : it.introductions) one(introduction);
    }

    void next_meeting(const cafe::NextMeeting& next) {
        const base::LocalTime time = local(*next.at);
        m_out += fmt::format("\n### {}\n\n", m_say.next_meeting);
        if (!next.title.empty()) m_out += fmt::format("**{}**\n\n", escaped(next.title));
        m_out += fmt::format(
            "- {}, {} ({})\n", base::date_text(time, m_session.identity.language, base::DateForm::weekday),
            base::clock_text(time), base::length_text(std::chrono::duration_cast<std::chrono::seconds>(next.length)));
        if (!next.place.empty()) m_out += fmt::format("- {}{}{}\n", m_say.place, m_say.colon, escaped(next.place));
    }

    void one(const cafe::Commitment& commitment) {
        std::string who = escaped(commitment.who);
        const auto add = [&who](const std::string& part) { who += (who.empty() ? "" : ", ") + part; };
        if (!commitment.with_whom.empty()) add(fmt::format("{} {}", m_say.with_whom, escaped(commitment.with_whom)));
        if (const auto day = base::local_time_from(commitment.by_when))
            add(fmt::format("{} {}", m_say.by_when, base::date_text(*day, m_session.identity.language)));
        m_out += fmt::format("- {}", escaped(commitment.what));
        if (commitment.done) m_out += fmt::format(" ({})", m_say.done);
        m_out += who.empty() ? "\n" : fmt::format(" — {}\n", who);
    }

    [[nodiscard]] std::string name(const cafe::OrganisationId& id) const {
        const cafe::Organisation* organisation = cafe::find(m_session, id);
        return organisation == nullptr ? std::string{} : escaped(organisation->name);
    }

    void one(const cafe::Complementarity& match) {
        if (match.ruling != cafe::Ruling::accepted) return;
        const auto quoted = [&](const std::string& text) { return m_say.quoted(escaped(text)); };
        m_out += fmt::format("- {}, {}, {} {}{}{}\n", name(match.giver), quoted(match.offer), m_say.answers,
                             name(match.taker), m_say.colon, quoted(match.need));
    }

    void one(const cafe::Introduction& introduction) {
        const cafe::Participant* first = cafe::find(m_session, introduction.first);
        const cafe::Participant* second = cafe::find(m_session, introduction.second);
        if (first == nullptr || second == nullptr) return;
        const bool need = introduction.reason == cafe::IntroductionReason::complementarity;
        m_out += fmt::format("- {}, {} ({} {})\n", escaped(first->name), escaped(second->name),
                             need ? m_say.for_need : m_say.in_theme, m_say.quoted(escaped(introduction.about)));
    }

    void participants() {
        if (m_session.participants.empty()) return;
        m_out += fmt::format("\n## {}\n\n", m_say.participants);
        for (const cafe::Organisation& organisation : m_session.organisations)
            of_organisation(organisation.id, organisation.name);
        of_organisation({}, m_say.alone);
        people(m_say.absent, [](const cafe::Participant& person) { return is_absent(person); });
    }

    void of_organisation(const cafe::OrganisationId& id, std::string_view name) {
        people(name, [&](const cafe::Participant& person) { return person.organisation == id && !is_absent(person); });
    }

    static bool is_absent(const cafe::Participant& person) { return person.presence == cafe::Presence::absent; }

    template <class Belongs>
    void people(std::string_view heading, Belongs belongs) {
        std::string names;
        for (const cafe::Participant& person : m_session.participants)
            if (belongs(person)) names += (names.empty() ? "" : ", ") + escaped(person.name);
        if (!names.empty()) m_out += fmt::format("- {}{}{}\n", escaped(heading), m_say.colon, names);
    }

    const cafe::Session& m_session;
    const Phrases& m_say;
    std::string m_out;
};

} // namespace

std::string markdown(const cafe::Session& session) {
    return Writer{session}.write();
}

std::string file_name(const cafe::Session& session, std::string_view suffix, std::string_view part) {
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
    if (session.identity.starts_at == base::WallTime{}) return fmt::format("{}{}.{}", title, part, suffix);
    const base::LocalTime date = base::to_local(session.identity.starts_at, session.identity.time_zone);
    return fmt::format("{:04}-{:02}-{:02}_{}{}.{}", date.year, date.month, date.day, title, part, suffix);
}

} // namespace ronde::report
