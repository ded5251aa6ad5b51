// Any bytes as the journal of a café, alone and beside a session file: whatever is recovered holds together.
#include "store/inspect.hpp"
#include "store/recovery.hpp"
#include "store/session_file.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>

namespace {

using namespace ronde;
using namespace ronde::store;

void require(bool good, const char* what) {
    if (good) return;
    std::fprintf(stderr, "journal_fuzz: %s\n", what);
    std::abort();
}

/// Two files in memory that can only be read.
class ReadableDisk final : public Disk {
public:
    std::map<std::string, std::string> files{};

    DiskResult<std::string> read(const std::filesystem::path& path) override {
        const auto found = files.find(path.filename().string());
        if (found == files.end()) return no();
        return found->second;
    }
    DiskResult<std::vector<std::string>> list(const std::filesystem::path&) override {
        std::vector<std::string> names;
        for (const auto& [name, content] : files) names.push_back(name);
        return names;
    }
    DiskResult<std::unique_ptr<OpenFile>> open(const std::filesystem::path&, OpenMode) override { return no(); }
    DiskResult<void> rename(const std::filesystem::path&, const std::filesystem::path&) override { return no(); }
    DiskResult<void> duplicate(const std::filesystem::path&, const std::filesystem::path&) override { return no(); }
    DiskResult<void> remove(const std::filesystem::path&) override { return no(); }
    DiskResult<void> sync_folder(const std::filesystem::path&) override { return no(); }
    DiskResult<std::unique_ptr<FileLock>> lock(const std::filesystem::path&, std::string_view) override { return no(); }

private:
    static tl::unexpected<DiskError> no() {
        return tl::unexpected(DiskError{.trouble = Trouble::missing, .error = {.message = "no"}});
    }
};

void recover_from(ReadableDisk& disk) {
    const auto made = recover(disk, CafePaths("/f/a.json"));
    if (!made) return;
    const auto wrong = cafe::unsound_parts(made->session);
    if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.front().c_str());
    require(wrong.empty(), "what was recovered does not hold together");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string beginning = [] {
        cafe::Session session;
        session.id = {"s1"};
        session.seq = 1;
        session.tables = {{.id = {"t1"}}};
        return to_json(session);
    }();
    const std::string text(data, data + size);

    const JournalText journal(text);
    require(journal.end() <= text.size(), "the end lies beyond the file");
    ReadableDisk disk;
    disk.files["a.journal.jsonl"] = text;
    recover_from(disk);
    disk.files["a.json"] = beginning;
    recover_from(disk);
    if (const auto session = replay(std::nullopt, text, "f"))
        require(cafe::unsound_parts(*session).empty(), "what was replayed does not hold together");
    return 0;
}
