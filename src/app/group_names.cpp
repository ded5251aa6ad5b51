#include "app/group_names.hpp"

#include "base/text.hpp"

#include <array>
#include <set>

namespace ronde::app {
namespace {

constexpr auto french = std::to_array<std::string_view>({
    "Mimosas",      "Cyprès",   "Orangers",       "Oliviers",    "Figuiers",   "Lavandes",    "Amandiers",
    "Grenadiers",   "Romarins", "Genêts",         "Citronniers", "Tamaris",    "Arbousiers",  "Pins",
    "Jasmins",      "Lauriers", "Palmiers",       "Cistes",      "Platanes",   "Myrtes",      "Câpriers",
    "Micocouliers", "Glycines", "Chênes-lièges",  "Sauges",      "Caroubiers", "Pistachiers", "Thyms",
    "Agaves",       "Vignes",   "Bougainvillées", "Roseaux",
});

constexpr auto english = std::to_array<std::string_view>({
    "Mimosas",      "Cypresses",  "Orange trees",   "Olive trees", "Fig trees",   "Lavenders",        "Almond trees",
    "Pomegranates", "Rosemaries", "Brooms",         "Lemon trees", "Tamarisks",   "Strawberry trees", "Pines",
    "Jasmines",     "Laurels",    "Palms",          "Rockroses",   "Plane trees", "Myrtles",          "Capers",
    "Hackberries",  "Wisterias",  "Cork oaks",      "Sages",       "Carobs",      "Pistachios",       "Thymes",
    "Agaves",       "Vines",      "Bougainvilleas", "Reeds",
});

static_assert(french.size() == english.size(), "every plant has its twin");

} // namespace

std::span<const std::string_view> plant_names(std::string_view language) {
    if (language == "en") return english;
    return french;
}

std::vector<std::string> group_names(std::string_view language, std::size_t count, std::span<const std::string> taken) {
    std::set<std::string> used;
    for (const auto& name : taken) used.insert(base::folded(name));
    std::vector<std::string> out;
    const auto plants = plant_names(language);
    for (std::size_t i = 0; out.size() < count; ++i) {
        const std::string name = i < plants.size() ? std::string(plants[i])
                                                   : (language == "en" ? "Group " : "Groupe ") + std::to_string(i + 1);
        if (used.insert(base::folded(name)).second) out.push_back(name);
    }
    return out;
}

} // namespace ronde::app
