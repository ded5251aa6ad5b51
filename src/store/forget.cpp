#include "store/forget.hpp"

#include <string>

namespace ronde::store {
namespace {

/// Whether a file beside the session holds something of the café's past.
bool is_past(const CafePaths& paths, const std::string& name) {
    const std::string session = paths.session.filename().string();
    return paths.journal_number(name).has_value() || name == paths.backup().filename().string() ||
           name.starts_with(paths.stem + ".corrupt-") || name.starts_with(paths.stem + ".torn-") ||
           name == "." + session + ".tmp" || name == "." + paths.stem + ".bak.tmp";
}

std::filesystem::path folder_of(const CafePaths& paths) {
    return paths.folder.empty() ? std::filesystem::path(".") : paths.folder;
}

} // namespace

std::filesystem::path unfinished_journal(const CafePaths& paths) {
    return paths.folder / ("." + paths.journal(1).filename().string() + ".tmp");
}

DiskResult<void> replace_journals(Disk& disk, const CafePaths& paths, std::string_view journal) {
    const auto staged = stage_file(disk, paths.journal(1), journal);
    if (!staged) return tl::unexpected(staged.error());
    if (auto synced = disk.sync_folder(paths.folder); !synced) return synced; // from here on a crash is noticed
    const auto names = disk.list(folder_of(paths));
    if (!names) return tl::unexpected(names.error());
    for (const auto& name : *names)
        if (is_past(paths, name))
            if (auto removed = disk.remove(paths.folder / name);
                !removed && removed.error().trouble != Trouble::missing)
                return removed;
    if (auto synced = disk.sync_folder(paths.folder); !synced) return synced;
    if (auto renamed = disk.rename(*staged, paths.journal(1)); !renamed) return renamed;
    return disk.sync_folder(paths.folder);
}

} // namespace ronde::store
