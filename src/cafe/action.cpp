#include "cafe/action.hpp"

namespace ronde::cafe {

std::string_view name_of(const Deed& deed) {
    return std::visit([](const auto& kind) { return std::decay_t<decltype(kind)>::name; }, deed);
}

} // namespace ronde::cafe
