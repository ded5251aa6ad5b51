// Et ensuite ?: the form for a commitment, those that there are, and the actions that nobody took on yet.

#include "app/follow_up.hpp"
#include "base/text.hpp"
#include "gui/follow_up_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ronde::gui {
namespace {

constexpr char32_t check_icon = 0xF00C;
constexpr std::size_t most_hints = 3;
constexpr std::string_view what_id = "follow_up.what";
constexpr std::string_view who_id = "follow_up.who";
constexpr std::string_view with_id = "follow_up.with";
constexpr std::string_view by_id = "follow_up.by";

std::optional<app::TypedDate> day_of_draft(const FollowUpFrame& frame) {
    return app::day_typed(frame.state.draft.by_when, app::today_of(frame.session(), frame.view.app.now.wall));
}

bool says_a_day(const CommitmentDraft& draft) {
    return !base::trimmed(draft.by_when).empty();
}

/// Takes the draft when it says something and its day can be read; else it stays, and the form says why.
void take_draft(FollowUpFrame& frame) {
    FollowUpState& state = frame.state;
    const auto day = day_of_draft(frame);
    state.refused = base::trimmed(state.draft.what).empty() || (says_a_day(state.draft) && !day);
    if (state.refused) {
        // Once: whoever clicks elsewhere afterwards is there.
        if (base::trimmed(state.draft.what).empty()) give_focus(frame.ui, what_id);
        return;
    }
    const cafe::Commitment* known = cafe::find(frame.session(), state.draft.id);
    cafe::Commitment commitment = known == nullptr ? cafe::Commitment{} : *known;
    commitment.id = state.draft.id;
    if (commitment.id.empty()) commitment.id = {frame.dispatch.new_id("e")};
    commitment.what = base::trimmed(state.draft.what);
    commitment.who = base::trimmed(state.draft.who);
    commitment.with_whom = base::trimmed(state.draft.with_whom);
    commitment.by_when = day && says_a_day(state.draft) ? app::iso_day(*day) : std::string{};
    if (known == nullptr) commitment.from = state.draft.from;
    frame.wish(cafe::PutCommitment{std::move(commitment)});
    state.draft = state.loaded = {};
    give_focus(frame.ui, what_id);
}

void load(FollowUpFrame& frame, const cafe::Commitment& commitment, std::string_view focus) {
    const auto day = app::day_of(commitment);
    frame.state.draft = {.id = commitment.id,
                         .what = commitment.what,
                         .who = commitment.who,
                         .with_whom = commitment.with_whom,
                         .by_when = day ? std::to_string(day->day) + '/' + std::to_string(day->month) + '/' +
                                              std::to_string(day->year)
                                        : std::string{},
                         .from = commitment.from,
                         .done = commitment.done};
    frame.state.loaded = frame.state.draft;
    frame.state.refused = false;
    focus_by_key(frame.ui, focus);
}

/// Makes a commitment of an action at once, and goes on to who does it, unless the form holds something else.
void take_on(FollowUpFrame& frame, const cafe::Idea& idea) {
    const cafe::Commitment commitment{.id = {frame.dispatch.new_id("e")}, .what = idea.text, .from = idea.id};
    frame.wish(cafe::PutCommitment{commitment});
    if (frame.state.draft == frame.state.loaded) load(frame, commitment, who_id);
}

struct FormField {
    std::string_view id;
    std::string& text;
    std::string_view hint;
    bool names = false; ///< of people and organisations: Down completes
};

void draw_form_field(FollowUpFrame& frame, const FormField& field, const Rect& rect) {
    Ui& ui = frame.ui;
    const FieldOptions options{.hint = field.hint, .label = field.hint, .size = 16.5F, .enabled = frame.only_if(true)};
    const FieldEvent event = text_field(ui, field.id, rect, field.text, options);
    if (event == FieldEvent::changed) frame.state.refused = false;
    if (event == FieldEvent::submitted) take_draft(frame);
    if (!field.names || ui.focus.id != field.id) return;
    const auto names = app::names_like(frame.session(), field.text, 1);
    if (!names.empty() && take_key(ui, {.key = Key::down})) field.text = app::completed(field.text, names.front());
}

/// Names that complete the field with the keyboard, as chips; false when there are none.
bool draw_name_hints(FollowUpFrame& frame, Rect row) {
    Ui& ui = frame.ui;
    const bool who = ui.focus.id == who_id;
    if (!who && ui.focus.id != with_id) return false;
    std::string& text = who ? frame.state.draft.who : frame.state.draft.with_whom;
    const auto names = app::names_like(frame.session(), text, most_hints);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const ButtonOptions options{.look = ButtonLook::chip,
                                    .key_hint = i == 0 ? frame.words()("follow_up.key.complete") : std::string_view{}};
        const float width = std::min(button_width(ui, names[i], options), row.w);
        if (width < frame.px(60)) break;
        const Rect at = row.cut_left(width);
        row.cut_left(frame.px(8));
        if (button(ui, "follow_up.name." + std::to_string(i + 1), at, names[i], options)) {
            text = app::completed(text, names[i]);
            give_focus(ui, who ? who_id : with_id);
        }
    }
    return !names.empty();
}

