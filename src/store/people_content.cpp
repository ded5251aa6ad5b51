#include "store/people_content.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <string_view>

namespace ronde::store {

namespace {

constexpr std::size_t sampled_rows = 200;

/// What stands in a column: how many of its cells are of which sort.
struct Content {
    double filled = 0;
    double emails = 0;
    double phones = 0;
    double kinds = 0;
    double roles = 0;
    double texts = 0;      ///< letters and no digit
    double one_word = 0;   ///< of the texts
    double capitals = 0;   ///< of the texts, those without a small letter
    double long_texts = 0; ///< of the texts, those of more words than a name has

    [[nodiscard]] double share(double part) const { return filled > 0 ? part / filled : 0; }
};

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool has_small_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void look_at(Content& content, std::string_view text) {
    constexpr std::ptrdiff_t most_spaces_in_a_name = 4;
    ++content.filled;
    if (is_email(text)) ++content.emails;
    if (is_phone(text)) ++content.phones;
    if (kind_named(text)) ++content.kinds;
    if (role_named(text) || is_plain_participant(text)) ++content.roles;
    const std::string plain = plain_words(text);
    if (plain.empty() || has_digit(plain) || text.find('@') != std::string_view::npos) return;
    ++content.texts;
    const auto spaces = std::count(text.begin(), text.end(), ' ');
    if (spaces == 0) ++content.one_word;
    if (spaces > most_spaces_in_a_name) ++content.long_texts;
    if (!has_small_letter(text)) ++content.capitals;
}

std::vector<Content> contents_of(std::size_t columns, std::span<const CsvRow> rows) {
    std::vector<Content> out(columns);
    for (const auto& row : rows.first(std::min(rows.size(), sampled_rows)))
        for (std::size_t column = 0; column < std::min(columns, row.cells.size()); ++column)
            if (const auto text = base::trimmed(row.cells[column]); !text.empty()) look_at(out[column], text);
    return out;
}

class Guess {
public:
    Guess(std::vector<PeopleColumn>& columns, std::span<const std::size_t> open, std::span<const CsvRow> rows)
        : m_columns(columns), m_open(open.begin(), open.end()), m_contents(contents_of(columns.size(), rows)) {}

    [[nodiscard]] bool has(ColumnMeaning meaning) const {
        return std::any_of(m_columns.begin(), m_columns.end(),
                           [&](const PeopleColumn& column) { return column.meaning == meaning; });
    }

    /// Gives the meaning to the open column with the greatest share of `part`, if it has at least `least`.
    void give_best(ColumnMeaning meaning, double Content::*part, double least) {
        std::optional<std::size_t> best;
        for (const auto column : m_open) {
            const double share = m_contents[column].share(m_contents[column].*part);
            if (share < least) continue;
            best = column;
            least = share + 1e-9;
        }
        if (best) give(*best, meaning);
    }

    void give(std::size_t column, ColumnMeaning meaning) {
        m_columns[column].meaning = meaning;
        m_open.erase(std::find(m_open.begin(), m_open.end(), column));
    }

    /// Open columns of words, from the left.
    [[nodiscard]] std::vector<std::size_t> columns_of_words() const {
        std::vector<std::size_t> out;
        std::copy_if(m_open.begin(), m_open.end(), std::back_inserter(out), [&](std::size_t column) {
            const auto& content = m_contents[column];
            return content.share(content.texts) >= 0.6 && content.share(content.long_texts) < 0.5;
        });
        return out;
    }

    [[nodiscard]] const std::vector<std::size_t>& open() const { return m_open; }
    [[nodiscard]] const Content& content(std::size_t column) const { return m_contents[column]; }

private:
    std::vector<PeopleColumn>& m_columns;
    std::vector<std::size_t> m_open;
    std::vector<Content> m_contents;
};

/// Two columns of single words are first and last names; in French lists the last ones are often in capitals.
void give_names(Guess& guess) {
    const auto words = guess.columns_of_words();
    if (words.empty()) {
        if (!guess.open().empty()) guess.give(guess.open().front(), ColumnMeaning::full_name);
        return;
    }
    const auto single = [&](std::size_t column) {
        const auto& content = guess.content(column);
        return content.share(content.one_word) >= 0.7;
    };
    if (words.size() < 2 || !single(words[0]) || !single(words[1])) {
        guess.give(words[0], ColumnMeaning::full_name);
        return;
    }
    const auto shouted = [&](std::size_t column) {
        return guess.content(column).share(guess.content(column).capitals);
    };
    const bool last_first = shouted(words[0]) > 0.5 && shouted(words[1]) < 0.5;
    guess.give(words[0], last_first ? ColumnMeaning::last_name : ColumnMeaning::first_name);
    guess.give(words[1], last_first ? ColumnMeaning::first_name : ColumnMeaning::last_name);
}

} // namespace

void guess_all(std::vector<PeopleColumn>& columns, std::span<const CsvRow> rows) {
    std::vector<std::size_t> open(columns.size());
    std::iota(open.begin(), open.end(), std::size_t{0});
    Guess guess(columns, open, rows);
    guess.give_best(ColumnMeaning::email, &Content::emails, 0.5);
    guess.give_best(ColumnMeaning::phone, &Content::phones, 0.5);
    guess.give_best(ColumnMeaning::kind, &Content::kinds, 0.6);
    guess.give_best(ColumnMeaning::role, &Content::roles, 0.6);
    give_names(guess);
    for (const auto meaning : {ColumnMeaning::organisation, ColumnMeaning::place})
        if (const auto words = guess.columns_of_words(); !words.empty()) guess.give(words.front(), meaning);
}

void guess_left_open(std::vector<PeopleColumn>& columns, std::span<const std::size_t> open,
                     std::span<const CsvRow> rows) {
    Guess guess(columns, open, rows);
    if (!guess.has(ColumnMeaning::kind)) guess.give_best(ColumnMeaning::kind, &Content::kinds, 0.6);
    if (!guess.has(ColumnMeaning::role)) guess.give_best(ColumnMeaning::role, &Content::roles, 0.6);
    for (const std::size_t column : guess.open()) columns[column].in_doubt = true;
}

void guess_missing(std::vector<PeopleColumn>& columns, std::span<const std::size_t> unknown,
                   std::span<const CsvRow> rows) {
    Guess guess(columns, unknown, rows);
    if (!guess.has(ColumnMeaning::email)) guess.give_best(ColumnMeaning::email, &Content::emails, 0.8);
    if (!guess.has(ColumnMeaning::phone)) guess.give_best(ColumnMeaning::phone, &Content::phones, 0.8);
    for (const auto meaning : {ColumnMeaning::full_name, ColumnMeaning::first_name, ColumnMeaning::last_name})
        if (guess.has(meaning)) return;
    if (const auto words = guess.columns_of_words(); !words.empty())
        guess.give(words.front(), ColumnMeaning::full_name);
}

} // namespace ronde::store
