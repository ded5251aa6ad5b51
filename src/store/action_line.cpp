#include "store/action_line.hpp"

#include "base/text.hpp"
#include "store/document.hpp"
#include "store/field_reader.hpp"
#include "store/field_writer.hpp"
#include "store/migrate.hpp"
#include "store/wrong.hpp"

#include <utility>

namespace ronde::store {
namespace {

constexpr std::string_view format_name = "ronde/journal";

tl::unexpected<base::Error> bad_line(std::string_view line, std::size_t offset, base::Error error) {
    error.column = place_in(line, offset).column;
    return tl::unexpected(std::move(error));
}

/// Reads the members of the deed that is called `name`; false when none is.
template <std::size_t... Index>
bool read_deed(FieldReader& reader, std::string_view name, cafe::Deed& deed, std::index_sequence<Index...>) {
    const auto try_one = [&]<std::size_t I>(std::in_place_index_t<I>) {
        if (std::variant_alternative_t<I, cafe::DeedKinds>::name != name) return false;
        reader.members(deed.emplace<I>());
        return true;
    };
    return (try_one(std::in_place_index<Index>) || ...);
}

} // namespace

std::string to_line(const JournalHeader& header) {
    JsonWriter out(Layout::line);
    out.begin_object();
    out.key("format");
    out.text(format_name);
    out.key("version");
    out.integer(header.version);
    out.key("session");
    out.text(header.session.value);
    out.key("base");
    out.natural(header.base);
    out.end_object();
    return out.take();
}

std::string to_line(const cafe::Action& action, std::uint64_t seq) {
    JsonWriter out(Layout::line);
    TimeTexts times{""};
    out.begin_object();
    out.key("seq");
    out.natural(seq);
    FieldWriter(out, times).members(action.stamp);
    out.key("do");
    out.text(cafe::name_of(action.deed));
    std::visit([&](const auto& deed) { FieldWriter(out, times).members(deed); }, action.deed);
    out.end_object();
    return out.take();
}

std::optional<JournalHeader> header_from(std::string_view line) {
    if (!line.starts_with('{') || line.find(format_name) == std::string_view::npos) return std::nullopt;
    const Document document(line);
    const auto root = document.root();
    if (document.damage() || !root || root->kind() != JsonKind::object) return std::nullopt;
    const auto version = root->natural_member("version");
    const auto session = root->text_member("session");
    const auto base = root->natural_member("base");
    if (root->text_member("format") != format_name || !session || !base || version.value_or(1'000'001) > 1'000'000)
        return std::nullopt;
    return JournalHeader{.version = static_cast<int>(*version), .session = {std::string(*session)}, .base = *base};
}

base::Result<NumberedAction> action_from(std::string_view line) {
    if (const auto bad = base::first_invalid_utf8(line); bad != std::string_view::npos)
        return bad_line(line, bad, because(Wrong::not_utf8));
    const Document document(line);
    if (const auto& damage = document.damage())
        return bad_line(line, damage->offset,
                        damage->at_end ? because(Wrong::line_cut_off)
                                       : because(Wrong::not_an_action, {{"damage", ": " + damage->what}}));
    const auto root = document.root();
    if (!root || root->kind() != JsonKind::object) return bad_line(line, 0, because(Wrong::not_an_action));

    Reading reading;
    NumberedAction read;
    FieldReader reader(reading, *root);
    reader.field("seq", read.seq);
    fields(reader, read.action.stamp);
    const auto name = reader.take("do");
    if (!name || name->kind() != JsonKind::string) return bad_line(line, 0, because(Wrong::nothing_done));
    constexpr auto alternatives = std::make_index_sequence<std::variant_size_v<cafe::DeedKinds>>{};
    if (!read_deed(reader, name->text(), read.action.deed, alternatives))
        return bad_line(line, name->begin(),
                        because(Wrong::unknown_action, {{"action", std::string(name->text().substr(0, 60))}}));
    if (!reading.found.empty()) return bad_line(line, reading.found.front().offset, reading.found.front().error);
    return read;
}

base::Result<NumberedAction> action_from(std::string_view line, int version) {
    return version < journal_version ? action_from(migrated_line(line, version)) : action_from(line);
}

} // namespace ronde::store
