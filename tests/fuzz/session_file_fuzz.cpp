// Any bytes as a session file: what is read holds together, and is written and read again as it is.
#include "store/session_file.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

void require(bool good, const char* what) {
    if (good) return;
    std::fprintf(stderr, "session_file_fuzz: %s\n", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ronde;
    const std::string text(data, data + size);
    const auto read = store::from_json(text, "f");
    if (!read) {
        require(!read.error().message.empty(), "a refusal without a word");
        return 0;
    }
    for (const auto& error : read->left_out) require(!error.message.empty(), "something left out without a word");
    const auto wrong = cafe::unsound_parts(read->session);
    if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.front().c_str());
    require(wrong.empty(), "what was read does not hold together");
    const auto written = store::to_json(read->session);
    const auto again = store::from_json(written, "f");
    require(again.has_value(), "what was written cannot be read");
    if (!again->left_out.empty()) std::fprintf(stderr, "%s\n", again->left_out.front().text().c_str());
    require(again->left_out.empty(), "what was written is not whole");
    require(store::to_json(again->session) == written, "what was written changes when it is read");
    return 0;
}
