#include "store/disk.hpp"

#include "compat/catch.hpp"

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace ronde;
using namespace ronde::store;
namespace fs = std::filesystem;

/// A folder of its own, removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "ronde-disk-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(m_path); }
    fs::path operator/(const char* name) const { return m_path / name; }
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

template <class T>
std::optional<Trouble> trouble(const DiskResult<T>& result) {
    if (result) return std::nullopt;
    return result.error().trouble;
}

} // namespace

TEST_CASE("disk: what is written where is read again") {
    const Folder folder;
    auto& disk = real_disk();
    {
        auto file = disk.open(folder / "a", OpenMode::create);
        REQUIRE(file);
        REQUIRE((*file)->write(0, "Bonjour"));
        REQUIRE((*file)->write(3, "soir, œuvre"));
        REQUIRE((*file)->sync());
    }
    CHECK(disk.read(folder / "a") == "Bonsoir, œuvre");
    auto again = disk.open(folder / "a", OpenMode::existing);
    REQUIRE((*again)->truncate(7));
    CHECK(disk.read(folder / "a") == "Bonsoir");
    CHECK(trouble(disk.open(folder / "a", OpenMode::create)) == Trouble::exists);
    CHECK(trouble(disk.open(folder / "b", OpenMode::existing)) == Trouble::missing);
    CHECK(trouble(disk.read(folder / "b")) == Trouble::missing);
    CHECK(trouble(disk.read(folder.path())).has_value());
    REQUIRE(disk.duplicate(folder / "a", folder / "c"));
    CHECK(trouble(disk.duplicate(folder / "a", folder / "c")) == Trouble::exists);
    fs::create_directory(folder / "z");
    CHECK(disk.list(folder.path()) == std::vector<std::string>{"a", "c"});
    CHECK(trouble(disk.list(folder / "nowhere")) == Trouble::missing);
    REQUIRE(disk.remove(folder / "c"));
    CHECK(trouble(disk.remove(folder / "c")) == Trouble::missing);
    CHECK(disk.sync_folder(folder.path()));
}

TEST_CASE("disk: a file is replaced whole, and a leftover of an earlier attempt does not hinder it") {
    const Folder folder;
    auto& disk = real_disk();
    std::ofstream(folder / ".a.json.tmp") << "left by a crash";
    REQUIRE(replace_file(disk, folder / "a.json", "un"));
    REQUIRE(replace_file(disk, folder / "a.json", "deux"));
    CHECK(disk.read(folder / "a.json") == "deux");
    CHECK(disk.list(folder.path()) == std::vector<std::string>{"a.json"});
    const auto nowhere = replace_file(disk, folder / "nowhere/a.json", "x");
    CHECK(trouble(nowhere) == Trouble::missing);
    CHECK(nowhere.error().error.file == (folder / "nowhere/a.json").string()); // not the file that is written first
}

TEST_CASE("disk: what cannot be put in place leaves nothing beside it") {
    const Folder folder;
    fs::create_directory(folder / "a.json");
    const auto replaced = replace_file(real_disk(), folder / "a.json", "x");
    REQUIRE_FALSE(replaced);
    CHECK(replaced.error().error.file == (folder / "a.json").string());
    CHECK(real_disk().list(folder.path())->empty());
}

TEST_CASE("disk: a pipe in the place of a file is refused, not waited for") {
    const Folder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto pipe = real_disk().read(folder / "pipe");
    REQUIRE_FALSE(pipe);
    CHECK(pipe.error().error.message == "cannot be read: this is a device or a pipe; give the name of a file");
    const auto itself = real_disk().read(folder.path());
    REQUIRE_FALSE(itself);
    CHECK(itself.error().error.message == "cannot be read: this is a folder; give the name of a file");
}

TEST_CASE("disk: a lock is held once, told who holds it, and let go") {
    const Folder folder;
    auto& disk = real_disk();
    {
        const auto first = disk.lock(folder / ".a.lock", "first");
        REQUIRE(first);
        CHECK((*first)->left_behind().empty());
        CHECK(trouble(disk.lock(folder / ".a.lock", "second")) == Trouble::held);
        CHECK(disk.read(folder / ".a.lock") == "first");
    }
    CHECK(disk.list(folder.path())->empty());
    std::ofstream(folder / ".a.lock") << "killed";
    const auto next = disk.lock(folder / ".a.lock", "next");
    REQUIRE(next);
    CHECK((*next)->left_behind() == "killed");
}

TEST_CASE("disk: a full device is said to be full") {
    if (!fs::exists("/dev/full")) return;
    auto file = real_disk().open("/dev/full", OpenMode::existing);
    REQUIRE(file);
    const auto written = (*file)->write(0, "x");
    CHECK(trouble(written) == Trouble::full);
    CHECK(written.error().error.fault == base::Fault::environment);
    CHECK(written.error().error.message.find("free some space") != std::string::npos);
}
