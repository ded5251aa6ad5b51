#pragma once
// A window without a screen: Dear ImGui with no renderer, a fixed frame time, keys and mouse fed by hand. Text is
// measured with a face of which every character is half an em wide, so that no test depends on the machine's fonts.

#include "gui/kit.hpp"
#include "gui/theme.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace ronde::tests {

class NullWindow {
public:
    /// Without faces it lays texts out and draws no letters.
    explicit NullWindow(float width = 1440, float height = 900, std::vector<gui::FaceSource> faces = {});
    ~NullWindow();
    NullWindow(const NullWindow&) = delete;
    NullWindow& operator=(const NullWindow&) = delete;

    /// What a frame draws.
    using Draw = std::function<void(gui::Ui&)>;

    /// One frame with what was fed since the last one. Keys that nobody took are left in `keys`.
    void frame(const Draw& draw);

    /// Feeds characters as a keyboard makes them: those of the next frame.
    void type(std::string_view utf8);
    void press(const gui::KeyPress& key) { m_fed.push_back(key); }
    void press(gui::Key key) { m_fed.push_back({.key = key}); }
    void move_to(gui::Point point);
    void move_to(std::string_view id);
    void button_down();
    void button_up();
    void wheel(float steps);

    /// Three frames: the mouse arrives, goes down, comes up.
    void click(std::string_view id, const Draw& draw);
    /// The frame with the characters, then one for each key.
    void type_and_press(std::string_view utf8, gui::Key key, const Draw& draw);

    [[nodiscard]] gui::Rect rect() const { return {0, 0, m_width, m_height}; }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) const { return map.find(id); }

    gui::Words words{};
    gui::UiMap map{};
    gui::Focus focus{};
    gui::Drag drag{};
    std::vector<gui::KeyPress> keys{};
    float unit = 1;
    std::string clipboard{};
    int vertices = 0; ///< that the last frame drew

private:
    float m_width;
    float m_height;
    ImGuiContext* m_imgui;
    std::unique_ptr<gui::FontBook> m_fonts;
    std::vector<gui::KeyPress> m_fed;
};

} // namespace ronde::tests
