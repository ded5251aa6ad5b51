#include "store/disk.hpp"

#include "store/wrong.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ronde::store {
namespace {

namespace fs = std::filesystem;

Trouble trouble_of(int code) {
    switch (code) {
    case ENOSPC:
    case EDQUOT: return Trouble::full;
    case EACCES:
    case EPERM:
    case EROFS: return Trouble::not_allowed;
    case ENOENT:
    case ENOTDIR: return Trouble::missing;
    case EEXIST: return Trouble::exists;
    case EWOULDBLOCK: return Trouble::held;
    case EFBIG: return Trouble::too_large;
    case EIO:
    case ENXIO:
    case ENODEV: return Trouble::broken;
    default: return Trouble::other;
    }
}

Wrong wrong_of(Trouble trouble) {
    switch (trouble) {
    case Trouble::full: return Wrong::disk_full;
    case Trouble::not_allowed: return Wrong::disk_not_allowed;
    case Trouble::missing: return Wrong::disk_missing;
    case Trouble::exists: return Wrong::disk_exists;
    case Trouble::held: return Wrong::disk_held;
    case Trouble::too_large: return Wrong::disk_too_large;
    case Trouble::broken: return Wrong::disk_broken;
    case Trouble::other: break;
    }
    return Wrong::system;
}

base::Error error_of(Wrong wrong, std::string_view what, const fs::path& path, std::string words = {}) {
    auto error = because(wrong, {{"what", std::string(what)}, {"words", std::move(words)}});
    // A wrong name is the fault of who gave it; all else is the machine's.
    const bool misnamed = wrong == Wrong::disk_missing || wrong == Wrong::is_folder || wrong == Wrong::is_device;
    error.fault = misnamed ? base::Fault::input : base::Fault::environment;
    error.file = path.string();
    return error;
}

tl::unexpected<DiskError> failure(const fs::path& path, std::string_view what, int code) {
    const auto trouble = trouble_of(code);
    if (code == EROFS)
        return tl::unexpected(DiskError{.trouble = trouble, .error = error_of(Wrong::disk_read_only, what, path)});
    if (code == EISDIR)
        return tl::unexpected(DiskError{.trouble = trouble, .error = error_of(Wrong::is_folder, what, path)});
    return tl::unexpected(
        DiskError{.trouble = trouble,
                  .error = refusal(trouble, what, path, std::error_code(code, std::generic_category()).message())});
}

tl::unexpected<DiskError> no_file(const fs::path& path, mode_t mode) {
    const auto wrong = S_ISDIR(mode) ? Wrong::is_folder : Wrong::is_device;
    return tl::unexpected(DiskError{.trouble = Trouble::other, .error = error_of(wrong, "cannot be read", path)});
}

/// A file descriptor, closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number;
};

/// 0, or the error's code.
int write_all(int file, std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return 0;
}

