#include "report/calendar.hpp"

#include "report/content_lines.hpp"
#include "report/phrases.hpp"

#include <chrono>
#include <fmt/format.h>
#include <string_view>

namespace ronde::report {
namespace {

std::string utc(base::WallTime time) {
    const auto second = std::chrono::floor<std::chrono::seconds>(time);
    const auto day = std::chrono::floor<std::chrono::days>(second);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{second - day};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

/// `2023-09-12` as `20230912`, or the day after it: the end of a whole day is not part of it.
enum class Edge { start, end };
std::string date(const std::string& day, Edge edge) {
    using namespace std::chrono;
    const year_month_day read{year{std::stoi(day.substr(0, 4))},
                              month{static_cast<unsigned>(std::stoi(day.substr(5, 2)))},
                              std::chrono::day{static_cast<unsigned>(std::stoi(day.substr(8, 2)))}};
    const year_month_day at{sys_days{read} + days{edge == Edge::end ? 1 : 0}};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(at.year()), static_cast<unsigned>(at.month()),
                       static_cast<unsigned>(at.day()));
}

class Writer {
public:
    Writer(const cafe::Session& session, base::WallTime written)
        : m_session(session), m_say(phrases_in(session.identity.language)), m_stamp(utc(written)) {}

    std::string write() {
        const cafe::FollowUp& it = m_session.follow_up;
        if (!it.next.at && it.commitments.empty()) return {}; // RFC 5545 allows no calendar without a component
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Ronde//Ronde//FR");
        line("CALSCALE:GREGORIAN");
        next_meeting();
        for (const cafe::Commitment& commitment : it.commitments) one(commitment);
        line("END:VCALENDAR");
        return std::move(m_out);
    }

private:
    void line(std::string_view text) { add_content_line(m_out, text); }

    void head(std::string_view component, std::string_view id) {
        line(fmt::format("BEGIN:{}", component));
        line(fmt::format("UID:{}-{}@ronde", escaped_value(m_session.id.value), escaped_value(id)));
        line("DTSTAMP:" + m_stamp);
    }

    [[nodiscard]] std::string cafe_title() const {
        return m_session.identity.title.empty() ? std::string(m_say.untitled) : m_session.identity.title;
    }

    void next_meeting() {
        const cafe::NextMeeting& next = m_session.follow_up.next;
        if (!next.at) return;
        head("VEVENT", "next");
        line("DTSTART:" + utc(*next.at));
        line("DTEND:" + utc(*next.at + next.length));
        line("SUMMARY:" + escaped_value(next.title.empty() ? cafe_title() : next.title));
        if (!next.place.empty()) line("LOCATION:" + escaped_value(next.place));
        line("DESCRIPTION:" + escaped_value(fmt::format("{}{}{}", m_say.next_meeting, m_say.colon, cafe_title())));
        line("END:VEVENT");
    }

    void one(const cafe::Commitment& commitment) {
        const bool dated = !commitment.by_when.empty();
        head(dated ? "VEVENT" : "VTODO", commitment.id.value);
        if (dated) {
            line("DTSTART;VALUE=DATE:" + date(commitment.by_when, Edge::start));
            line("DTEND;VALUE=DATE:" + date(commitment.by_when, Edge::end));
            line("TRANSP:TRANSPARENT"); // nobody is busy all day
        } else {
            line(commitment.done ? "STATUS:COMPLETED" : "STATUS:NEEDS-ACTION");
        }
        std::string summary = commitment.what;
        if (!commitment.who.empty()) summary = commitment.who + std::string(m_say.colon) + summary;
        if (dated && commitment.done) summary = "✓ " + summary;
        line("SUMMARY:" + escaped_value(summary));
        std::string description;
        if (!commitment.with_whom.empty()) description = fmt::format("{} {}\n", m_say.with_whom, commitment.with_whom);
        line("DESCRIPTION:" + escaped_value(description + cafe_title()));
        line(dated ? "END:VEVENT" : "END:VTODO");
    }

    const cafe::Session& m_session;
    const Phrases& m_say;
    std::string m_stamp;
    std::string m_out;
};

} // namespace

std::string calendar(const cafe::Session& session, base::WallTime written) {
    return Writer(session, written).write();
}

} // namespace ronde::report
