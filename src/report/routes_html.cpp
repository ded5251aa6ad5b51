#include "report/routes_html.hpp"

#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "report/markdown.hpp"
#include "report/phrases.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <string_view>
#include <vector>

namespace ronde::report {
namespace {

/// The text with the characters that HTML would take for itself escaped (HTML 13.3).
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

/// A question's shape on a square of 24, and where its number stands.
struct Shape {
    std::string_view colour;
    std::string_view path;
    double number_y;
};
constexpr std::array shapes{
    Shape{"#B8402A", "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z", 12.5},
    Shape{"#17646F", "M2 2h20v20h-20z", 12.5},
    Shape{"#8F5B0E", "M12 1l11.5 21h-23z", 16},
    Shape{"#8C3A78", "M12 0l12 12l-12 12l-12-12z", 12.5},
    Shape{"#5C6A1C", "M12 0.5l11.5 8.4l-4.4 13.6h-14.2l-4.4-13.6z", 13},
    Shape{"#2F5D9F", "M12 0.5l10 5.7v11.6l-10 5.7l-10-5.7v-11.6z", 12.5},
    Shape{"#5E4DA6", "M12 0l3.8 6.8l7.7 1.5l-5.3 5.7l0.9 7.8l-7.1-3.3l-7.1 3.3l0.9-7.8l-5.3-5.7l7.7-1.5z", 12.8},
    Shape{"#2C6B45", "M12 0.5l6.5 9a8.2 8.2 0 1 1-13 0z", 15}};

constexpr std::string_view style = R"(
@page { size: A4; margin: 10mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; color: #211C17; background: #fff;
  font: 10.5pt/1.3 Inter, "Liberation Sans", sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@media screen { body { padding: 8mm 4mm; } }
h1 { font: 20pt/1.15 "EB Garamond", "Liberation Serif", serif; margin: 0 0 1mm; }
.lead { margin: 0 0 4mm; color: #6B6157; }
.strip { break-inside: avoid; padding: 3.5mm 1mm 4mm; border-top: 0.3mm dashed #6B6157; }
.strip:last-of-type { border-bottom: 0.3mm dashed #6B6157; }
.strip h2 { font-size: 14pt; line-height: 1.2; margin: 0 0 2mm; }
.strip h2 span { font-size: 10pt; font-weight: 400; color: #6B6157; margin-left: 2mm; }
.strip ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 2mm 4mm;
  grid-template-columns: repeat(auto-fill, minmax(56mm, 1fr)); }
.strip li { display: grid; grid-template-columns: 9mm 1fr; column-gap: 2mm; align-items: start; }
.strip svg { width: 9mm; height: 9mm; }
.strip svg text { font: 700 11px Inter, "Liberation Sans", sans-serif; fill: #fff; text-anchor: middle;
  dominant-baseline: central; }
.strip b { display: block; font-size: 11pt; }
.strip small { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
  font-size: 8.5pt; line-height: 1.25; color: #6B6157; }
)";

class Sheet {
public:
    explicit Sheet(const cafe::Session& session) : m_session(session), m_say(phrases_in(session.identity.language)) {}

    std::string write() {
        head();
        std::vector<const cafe::Participant*> people;
        for (const cafe::Participant& person : m_session.participants)
            if (person.presence != cafe::Presence::absent) people.push_back(&person);
        std::ranges::stable_sort(people, {},
                                 [](const cafe::Participant* person) { return base::folded(person->name); });
        for (const cafe::Participant* person : people) strip(*person);
        if (people.empty())
            for (const cafe::Group& group : m_session.groups) strip(group);
        m_out += "</main>\n</body>\n</html>\n";
        return std::move(m_out);
    }

private:
    void head() {
        const cafe::Identity& identity = m_session.identity;
        const std::string title = identity.title.empty() ? std::string(m_say.untitled) : escaped(identity.title);
        std::string lead;
        const auto add = [&lead](std::string_view part) {
            if (!part.empty()) lead += (lead.empty() ? "" : " · ") + std::string(part);
        };
        if (identity.starts_at != base::WallTime{})
            add(base::date_text(base::to_local(identity.starts_at, identity.time_zone), identity.language));
        add(identity.place);
        add(m_say.routes_cut);
        m_out = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<title>{} – {}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n"
                            "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n",
                            identity.language == "fr" ? "fr" : "en", title, m_say.routes, style, title, escaped(lead));
    }

    void strip(const cafe::Participant& person) {
        const cafe::Organisation* organisation = cafe::find(m_session, person.organisation);
        std::string aside = organisation == nullptr ? std::string() : escaped(organisation->name);
        const std::string host = hosting(person.id);
        if (!host.empty()) aside += std::string(aside.empty() ? "" : " · ") + host;
        strip(person.name, aside, [&](int round) {
            return cafe::attends(person, round) ? cafe::table_of(m_session, round, person.id) : cafe::TableId{};
        });
    }

    /// What is said of a host: that they stay, or in which rounds they keep their table. Empty for everybody else.
    std::string hosting(const cafe::ParticipantId& person) const {
        const cafe::Seating& seating = m_session.seating;
        if (std::ranges::find(seating.hosts, person) == seating.hosts.end()) return {};
        if (seating.host_spans.empty()) return std::string(m_say.route_host);
        std::string out;
        for (const cafe::HostSpan& span : seating.host_spans) {
            if (span.person != person) continue;
            if (!out.empty()) out += " · ";
            out += span.first_round == span.last_round
                       ? fmt::format("{}{}", m_say.route_host_round, span.first_round)
                       : fmt::format("{}{}–{}", m_say.route_host_rounds, span.first_round, span.last_round);
        }
        return out;
    }

    void strip(const cafe::Group& group) {
        strip(group.name, {}, [&](int round) { return cafe::table_of(m_session, round, group.id); });
    }

    void strip(std::string_view name, std::string_view aside, const std::function<cafe::TableId(int)>& table_in) {
        m_out += fmt::format("<section class=\"strip\"><h2>{}", escaped(name));
        if (!aside.empty()) m_out += fmt::format("<span>{}</span>", aside);
        m_out += "</h2><ol>\n";
        for (int round = 1; round <= cafe::round_count(m_session); ++round) stop(round, table_in(round));
        m_out += "</ol></section>\n";
    }

    void stop(int round, const cafe::TableId& table_id) {
        const auto table = cafe::index_of(m_session, table_id);
        if (!table) {
            m_out += fmt::format("<li><span></span><div><b>{} {} → –</b></div></li>\n", m_say.round, round);
            return;
        }
        const std::string& given = m_session.tables[*table].name;
        const std::string name = given.empty() ? fmt::format("{} {}", m_say.table, *table + 1) : escaped(given);
        const auto question = cafe::index_of(m_session, cafe::question_at(m_session, round, table_id));
        std::string drawn;
        if (question) {
            const Shape& shape = shapes[*question % shapes.size()];
            drawn = fmt::format("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path fill=\"{}\" d=\"{}\"/>"
                                "<text x=\"12\" y=\"{}\">{}</text></svg>",
                                shape.colour, shape.path, shape.number_y, *question + 1);
        }
        m_out += fmt::format("<li>{}<div><b>{} {} → {}</b><small>{}</small></div></li>\n",
                             drawn.empty() ? "<span></span>" : drawn, m_say.round, round, name,
                             question ? escaped(m_session.questions[*question].text) : std::string());
    }

    const cafe::Session& m_session;
    const Phrases& m_say;
    std::string m_out{};
};

} // namespace

std::string routes_html(const cafe::Session& session) {
    return Sheet{session}.write();
}

std::string routes_file_name(const cafe::Session& session) {
    constexpr std::string_view suffix = ".html";
    std::string name = file_name(session, suffix.substr(1));
    return name.insert(name.size() - suffix.size(), "-routes");
}

} // namespace ronde::report
