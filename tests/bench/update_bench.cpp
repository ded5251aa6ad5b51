// What one action costs the engine in a café with 10,000 ideas. The yardstick is SQLite's, in memory: the same change
// of one row among as many. Aim: every action within 50 µs at p99.

#include "bench/measure.hpp"
#include "bench/sqlite.hpp"

#include <random>

namespace {

using namespace ronde;
using namespace ronde::bench;

class UpdateBench {
public:
    UpdateBench(std::size_t ideas, std::size_t times) : m_ideas(ideas), m_times(times), m_cafe(ideas) {}

    void run() {
        print_head(fmt::format("update, {} ideas in the session", m_ideas), "µs (aim: p99 ≤ 50)");
        capture_and_take_back();
        row("edit_idea", [this](std::size_t n) {
            return cafe::EditIdea{any(), idea_text(n), cafe::IdeaKind::idea, {}};
        });
        row("star_idea", [this](std::size_t n) {
            return cafe::StarIdea{any(), n % 2 == 0 ? cafe::Star::on : cafe::Star::off};
        });
        row("move_idea", [this](std::size_t n) {
            return cafe::MoveIdea{any(), session().tables[n % session().tables.size()].id, 1 + static_cast<int>(n % 2)};
        });
        delete_and_undo();
        pairs("pause, start", cafe::Pause{}, cafe::Start{});
        pairs("next, back", cafe::Next{}, cafe::Back{});
        row("adjust", [](std::size_t n) { return cafe::Adjust{std::chrono::minutes{n % 2 == 0 ? 1 : -1}}; });
        row("show_message", [](std::size_t n) { return cafe::ShowMessage{fmt::format("Message {}", n)}; });
        row("edit_identity", [this](std::size_t n) {
            auto identity = session().identity;
            identity.title = fmt::format("Titre {}", n);
            return cafe::EditIdentity{identity};
        });
        row("rename_group", [this](std::size_t n) {
            return cafe::RenameGroup{session().groups[n % session().groups.size()].id, fmt::format("Groupe {}", n)};
        });
        row("move_person", [this](std::size_t n) {
            const auto& person = session().participants[n % session().participants.size()].id;
            const auto here = cafe::group_of(session(), person) - session().groups.data();
            const auto next = (static_cast<std::size_t>(here) + 1) % session().groups.size();
            return cafe::MovePerson{person, session().groups[next].id};
        });
        yardstick();
    }

private:
    [[nodiscard]] const cafe::Session& session() const { return m_cafe.session(); }
    cafe::IdeaId any() { return session().ideas[m_random() % session().ideas.size()].id; }

    template <class Make>
    void row(std::string_view name, Make make) {
        Laps laps;
        for (std::size_t n = 0; n < m_times; ++n) m_cafe.act(make(n), &laps);
        print_row(name, laps);
    }
    void pairs(std::string_view name, const cafe::Deed& one, const cafe::Deed& other) {
        Laps laps;
        for (std::size_t n = 0; n < m_times / 2; ++n) {
            m_cafe.act(one, &laps);
            m_cafe.act(other, &laps);
        }
        print_row(name, laps);
    }
    void capture_and_take_back() {
        Laps captures;
        Laps undos;
        Laps redos;
        for (std::size_t n = 0; n < m_times; ++n) {
            const auto deed = capture(session(), m_ideas + n + 1);
            const auto scope = cafe::table_scope(deed.table);
            m_cafe.act(deed, &captures);
            if (n % 4 == 3) { // most stay, as in a room
                m_cafe.act(cafe::Undo{scope}, &undos);
                m_cafe.act(cafe::Redo{scope}, &redos);
            }
        }
        print_row("capture_idea", captures);
        print_row("undo of a note", undos);
        print_row("redo of a note", redos);
    }
    void delete_and_undo() {
        Laps deletions;
        Laps undos;
        for (std::size_t n = 0; n < m_times; ++n) {
            const auto id = any();
            const auto scope = cafe::table_scope(cafe::find(session(), id)->table);
            m_cafe.act(cafe::DeleteIdea{id}, &deletions);
            m_cafe.act(cafe::Undo{scope}, &undos);
        }
        print_row("delete_idea, anywhere", deletions);
        print_row("undo of it", undos);
    }

    void yardstick() {
        Sqlite base(":memory:");
        const auto insert = [&base](std::size_t n) {
            base.insert(fmt::format("i-{}", n), idea_text(n), static_cast<int>(n % 4), "t-1", static_cast<int>(n));
        };
        base.run("BEGIN");
        for (std::size_t n = 1; n <= m_ideas; ++n) insert(n);
        base.run("COMMIT");
        Laps inserts;
        Laps edits;
        Laps deletions;
        for (std::size_t n = 1; n <= m_times; ++n) {
            inserts.time([&] { insert(m_ideas + n); });
            edits.time([&] { base.edit(fmt::format("i-{}", 1 + m_random() % m_ideas), idea_text(n)); });
            deletions.time([&] { base.remove(fmt::format("i-{}", m_ideas + n)); });
        }
        print_row("yardstick: SQLite in memory, INSERT", inserts);
        print_row("yardstick: SQLite in memory, UPDATE", edits);
        print_row("yardstick: SQLite in memory, DELETE", deletions);
    }

    std::size_t m_ideas;
    std::size_t m_times;
    Cafe m_cafe;
    std::mt19937 m_random{1};
};

} // namespace

int main(int argc, char** argv) {
    try {
        UpdateBench(10'000, is_short(argc, argv) ? 200 : 4'000).run();
    } catch (const std::exception& error) {
        fmt::print(stderr, "update_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}
