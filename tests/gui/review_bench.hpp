#pragma once
// Relire alone, in its window, over a folder of sessions. For its tests.

#include "gui/review.hpp"

#include "compat/catch.hpp"
#include "gui/cafe_bench.hpp"
#include "gui/catalogue.hpp"

#include <map>
#include <string>
#include <vector>

namespace ronde::tests {

/// Relire alone, in its window, with three sessions in the folder; ReviewCafe is carried out as app does it.
struct Review {
    CafeBench bench;
    gui::ReviewState state{};
    std::map<std::string, cafe::Session> files{};
    app::Reviewed reviewed{};
    std::size_t carried_out = 0;

    explicit Review(float width = 1440, float height = 900) : bench(width, height) {
        bench.window.words = catalogue("fr");
        bench.snapshot.file = "/s/present.json";
        bench.snapshot.sessions_folder = "/s";
        files["/s/present.json"] = bench.session;
        files["/s/hiver.json"] = sample_session();
        files["/s/hiver.json"].id = {"hiver"};
        files["/s/hiver.json"].identity.title = "Le café d’hiver";
        bench.snapshot.sessions = {{.file = "/s/present.json",
                                    .title = "Petit Déj de l’ESS",
                                    .place = "El Paseo",
                                    .starts_at = sample_start(),
                                    .time_zone = "Europe/Paris",
                                    .ideas = 20,
                                    .people = 30},
                                   {.file = "/s/hiver.json",
                                    .title = "Le café d’hiver",
                                    .starts_at = sample_start() - std::chrono::hours{24 * 180},
                                    .time_zone = "Europe/Paris",
                                    .ideas = 20,
                                    .people = 30},
                                   {.file = "/s/abime.json", .error = base::Error{}}};
    }

    [[nodiscard]] NullWindow::Draw draw() {
        return [this](gui::Ui& ui) {
            gui::begin_frame(ui);
            gui::draw_review(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
            gui::end_frame(ui);
        };
    }
    /// A frame, what it asked for, and a frame that shows it.
    void frame() {
        bench.window.frame(draw());
        for (; carried_out < bench.commands.size(); ++carried_out)
            if (const auto* wish = std::get_if<app::ReviewCafe>(&bench.commands[carried_out])) {
                reviewed = {wish->file, files.at(wish->file.string())};
                bench.snapshot.reviewed = &reviewed;
            }
        bench.window.frame(draw());
    }
    void click(std::string_view id) {
        bench.window.click(id, draw());
        frame();
    }
    void press(char32_t character) {
        bench.window.press({.character = character});
        frame();
    }
    void search(const std::string& words) {
        state.wish.words = words;
        frame();
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) { return bench.window.find(id); }
    [[nodiscard]] std::vector<std::string> shown() {
        std::vector<std::string> ids;
        for (const gui::UiItem& item : bench.window.map.items())
            if (item.role == "idea") ids.push_back(item.id.substr(std::string("review.idea.").size()));
        return ids;
    }
    /// Whether two ideas stand in one column exactly when `same` says so of them, as far as rows of columns allow.
    template <class Same>
    void columns_go_by(Same same) {
        for (const cafe::Idea& a : reviewed.session.ideas)
            for (const cafe::Idea& b : reviewed.session.ideas)
                if (same(a, b))
                    CHECK(find("review.idea." + a.id.value)->rect.x == find("review.idea." + b.id.value)->rect.x);
    }
};

} // namespace ronde::tests
