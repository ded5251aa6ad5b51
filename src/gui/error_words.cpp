#include "gui/error_words.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

constexpr std::size_t most_told = 3;

std::string sentence(const Words& words, const base::Error& error) {
    const std::string key = "error." + error.cause.key;
    if (error.cause.key.empty() || words(key) == key) return error.message;
    Words::Values values;
    for (const auto& [name, value] : error.cause.values) values.emplace_back(name, value);
    return words(key, values);
}

} // namespace

std::string error_words(const Words& words, const base::Error& error) {
    const std::string place = error.place();
    std::string said = sentence(words, error);
    return place.empty() ? said : words("error_at", {{"place", place}, {"error", std::move(said)}});
}

std::string error_words(const Words& words, std::span<const base::Error> errors) {
    std::string told;
    for (const base::Error& error : errors.first(std::min(errors.size(), most_told)))
        told += (told.empty() ? "" : " · ") + error_words(words, error);
    return errors.size() > most_told ? told + " · …" : told;
}

} // namespace ronde::gui
