#include "store/memory_disk.hpp"

#include <algorithm>
#include <random>
#include <utility>

namespace ronde::store::test {
namespace {

tl::unexpected<DiskError> trouble(Trouble what, const std::filesystem::path& path) {
    auto error = refusal(what, "the test's disk refuses", path);
    error.fault = base::Fault::environment;
    return tl::unexpected(DiskError{.trouble = what, .error = std::move(error)});
}

} // namespace

class MemoryFile final : public OpenFile {
public:
    MemoryFile(MemoryDisk& disk, std::shared_ptr<MemoryDisk::Inode> inode, std::filesystem::path path)
        : m_disk(disk), m_inode(std::move(inode)), m_path(std::move(path)) {}

    DiskResult<void> write(std::uint64_t offset, std::string_view bytes) override {
        const std::scoped_lock lock(m_disk.m_mutex);
        const auto refused = m_disk.check(Operation::write, m_path);
        if (!refused) bytes = bytes.substr(0, bytes.size() / 2);
        auto& content = m_inode->content;
        const auto grown = std::max<std::uint64_t>(content.size(), offset + bytes.size()) - content.size();
        const auto room = m_disk.m_capacity - std::min(m_disk.m_capacity, m_disk.used());
        const bool full = grown > room;
        if (full) bytes = bytes.substr(0, bytes.size() - std::min<std::size_t>(bytes.size(), grown - room));
        if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
        content.replace(offset, bytes.size(), bytes);
        if (!refused) return refused;
        if (full) return trouble(Trouble::full, m_path);
        return {};
    }
    DiskResult<void> sync() override {
        const std::scoped_lock lock(m_disk.m_mutex);
        if (auto refused = m_disk.check(Operation::sync, m_path); !refused) return refused;
        m_inode->durable = m_inode->content;
        return {};
    }
    DiskResult<void> truncate(std::uint64_t size) override {
        const std::scoped_lock lock(m_disk.m_mutex);
        if (auto refused = m_disk.check(Operation::truncate, m_path); !refused) return refused;
        m_inode->content.resize(size, '\0');
        return {};
    }

private:
    MemoryDisk& m_disk;
    std::shared_ptr<MemoryDisk::Inode> m_inode;
    std::filesystem::path m_path;
};

class MemoryLock final : public FileLock {
public:
    MemoryLock(MemoryDisk& disk, std::string path, std::string left_behind)
        : m_disk(disk), m_path(std::move(path)), m_left_behind(std::move(left_behind)) {}
    ~MemoryLock() override {
        const std::scoped_lock lock(m_disk.m_mutex);
        m_disk.m_locked.erase(m_path);
        m_disk.m_names.erase(m_path);
        m_disk.m_durable_names.erase(m_path);
    }
    const std::string& left_behind() const override { return m_left_behind; }

private:
    MemoryDisk& m_disk;
    std::string m_path;
    std::string m_left_behind;
};

void MemoryDisk::refuse(Refusal refusal) {
    const std::scoped_lock lock(m_mutex);
    m_refusal = std::move(refusal);
}

void MemoryDisk::set_capacity(std::uint64_t bytes) {
    const std::scoped_lock lock(m_mutex);
    m_capacity = bytes;
}

DiskResult<void> MemoryDisk::check(Operation operation, const std::filesystem::path& path) const {
    if (m_refusal)
        if (const auto what = m_refusal(operation, path)) return trouble(*what, path);
    return {};
}

std::uint64_t MemoryDisk::used() const {
    std::uint64_t sum = 0;
    std::set<const Inode*> counted;
    for (const auto& [name, inode] : m_names)
        if (counted.insert(inode.get()).second) sum += inode->content.size();
    return sum;
}

std::unique_ptr<MemoryDisk> MemoryDisk::after_power_cut(std::uint32_t seed) const {
    const std::scoped_lock lock(m_mutex);
    std::mt19937 random(seed);
    auto later = std::make_unique<MemoryDisk>();
    std::map<const Inode*, std::shared_ptr<Inode>> copies;
    for (const auto& [name, inode] : m_durable_names) {
        auto& copy = copies[inode.get()];
        if (!copy) {
            constexpr std::size_t sector = 512;
            std::string content = inode->durable;
            const auto& wanted = inode->content;
            if (random() % 2 == 0) content.resize(std::max(content.size(), wanted.size()), '\0');
            for (std::size_t at = 0; at < wanted.size() && at < content.size(); at += sector)
                if (random() % 2 == 0)
                    content.replace(at, std::min(sector, content.size() - at),
                                    wanted.substr(at, std::min(sector, content.size() - at)));
            copy = std::make_shared<Inode>(Inode{content, content});
        }
        later->m_names[name] = copy;
    }
    later->m_durable_names = later->m_names;
    return later;
}

std::unique_ptr<MemoryDisk> MemoryDisk::after_kill() const {
    const std::scoped_lock lock(m_mutex);
    auto later = std::make_unique<MemoryDisk>();
    std::map<const Inode*, std::shared_ptr<Inode>> copies;
    for (const auto& [name, inode] : m_names) {
        auto& copy = copies[inode.get()];
        if (!copy) copy = std::make_shared<Inode>(Inode{inode->content, inode->content});
        later->m_names[name] = copy;
    }
    later->m_durable_names = later->m_names;
    return later;
}

void MemoryDisk::put(const std::filesystem::path& path, std::string content) {
    const std::scoped_lock lock(m_mutex);
    auto inode = std::make_shared<Inode>(Inode{content, content});
    m_names[path.string()] = inode;
    m_durable_names[path.string()] = inode;
}

std::string MemoryDisk::content(const std::filesystem::path& path) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_names.find(path.string());
    return found == m_names.end() ? "" : found->second->content;
}

