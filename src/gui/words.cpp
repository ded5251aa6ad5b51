#include "gui/words.hpp"

#include <set>

namespace ronde::gui {

std::string_view Words::operator()(std::string_view key) const {
    if (const auto found = m_texts.find(key); found != m_texts.end()) return found->second;
    static std::set<std::string, std::less<>> missing; // a caller's key may be gone before the view of it is
    return *missing.emplace(key).first;
}

std::string Words::operator()(std::string_view key, const Values& values) const {
    const std::string_view text = (*this)(key);
    std::string out;
    out.reserve(text.size() + 16);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        out += text.substr(at, open - at);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        bool known = false;
        for (const auto& [value_name, value] : values) {
            if (value_name != name) continue;
            out += value;
            known = true;
            break;
        }
        if (!known) out += text.substr(open, close - open + 1);
        at = close + 1;
    }
    out += text.substr(at);
    return out;
}

std::string Words::count(std::string_view key, long n, const Values& values) const {
    const bool one = n == 1 || (m_language == "fr" && (n == 0 || n == -1));
    Values all = values;
    all.emplace_back("n", std::to_string(n));
    return (*this)(std::string(key) + (one ? ".one" : ".other"), all);
}

} // namespace ronde::gui
