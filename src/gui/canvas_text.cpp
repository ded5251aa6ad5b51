// Laying text out and drawing it, character by character, kerned, each on a whole pixel.

#include "gui/canvas.hpp"

#include "base/text.hpp"
#include "compat/imgui.hpp"
#include "gui/draw_colour.hpp"
#include "gui/font_metrics.hpp"
#include "gui/text_memory.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ronde::gui {

namespace {

constexpr std::string_view ellipsis = "…";

float line_height_of(Face face, float px) {
    return std::round(px * (face == Face::title ? 1.18F : 1.32F));
}

/// White space at the end of a line takes no room.
bool hangs(char32_t c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

/// Measures and draws in one face and size.
struct Pen {
    Canvas& canvas;
    Face face;
    float px;
    char32_t before = 0;

    float step(char32_t c) {
        const float moved = canvas.fonts.advance(face, px, before, c);
        before = c;
        return moved;
    }
};

/// Width of a piece of an encoded text, hanging white space at its end aside.
float width_of(Canvas& canvas, Face face, float px, std::string_view text) {
    Pen pen{canvas, face, px};
    float width = 0;
    float solid = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        width += pen.step(c);
        if (!hangs(c)) solid = width;
    }
    return solid;
}

/// Where the longest beginning of the text that is at most `width` wide ends; at least one character.
std::size_t fitting_end(Canvas& canvas, Face face, float px, std::string_view text, float width) {
    Pen pen{canvas, face, px};
    float reached = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        reached += pen.step(base::next_code_point(text, next));
        if (reached > width && at > 0) break;
        at = next;
    }
    return at;
}

std::size_t without_hanging(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && hangs(static_cast<unsigned char>(text[end - 1]))) --end;
    return end;
}

bool ends_hard(std::string_view text, std::size_t begin, std::size_t end) {
    return end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r');
}

void add_line(Canvas& canvas, TextBlock& block, std::size_t begin, std::size_t end) {
    end = without_hanging(block.text, begin, end);
    const float width = width_of(canvas, block.face, block.px, std::string_view(block.text).substr(begin, end - begin));
    block.lines.push_back({begin, end, width});
}

/// Greedy filling, as every text engine does it; pieces wider than the line are broken between characters.
void break_into_lines(Canvas& canvas, TextBlock& block, float width) {
    const std::string_view text = block.text;
    std::size_t begin = 0; // of the line
    std::size_t end = 0;   // of what is on it
    for (const std::size_t next : base::line_breaks(text)) {
        if (end > begin && width_of(canvas, block.face, block.px, text.substr(begin, next - begin)) > width) {
            add_line(canvas, block, begin, end);
            begin = end;
        }
        while (width_of(canvas, block.face, block.px, text.substr(begin, next - begin)) > width) {
            const std::size_t cut =
                begin + fitting_end(canvas, block.face, block.px, text.substr(begin, next - begin), width);
            if (cut >= next) break;
            add_line(canvas, block, begin, cut);
            begin = cut;
        }
        end = next;
        if (ends_hard(text, begin, end)) {
            add_line(canvas, block, begin, end);
            begin = end;
        }
    }
    if (begin < text.size() || block.lines.empty() || ends_hard(text, 0, text.size()))
        add_line(canvas, block, begin, text.size());
}

/// Ends the last line with an ellipsis within `width`.
void cut_last_line(Canvas& canvas, TextBlock& block, float width) {
    block.cut = true;
    TextBlock::Line& last = block.lines.back();
    const float dots = width_of(canvas, block.face, block.px, ellipsis);
    const std::string_view line = std::string_view(block.text).substr(last.begin, last.end - last.begin);
    if (last.width + dots > width) {
        const std::size_t kept = fitting_end(canvas, block.face, block.px, line, std::max(0.0F, width - dots));
        last.end = without_hanging(block.text, last.begin, last.begin + kept);
    }
    last.width =
        width_of(canvas, block.face, block.px, std::string_view(block.text).substr(last.begin, last.end - last.begin)) +
        dots;
}

struct Glyphs {
    ImDrawList* list;
    const ImFont* font;
    float scale;
    float ascent; ///< of the baked font, as its glyphs count it
};

