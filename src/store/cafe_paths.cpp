#include "store/cafe_paths.hpp"

#include <algorithm>
#include <charconv>

namespace ronde::store {

CafePaths::CafePaths(const std::filesystem::path& session_file)
    : session(session_file), folder(session_file.parent_path()),
      stem(session_file.extension() == ".json" ? session_file.stem().string() : session_file.filename().string()) {}

std::filesystem::path CafePaths::journal(int number) const {
    return folder / (stem + (number == 1 ? ".journal.jsonl" : ".journal-" + std::to_string(number) + ".jsonl"));
}

std::optional<int> CafePaths::journal_number(std::string_view file_name) const {
    constexpr std::string_view middle = ".journal";
    constexpr std::string_view extension = ".jsonl";
    if (!file_name.starts_with(stem) || !file_name.ends_with(extension)) return std::nullopt;
    if (file_name.size() < stem.size() + middle.size() + extension.size()) return std::nullopt;
    auto rest = file_name.substr(stem.size());
    rest.remove_suffix(extension.size());
    if (!rest.starts_with(middle)) return std::nullopt;
    rest.remove_prefix(middle.size());
    if (rest.empty()) return 1;
    int number = 0;
    const auto read = std::from_chars(rest.data() + 1, rest.data() + rest.size(), number);
    if (rest.front() != '-' || read.ptr != rest.data() + rest.size() || read.ec != std::errc{} || number < 2)
        return std::nullopt;
    return number;
}

std::filesystem::path CafePaths::aside(std::string_view what, base::WallTime now, std::string_view extension) const {
    auto time = base::to_rfc3339(std::chrono::floor<std::chrono::seconds>(now));
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    return folder / (stem + "." + std::string(what) + "-" + time + "." + std::string(extension));
}

} // namespace ronde::store
