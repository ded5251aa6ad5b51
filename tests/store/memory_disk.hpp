#pragma once
// A disk in memory for the tests: it can be full, refuse, write only a part, and lose what was not synced when the
// power is cut. Any thread.

#include "store/disk.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace ronde::store::test {

enum class Operation { read, open, write, sync, truncate, rename, duplicate, remove, sync_folder, list, lock };

class MemoryDisk final : public Disk {
public:
    /// Asked before each operation: a trouble makes it fail. A write that fails has written half of its bytes.
    /// Called under the disk's own mutex; set it while no other thread uses the disk, or through refuse().
    using Refusal = std::function<std::optional<Trouble>(Operation, const std::filesystem::path&)>;
    void refuse(Refusal refusal);
    void allow() { refuse({}); }

    /// Bytes that all files together may take.
    void set_capacity(std::uint64_t bytes);

    /// The disk as the machine finds it when the power comes back: names and contents that were synced, and of what was
    /// not, arbitrary sectors. Locks are let go; what their files said stays.
    [[nodiscard]] std::unique_ptr<MemoryDisk> after_power_cut(std::uint32_t seed) const;

    /// The disk as another process finds it after kill -9: all that was written, no locks.
    [[nodiscard]] std::unique_ptr<MemoryDisk> after_kill() const;

    void put(const std::filesystem::path& path, std::string content);           ///< durable at once
    [[nodiscard]] std::string content(const std::filesystem::path& path) const; ///< empty when there is none
    [[nodiscard]] bool has(const std::filesystem::path& path) const;
    [[nodiscard]] std::vector<std::string> names() const; ///< of all files

    DiskResult<std::string> read(const std::filesystem::path& path) override;
    DiskResult<std::unique_ptr<OpenFile>> open(const std::filesystem::path& path, OpenMode mode) override;
    DiskResult<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    DiskResult<void> duplicate(const std::filesystem::path& from, const std::filesystem::path& to) override;
    DiskResult<void> remove(const std::filesystem::path& path) override;
    DiskResult<void> sync_folder(const std::filesystem::path& folder) override;
    DiskResult<std::vector<std::string>> list(const std::filesystem::path& folder) override;
    DiskResult<std::unique_ptr<FileLock>> lock(const std::filesystem::path& path, std::string_view text) override;

private:
    struct Inode {
        std::string content{};
        std::string durable{};
    };
    using Names = std::map<std::string, std::shared_ptr<Inode>>;
    friend class MemoryFile;
    friend class MemoryLock;

    [[nodiscard]] DiskResult<void> check(Operation operation, const std::filesystem::path& path) const;
    [[nodiscard]] std::uint64_t used() const;

    mutable std::mutex m_mutex{};
    Refusal m_refusal{};
    std::uint64_t m_capacity = ~std::uint64_t{0};
    Names m_names{};
    Names m_durable_names{};
    std::set<std::string> m_locked{};
};

} // namespace ronde::store::test
