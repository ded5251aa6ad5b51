// Animer's message to the room: the field, and over it what the room reads now, with a way to take it off.

#include "gui/run_presses.hpp"

#include "base/text.hpp"

namespace ronde::gui {

void draw_run_message(RunFrame& frame, Rect place, std::vector<Press> beside) {
    const Words& words = frame.words();
    Canvas& canvas = frame.ui.canvas;
    const std::string& shown = frame.session().stage.message;
    Rect row = place.cut_top(frame.px(30));
    if (!shown.empty()) {
        const std::string_view off = words("run.message_off");
        const ButtonOptions options{
            .look = ButtonLook::link, .key_hint = words("run.key.message_off"), .enabled = frame.only_if(true)};
        const Rect take = row.cut_right(button_width(frame.ui, off, options));
        const bool keyed = options.enabled == Enabled::yes && frame.letter(U'o');
        if (button(frame.ui, "run.message_off", take, off, options) || keyed) frame.wish(cafe::ShowMessage{});
        row.cut_right(frame.px(12));
        const std::string text = words("run.message_on", {{"text", shown}});
        label_in(canvas, Face::bold, frame.px(15), text, row, frame.theme().ink);
        note_item(canvas, "run.message_on", "text", text, row, shown);
    }
    place.cut_top(frame.px(4));
    Rect field = place.cut_top(frame.px(55));
    for (Press& press : beside) {
        const Rect at = field.cut_right(button_width(frame.ui, press.label, press.options));
        if (button(frame.ui, press.id, at, press.label, press.options)) frame.wish(std::move(press.deed));
        field.cut_right(frame.px(14));
    }
    const FieldOptions options{.hint = words("run.message_hint"),
                               .label = words("run.message_hint"),
                               .size = 17,
                               .enabled = frame.only_if(true),
                               .right_hint =
                                   frame.state.message.empty() ? std::string_view{} : words("run.message_enter")};
    const FieldEvent event = text_field(frame.ui, "run.message", field, frame.state.message, options);
    const std::string_view text = base::trimmed(frame.state.message);
    if (event != FieldEvent::submitted || text.empty()) return;
    // Kept in the field when it is refused, with the reason told by the shell.
    if (frame.dispatch.act(cafe::ShowMessage{std::string(text)})) return;
    frame.state.message.clear();
    give_focus(frame.ui, {}); // the keys are the clock's again
}

} // namespace ronde::gui
