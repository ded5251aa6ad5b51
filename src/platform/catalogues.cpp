#include "platform/catalogues.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace ronde::platform {

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

base::Error about(const std::filesystem::path& file, std::string message) {
    return {.fault = base::Fault::environment, .message = std::move(message), .file = file.string()};
}

base::Result<void> add_file(const std::filesystem::path& file, Texts& texts) {
    std::ifstream in(file, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    const auto json = nlohmann::json::parse(content, nullptr, false);
    if (!json.is_object())
        return tl::unexpected(about(file, "this catalogue is not a JSON object; install Ronde again"));
    for (const auto& [key, text] : json.items()) {
        if (!text.is_string())
            return tl::unexpected(about(file, "the text of \"" + key + "\" is not a string; install Ronde again"));
        texts.insert_or_assign(key, text.get<std::string>());
    }
    return {};
}

} // namespace

base::Result<gui::Words> load_words(const std::filesystem::path& locales, const std::string& language) {
    Texts texts;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(locales / language, failed)) {
        if (entry.path().extension() != ".json") continue;
        if (auto added = add_file(entry.path(), texts); !added) return tl::unexpected(added.error());
    }
    if (texts.empty())
        return tl::unexpected(
            about(locales / language, "there is no catalogue of sentences here; install Ronde again"));
    return gui::Words(language, std::move(texts));
}

} // namespace ronde::platform
