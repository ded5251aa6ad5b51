#include "store/migrate.hpp"

#include "store/wrong.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace ronde::store {
namespace {

using Json = nlohmann::ordered_json;

/// Components had no ids: each was its text.
void give_components_ids(Json& opening) {
    if (!opening.is_object() || !opening.contains("components")) return;
    int number = 0;
    for (Json& component : opening["components"]) {
        ++number;
        if (component.is_string()) component = Json{{"id", "c-" + std::to_string(number)}, {"text", component}};
    }
}

void give_remembered_components_ids(Json& changes) {
    for (Json& change : changes)
        for (Json& object : change.at("objects"))
            if (object.value("kind", "") == "opening" && object.contains("before"))
                give_components_ids(object["before"]);
}

/// 2: the whole morning. What is new has defaults; only components changed their shape.
void to_version_2(Json& document) {
    if (document.contains("opening")) give_components_ids(document["opening"]);
    if (!document.contains("history")) return;
    for (const char* list : {"done", "undone"})
        if (document["history"].contains(list)) give_remembered_components_ids(document["history"][list]);
}

constexpr std::array<Migration, 1> steps{to_version_2};

/// What the step to version 2 changed in a line: components, which are named in it.
void line_to_version_2(Json& line) {
    if (!line.is_object()) return;
    const std::string deed = line.value("do", "");
    if (deed == "edit_opening" && line.contains("opening")) give_components_ids(line["opening"]);
    if (deed == "create_session" && line.contains("session") && line["session"].is_object())
        to_version_2(line["session"]);
}

} // namespace

Migrations migrations() {
    return {.oldest = 1, .steps = steps};
}

std::string migrated_line(std::string_view line, int from) {
    if (from >= 2 || line.find("\"components\"") == std::string_view::npos) return std::string(line);
    try {
        auto document = Json::parse(line);
        line_to_version_2(document);
        return document.dump();
    } catch (const nlohmann::json::exception&) {
        return std::string(line);
    }
}

base::Result<std::string> migrated(std::string_view text, int from, const Migrations& with) {
    if (from < with.oldest) return tl::unexpected(because(Wrong::never_a_version, {{"version", std::to_string(from)}}));
    try {
        auto document = nlohmann::ordered_json::parse(text);
        int version = from;
        for (const auto step : with.steps.subspan(static_cast<std::size_t>(from - with.oldest))) {
            step(document);
            document["version"] = ++version;
        }
        return document.dump(2);
    } catch (const nlohmann::json::exception& error) {
        return tl::unexpected(
            because(Wrong::not_like_version, {{"version", std::to_string(from)}, {"words", error.what()}}));
    }
}

} // namespace ronde::store
