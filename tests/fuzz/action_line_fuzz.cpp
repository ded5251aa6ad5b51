// Any bytes as a line of a journal: an action that is read is written and read again as it is.
#include "store/action_line.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

void require(bool good, const char* what) {
    if (good) return;
    std::fprintf(stderr, "action_line_fuzz: %s\n", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ronde::store;
    const std::string line(data, data + size);
    if (const auto header = header_from(line)) require(header_from(to_line(*header)) == header, "a header changes");
    const auto read = action_from(line);
    if (!read) {
        require(!read.error().message.empty(), "a refusal without a word");
        return 0;
    }
    const auto written = to_line(read->action, read->seq);
    require(written.find('\n') == std::string::npos, "a line has two lines");
    const auto again = action_from(written);
    if (!again) std::fprintf(stderr, "%s\n%s\n", again.error().message.c_str(), written.c_str());
    require(again.has_value(), "what was written cannot be read");
    require(to_line(again->action, again->seq) == written, "what was written changes when it is read");
    return 0;
}
