#include "gui/presence.hpp"

#include "app/presence.hpp"
#include "base/text.hpp"
#include "gui/control_parts.hpp"
#include "gui/idea_columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace ronde::gui {
namespace {

using app::Standing;

constexpr std::size_t most_rows = 200;

std::string standing_text(const Words& words, const cafe::Session& session, const cafe::Participant& person) {
    switch (app::standing_of(session, person)) {
    case Standing::expected: return std::string(words("presence.expected"));
    case Standing::late: return words("presence.late", {{"round", std::to_string(person.first_round)}});
    case Standing::here: return std::string(words("presence.here"));
    case Standing::left: return words("presence.left", {{"round", std::to_string(person.last_round)}});
    case Standing::absent: break;
    }
    return std::string(words("presence.absent"));
}

std::string counts_text(const Words& words, const cafe::Session& session) {
    long here = 0;
    long expected = 0;
    long absent = 0;
    for (const auto& person : session.participants) {
        const auto standing = app::standing_of(session, person);
        here += standing == Standing::here ? 1 : 0;
        expected += standing == Standing::expected || standing == Standing::late ? 1 : 0;
        absent += standing == Standing::absent || standing == Standing::left ? 1 : 0;
    }
    return words.count("presence.count.here", here) + " · " + words.count("presence.count.expected", expected) + " · " +
           words.count("presence.count.absent", absent);
}

/// The panel of one frame.
class Panel {
public:
    Panel(const ControlFrame& frame, Overlay& overlay)
        : m_frame(frame), m_state(frame.state.presence), m_session(frame.view.session()), m_overlay(overlay) {
        m_can = frame.view.writable() ? Enabled::yes : Enabled::no;
    }

    void draw(Rect inside) {
        Ui& ui = m_frame.ui;
        const auto& words = m_frame.words();
        const std::string counts = counts_text(words, m_session);
        const Rect under = inside.cut_top(ui.px(26));
        label(ui.canvas, Face::text, ui.px(15), counts, {under.x, under.y}, m_frame.theme().muted, under.w);
        note_item(ui.canvas, "presence.counts", "text", counts, under);
        inside.cut_top(ui.px(8));
        draw_field(inside.cut_top(ui.px(46)));
        inside.cut_top(ui.px(10));
        const std::vector<StandingButton> buttons = place_buttons(inside.w);
        draw_foot(inside.cut_bottom(ui.px(52) + buttons.back().rect.bottom()), buttons);
        inside.cut_bottom(ui.px(10));
        draw_rows(inside);
        for (cafe::Deed& deed : m_deeds)
            if (m_frame.dispatch.act(std::move(deed))) break; // the refusal was told
    }

private:
    void find() {
        m_found.clear();
        for (const auto& person : m_session.participants)
            if (app::is_found(m_session, person, m_state.typed)) m_found.push_back(&person);
        m_walk_ins = app::walk_ins(m_session, m_state.typed);
        m_state.chosen = std::min(m_state.chosen, count() == 0 ? 0 : count() - 1);
    }
    [[nodiscard]] std::size_t count() const { return std::min(m_found.size(), most_rows) + m_walk_ins.size(); }
    [[nodiscard]] const cafe::Participant* chosen_person() const {
        return m_state.chosen < std::min(m_found.size(), most_rows) ? m_found[m_state.chosen] : nullptr;
    }

    void set(cafe::SetPresence deed) {
        if (m_can == Enabled::no) return;
        m_state.last = deed.ids.front();
        m_deeds.emplace_back(std::move(deed));
    }

    void type_next() {
        m_state.typed.clear();
        m_state.chosen = 0;
        give_focus(m_frame.ui, "presence.search");
    }

    /// What Enter does: ticks the chosen person in, or welcomes the walk-in.
    void take_chosen() {
        if (m_can == Enabled::no || count() == 0) return;
        if (const auto* person = chosen_person()) {
            set(app::tick_in(m_session, *person));
        } else {
            const std::size_t at = m_state.chosen - std::min(m_found.size(), most_rows);
            auto deeds = app::welcome(m_session, m_walk_ins[at], m_frame.dispatch.new_id);
            m_state.last = std::get<cafe::PutPeople>(deeds.front()).participants.front().id;
            for (cafe::Deed& deed : deeds) m_deeds.push_back(std::move(deed));
        }
        type_next();
    }

