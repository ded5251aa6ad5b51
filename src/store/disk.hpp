#pragma once
// The port to the file system, at the level of what durability needs: what is synced survives a power cut, what is
// renamed is whole. Used by everything in `store`; `platform` hands in real_disk(), tests hand in one that fails.
// Implementations are safe to call from any thread; one OpenFile is used by one thread at a time.

#include "base/names.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

/// What kind of refusal it was, so that the windows can say it in the person's language.
enum class Trouble {
    full,        ///< no space left, or a quota is used up
    not_allowed, ///< no permission, or a medium that is read-only
    missing,     ///< no such file or folder
    exists,      ///< something of that name is there already
    held,        ///< another program holds the lock
    too_large,   ///< more than `longest_file`
    broken,      ///< the device gave an error
    other,
};

constexpr auto names_of(Trouble) {
    return std::to_array<base::Name<Trouble>>({{Trouble::full, "full"},
                                               {Trouble::not_allowed, "not_allowed"},
                                               {Trouble::missing, "missing"},
                                               {Trouble::exists, "exists"},
                                               {Trouble::held, "held"},
                                               {Trouble::too_large, "too_large"},
                                               {Trouble::broken, "broken"},
                                               {Trouble::other, "other"}});
}

/// The error of a refusal; `what` failed ("cannot be read"), to which file. In `words` if the kind says nothing.
[[nodiscard]] base::Error refusal(Trouble trouble, std::string_view what, const std::filesystem::path& path,
                                  std::string words = "unknown");

struct DiskError {
    Trouble trouble = Trouble::other;
    base::Error error{}; ///< Fault::environment, with the file's path

    friend bool operator==(const DiskError&, const DiskError&) = default;
};

template <class T>
using DiskResult = tl::expected<T, DiskError>;

/// What Disk::read takes at most, in bytes.
inline constexpr std::uint64_t longest_file = std::uint64_t{512} << 20U;

/// A file open for writing. Closed, not synced, by the destructor.
class OpenFile {
public:
    OpenFile() = default;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    virtual ~OpenFile() = default;

    /// Writes all of `bytes` at `offset`; after a failure any part of them may have been written.
    [[nodiscard]] virtual DiskResult<void> write(std::uint64_t offset, std::string_view bytes) = 0;

    /// Afterwards the file's content survives a power cut. After a failure nothing is known about what was written
    /// since the last success: the writer must go on in another file.
    [[nodiscard]] virtual DiskResult<void> sync() = 0;

    [[nodiscard]] virtual DiskResult<void> truncate(std::uint64_t size) = 0;
};

/// Held until it is destroyed, or until the process dies, however it dies.
class FileLock {
public:
    FileLock() = default;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    virtual ~FileLock() = default;

    /// What the lock's file said when it was taken: empty after a clean end of the last holder, who removes the file.
    [[nodiscard]] virtual const std::string& left_behind() const = 0;
};

enum class OpenMode {
    create,   ///< the file must not exist yet
    existing, ///< the file must exist; nothing is cut
};

class Disk {
public:
    virtual ~Disk() = default;

    /// The whole content of a file.
    [[nodiscard]] virtual DiskResult<std::string> read(const std::filesystem::path& path) = 0;
    [[nodiscard]] virtual DiskResult<std::unique_ptr<OpenFile>> open(const std::filesystem::path& path,
                                                                     OpenMode mode) = 0;
    /// Puts `from` in the place of `to`, at once and whole. Durable after sync_folder.
    [[nodiscard]] virtual DiskResult<void> rename(const std::filesystem::path& from,
                                                  const std::filesystem::path& to) = 0;
    /// A second name for a file's content (a copy, where the file system knows no links). `to` must not exist.
    [[nodiscard]] virtual DiskResult<void> duplicate(const std::filesystem::path& from,
                                                     const std::filesystem::path& to) = 0;
    [[nodiscard]] virtual DiskResult<void> remove(const std::filesystem::path& path) = 0;
    /// Afterwards the names in the folder survive a power cut.
    [[nodiscard]] virtual DiskResult<void> sync_folder(const std::filesystem::path& folder) = 0;
    /// Names of the files in a folder, sorted.
    [[nodiscard]] virtual DiskResult<std::vector<std::string>> list(const std::filesystem::path& folder) = 0;
    /// Takes the lock whose file is `path` and writes `text` into it; Trouble::held when another holds it.
    [[nodiscard]] virtual DiskResult<std::unique_ptr<FileLock>> lock(const std::filesystem::path& path,
                                                                     std::string_view text) = 0;
};

/// The machine's file system. One for the whole program.
[[nodiscard]] Disk& real_disk();

/// Writes `content` into a temporary file beside `path` and syncs it; gives the temporary file's path. On failure
/// nothing is left.
[[nodiscard]] DiskResult<std::filesystem::path> stage_file(Disk& disk, const std::filesystem::path& path,
                                                           std::string_view content);

/// Writes a whole file so that at every moment, through any crash, either the old or the new content is there:
/// temporary file beside it, sync, rename, sync of the folder.
[[nodiscard]] DiskResult<void> replace_file(Disk& disk, const std::filesystem::path& path, std::string_view content);

} // namespace ronde::store
