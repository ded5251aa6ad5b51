#include "gui/offer_words.hpp"

namespace ronde::gui {
namespace {

constexpr std::size_t fewest_in_a_range = 3;

std::string_view day_words(const Words& words, std::size_t day) {
    switch (day) {
    case 0: return words("offers.day.monday");
    case 1: return words("offers.day.tuesday");
    case 2: return words("offers.day.wednesday");
    case 3: return words("offers.day.thursday");
    case 4: return words("offers.day.friday");
    case 5: return words("offers.day.saturday");
    default: break;
    }
    return words("offers.day.sunday");
}

} // namespace

std::string_view kind_words(const Words& words, app::LineKind kind) {
    switch (kind) {
    case app::LineKind::place: return words("offers.kind.place");
    case app::LineKind::equipment: return words("offers.kind.equipment");
    case app::LineKind::goods: return words("offers.kind.goods");
    case app::LineKind::know_how: return words("offers.kind.know_how");
    case app::LineKind::time: return words("offers.kind.time");
    case app::LineKind::money: return words("offers.kind.money");
    case app::LineKind::network: return words("offers.kind.network");
    case app::LineKind::communication: break;
    }
    return words("offers.kind.communication");
}

std::string days_words(const Words& words, app::Weekdays days) {
    if (days.all()) return std::string(words("offers.every_day"));
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (!days[day]) continue;
        std::size_t last = day;
        while (last + 1 < days.size() && days[last + 1]) ++last;
        if (last + 1 - day >= fewest_in_a_range) {
            add(words("offers.days",
                      {{"first", std::string(day_words(words, day))}, {"last", std::string(day_words(words, last))}}));
            day = last;
        } else {
            add(std::string(day_words(words, day)));
        }
    }
    return text;
}

} // namespace ronde::gui
