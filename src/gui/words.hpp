#pragma once
// The interface's sentences in one language. Platform loads the catalogues (assets/locales/LANG/*.json, flat keys) and
// hands them in; the test of the catalogues reads the keys out of the sources, so keys are written as literals.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::gui {

class Words {
public:
    Words() = default;
    Words(std::string language, std::map<std::string, std::string, std::less<>> texts)
        : m_language(std::move(language)), m_texts(std::move(texts)) {}

    [[nodiscard]] const std::string& language() const { return m_language; }

    /// The text for a key; the key itself when it is missing (a test sees to it that none is).
    [[nodiscard]] std::string_view operator()(std::string_view key) const;

    using Values = std::vector<std::pair<std::string_view, std::string>>;
    /// The same with each {name} replaced by its value.
    [[nodiscard]] std::string operator()(std::string_view key, const Values& values) const;

    /// `KEY.one` or `KEY.other` as the language counts (French: 0 and 1 are one), with {n} and the other values filled.
    [[nodiscard]] std::string count(std::string_view key, long n, const Values& values = {}) const;

private:
    std::string m_language = "fr";
    std::map<std::string, std::string, std::less<>> m_texts;
};

} // namespace ronde::gui
