#include "platform/damage.hpp"

#include "compat/catch.hpp"
#include "compat/imgui.hpp"

#include <algorithm>
#include <functional>
#include <vector>

using namespace ronde;
using platform::Area;

namespace {

constexpr int width = 1000;
constexpr int height = 600;
const std::vector<Area> whole{{0, 0, width, height}};
constexpr ImU32 ink = IM_COL32(0, 0, 0, 255);
constexpr ImU32 red = IM_COL32(200, 0, 0, 255);

/// A context of Dear ImGui without a window, and the damage of what is drawn in it.
class Frames {
public:
    Frames() {
        ImGui::SetCurrentContext(m_context);
        unsigned char* pixels = nullptr;
        int side = 0;
        ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &side, &side);
        ImGui::GetIO().IniFilename = nullptr;
    }
    ~Frames() { ImGui::DestroyContext(m_context); }
    Frames(const Frames&) = delete;
    Frames& operator=(const Frames&) = delete;

    std::vector<Area> draw(const std::function<void(ImDrawList&)>& drawing, ImVec2 size = ImVec2(width, height),
                           gui::Colour ground = {}) {
        ImGui::GetIO().DisplaySize = size;
        ImGui::NewFrame();
        drawing(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        return damage.since_last(*ImGui::GetDrawData(), ground);
    }

    platform::Damage damage;

private:
    ImGuiContext* m_context = ImGui::CreateContext();
};

void box(ImDrawList& list, float x, float y, float w, float h, ImU32 colour) {
    list.AddRectFilled(ImVec2(x, y), ImVec2(x + w, y + h), colour);
}

bool covered(const std::vector<Area>& areas, int x, int y, int w, int h) {
    return std::any_of(areas.begin(), areas.end(), [&](const Area& area) {
        return area.x <= x && area.y <= y && area.x + area.w >= x + w && area.y + area.h >= y + h;
    });
}

} // namespace

TEST_CASE("what has not changed is not drawn again") {
    Frames frames;
    const auto same = [](ImDrawList& list) { box(list, 10, 10, 900, 500, ink); };
    CHECK(frames.draw(same) == whole);
    CHECK(frames.draw(same).empty());
    frames.damage.forget();
    CHECK(frames.draw(same) == whole);
    CHECK(frames.draw(same, ImVec2(width, height), {1, 2, 3, 255}) == whole); // another ground
    CHECK(frames.draw(same, ImVec2(width - 1, height)).size() == 1);
}

TEST_CASE("a small change asks for a small area that holds it, before and after") {
    Frames frames;
    (void)frames.draw([](ImDrawList& list) {
        box(list, 0, 0, width, height, ink);
        box(list, 300, 200, 50, 30, red);
    });
    const auto moved = frames.draw([](ImDrawList& list) {
        box(list, 0, 0, width, height, ink);
        box(list, 420, 200, 50, 30, red);
    });
    CHECK(covered(moved, 300, 200, 50, 30));
    CHECK(covered(moved, 420, 200, 50, 30));
    int pixels = 0;
    for (const Area& area : moved) pixels += area.w * area.h;
    CHECK(pixels < width * height / 10);
}

TEST_CASE("what lies on top counts too") {
    Frames frames;
    (void)frames.draw([](ImDrawList& list) {
        box(list, 100, 100, 50, 50, ink);
        box(list, 120, 120, 50, 50, red);
    });
    const auto turned = frames.draw([](ImDrawList& list) {
        box(list, 120, 120, 50, 50, red);
        box(list, 100, 100, 50, 50, ink);
    });
    CHECK(covered(turned, 120, 120, 30, 30));
}

TEST_CASE("what a clip hides is no change") {
    Frames frames;
    const auto with_hidden = [&](ImU32 colour) {
        return frames.draw([&](ImDrawList& list) {
            list.PushClipRect(ImVec2(0, 0), ImVec2(200, 200));
            box(list, 300, 300, 50, 50, colour);
            list.PopClipRect();
        });
    };
    (void)with_hidden(ink);
    CHECK(with_hidden(red).empty());
}

TEST_CASE("many changes far apart are a few areas that hold them all") {
    Frames frames;
    const auto dots = [&](ImU32 colour) {
        return frames.draw([&](ImDrawList& list) {
            for (int x = 0; x < width; x += 140)
                for (int y = 0; y < height; y += 140)
                    box(list, static_cast<float>(x), static_cast<float>(y), 20, 20, colour);
        });
    };
    (void)dots(ink);
    const auto areas = dots(red);
    CHECK(areas.size() <= 6);
    for (int x = 0; x < width; x += 140)
        for (int y = 0; y < height; y += 140) CHECK(covered(areas, x, y, 20, 20));
}

TEST_CASE("more changes than are worth telling apart are one area") {
    Frames frames;
    const auto dots = [&](ImU32 colour) {
        return frames.draw([&](ImDrawList& list) {
            for (int x = 0; x < width; x += 70)
                for (int y = 0; y < height; y += 70)
                    box(list, static_cast<float>(x), static_cast<float>(y), 4, 4, colour);
        });
    };
    (void)dots(ink);
    const auto areas = dots(red);
    REQUIRE(areas.size() == 1);
    CHECK(covered(areas, 0, 0, 980 + 4, 560 + 4));
}