/// What the form understands, or why it does not take the draft; names while they are typed.
void draw_form_words(FollowUpFrame& frame, const Rect& row) {
    const CommitmentDraft& draft = frame.state.draft;
    const Rect text{row.x, row.y + frame.px(5), row.w, row.h};
    const auto day = day_of_draft(frame);
    if (frame.state.refused && base::trimmed(draft.what).empty()) {
        say(frame, "follow_up.trouble", frame.words()("follow_up.no_what"), text, Tone::alarm);
    } else if (frame.state.refused && says_a_day(draft) && !day) {
        say(frame, "follow_up.trouble", frame.words()("follow_up.no_day", {{"text", draft.by_when}}), text,
            Tone::alarm);
    } else if (!draw_name_hints(frame, row) && day) {
        say(frame, "follow_up.day", frame.words()("follow_up.by", {{"day", day_words(frame, *day)}}), text);
    }
}

float draw_form(FollowUpFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    CommitmentDraft& draft = frame.state.draft;
    if (!draft.id.empty() && cafe::find(frame.session(), draft.id) == nullptr && draft == frame.state.loaded)
        draft = frame.state.loaded = {}; // it is gone, and nothing was typed
    const float height = frame.px(46);
    const float gap = frame.px(10);
    float y = area.y;
    draw_form_field(frame, {what_id, draft.what, words("follow_up.what")}, {area.x, y, area.w, height});
    y += height + gap;
    Rect row{area.x, y, area.w, height};
    const float third = (area.w - 2 * gap) * 0.34F;
    draw_form_field(frame, {who_id, draft.who, words("follow_up.who"), true}, row.cut_left(third));
    row.cut_left(gap);
    draw_form_field(frame, {with_id, draft.with_whom, words("follow_up.with"), true}, row.cut_left(third));
    row.cut_left(gap);
    const std::string_view with_examples = words("follow_up.by_when");
    const bool fits = text_width(ui.canvas, Face::text, frame.px(17), with_examples) + frame.px(36) <= row.w;
    draw_form_field(frame, {by_id, draft.by_when, fits ? with_examples : words("follow_up.by_when.short")}, row);
    y += height + gap;

    const bool new_one = draft.id.empty();
    const std::string_view text = words(new_one ? "follow_up.add" : "follow_up.save");
    const ButtonOptions options{.look = ButtonLook::primary,
                                .key_hint = words("follow_up.key.enter"),
                                .enabled = frame.only_if(!base::trimmed(draft.what).empty())};
    Rect foot{area.x, y, area.w, button_height(ui, ButtonLook::primary)};
    const Rect press = foot.cut_right(button_width(ui, text, options));
    if (button(ui, "follow_up.add", press, text, options)) take_draft(frame);
    foot.cut_right(gap);
    if (!new_one || draft != CommitmentDraft{}) {
        const ButtonOptions leave{.look = ButtonLook::quiet};
        const std::string_view off = words("follow_up.leave");
        const Rect at = foot.cut_right(button_width(ui, off, leave));
        const float low = button_height(ui, ButtonLook::quiet);
        if (button(ui, "follow_up.leave", {at.x, at.centre().y - low / 2, at.w, low}, off, leave))
            draft = frame.state.loaded = {};
        foot.cut_right(gap);
    }
    const float chip = button_height(ui, ButtonLook::chip);
    draw_form_words(frame, {foot.x, foot.centre().y - chip / 2, foot.w, chip});
    return y + foot.h;
}

