#pragma once
// A café behind a window without a screen: deeds go through the real engine, commands are collected, the saving and the
// time are set by hand. For the tests of panels.

#include "cafe/update.hpp"
#include "gui/null_window.hpp"
#include "gui/view.hpp"
#include "support/sample_session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ronde::tests {

struct CafeBench {
    NullWindow window;
    cafe::Session session = sample_session();
    base::Stamp now = set_moment(session, {});
    app::Snapshot snapshot{};
    gui::StageWindow stage{};
    std::vector<cafe::Deed> deeds{}; ///< accepted and refused
    std::vector<app::Command> commands{};
    std::optional<cafe::Rejected> refusal{}; ///< set: the engine is not asked, and says this
    int ids = 0;

    explicit CafeBench(float width = 1440, float height = 900) : window(width, height) {}

    [[nodiscard]] gui::Dispatch dispatch() {
        return {
            .act = [this](cafe::Deed deed) -> std::optional<cafe::Rejected> {
                deeds.push_back(deed);
                if (refusal) return refusal;
                const auto outcome = cafe::update(session, {now, deed});
                if (outcome) return std::nullopt;
                return outcome.error();
            },
            .ask = [this](app::Command command) { commands.push_back(std::move(command)); },
            .new_id = [this](std::string_view prefix) { return std::string(prefix) + "-new" + std::to_string(++ids); }};
    }

    /// As it is now; everything is saved unless `saved_up_to` says otherwise.
    [[nodiscard]] gui::View view() {
        snapshot.session = &session;
        snapshot.now = now;
        snapshot.timer = cafe::read_timer(session, now);
        snapshot.save.durable_seq = saved_up_to.value_or(session.seq);
        return {.app = snapshot, .stage = stage, .seconds = 0};
    }
    std::optional<std::uint64_t> saved_up_to{};

    template <class Deed>
    [[nodiscard]] std::vector<Deed> deeds_of() const {
        std::vector<Deed> found;
        for (const cafe::Deed& deed : deeds)
            if (const auto* one = std::get_if<Deed>(&deed)) found.push_back(*one);
        return found;
    }
    template <class Command>
    [[nodiscard]] std::vector<Command> commands_of() const {
        std::vector<Command> found;
        for (const app::Command& command : commands)
            if (const auto* one = std::get_if<Command>(&command)) found.push_back(*one);
        return found;
    }
};

} // namespace ronde::tests