/// One character, its pen at (x, baseline). What no font has is an empty box.
void draw_character(const Glyphs& glyphs, char32_t c, float x, float baseline, float advance, ImU32 colour) {
    const ImFontGlyph* glyph = glyphs.font->FindGlyphNoFallback(static_cast<ImWchar>(c));
    if (!glyph) {
        if (advance > 2 && c > 0x20 && c != 0xA0 && (c < 0x2000 || c > 0x200F) && c != 0x202F)
            glyphs.list->AddRect({x + 1, baseline - advance}, {x + advance - 1, baseline}, colour);
        return;
    }
    if (!glyph->Visible) return;
    const float left = x + glyph->X0 * glyphs.scale;
    const float top = baseline + (glyph->Y0 - glyphs.ascent) * glyphs.scale;
    const float right = left + (glyph->X1 - glyph->X0) * glyphs.scale;
    const float bottom = top + (glyph->Y1 - glyph->Y0) * glyphs.scale;
    glyphs.list->PrimReserve(6, 4);
    glyphs.list->PrimRectUV({left, top}, {right, bottom}, {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, colour);
}

Glyphs glyphs_of(Canvas& canvas, Face face, float px) {
    const SizedFont sized = canvas.fonts.at(face, px);
    if (!sized.font) return {canvas.list, nullptr, 1, 0};
    const FontMetrics& metrics = canvas.fonts.metrics(face);
    const float own_px = sized.font->FontSize / (metrics.ascent() + metrics.descent());
    const float scale = std::abs(own_px - sized.px) < 0.01F ? 1.0F : sized.px / own_px;
    return {canvas.list, sized.font, scale, std::round(sized.font->Ascent)};
}

/// Draws encoded text with its pen at (x, baseline); returns where the pen ends.
float draw_run(Canvas& canvas, Face face, float px, std::string_view text, float x, float baseline, Colour colour) {
    const Glyphs glyphs = glyphs_of(canvas, face, px);
    if (!glyphs.font) return x;
    canvas.list->PushTextureID(glyphs.font->ContainerAtlas->TexID);
    Pen pen{canvas, face, px};
    const ImU32 packed_colour = packed(colour);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const char32_t before = pen.before;
        const float moved = pen.step(c);
        const float own = before ? canvas.fonts.advance(face, px, 0, c) : moved;
        draw_character(glyphs, c, std::round(x + moved - own), baseline, own, packed_colour);
        x += moved;
    }
    canvas.list->PopTextureID();
    return x;
}

/// Baseline of a line whose box begins at `top`.
float baseline_in(const FontMetrics& metrics, float px, float line_height, float top) {
    const float leading = line_height - (metrics.ascent() + metrics.descent()) * px;
    return std::round(top + leading / 2 + metrics.ascent() * px);
}

} // namespace

TextBlock lay_out(Canvas& canvas, Face face, float px, std::string_view text, float width, std::size_t most_lines) {
    TextMemory& memory = canvas.fonts.memory();
    px = FontBook::snapped(px);
    TextMemory::Key key{face, px, width, most_lines, std::string(text)};
    if (const TextBlock* known = memory.find(key)) {
        static_cast<void>(canvas.fonts.at(face, px)); // keeps the size alive
        return *known;
    }
    TextBlock block;
    block.text = canvas.fonts.encoded(face, px, text);
    block.face = face;
    block.px = px;
    block.line_height = line_height_of(face, px);
    const bool one_line = most_lines == 1 || width <= 0;
    if (one_line) {
        std::replace(block.text.begin(), block.text.end(), '\n', ' ');
        add_line(canvas, block, 0, block.text.size());
        if (width > 0 && block.lines.front().width > width + 0.5F) cut_last_line(canvas, block, width);
    } else {
        // Half a pixel of grace: a text measured and laid out in just its width stays on its line.
        break_into_lines(canvas, block, width + 0.5F);
        if (most_lines > 0 && block.lines.size() > most_lines) {
            block.lines.resize(most_lines);
            cut_last_line(canvas, block, width);
        }
    }
    if (block.cut) static_cast<void>(canvas.fonts.encoded(face, px, ellipsis));
    for (const TextBlock::Line& of_block : block.lines) block.width = std::max(block.width, of_block.width);
    block.height = block.line_height * static_cast<float>(block.lines.size());
    memory.keep(std::move(key), block);
    return block;
}