/// "Anne Pujol · avec Le Hangar Bleu · avant le vendredi 16 juin".
std::string details_of(const FollowUpFrame& frame, const cafe::Commitment& commitment) {
    const Words& words = frame.words();
    std::string text = commitment.who;
    const auto add = [&](const std::string& part) {
        text += (text.empty() ? std::string{} : std::string(words("follow_up.joint"))) + part;
    };
    if (!commitment.with_whom.empty()) add(words("follow_up.with_whom", {{"name", commitment.with_whom}}));
    if (const auto day = app::day_of(commitment)) add(words("follow_up.by", {{"day", day_words(frame, *day)}}));
    return text.empty() ? std::string(words("follow_up.nobody")) : text;
}

/// One commitment: done or not, what, who; a click changes it. Returns its height.
float draw_commitment(FollowUpFrame& frame, const cafe::Commitment& commitment, const Rect& area) {
    Ui& ui = frame.ui;
    const Theme& theme = frame.theme();
    const float box = frame.px(30);
    const float text_x = box + frame.px(14);
    const float side = frame.px(36);
    const TextBlock what =
        lay_out(ui.canvas, Face::text, frame.px(17), commitment.what, area.w - text_x - side - frame.px(8));
    const float pad = frame.px(10);
    const Rect rect{area.x, area.y, area.w, std::round(what.height + frame.px(22) + 2 * pad)};
    const std::string id = "follow_up.commitment." + commitment.id.value;
    const bool editing = frame.state.draft.id == commitment.id;
    if (row(ui, id, rect,
            {.selected = editing ? Selected::yes : Selected::no,
             .label = commitment.what,
             .value = commitment.done ? "done" : "open",
             .role = "commitment",
             .ink_when_selected = false}) &&
        frame.view.writable() && frame.state.draft == frame.state.loaded)
        load(frame, commitment, what_id);
    const bool focused = ui.focus.id == id;

    const Rect tick{rect.x + frame.px(4), rect.y + pad - frame.px(3), box, box};
    const bool done = commitment.done;
    fill(ui.canvas, tick, done ? theme.ink : theme.surface, frame.px(7));
    outline(ui.canvas, tick, done ? theme.ink : theme.muted, frame.px(7), std::max(1.0F, frame.px(1.5F)));
    const bool toggled = button(ui, id + ".done", tick, "",
                                {.look = ButtonLook::quiet,
                                 .enabled = frame.only_if(true),
                                 .value = done ? "on" : "off",
                                 .tip = frame.words()(done ? "follow_up.undone" : "follow_up.done")});
    if (done) {
        fill(ui.canvas, tick, theme.ink, frame.px(7));
        icon(ui.canvas, check_icon, tick.centre(), frame.px(15), theme.on_ink);
    }
    if (toggled || (focused && take_key(ui, {.character = U'x'}))) {
        cafe::Commitment changed = commitment;
        changed.done = !done;
        frame.wish(cafe::PutCommitment{std::move(changed)});
    }
    draw(ui.canvas, what, {rect.x + text_x, rect.y + pad - frame.px(2)}, done ? theme.muted : theme.ink);
    label(ui.canvas, Face::text, frame.px(14.5F), details_of(frame, commitment),
          {rect.x + text_x, rect.y + pad + what.height}, theme.muted, rect.w - text_x - side);
    const Rect cross{rect.right() - side, rect.y + pad - frame.px(4), side, frame.px(32)};
    const bool removed =
        button(ui, id + ".remove", cross, "×",
               {.look = ButtonLook::quiet, .enabled = frame.only_if(true), .tip = frame.words()("follow_up.remove")});
    if (removed || (focused && take_key(ui, {.key = Key::del}))) {
        frame.wish(cafe::RemoveCommitment{commitment.id});
        give_focus(ui, what_id);
    }
    fill(ui.canvas, {rect.x, rect.bottom() - 1, rect.w, 1}, theme.hairline);
    return rect.h;
}

