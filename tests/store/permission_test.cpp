#include "compat/catch.hpp"
#include "store/cafe_file.hpp"
#include "store/session_file.hpp"
#include "store/some_cafes.hpp"
#include "support/fake_clock.hpp"

#include <fstream>
#include <functional>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace ronde;
using namespace ronde::store;
namespace fs = std::filesystem;

constexpr uid_t nobody = 65534;

/// What `ask` answers (0 to 100) when it is asked by somebody who is not root.
int as_nobody(const std::function<int()>& ask) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(101);
        ::_exit(ask());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 102;
}

/// A folder of its own that everyone may read, removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "ronde-permission-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
        m_path = name;
    }
    ~Folder() {
        ::chmod(m_path.c_str(), 0755);
        fs::remove_all(m_path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

TEST_CASE("permission: in a real folder that may not be written, the café is read and nothing is made") {
    const Folder folder;
    const fs::path file = folder.path() / "a.json";
    const auto text = to_json(test::golden_session());
    std::ofstream(file, std::ios::binary) << text;
    ::chmod(file.c_str(), 0444);
    ::chmod(folder.path().c_str(), 0555);
    const support::FakeClock clock;

    CHECK(as_nobody([&] {
              const auto opened = CafeFile::open(file, real_disk(), clock, {});
              if (!opened) return 1;
              if (opened->access != Access::not_allowed || opened->file) return 2;
              return opened->session == test::golden_session() ? 0 : 3;
          }) == 0);
    CHECK(as_nobody([&] {
              const auto created = CafeFile::create(folder.path() / "b.json", real_disk(), clock, {});
              if (created) return 1;
              return created.error().fault == base::Fault::environment ? 0 : 2;
          }) == 0);
    CHECK(as_nobody([&] {
              const auto written = replace_file(real_disk(), folder.path() / "b.md", "# Rapport\n");
              if (written) return 1;
              return written.error().trouble == Trouble::not_allowed ? 0 : 2;
          }) == 0);
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("permission: a file that may not be read is an error of the environment, with its name") {
    const Folder folder;
    const fs::path file = folder.path() / "a.json";
    std::ofstream(file, std::ios::binary) << to_json(test::golden_session());
    ::chmod(file.c_str(), 0000);
    ::chmod(folder.path().c_str(), 0755);
    const support::FakeClock clock;
    CHECK(as_nobody([&] {
              const auto opened = CafeFile::open(file, real_disk(), clock, {});
              if (opened) return 1;
              if (opened.error().fault != base::Fault::environment) return 2;
              return opened.error().text().find("a.json") != std::string::npos ? 0 : 3;
          }) == 0);
}
