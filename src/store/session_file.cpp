#include "store/session_file.hpp"

#include "base/text.hpp"
#include "store/document.hpp"
#include "store/field_reader.hpp"
#include "store/field_writer.hpp"
#include "store/mend.hpp"
#include "store/session_text.hpp"

#include <algorithm>

namespace ronde::store {
namespace {

constexpr std::string_view format_name = "ronde/session";

base::Error error_at(std::string_view text, std::size_t offset, base::Error error, const std::string& file) {
    const auto place = place_in(text, offset);
    error.file = file;
    error.line = place.line;
    error.column = place.column;
    return error;
}

tl::unexpected<base::Error> unusable(const Document& document, Wrong wrong, const std::string& file) {
    const auto& damage = document.damage();
    std::string said;
    if (damage) said = damage->at_end ? ": the file stops here, in the middle" : ": " + damage->what;
    return tl::unexpected(
        error_at(document.text(), damage ? damage->offset : 0, because(wrong, {{"damage", said}}), file));
}

/// The session of a document of the present version (or a later one, as far as it is understood).
LoadedSession read(const Document& document, const Value& root, Reading& reading) {
    LoadedSession loaded;
    FieldReader reader(reading, root);
    reader.session_members(loaded.session);
    if (loaded.session.id.empty()) loaded.session.id.value = "mended";
    mend(loaded.session, root, reading);
    if (const auto& damage = document.damage())
        reading.report(damage->offset, damage->at_end ? Wrong::cut_off : Wrong::damaged, {{"words", damage->what}});
    return loaded;
}

/// By its mark, or by the NUL beside its first brace.
bool is_utf16(std::string_view text) {
    using namespace std::string_view_literals;
    return text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv) || text.starts_with("{\0"sv) ||
           text.starts_with("\0{"sv);
}

void tell(const Reading& reading, std::string_view text, const std::string& file, std::vector<base::Error>& errors) {
    auto found = reading.found;
    std::ranges::stable_sort(found, {}, &Finding::offset);
    for (auto& finding : found) errors.push_back(error_at(text, finding.offset, std::move(finding.error), file));
    if (reading.found_more > 0) {
        errors.push_back(because(Wrong::and_more, {{"count", std::to_string(reading.found_more)}}));
        errors.back().file = file;
    }
}

} // namespace

std::string to_json(const cafe::Session& session) {
    JsonWriter out(Layout::document);
    TimeTexts times(session.identity.time_zone);
    out.begin_object();
    out.key("format");
    out.text(format_name);
    out.key("version");
    out.integer(session_version);
    FieldWriter(out, times).session_members(session);
    out.end_object();
    return out.take() + '\n';
}

base::Result<LoadedSession> from_json(std::string_view text, std::string file) {
    return from_json(text, file, migrations());
}

base::Result<LoadedSession> from_json(std::string_view text, const std::string& file, const Migrations& chain) {
    if (is_utf16(text)) return tl::unexpected(error_at(text, 0, because(Wrong::utf16), file));
    std::vector<base::Error> left_out;
    std::string repaired;
    if (const auto bad = base::first_invalid_utf8(text); bad != std::string_view::npos) {
        left_out.push_back(error_at(text, bad, because(Wrong::replaced_not_utf8), file));
        repaired = base::repaired_utf8(text);
        text = repaired;
    }
    const Document document(text);
    const auto root = document.root();
    if (!root || root->kind() != JsonKind::object) return unusable(document, Wrong::not_a_session, file);
    if (root->text_member("format") != format_name) return unusable(document, Wrong::other_format, file);
    const auto version = root->natural_member("version");
    if (version.value_or(1'000'001) > 1'000'000) return unusable(document, Wrong::no_version, file);

    const auto said = static_cast<int>(*version);
    if (said < session_version) {
        if (document.damage()) return unusable(document, Wrong::old_and_damaged, file);
        const auto newer = migrated(text, said, chain);
        if (!newer) return tl::unexpected(error_at(text, root->member("version")->begin(), newer.error(), file));
        auto loaded = from_json(*newer, file, chain);
        if (!loaded) return loaded;
        for (auto& error : loaded->left_out) error.line = error.column = 0; // places in a text that nobody has seen
        loaded->left_out.insert(loaded->left_out.begin(), left_out.begin(), left_out.end());
        loaded->version = said;
        return loaded;
    }

    Reading reading;
    auto loaded = read(document, *root, reading);
    loaded.version = said;
    loaded.format = said > session_version ? Format::newer : Format::current;
    tell(reading, text, file, left_out);
    loaded.left_out = std::move(left_out);
    return loaded;
}

} // namespace ronde::store