bool pressed_take_on(FollowUpFrame& frame) {
    return !frame.ui.focus.typing && frame.ui.blocked_by.empty() && frame.view.writable() &&
           (take_key(frame.ui, {.character = U'c'}) || take_key(frame.ui, {.character = U'C'}));
}

/// The actions that nobody took on: C, or its button, makes a commitment of one.
float draw_open_actions(FollowUpFrame& frame, Rect area) {
    Ui& ui = frame.ui;
    const auto actions = app::open_actions(frame.session());
    if (actions.empty()) return area.y;
    area.y = part_title(frame, area, frame.words().count("follow_up.actions", static_cast<long>(actions.size())));
    const cafe::Idea* chosen = nullptr;
    for (const cafe::Idea* idea : actions) {
        const bool first = idea == actions.front();
        const ButtonOptions options{.look = ButtonLook::chip,
                                    .key_hint = first ? frame.words()("follow_up.key.take_on") : std::string_view{},
                                    .enabled = frame.only_if(true)};
        const std::string_view text = frame.words()("follow_up.take_on");
        const float width = button_width(ui, text, options);
        const TextBlock block = lay_out(ui.canvas, Face::text, frame.px(16), idea->text, area.w - width - frame.px(20));
        const float chip = button_height(ui, ButtonLook::chip);
        const Rect rect{area.x, area.y, area.w, std::round(std::max(block.height, chip) + frame.px(16))};
        const std::string id = "follow_up.action." + idea->id.value;
        if (row(ui, id, rect, {.label = idea->text, .role = "idea", .ink_when_selected = false}) && ui.focus.by_keys)
            chosen = idea;
        if (ui.focus.id == id && pressed_take_on(frame)) chosen = idea;
        draw(ui.canvas, block, {rect.x + frame.px(4), rect.centre().y - block.height / 2}, frame.theme().ink);
        if (button(ui, id + ".take_on", {rect.right() - width, rect.centre().y - chip / 2, width, chip}, text, options))
            chosen = idea;
        fill(ui.canvas, {rect.x, rect.bottom() - 1, rect.w, 1}, frame.theme().hairline);
        area.y = rect.bottom();
    }
    if (chosen == nullptr && pressed_take_on(frame)) chosen = actions.front();
    if (chosen != nullptr) take_on(frame, *chosen);
    return area.y + frame.px(20);
}

} // namespace

bool take_on_action(Ui& ui, const View& view, FollowUpState& state, const Dispatch& dispatch, const cafe::IdeaId& id) {
    FollowUpFrame frame{ui, view, state, dispatch};
    const auto actions = app::open_actions(view.session());
    const auto found = std::ranges::find(actions, id, &cafe::Idea::id);
    if (found == actions.end()) return false;
    take_on(frame, **found);
    grant(frame);
    return true;
}

float draw_commitments(FollowUpFrame& frame, const Rect& area) {
    const auto& commitments = frame.follow_up().commitments;
    Rect rest = area;
    rest.y = part_title(frame, rest,
                        commitments.empty()
                            ? std::string(frame.words()("follow_up.commitments"))
                            : frame.words().count("follow_up.commitments", static_cast<long>(commitments.size())));
    rest.y = draw_form(frame, rest) + frame.px(14);
    for (const cafe::Commitment& commitment : commitments) rest.y += draw_commitment(frame, commitment, rest);
    if (commitments.empty())
        rest.y = say(frame, "follow_up.no_commitments", frame.words()("follow_up.no_commitments"), rest);
    rest.y += frame.px(26);
    return draw_open_actions(frame, rest);
}

} // namespace ronde::gui
