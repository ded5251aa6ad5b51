#include "platform/people_csv.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/core.h>
#include <optional>
#include <utility>

namespace ronde::platform {

namespace {

using store::ColumnMeaning;

constexpr std::size_t longest_detail = 80; ///< bytes of a line that a message shows

std::string shown(std::string_view text) {
    if (text.size() <= longest_detail) return std::string(text);
    return base::repaired_utf8(text.substr(0, longest_detail)) + "…";
}

std::optional<ColumnMeaning> meaning_named(const std::string& word) {
    if (word == "name") return ColumnMeaning::full_name;
    return base::from_name<ColumnMeaning>(word);
}

std::string known_meanings() {
    std::string out = "name";
    for (const auto& name : names_of(ColumnMeaning{})) out.append(", ").append(name.text);
    return out;
}

/// The column that a wish means: by its heading, else by its number.
std::optional<std::size_t> column_of(const store::PeopleFile& file, const std::string& heading) {
    const std::string words = store::plain_words(heading);
    for (std::size_t i = 0; i < file.columns.size(); ++i)
        if (file.columns[i].header == heading) return i;
    for (std::size_t i = 0; i < file.columns.size(); ++i)
        if (!words.empty() && store::plain_words(file.columns[i].header) == words) return i;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(heading.data(), heading.data() + heading.size(), number);
    const bool is_number = error == std::errc{} && end == heading.data() + heading.size();
    if (!is_number || number < 1 || number > file.columns.size()) return std::nullopt;
    return number - 1;
}

/// Where headings stand that nobody would guess to be some: the row, among the first, that holds one of the wishes. How
/// many lines are above the people then; none when the headings were found already.
std::optional<std::size_t> header_named(const store::PeopleFile& file, const std::vector<ColumnWish>& wishes) {
    constexpr std::size_t looked_at = 10;
    for (const ColumnWish& wish : wishes) {
        if (column_of(file, wish.heading)) continue;
        for (std::size_t i = 0; i < std::min(file.rows.size(), looked_at); ++i)
            for (const std::string& cell : file.rows[i].cells)
                if (store::plain_words(cell) == store::plain_words(wish.heading)) return file.header_lines + i + 1;
    }
    return std::nullopt;
}

/// JSON has commas and quotes too, and would pass for a list of odd people.
bool is_json(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

std::string headings_of(const store::PeopleFile& file) {
    std::string out;
    for (const auto& column : file.columns) out.append(out.empty() ? "" : ", ").append(shown(column.header));
    return out;
}

} // namespace

base::Result<std::vector<ColumnWish>> read_column_wishes(const std::string& text) {
    std::vector<ColumnWish> wishes;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto sign = text.find('=', begin);
        if (sign == std::string::npos)
            return base::bad_input(fmt::format("{}: write HEADING=MEANING", text.substr(begin)));
        const auto end = std::min(text.find(',', sign), text.size());
        const std::string word(base::trimmed(std::string_view(text).substr(sign + 1, end - sign - 1)));
        const auto meaning = meaning_named(word);
        if (!meaning) return base::bad_input(fmt::format("“{}” is no meaning; there are {}", word, known_meanings()));
        wishes.push_back({std::string(base::trimmed(std::string_view(text).substr(begin, sign - begin))), *meaning});
        begin = end + 1;
    }
    return wishes;
}

base::Result<PeopleCsv> read_people_csv(store::Disk& disk, const std::filesystem::path& path,
                                        const std::vector<ColumnWish>& wishes) {
    const auto bytes = disk.read(path);
    if (!bytes) return tl::unexpected(bytes.error().error);
    if (is_json(*bytes))
        return tl::unexpected(base::Error{.message =
                                              "this is JSON and no list of people; give a .csv, as a spreadsheet "
                                              "or a ticketing site saves it",
                                          .file = path.string()});
    auto file = store::open_people_file(*bytes);
    if (!file) {
        file.error().error.file = path.string();
        return tl::unexpected(file.error().error);
    }
    if (const auto line = header_named(*file, wishes))
        if (auto again = store::open_people_file(*bytes, {.separator = file->separator, .header_lines = line}))
            file = std::move(again);
    PeopleCsv out{.file = std::move(*file)};
    out.mapping = store::meanings_of(out.file);
    for (const ColumnWish& wish : wishes) {
        const auto column = column_of(out.file, wish.heading);
        if (!column)
            return tl::unexpected(
                base::Error{.message = fmt::format("there is no column “{}” to map; the columns are: {}", wish.heading,
                                                   headings_of(out.file)),
                            .file = path.string()});
        if (wish.meaning == ColumnMeaning::full_name) // one whole name: what was guessed for it gives way
            std::ranges::replace(out.mapping, ColumnMeaning::full_name, ColumnMeaning::ignored);
        out.mapping[*column] = wish.meaning;
    }
    out.read = store::read_people(out.file, out.mapping);
    return out;
}

base::Error error_of(const store::LeftOutLine& line, const std::string& file) {
    base::Error error{.message = {}, .file = file, .line = line.line};
    const std::string detail = shown(line.detail);
    switch (line.why) {
    case store::WhyLeftOut::no_name:
        error.message = fmt::format("no name (“{}”); write one, or say with --map which column holds it", detail);
        break;
    case store::WhyLeftOut::name_too_long:
        error.message = fmt::format("the name or the organisation is longer than {} characters (“{}”); shorten it",
                                    store::longest_listed_name, detail);
        break;
    case store::WhyLeftOut::open_quote:
        error.message = fmt::format("a quote is never closed (“{}”); close or remove it", detail);
        break;
    case store::WhyLeftOut::stray_quote:
        error.message = fmt::format("text stands after a closing quote (“{}”); write quotes within a cell twice, and "
                                    "the whole cell between quotes",
                                    detail);
        break;
    case store::WhyLeftOut::headings: error.message = "a line of headings; nothing to do"; break;
    case store::WhyLeftOut::said_no:
        error.message = fmt::format("{} said no to every date; add a line by hand if they come after all", detail);
        break;
    }
    return error;
}

std::string text_of(const store::RemarkedLine& line) {
    const std::string detail = shown(line.detail);
    switch (line.remark) {
    case store::Remark::merged: return fmt::format("{} is on line {} too: one person", detail, line.other_line);
    case store::Remark::shared_email: return fmt::format("shares {} with line {}", detail, line.other_line);
    case store::Remark::unknown_kind: return fmt::format("“{}” is no kind of organisation; taken without", detail);
    case store::Remark::unknown_role: return fmt::format("“{}” is no role; taken without", detail);
    case store::Remark::not_an_email: return fmt::format("“{}” is no address; taken without", detail);
    case store::Remark::more_contacts:
        return fmt::format("only the first in its cell is read; it also holds “{}”", detail);
    case store::Remark::extra_cells: return fmt::format("more cells than columns: “{}”", detail);
    case store::Remark::cancelled:
        return fmt::format("{}: cancelled; taken as absent, unless another line says otherwise", detail);
    case store::Remark::nobody_named: return fmt::format("{}: an organisation, and nobody of it", detail);
    case store::Remark::control_signs:
        return fmt::format("control characters were taken out; look at the name of {}", detail);
    case store::Remark::address_as_name:
        return fmt::format("an address stands for the name, and the room would read it; “{}” is taken of it: write the "
                           "name in the list",
                           detail);
    case store::Remark::foreign_encoding: break;
    }
    return fmt::format("in another encoding than the rest; look at the accents of {}", detail);
}

} // namespace ronde::platform
