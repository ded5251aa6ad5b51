#include "platform/preferences_file.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <system_error>

namespace ronde::platform {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_recent = 10;
constexpr float least_scale = 0.75F;
constexpr float most_scale = 2.5F;

template <class Enum>
void take_name(const Json& json, const char* key, Enum& value) {
    const auto member = json.find(key);
    if (member == json.end() || !member->is_string()) return;
    value = base::from_name<Enum>(member->get<std::string>()).value_or(value);
}

void take_number(const Json& json, const char* key, float least, float most, float& value) {
    const auto member = json.find(key);
    if (member != json.end() && member->is_number()) value = std::clamp(member->get<float>(), least, most);
}

void take_recent(const Json& json, app::Preferences& preferences) {
    const auto member = json.find("recent");
    if (member == json.end() || !member->is_array()) return;
    for (const Json& file : *member)
        if (file.is_string() && preferences.recent.size() < most_recent)
            preferences.recent.push_back(file.get<std::string>());
}

/// 0.7 rather than 0.699999988: the file is meant to be read.
double two_decimals(float value) {
    return std::round(static_cast<double>(value) * 100) / 100;
}

} // namespace

app::Preferences preferences_from(std::string_view text) {
    app::Preferences preferences;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return preferences;
    const auto language = json.find("language");
    if (language != json.end() && (*language == "fr" || *language == "en"))
        preferences.language = language->get<std::string>();
    take_name(json, "stage_theme", preferences.stage_theme);
    take_name(json, "control_theme", preferences.control_theme);
    take_name(json, "sound", preferences.sound);
    take_number(json, "volume", 0, 1, preferences.volume);
    take_number(json, "scale", least_scale, most_scale, preferences.scale);
    take_name(json, "motion", preferences.motion);
    take_recent(json, preferences);
    return preferences;
}

std::string to_json(const app::Preferences& preferences) {
    const nlohmann::ordered_json json{{"language", preferences.language},
                                      {"stage_theme", base::name_of(preferences.stage_theme)},
                                      {"control_theme", base::name_of(preferences.control_theme)},
                                      {"sound", base::name_of(preferences.sound)},
                                      {"volume", two_decimals(preferences.volume)},
                                      {"scale", two_decimals(preferences.scale)},
                                      {"motion", base::name_of(preferences.motion)},
                                      {"recent", preferences.recent}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

app::Preferences load_preferences(store::Disk& disk, const std::filesystem::path& file,
                                  const std::string& environment_language) {
    if (const auto content = disk.read(file)) return preferences_from(*content);
    app::Preferences preferences;
    preferences.language = environment_language;
    return preferences;
}

base::Result<void> save_preferences(store::Disk& disk, const std::filesystem::path& file,
                                    const app::Preferences& preferences) {
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed); // replace_file says what is wrong
    const auto written = store::replace_file(disk, file, to_json(preferences));
    if (!written) return tl::unexpected(written.error().error);
    return {};
}

} // namespace ronde::platform
