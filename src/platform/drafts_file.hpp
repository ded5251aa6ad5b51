#pragma once
// What is typed in Noter and not sent yet, on disk: a small file for each café in the state folder. Of two programs
// only the one that may write a café may type into it, so a café's file has one writer. Any thread.

#include "base/result.hpp"
#include "cafe/ids.hpp"
#include "gui/notes.hpp"
#include "store/disk.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ronde::platform {

/// Which café, and where it lies: a copy of it elsewhere is another one.
struct DraftsOf {
    cafe::SessionId cafe{};
    std::filesystem::path session_file{};

    friend bool operator==(const DraftsOf&, const DraftsOf&) = default;
};

[[nodiscard]] std::string to_json(const gui::NoteDrafts& drafts, const DraftsOf& of);
/// None when the text is not what to_json writes.
[[nodiscard]] std::optional<gui::NoteDrafts> drafts_from(std::string_view json);

struct LoadedDrafts {
    DraftsOf of{};
    std::filesystem::path path{};
    gui::NoteDrafts drafts{};
};

/// What the café's file in `folder` holds; nothing when there is none. A damaged one is set aside as NAME.damaged.
[[nodiscard]] LoadedDrafts load_drafts(store::Disk& disk, const std::filesystem::path& folder, const DraftsOf& of);

/// Replaces the file whole; without a content it goes.
[[nodiscard]] base::Result<void> save_drafts(store::Disk& disk, const std::filesystem::path& path,
                                             const std::string& content);

} // namespace ronde::platform
