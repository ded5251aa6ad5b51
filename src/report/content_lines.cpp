#include "report/content_lines.hpp"

#include "base/text.hpp"

namespace ronde::report {
namespace {

constexpr std::size_t longest_line = 75; // octets, without the CRLF

} // namespace

std::string escaped_value(std::string_view text) {
    std::string out;
    for (const char c : base::repaired_utf8(base::trimmed(text))) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            out.append(1, '\\').append(1, c);
        else if (c == '\t')
            out += ' ';
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

void add_content_line(std::string& out, std::string_view line) {
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = longest_line - 1; // the space that begins it
    }
    out.append(line).append("\r\n");
}

} // namespace ronde::report
