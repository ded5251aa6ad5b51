#include "platform/drafts_file.hpp"

#include <cstdint>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>
#include <system_error>

namespace ronde::platform {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view format = "ronde/drafts";
constexpr std::size_t longest_name = 40;

/// FNV-1a, the same in every run and on every machine.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

std::string for_a_file_name(std::string_view id) {
    std::string name{id.substr(0, longest_name)};
    for (char& c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!plain) c = '_';
    }
    return name;
}

/// Asks the disk how the session file is really called.
fs::path drafts_path(const fs::path& folder, const DraftsOf& of) {
    std::error_code failed;
    fs::path file = fs::weakly_canonical(of.session_file, failed);
    if (failed) file = of.session_file;
    const std::uint64_t hash = hash_of(of.cafe.value + '\n' + file.string());
    return folder / fmt::format("{}-{:016x}.json", for_a_file_name(of.cafe.value), hash);
}

Json json_of(const std::string& table, const gui::NoteDraft& draft) {
    Json ideas = Json::array();
    for (const cafe::IdeaId& idea : draft.builds_on) ideas.push_back(idea.value);
    return {{"table", table},
            {"text", draft.text},
            {"builds_on", ideas},
            {"kind", base::name_of(draft.kind)},
            {"before", draft.before},
            {"editing", draft.editing.value},
            {"set_aside", draft.set_aside}};
}

/// Throws what nlohmann/json throws when a member is missing or of another type.
gui::NoteDraft draft_from(const Json& json) {
    gui::NoteDraft draft{
        .text = json.at("text").get<std::string>(),
        .kind = base::from_name<cafe::IdeaKind>(json.at("kind").get<std::string>()).value_or(cafe::IdeaKind::idea),
        .editing = {json.at("editing").get<std::string>()},
        .before = json.at("before").get<std::string>(),
        .set_aside = json.at("set_aside").get<std::string>()};
    for (const Json& idea : json.at("builds_on")) draft.builds_on.push_back({idea.get<std::string>()});
    return draft;
}

} // namespace

std::string to_json(const gui::NoteDrafts& drafts, const DraftsOf& of) {
    Json tables = Json::array();
    for (const auto& [table, draft] : drafts) tables.push_back(json_of(table, draft));
    const nlohmann::ordered_json json{
        {"format", format}, {"cafe", of.cafe.value}, {"file", of.session_file.string()}, {"drafts", tables}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<gui::NoteDrafts> drafts_from(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        if (json.at("format") != format) return std::nullopt;
        gui::NoteDrafts drafts;
        for (const Json& draft : json.at("drafts"))
            drafts.emplace(draft.at("table").get<std::string>(), draft_from(draft));
        return drafts;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

LoadedDrafts load_drafts(store::Disk& disk, const fs::path& folder, const DraftsOf& of) {
    LoadedDrafts loaded{.of = of, .path = drafts_path(folder, of)};
    const auto content = disk.read(loaded.path);
    if (!content) {
        if (content.error().trouble != store::Trouble::missing) spdlog::error("{}", content.error().error.text());
        return loaded;
    }
    if (auto drafts = drafts_from(*content)) {
        loaded.drafts = std::move(*drafts);
        return loaded;
    }
    fs::path aside = loaded.path;
    aside += ".damaged";
    spdlog::error("{}: what was typed and not sent cannot be read; it is set aside as {}", loaded.path.string(),
                  aside.filename().string());
    if (const auto moved = disk.rename(loaded.path, aside); !moved) spdlog::error("{}", moved.error().error.text());
    return loaded;
}

base::Result<void> save_drafts(store::Disk& disk, const fs::path& path, const std::string& content) {
    if (content.empty()) {
        const auto removed = disk.remove(path);
        if (!removed && removed.error().trouble != store::Trouble::missing)
            return tl::unexpected(removed.error().error);
        return {};
    }
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed); // replace_file says what is wrong
    const auto written = store::replace_file(disk, path, content);
    if (!written) return tl::unexpected(written.error().error);
    return {};
}

} // namespace ronde::platform