TextBlock measured(Canvas& canvas, Face face, float px, std::string_view text, float width) {
    TextMemory& memory = canvas.fonts.memory();
    px = FontBook::snapped(px);
    TextMemory::Key key{face, px, width, std::numeric_limits<std::size_t>::max(), std::string(text)};
    if (const TextBlock* known = memory.find(key)) return *known;
    TextBlock block;
    block.text = FontBook::for_field(text);
    block.face = face;
    block.px = px;
    block.line_height = line_height_of(face, px);
    break_into_lines(canvas, block, width + 0.5F);
    for (const TextBlock::Line& of_block : block.lines) block.width = std::max(block.width, of_block.width);
    block.height = block.line_height * static_cast<float>(block.lines.size());
    memory.keep(std::move(key), block);
    return block;
}

TextBlock lay_out_to_fit(Canvas& canvas, Face face, float most_px, float least_px, std::string_view text, float width,
                         float height) {
    // Trying a size must not bake it: the trials are measured only.
    const auto fits = [&](float px) {
        TextBlock trial;
        trial.text = FontBook::for_field(text);
        trial.face = face;
        trial.px = px;
        break_into_lines(canvas, trial, width + 0.5F);
        return line_height_of(face, px) * static_cast<float>(trial.lines.size()) <= height + 0.5F;
    };
    TextMemory& memory = canvas.fonts.memory();
    TextMemory::Key key{face, -most_px, width, static_cast<std::size_t>(std::max(0.0F, height)), std::string(text)};
    key.text += '\0' + std::to_string(least_px);
    float px = 0;
    if (const TextBlock* known = memory.find(key)) {
        px = known->px;
    } else {
        px = FontBook::snapped(most_px);
        while (px > least_px && !fits(px)) px = FontBook::snapped(std::max(least_px, std::min(px - 1, px * 0.96F)));
        TextBlock found;
        found.px = px;
        memory.keep(std::move(key), found);
    }
    return lay_out(canvas, face, px, text, width);
}

void draw(Canvas& canvas, const TextBlock& block, Point top_left, Colour colour, Align align, float width) {
    const FontMetrics& metrics = canvas.fonts.metrics(block.face);
    const float room = width > 0 ? width : block.width;
    // Lines that are scrolled out of sight cost nothing. Letters may reach a little beyond their line.
    const float first_seen = canvas.list->GetClipRectMin().y - 2 * block.line_height;
    const float last_seen = canvas.list->GetClipRectMax().y + block.line_height;
    float top = top_left.y - block.line_height;
    for (const TextBlock::Line& of_block : block.lines) {
        top += block.line_height;
        if (top < first_seen || top > last_seen) continue;
        const float slack = align == Align::left    ? 0
                            : align == Align::right ? room - of_block.width
                                                    : (room - of_block.width) / 2;
        const float baseline = baseline_in(metrics, block.px, block.line_height, top);
        const std::string_view text =
            std::string_view(block.text).substr(of_block.begin, of_block.end - of_block.begin);
        const float end = draw_run(canvas, block.face, block.px, text, top_left.x + slack, baseline, colour);
        if (block.cut && &of_block == &block.lines.back())
            draw_run(canvas, block.face, block.px, ellipsis, end, baseline, colour);
    }
}

float label(Canvas& canvas, Face face, float px, std::string_view text, Point top_left, Colour colour, float width,
            Align align) {
    const TextBlock block = lay_out(canvas, face, px, text, width, 1);
    draw(canvas, block, top_left, colour, align, width);
    return block.width;
}

float label_in(Canvas& canvas, Face face, float px, std::string_view text, const Rect& rect, Colour colour,
               Align align) {
    const TextBlock block = lay_out(canvas, face, px, text, rect.w, 1);
    const FontMetrics& metrics = canvas.fonts.metrics(face);
    const float baseline = rect.y + (rect.h + metrics.cap_height() * block.px) / 2;
    const float leading = block.line_height - (metrics.ascent() + metrics.descent()) * block.px;
    draw(canvas, block, {rect.x, baseline - metrics.ascent() * block.px - leading / 2}, colour, align, rect.w);
    return block.width;
}

