#include "gui/null_window.hpp"

#include "base/text.hpp"
#include "compat/imgui.hpp"
#include "gui/listed_ids.hpp"

#include <array>
#include <utility>

namespace ronde::tests {

NullWindow::NullWindow(float width, float height, std::vector<gui::FaceSource> faces)
    : m_width(width), m_height(height), m_imgui(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(m_imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    compat::take_events_at_once(io);
    io.ClipboardUserData = this;
    io.SetClipboardTextFn = [](void* self, const char* text) { static_cast<NullWindow*>(self)->clipboard = text; };
    io.GetClipboardTextFn = [](void* self) { return static_cast<NullWindow*>(self)->clipboard.c_str(); };
    m_fonts = std::make_unique<gui::FontBook>(*io.Fonts, std::move(faces), gui::AstralRasteriser{});
    io.Fonts->SetTexID(this);
    compat::feed_mouse_position(io, -1, -1);
}

NullWindow::~NullWindow() {
    m_fonts.reset();
    ImGui::DestroyContext(m_imgui);
}

void NullWindow::frame(const Draw& draw) {
    ImGui::SetCurrentContext(m_imgui);
    ImGuiIO& io = ImGui::GetIO();
    if (m_fonts->refresh()) io.Fonts->SetTexID(this);
    io.DeltaTime = 1.0F / 60;
    map.clear();
    keys = std::exchange(m_fed, {});
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
    gui::Ui ui{.canvas = {.list = ImGui::GetWindowDrawList(),
                          .fonts = *m_fonts,
                          .theme = gui::theme_of(app::ThemeName::paper),
                          .words = words,
                          .map = &map},
               .focus = focus,
               .drag = drag,
               .keys = keys,
               .unit = unit};
    draw(ui);
    ImGui::End();
    ImGui::Render();
    vertices = ImGui::GetDrawData()->TotalVtxCount;
    for (const gui::UiItem& item : map.items()) check_listed(item.id);
}

void NullWindow::type(std::string_view utf8) {
    const std::string stand_ins = gui::FontBook::for_field(utf8);
    for (std::size_t at = 0; at < stand_ins.size();) {
        const char32_t c = base::next_code_point(stand_ins, at);
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(c));
        // The window system tells of the key too.
        m_fed.push_back(c == U' ' ? gui::KeyPress{.key = gui::Key::space} : gui::KeyPress{.character = c});
    }
}

void NullWindow::move_to(gui::Point point) {
    compat::feed_mouse_position(ImGui::GetIO(), point.x, point.y);
}

void NullWindow::move_to(std::string_view id) {
    if (const gui::UiItem* item = map.find(id)) move_to(item->rect.centre());
}

void NullWindow::button_down() {
    compat::feed_mouse_button(ImGui::GetIO(), 0, true);
}
void NullWindow::button_up() {
    compat::feed_mouse_button(ImGui::GetIO(), 0, false);
}
void NullWindow::wheel(float steps) {
    compat::feed_mouse_wheel(ImGui::GetIO(), 0, steps);
}

void NullWindow::click(std::string_view id, const Draw& draw) {
    move_to(id);
    frame(draw);
    button_down();
    frame(draw);
    button_up();
    frame(draw);
}

void NullWindow::type_and_press(std::string_view utf8, gui::Key key, const Draw& draw) {
    type(utf8);
    press(key);
    frame(draw);
}

} // namespace ronde::tests