    void draw_field(const Rect& rect) {
        Ui& ui = m_frame.ui;
        const auto& words = m_frame.words();
        if (m_overlay.is_new()) {
            m_state.last = {};
            focus_by_key(ui, "presence.search");
        }
        FieldOptions field;
        field.hint = words("presence.search.hint");
        field.label = words("presence.search");
        field.right_hint = words("presence.search.enter");
        field.size = 17;
        const auto event = text_field(ui, "presence.search", rect, m_state.typed, field);
        if (event == FieldEvent::changed) m_state.chosen = 0;
        find();
        if (event == FieldEvent::submitted) take_chosen();
        if (take_key(ui, {.key = Key::down}) && m_state.chosen + 1 < count()) ++m_state.chosen;
        if (take_key(ui, {.key = Key::up}) && m_state.chosen > 0) --m_state.chosen;
        for (const auto& [letter, standing] : letters)
            if (take_key(ui, {.key = Key::character, .character = letter, .alt = true})) put(standing);
    }

    /// Says of the chosen person how they stand.
    void put(Standing standing) {
        const auto* person = chosen_person();
        if (person == nullptr) return;
        switch (standing) {
        case Standing::here: return set(app::tick_in(m_session, *person));
        case Standing::late: return set(app::come_later(m_session, *person));
        case Standing::left: return set(app::leave(m_session, *person));
        case Standing::absent: return set(app::stay_away(*person));
        case Standing::expected: return set(app::expect_again(*person));
        }
    }

    void draw_rows(const Rect& place) {
        Ui& ui = m_frame.ui;
        Scroll scroll(ui, "presence.rows", place);
        const float height = std::round(ui.px(44));
        float y = scroll.content().y;
        const std::size_t people = std::min(m_found.size(), most_rows);
        for (std::size_t i = 0; i < count(); ++i) {
            const Rect rect{scroll.content().x, y, scroll.content().w, height};
            y += height;
            const bool selected = m_state.chosen == i;
            const bool pressed = i < people ? draw_person(*m_found[i], rect, selected)
                                            : draw_walk_in(m_walk_ins[i - people], i - people, rect, selected);
            if (selected && m_drawn_chosen != i) scroll.into_view(rect);
            if (!pressed) continue;
            m_state.chosen = i;
            if (i >= people) take_chosen();
        }
        if (m_found.size() > people)
            label(ui.canvas, Face::text, ui.px(15),
                  m_frame.words().count("presence.more", static_cast<long>(m_found.size() - people)),
                  {scroll.content().x + ui.px(18), y + ui.px(8)}, m_frame.theme().muted, scroll.content().w);
        if (count() == 0)
            label(ui.canvas, Face::text, ui.px(16), m_frame.words()("presence.nobody"),
                  {scroll.content().x + ui.px(18), y + ui.px(8)}, m_frame.theme().muted, scroll.content().w);
        scroll.content_ends_at(y + ui.px(m_found.size() > people ? 40 : 0));
    }

    bool draw_person(const cafe::Participant& person, const Rect& rect, bool selected) {
        Ui& ui = m_frame.ui;
        const std::string standing = standing_text(m_frame.words(), m_session, person);
        const bool pressed = row(ui, "presence.person." + person.id.value, rect,
                                 {.selected = selected ? Selected::yes : Selected::no,
                                  .label = person.name,
                                  .value = base::name_of(app::standing_of(m_session, person))});
        const auto& theme = m_frame.theme();
        const Colour ink = selected ? theme.on_ink : theme.ink;
        const Colour quiet = selected ? theme.on_ink : theme.muted;
        const bool here = app::standing_of(m_session, person) == Standing::here;
        Rect inner = rect.inset(ui.px(18), 0);
        label_in(ui.canvas, here ? Face::bold : Face::text, ui.px(15), standing, inner.cut_right(ui.px(190)),
                 here ? ink : quiet, Align::right);
        const Rect name = inner.cut_left(inner.w * 0.5F);
        label_in(ui.canvas, Face::bold, ui.px(17), person.name, {name.x, name.y, name.w - ui.px(10), name.h}, ink);
        if (const auto* organisation = cafe::find(m_session, person.organisation))
            label_in(ui.canvas, Face::text, ui.px(16), organisation->name, inner, quiet);
        return pressed;
    }

    bool draw_walk_in(const app::WalkIn& walk_in, std::size_t number, const Rect& rect, bool selected) {
        Ui& ui = m_frame.ui;
        const auto& words = m_frame.words();
        const std::string text = walk_in.organisation.empty()
                                     ? words("presence.add", {{"name", walk_in.name}})
                                     : words(walk_in.known.empty() ? "presence.add.new" : "presence.add.of",
                                             {{"name", walk_in.name}, {"organisation", walk_in.organisation}});
        const bool pressed = row(ui, "presence.add." + std::to_string(number + 1), rect,
                                 {.selected = selected ? Selected::yes : Selected::no, .label = text});
        label_in(ui.canvas, Face::text, ui.px(17), text, rect.inset(ui.px(18), 0),
                 selected ? m_frame.theme().on_ink : m_frame.theme().ink);
        return pressed;
    }

