#include "store/migrate.hpp"

#include <nlohmann/json.hpp>

namespace ronde::store {

Migrations migrations() {
    return {}; // version 1 is the first
}

base::Result<std::string> migrated(std::string_view text, int from, const Migrations& with) {
    if (from < with.oldest) return base::bad_input("there never was a version " + std::to_string(from));
    try {
        auto document = nlohmann::ordered_json::parse(text);
        int version = from;
        for (const auto step : with.steps.subspan(static_cast<std::size_t>(from - with.oldest))) {
            step(document);
            document["version"] = ++version;
        }
        return document.dump(2);
    } catch (const nlohmann::json::exception& error) {
        return base::bad_input("the file says version " + std::to_string(from) +
                               ", but is not like it: " + error.what());
    }
}

} // namespace ronde::store