float text_width(Canvas& canvas, Face face, float px, std::string_view text) {
    return lay_out(canvas, face, px, text).width;
}

namespace {

/// A digit's cell is the widest digit's; the other signs are as wide as they are.
float cell_width(Canvas& canvas, float px, char32_t c) {
    if (c >= U'0' && c <= U'9') return canvas.fonts.metrics(Face::bold).digit_width() * px;
    return canvas.fonts.advance(Face::bold, px, 0, c);
}

} // namespace

float digits_width(Canvas& canvas, std::string_view text, float px) {
    px = FontBook::snapped(px);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += cell_width(canvas, px, base::next_code_point(text, at));
    return width;
}

void digits(Canvas& canvas, std::string_view text, Point centre, float px, Colour colour) {
    px = FontBook::snapped(px);
    static_cast<void>(canvas.fonts.encoded(Face::bold, px, text));
    const Glyphs glyphs = glyphs_of(canvas, Face::bold, px);
    if (!glyphs.font) return;
    const float cap = canvas.fonts.metrics(Face::bold).cap_height() * px;
    const float baseline = std::round(centre.y + cap / 2);
    canvas.list->PushTextureID(glyphs.font->ContainerAtlas->TexID);
    float x = centre.x - digits_width(canvas, text, px) / 2;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const float cell = cell_width(canvas, px, c);
        const float advance = canvas.fonts.advance(Face::bold, px, 0, c);
        float lifted = 0; // the colon stands at the digits' middle, not at the small letters'
        if (const ImFontGlyph* colon = c == ':' ? glyphs.font->FindGlyphNoFallback(':') : nullptr)
            lifted = ((colon->Y0 + colon->Y1) / 2 - glyphs.ascent) * glyphs.scale + cap / 2;
        draw_character(glyphs, c, std::round(x + (cell - advance) / 2), baseline - std::round(lifted), advance,
                       packed(colour));
        x += cell;
    }
    canvas.list->PopTextureID();
}

void centred_number(Canvas& canvas, std::string_view text, Point centre, float px, Colour colour) {
    px = FontBook::snapped(px);
    const std::string encoded(canvas.fonts.encoded(Face::bold, px, text));
    const Glyphs glyphs = glyphs_of(canvas, Face::bold, px);
    if (!glyphs.font) return;
    float left = std::numeric_limits<float>::max();
    float right = std::numeric_limits<float>::lowest();
    float x = 0;
    Pen pen{canvas, Face::bold, px};
    for (std::size_t at = 0; at < encoded.size();) {
        const char32_t c = base::next_code_point(encoded, at);
        if (const ImFontGlyph* glyph = glyphs.font->FindGlyphNoFallback(static_cast<ImWchar>(c))) {
            left = std::min(left, x + glyph->X0 * glyphs.scale);
            right = std::max(right, x + glyph->X1 * glyphs.scale);
        }
        x += pen.step(c);
    }
    if (right < left) return;
    const float cap = canvas.fonts.metrics(Face::bold).cap_height() * px;
    draw_run(canvas, Face::bold, px, encoded, centre.x - (left + right) / 2, std::round(centre.y + cap / 2), colour);
}

void icon(Canvas& canvas, char32_t code_point, Point centre, float px, Colour colour) {
    px = FontBook::snapped(px);
    std::string text;
    base::append_utf8(text, code_point);
    static_cast<void>(canvas.fonts.encoded(Face::icon, px, text));
    const Glyphs glyphs = glyphs_of(canvas, Face::icon, px);
    const ImFontGlyph* glyph =
        glyphs.font ? glyphs.font->FindGlyphNoFallback(static_cast<ImWchar>(code_point)) : nullptr;
    if (!glyph) return;
    canvas.list->PushTextureID(glyphs.font->ContainerAtlas->TexID);
    const float x = std::round(centre.x - (glyph->X0 + glyph->X1) / 2 * glyphs.scale);
    const float baseline = std::round(centre.y - ((glyph->Y0 + glyph->Y1) / 2 - glyphs.ascent) * glyphs.scale);
    draw_character(glyphs, code_point, x, baseline, px, packed(colour));
    canvas.list->PopTextureID();
}

} // namespace ronde::gui
