#include "platform/font_files.hpp"

#include <algorithm>
#include <array>
#include <fontconfig/fontconfig.h>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <spdlog/spdlog.h>
#include <string_view>
#include <utility>

namespace ronde::platform {

namespace {

using Bytes = std::shared_ptr<const std::vector<std::byte>>;
using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using CharSet = std::unique_ptr<FcCharSet, decltype(&FcCharSetDestroy)>;

struct Wish {
    std::string_view name; ///< for the log
    std::span<const char* const> families;
    int weight;
    char32_t proof; ///< a stand-in from outside the list must be able to draw this
};

constexpr std::array text_families{"Inter", "Inter Variable", "DejaVu Sans", "Noto Sans", "Liberation Sans"};
constexpr std::array title_families{"EB Garamond 12", "EB Garamond", "DejaVu Serif", "Noto Serif", "Liberation Serif"};
constexpr std::array icon_families{"FontAwesome", "Font Awesome 6 Free Solid", "Font Awesome 5 Free Solid",
                                   "Font Awesome 6 Free", "Font Awesome 5 Free"};

constexpr std::array<Wish, gui::face_count> wishes{{
    {"text", text_families, FC_WEIGHT_REGULAR, U'é'},
    {"bold", text_families, FC_WEIGHT_DEMIBOLD, U'é'},
    {"title", title_families, FC_WEIGHT_REGULAR, U'é'},
    {"icon", icon_families, FC_WEIGHT_BLACK, 0},
}};

/// A font and one fallback for the characters that it lacks are enough; each costs memory.
constexpr std::size_t most_files = 2;

const FcChar8* as_fc(const char* text) {
    return reinterpret_cast<const FcChar8*>(text); // NOLINT: fontconfig's strings are unsigned
}
std::string_view from_fc(const FcChar8* text) {
    return reinterpret_cast<const char*>(text); // NOLINT
}

bool has_family(const FcPattern* font, std::string_view family) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; ++i)
        if (from_fc(name) == family) return true;
    return false;
}

std::optional<FontFile> file_of(const FcPattern* font) {
    FcChar8* path = nullptr;
    int index = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    return FontFile{from_fc(path), index};
}

Pattern best_match(FcPattern* wanted) {
    FcPatternAddBool(wanted, FC_SCALABLE, FcTrue);
    FcPatternAddBool(wanted, FC_COLOR, FcFalse);
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    return {FcFontMatch(nullptr, wanted, &result), &FcPatternDestroy};
}

Bytes read_whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    if (content.empty()) return nullptr;
    auto bytes = std::make_shared<std::vector<std::byte>>(content.size());
    std::transform(content.begin(), content.end(), bytes->begin(), [](char c) { return std::byte(c); });
    return bytes;
}

std::vector<FontFile> files_for(const Wish& wish) {
    std::vector<FontFile> found;
    for (const char* family : wish.families) {
        if (found.size() == most_files) break;
        const auto file = find_font(family, wish.weight);
        if (!file || std::find(found.begin(), found.end(), *file) != found.end()) continue;
        if (found.empty() && family != wish.families.front())
            spdlog::warn("font {} is missing; taking {} for {}", wish.families.front(), family, wish.name);
        // The optical sizes of one family are no fallbacks for each other.
        const bool same_folder = !found.empty() && found.front().path.parent_path() == file->path.parent_path();
        if (!same_folder) found.push_back(*file);
    }
    if (found.empty() && wish.proof != 0) {
        if (const auto file = find_font_with(wish.proof)) {
            spdlog::warn("font {} is missing; taking {} for {}", wish.families.front(), file->path.string(), wish.name);
            found.push_back(*file);
        }
    }
    return found;
}

} // namespace

std::optional<FontFile> find_font(const std::string& family, int weight) {
    const Pattern wanted{FcPatternCreate(), &FcPatternDestroy};
    FcPatternAddString(wanted.get(), FC_FAMILY, as_fc(family.c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(wanted.get(), FC_WIDTH, FC_WIDTH_NORMAL);
    const Pattern font = best_match(wanted.get());
    if (font == nullptr || !has_family(font.get(), family)) return std::nullopt;
    return file_of(font.get());
}

std::optional<FontFile> find_font_with(char32_t code_point) {
    const CharSet characters{FcCharSetCreate(), &FcCharSetDestroy};
    FcCharSetAddChar(characters.get(), code_point);
    const Pattern wanted{FcPatternCreate(), &FcPatternDestroy};
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters.get());
    const Pattern font = best_match(wanted.get());
    if (font == nullptr) return std::nullopt;
    FcCharSet* covered = nullptr;
    if (FcPatternGetCharSet(font.get(), FC_CHARSET, 0, &covered) != FcResultMatch) return std::nullopt;
    FcBool outlines = FcFalse;
    FcPatternGetBool(font.get(), FC_OUTLINE, 0, &outlines);
    if (outlines == FcFalse || FcCharSetHasChar(covered, code_point) == FcFalse) return std::nullopt;
    return file_of(font.get());
}

base::Result<std::vector<gui::FaceSource>> load_faces() {
    if (FcInit() == FcFalse)
        return base::environment_failed(
            "fontconfig cannot be started; see that the package fontconfig-config is installed");
    std::map<std::filesystem::path, Bytes> read;
    std::vector<gui::FaceSource> faces;
    for (const Wish& wish : wishes) {
        gui::FaceSource& face = faces.emplace_back();
        for (const FontFile& file : files_for(wish)) {
            Bytes& bytes = read[file.path];
            if (bytes == nullptr) bytes = read_whole(file.path);
            if (bytes == nullptr) {
                spdlog::warn("font file {} cannot be read", file.path.string());
                continue;
            }
            face.files.push_back(bytes);
            face.indices.push_back(file.index);
        }
    }
    const gui::FaceSource letters = faces.front();
    if (letters.files.empty())
        return base::environment_failed("no font was found; install the packages fonts-inter and fonts-ebgaramond, "
                                        "or any font with Latin letters");
    // A face with nothing of its own borrows the letters: an icon is then missing, a word is not.
    for (gui::FaceSource& face : faces) {
        if (!face.files.empty()) continue;
        spdlog::warn("a face has no font; its characters are drawn with the text's");
        face = letters;
    }
    return faces;
}

} // namespace ronde::platform