bool MemoryDisk::has(const std::filesystem::path& path) const {
    const std::scoped_lock lock(m_mutex);
    return m_names.contains(path.string());
}

std::vector<std::string> MemoryDisk::names() const {
    const std::scoped_lock lock(m_mutex);
    std::vector<std::string> names;
    for (const auto& [name, inode] : m_names) names.push_back(name);
    return names;
}

DiskResult<std::string> MemoryDisk::read(const std::filesystem::path& path) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::read, path); !refused) return tl::unexpected(refused.error());
    const auto found = m_names.find(path.string());
    if (found == m_names.end()) return trouble(Trouble::missing, path);
    return found->second->content;
}

DiskResult<std::unique_ptr<OpenFile>> MemoryDisk::open(const std::filesystem::path& path, OpenMode mode) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::open, path); !refused) return tl::unexpected(refused.error());
    auto found = m_names.find(path.string());
    if (mode == OpenMode::existing && found == m_names.end()) return trouble(Trouble::missing, path);
    if (mode == OpenMode::create && found != m_names.end()) return trouble(Trouble::exists, path);
    if (found == m_names.end()) found = m_names.emplace(path.string(), std::make_shared<Inode>()).first;
    return std::make_unique<MemoryFile>(*this, found->second, path);
}

DiskResult<void> MemoryDisk::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::rename, to); !refused) return refused;
    const auto found = m_names.find(from.string());
    if (found == m_names.end()) return trouble(Trouble::missing, from);
    m_names[to.string()] = found->second;
    m_names.erase(from.string());
    return {};
}

DiskResult<void> MemoryDisk::duplicate(const std::filesystem::path& from, const std::filesystem::path& to) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::duplicate, to); !refused) return refused;
    const auto found = m_names.find(from.string());
    if (found == m_names.end()) return trouble(Trouble::missing, from);
    if (m_names.contains(to.string())) return trouble(Trouble::exists, to);
    m_names[to.string()] = found->second;
    return {};
}

DiskResult<void> MemoryDisk::remove(const std::filesystem::path& path) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::remove, path); !refused) return refused;
    if (m_names.erase(path.string()) == 0) return trouble(Trouble::missing, path);
    return {};
}

DiskResult<void> MemoryDisk::sync_folder(const std::filesystem::path& folder) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::sync_folder, folder); !refused) return refused;
    m_durable_names = m_names;
    return {};
}

DiskResult<std::vector<std::string>> MemoryDisk::list(const std::filesystem::path& folder) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::list, folder); !refused) return tl::unexpected(refused.error());
    std::vector<std::string> names;
    for (const auto& [name, inode] : m_names)
        if (const std::filesystem::path path = name; path.parent_path() == (folder == "." ? "" : folder))
            names.push_back(path.filename().string());
    if (names.empty()) return trouble(Trouble::missing, folder);
    return names;
}

DiskResult<std::unique_ptr<FileLock>> MemoryDisk::lock(const std::filesystem::path& path, std::string_view text) {
    const std::scoped_lock lock(m_mutex);
    if (auto refused = check(Operation::lock, path); !refused) return tl::unexpected(refused.error());
    if (!m_locked.insert(path.string()).second) return trouble(Trouble::held, path);
    auto& inode = m_names[path.string()];
    auto left_behind = inode ? inode->content : std::string();
    inode = std::make_shared<Inode>(Inode{std::string(text), std::string(text)});
    m_durable_names[path.string()] = inode;
    return std::make_unique<MemoryLock>(*this, path.string(), std::move(left_behind));
}

} // namespace ronde::store::test