/// Reads to the end; 0, or the error's code.
int read_all(int file, std::string& content) {
    std::size_t filled = 0;
    for (;;) {
        if (content.size() - filled < 4096) content.resize(filled + 65536);
        const auto got = ::pread(file, content.data() + filled, content.size() - filled, static_cast<off_t>(filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > longest_file) return EFBIG;
    }
    content.resize(filled);
    return 0;
}

class RealFile final : public OpenFile {
public:
    RealFile(Descriptor file, fs::path path) : m_file(std::move(file)), m_path(std::move(path)) {}

    DiskResult<void> write(std::uint64_t offset, std::string_view bytes) override {
        return done(write_all(m_file.number(), offset, bytes));
    }
    DiskResult<void> sync() override { return done(::fdatasync(m_file.number()) == 0 ? 0 : errno); }
    DiskResult<void> truncate(std::uint64_t size) override {
        return done(::ftruncate(m_file.number(), static_cast<off_t>(size)) == 0 ? 0 : errno);
    }

private:
    DiskResult<void> done(int code) const {
        if (code != 0) return failure(m_path, "cannot be written", code);
        return {};
    }

    Descriptor m_file;
    fs::path m_path;
};

/// An flock on a file that is removed when the lock is let go, while still held, so that whoever takes it next can tell
/// from what it says whether the last holder came to a clean end.
class RealLock final : public FileLock {
public:
    RealLock(Descriptor file, fs::path path, std::string left_behind)
        : m_file(std::move(file)), m_path(std::move(path)), m_left_behind(std::move(left_behind)) {}
    ~RealLock() override { ::unlink(m_path.c_str()); }
    const std::string& left_behind() const override { return m_left_behind; }

private:
    Descriptor m_file;
    fs::path m_path;
    std::string m_left_behind;
};

class RealDisk final : public Disk {
public:
    DiskResult<std::string> read(const fs::path& path) override {
        // Not waiting for a writer, should it be a pipe.
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (!file) return failure(path, "cannot be read", errno);
        struct stat about {};
        if (::fstat(file.number(), &about) != 0) return failure(path, "cannot be read", errno);
        if (!S_ISREG(about.st_mode)) return no_file(path, about.st_mode);
        if (static_cast<std::uint64_t>(about.st_size) > longest_file) return failure(path, "cannot be read", EFBIG);
        std::string content(static_cast<std::size_t>(about.st_size) + 4096, '\0');
        if (const int code = read_all(file.number(), content); code != 0) return failure(path, "cannot be read", code);
        return content;
    }

    DiskResult<std::unique_ptr<OpenFile>> open(const fs::path& path, OpenMode mode) override {
        const int flags = O_RDWR | O_CLOEXEC | (mode == OpenMode::create ? O_CREAT | O_EXCL : 0);
        Descriptor file(::open(path.c_str(), flags, 0666));
        if (!file) return failure(path, "cannot be written", errno);
        return std::make_unique<RealFile>(std::move(file), path);
    }

    DiskResult<void> rename(const fs::path& from, const fs::path& to) override {
        if (std::rename(from.c_str(), to.c_str()) != 0) return failure(to, "cannot be put in place", errno);
        return {};
    }

    DiskResult<void> duplicate(const fs::path& from, const fs::path& to) override {
        if (::link(from.c_str(), to.c_str()) == 0) return {};
        if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK)
            return failure(to, "cannot be made", errno);
        const auto content = read(from);
        if (!content) return tl::unexpected(content.error());
        auto file = open(to, OpenMode::create);
        if (!file) return tl::unexpected(file.error());
        if (auto written = (*file)->write(0, *content); !written) return written;
        return (*file)->sync();
    }

    DiskResult<void> remove(const fs::path& path) override {
        if (::unlink(path.c_str()) != 0) return failure(path, "cannot be removed", errno);
        return {};
    }

    DiskResult<void> sync_folder(const fs::path& folder) override {
        const fs::path path = folder.empty() ? fs::path(".") : folder;
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY));
        if (!file) return failure(path, "cannot be opened", errno);
        // Some file systems cannot sync a folder, and say so with EINVAL; then there is nothing more to be had.
        if (::fsync(file.number()) != 0 && errno != EINVAL) return failure(path, "cannot be written", errno);
        return {};
    }

    DiskResult<std::vector<std::string>> list(const fs::path& folder) override {
        std::error_code code;
        std::vector<std::string> names;
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
            if (std::error_code ignored; !at->is_directory(ignored)) names.push_back(at->path().filename().string());
        if (code) return failure(folder, "cannot be listed", code.value());
        std::ranges::sort(names);
        return names;
    }

    DiskResult<std::unique_ptr<FileLock>> lock(const fs::path& path, std::string_view text) override {
        for (;;) {
            Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
            if (!file) return failure(path, "cannot be locked", errno);
            if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return failure(path, "cannot be locked", errno);
            // The last holder may have removed the file between open and flock: then this lock is on nothing.
            struct stat held {};
            struct stat named {};
            if (::fstat(file.number(), &held) != 0) return failure(path, "cannot be locked", errno);
            if (::stat(path.c_str(), &named) != 0 || held.st_ino != named.st_ino || held.st_dev != named.st_dev)
                continue;
            std::string left_behind;
            if (const int code = read_all(file.number(), left_behind); code != 0)
                return failure(path, "cannot be locked", code);
            // Who holds it is a courtesy: on a full disk the lock still holds.
            if (::ftruncate(file.number(), 0) == 0) std::ignore = write_all(file.number(), 0, text);
            return std::make_unique<RealLock>(std::move(file), path, std::move(left_behind));
        }
    }
};

} // namespace

base::Error refusal(Trouble trouble, std::string_view what, const fs::path& path, std::string words) {
    return error_of(wrong_of(trouble), what, path, std::move(words));
}

Disk& real_disk() {
    static RealDisk disk;
    return disk;
}

DiskResult<fs::path> stage_file(Disk& disk, const fs::path& path, std::string_view content) {
    const auto temporary = path.parent_path() / ("." + path.filename().string() + ".tmp");
    const auto failed = [&path](DiskError error) {
        error.error.file = path.string(); // the other name is nobody's business
        return tl::unexpected(std::move(error));
    };
    if (auto removed = disk.remove(temporary); !removed && removed.error().trouble != Trouble::missing)
        return failed(removed.error());
    auto file = disk.open(temporary, OpenMode::create);
    if (!file) return failed(file.error());
    auto written = (*file)->write(0, content);
    if (written) written = (*file)->sync();
    if (written) return temporary;
    file->reset();
    std::ignore = disk.remove(temporary); // gives the space back on a full disk
    return failed(written.error());
}

DiskResult<void> replace_file(Disk& disk, const fs::path& path, std::string_view content) {
    const auto staged = stage_file(disk, path, content);
    if (!staged) return tl::unexpected(staged.error());
    if (auto renamed = disk.rename(*staged, path); !renamed) {
        std::ignore = disk.remove(*staged);
        return renamed;
    }
    return disk.sync_folder(path.parent_path());
}

} // namespace ronde::store
