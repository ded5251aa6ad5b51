#include "report/csv_documents.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"
#include "cafe/harvest_reading.hpp"
#include "report/csv.hpp"
#include "report/opening_csv.hpp"
#include "report/phrases.hpp"

namespace ronde::report {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between = " ") {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? std::string_view{} : between).append(part);
    return text;
}

/// With a capital, as all headings; the words that begin in lower case begin with an ASCII letter.
std::string as_heading(std::string_view word) {
    std::string text(word);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string title_of(const cafe::Theme& theme, const Phrases& say) {
    return theme.title.empty() ? std::string(say.untitled_theme) : theme.title;
}

/// The titles of the themes that an idea sits in.
std::vector<std::string> themes_of(const cafe::IdeaId& idea, const cafe::Sorting& sorting,
                                   const cafe::Session& session) {
    std::vector<std::string> titles;
    if (const auto found = sorting.find(idea); found != sorting.end())
        for (const std::size_t at : found->second)
            titles.push_back(title_of(session.harvest.themes[at], phrases_in(session.identity.language)));
    return titles;
}

/// The themes as the room ranked them: a row each.
std::string themes_csv(const cafe::Session& session, char separator) {
    const Phrases& say = phrases_in(session.identity.language);
    CsvText csv(separator);
    for (const std::string_view head : {say.theme, say.votes, say.ideas}) csv.cell(as_heading(head));
    csv.end_row();
    for (const cafe::Theme* theme : cafe::themes_in_order(session, cafe::room_order(session)))
        csv.cell(title_of(*theme, say))
            .cell(theme->votes)
            .cell(static_cast<int>(cafe::ideas_of(session, *theme).size()))
            .end_row();
    return csv.take();
}

std::string commitments_csv(const cafe::Session& session, char separator) {
    const Phrases& say = phrases_in(session.identity.language);
    CsvText csv(separator);
    for (const std::string_view head : {say.commitment, say.who, say.with_whom, say.by_when, say.done})
        csv.cell(as_heading(head));
    csv.end_row();
    for (const cafe::Commitment& one : session.follow_up.commitments)
        csv.cell(one.what).cell(one.who).cell(one.with_whom).cell(one.by_when).cell(one.done ? say.yes : "").end_row();
    return csv.take();
}

} // namespace

std::string ideas_csv(const cafe::Session& session, char separator) {
    const Phrases& say = phrases_in(session.identity.language);
    CsvText csv(separator);
    for (const std::string_view head : {say.round, say.table, say.group, say.question, say.kind_word, say.idea,
                                        say.tags, say.starred, say.time, say.by, say.builds_on, say.themes})
        csv.cell(as_heading(head));
    csv.end_row();
    const cafe::Sorting sorting = cafe::sorting_of(session);
    for (const cafe::Idea& idea : session.ideas) {
        const auto table = cafe::index_of(session, idea.table);
        const cafe::Group* group = cafe::find(session, idea.group);
        const cafe::Question* question = cafe::find(session, idea.question);
        std::vector<std::string> origins;
        for (const cafe::IdeaId& id : idea.builds_on)
            if (const cafe::Idea* origin = cafe::find(session, id)) origins.push_back(origin->text);
        if (idea.round > 0)
            csv.cell(idea.round);
        else
            csv.cell("");
        if (table && session.tables[*table].name.empty())
            csv.cell(static_cast<int>(*table) + 1);
        else
            csv.cell(table ? session.tables[*table].name : std::string{});
        csv.cell(group == nullptr ? std::string_view{} : std::string_view(group->name));
        csv.cell(question == nullptr ? std::string_view{} : std::string_view(question->text));
        csv.cell(say.kind(idea.kind)).cell(idea.text).cell(joined(idea.tags));
        csv.cell(idea.starred ? say.yes : std::string_view{});
        csv.cell(base::clock_text(base::to_local(idea.at, session.identity.time_zone)));
        csv.cell(idea.by).cell(joined(origins)).cell(joined(themes_of(idea.id, sorting, session), ", ")).end_row();
    }
    return csv.take();
}

std::vector<CsvDocument> csv_documents(const cafe::Session& session, char separator) {
    std::vector<CsvDocument> documents{{.suffix = {}, .text = ideas_csv(session, separator)}};
    if (has_opening_answers(session))
        documents.push_back({.suffix = "-opening", .text = opening_csv(session, separator)});
    if (!session.harvest.themes.empty())
        documents.push_back({.suffix = "-themes", .text = themes_csv(session, separator)});
    if (!session.follow_up.commitments.empty())
        documents.push_back({.suffix = "-commitments", .text = commitments_csv(session, separator)});
    return documents;
}

std::filesystem::path with_suffix(const std::filesystem::path& file, std::string_view suffix) {
    std::filesystem::path named = file;
    named.replace_filename(file.stem().string() + std::string(suffix) + file.extension().string());
    return named;
}

} // namespace ronde::report
