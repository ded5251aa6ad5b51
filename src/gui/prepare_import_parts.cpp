#include "gui/prepare_import_parts.hpp"

#include "compat/imgui.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace ronde::gui {
namespace {

constexpr std::size_t most_lines_said = 8;

/// Sentences about lines, in two lists of the same kind.
struct Told {
    std::string_view id; ///< of its items, without their number
    std::size_t count = 0;
    std::function<std::string(std::size_t)> text;
    Colour colour{};
};

/// The first of them whole, or all of them once they were asked for, a row each: only those in sight cost anything.
float draw_told(const PrepareFrame& frame, const Told& told, const Rect& area) {
    float y = area.y;
    const auto id = [&](std::size_t i) { return std::string(told.id) + "." + std::to_string(i + 1); };
    if (!frame.state.people.all_lines || told.count <= most_lines_said) {
        for (std::size_t i = 0; i < std::min(told.count, most_lines_said); ++i)
            y = paragraph(frame, id(i), told.text(i), {area.x, y, area.w, 0}, told.colour);
        if (told.count > most_lines_said)
            y = paragraph(frame, "import.more",
                          frame.words().count("import.more", static_cast<long>(told.count - most_lines_said)),
                          {area.x, y, area.w, 0}, told.colour);
        return y;
    }
    const float height = frame.px(26);
    const auto place_at = [&](float at) {
        return static_cast<std::size_t>(std::clamp((at - area.y) / height, 0.0F, static_cast<float>(told.count)));
    };
    const ImDrawList& list = *frame.ui.canvas.list;
    const std::size_t last = std::min(told.count, place_at(list.GetClipRectMax().y) + 1);
    for (std::size_t i = place_at(list.GetClipRectMin().y); i < last; ++i) {
        const Rect row{area.x, area.y + static_cast<float>(i) * height, area.w, height};
        const std::string text = told.text(i);
        note_item(frame.ui.canvas, id(i), "text", text, row);
        label_in(frame.ui.canvas, Face::text, frame.px(15), text, row, told.colour);
    }
    return area.y + static_cast<float>(told.count) * height;
}

} // namespace

float paragraph(const PrepareFrame& frame, std::string_view id, std::string_view text, const Rect& area, Colour colour,
                float size) {
    const auto block = lay_out(frame.ui.canvas, Face::text, frame.px(size), text, area.w);
    text_item(frame.ui, id, block, {area.x, area.y}, colour);
    return area.y + block.height + frame.px(4);
}

float draw_import_troubles(const PrepareFrame& frame, const app::PeopleList& list, const Rect& area) {
    const auto& words = frame.words();
    const auto& left_out = list.read.left_out;
    const auto& remarks = list.read.remarks;
    const Told wrong{.id = "import.wrong",
                     .count = left_out.size(),
                     .text =
                         [&](std::size_t i) {
                             const auto& one = left_out[i];
                             return words("import.why." + std::string(base::name_of(one.why)),
                                          {{"line", std::to_string(one.line)}, {"detail", one.detail}});
                         },
                     .colour = frame.theme().alarm};
    const Told looked_at{.id = "import.remark",
                         .count = remarks.size(),
                         .text =
                             [&](std::size_t i) {
                                 const auto& one = remarks[i];
                                 return words("import.remark." + std::string(base::name_of(one.remark)),
                                              {{"line", std::to_string(one.line)},
                                               {"other", std::to_string(one.other_line)},
                                               {"detail", one.detail}});
                             },
                         .colour = frame.theme().muted};
    float y = area.y;
    if (wrong.count > 0) {
        y += heading(frame.ui, words.count("import.left_out", static_cast<long>(wrong.count)), {area.x, y}, area.w) +
             frame.px(4);
        y = draw_told(frame, wrong, {area.x, y, area.w, 0}) + frame.px(10);
    }
    if (looked_at.count > 0) {
        y += heading(frame.ui, words("import.remarks"), {area.x, y}, area.w) + frame.px(4);
        y = draw_told(frame, looked_at, {area.x, y, area.w, 0});
    }
    if (std::max(wrong.count, looked_at.count) > most_lines_said) {
        Buttons buttons(frame, {area.x, y + frame.px(6)});
        bool& all = frame.state.people.all_lines;
        if (buttons.press("import.lines.all", words(all ? "import.lines.fewer" : "import.lines.all"),
                          {.look = ButtonLook::chip}))
            all = !all;
        if (buttons.press("import.lines.copy", words("import.lines.copy"), {.look = ButtonLook::chip})) {
            std::string text;
            for (const Told* told : {&wrong, &looked_at})
                for (std::size_t i = 0; i < told->count; ++i) text += told->text(i) + '\n';
            frame.wish(app::Command{app::CopyText{std::move(text)}});
        }
        y += frame.px(6) + button_height(frame.ui, ButtonLook::chip);
    }
    return y + frame.px(10);
}

} // namespace ronde::gui