    /// A button that gives the chosen person a standing, and where it is in the foot.
    struct StandingButton {
        Standing standing;
        std::string_view text{};
        std::string key{};
        Rect rect{};
    };

    [[nodiscard]] ButtonOptions options_of(const StandingButton& it) const {
        const bool can = chosen_person() != nullptr && m_can == Enabled::yes;
        return {.look = ButtonLook::chip, .key_hint = it.key, .enabled = can ? Enabled::yes : Enabled::no};
    }

    /// In rows that are no wider than the panel: none is cut, whatever the language.
    [[nodiscard]] std::vector<StandingButton> place_buttons(float width) const {
        Ui& ui = m_frame.ui;
        std::vector<StandingButton> placed;
        float x = 0;
        float y = 0;
        for (const auto& [letter, standing] : letters) {
            StandingButton it{.standing = standing,
                              .text = m_frame.words()("presence.do." + std::string(base::name_of(standing))),
                              .key = std::string("Alt ") + static_cast<char>(std::toupper(static_cast<char>(letter)))};
            const float wide = button_width(ui, it.text, options_of(it));
            if (x > 0 && x + wide > width) {
                x = 0;
                y += ui.px(46);
            }
            it.rect = {x, y, wide, ui.px(40)};
            x += wide + ui.px(8);
            placed.push_back(std::move(it));
        }
        return placed;
    }

    void draw_foot(Rect place, const std::vector<StandingButton>& buttons) {
        Ui& ui = m_frame.ui;
        const auto& words = m_frame.words();
        const auto& theme = m_frame.theme();
        line(ui.canvas, {place.x, place.y}, {place.right(), place.y}, theme.hairline, ui.px(1));
        place.cut_top(ui.px(10));
        for (const StandingButton& it : buttons)
            if (button(ui, "presence.do." + std::string(base::name_of(it.standing)),
                       {place.x + it.rect.x, place.y + it.rect.y, it.rect.w, it.rect.h}, it.text, options_of(it)))
                put(it.standing);
        place.cut_top(buttons.back().rect.bottom());
        place.cut_top(ui.px(8));
        const auto* last = cafe::find(m_session, m_state.last);
        std::string said =
            last == nullptr
                ? std::string(words("presence.keys"))
                : words("presence.last", {{"name", last->name}, {"standing", standing_text(words, m_session, *last)}});
        if (last != nullptr)
            if (const auto table = app::table_meanwhile(m_session, *last); !table.empty())
                said += words("presence.meanwhile", {{"table", table_name(m_session, table, words)}});
        label(ui.canvas, last == nullptr ? Face::text : Face::bold, ui.px(15), said, {place.x, place.y + ui.px(4)},
              last == nullptr ? theme.muted : theme.ink, place.w);
        note_item(ui.canvas, "presence.last", "text", said, place);
    }

    static constexpr std::array<std::pair<char32_t, Standing>, 5> letters{{{U'i', Standing::here},
                                                                           {U't', Standing::late},
                                                                           {U'p', Standing::left},
                                                                           {U'a', Standing::absent},
                                                                           {U'e', Standing::expected}}};
    const ControlFrame& m_frame;
    PresenceState& m_state;
    const cafe::Session& m_session;
    Overlay& m_overlay;
    Enabled m_can = Enabled::yes;
    std::size_t m_drawn_chosen = m_state.chosen; ///< when the frame began
    std::vector<const cafe::Participant*> m_found{};
    std::vector<app::WalkIn> m_walk_ins{};
    std::vector<cafe::Deed> m_deeds{}; ///< done once the frame is drawn
};

} // namespace

void draw_presence(const ControlFrame& frame, const Rect& window) {
    Ui& ui = frame.ui;
    Overlay overlay(ui, "presence", window, ui.px(900), ui.px(720));
    Rect inside;
    const bool done =
        panel_title(frame, "presence", frame.words()("presence.title"), frame.words()("keys.escape"), overlay, inside);
    Panel(frame, overlay).draw(inside);
    if (!done && !take_key(ui, {.key = Key::escape})) return;
    frame.state.asking.clear();
    overlay.close();
}

} // namespace ronde::gui
