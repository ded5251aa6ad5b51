#include "platform/seating_json.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace ronde::platform {

namespace {

using json = nlohmann::json;
using namespace rotation;

/// What is wrong in the file; caught where reading begins.
struct Complaint {
    std::string message;
};

[[noreturn]] void complain(std::string message) {
    throw Complaint{std::move(message)};
}

/// Reads one instance; throws Complaint.
class Reader {
public:
    SeatingInstance run(const json& root) {
        if (!root.is_object()) complain("an instance is a JSON object with people, questions and rounds_total");
        m_instance.name = root.contains("name") && root["name"].is_string() ? root["name"].get<std::string>() : "";
        Problem& problem = m_instance.problem;
        problem.questions = integer(root, "questions", "");
        const int rounds = integer(root, "rounds_total", "");
        if (rounds < 0 || rounds > most_rounds)
            complain(fmt::format("rounds_total is {}; 0 to {} are planned", rounds, most_rounds));
        read_tables(root, rounds);
        static_cast<void>(member(root, "people", ""));
        read_people(list(root, "people"), rounds);
        problem.rule = flag(root, "question_rule", true) ? QuestionRule::each_once : QuestionRule::free;
        each(list(root, "hosts"), "hosts", [&](const json& host, const std::string& where) {
            problem.hosts.push_back({.person = person(member(host, "person", where), where + ".person"),
                                     .table = integer(host, "table", where),
                                     .from = integer(host, "from", where),
                                     .to = integer(host, "to", where)});
        });
        problem.history = rounds_of(list(root, "history"), "history");
        problem.together = pairs(list(root, "together"), "together");
        problem.apart = pairs(list(root, "apart"), "apart");
        each(list(root, "seat"), "seat", [&](const json& seat, const std::string& where) {
            problem.seats.push_back({.person = person(member(seat, "person", where), where + ".person"),
                                     .round = integer(seat, "round", where),
                                     .table = integer(seat, "table", where)});
        });
        problem.announced = rounds_of(list(root, "announced"), "announced");
        if (root.contains("weights")) read_weights(root["weights"]);
        return std::move(m_instance);
    }

private:
    /// Calls `take` with each item of a list and its path: `people[3]`.
    template <class Take>
    static void each(const json& items, std::string_view where, Take&& take) {
        for (std::size_t i = 0; i < items.size(); ++i) take(items[i], fmt::format("{}[{}]", where, i));
    }

    static std::string inside(std::string_view where, const char* key) {
        return where.empty() ? key : fmt::format("{}.{}", where, key);
    }

    static const json& member(const json& object, const char* key, std::string_view where) {
        if (!object.is_object()) complain(fmt::format("{} must be an object {{…}}, not {}", where, shown(object)));
        if (!object.contains(key)) complain(fmt::format("{} is missing; add it", inside(where, key)));
        return object[key];
    }

    static int whole(const json& value, std::string_view where) {
        constexpr std::int64_t most = 1'000'000'000;
        if (!value.is_number_integer()) complain(fmt::format("{} must be a whole number, not {}", where, shown(value)));
        const auto number = value.get<std::int64_t>();
        if (number < -most || number > most || (value.is_number_unsigned() && value.get<std::uint64_t>() > most))
            complain(fmt::format("{} is {}, out of range; write a number that can be", where, shown(value)));
        return static_cast<int>(number);
    }

    static int integer(const json& object, const char* key, std::string_view where) {
        return whole(member(object, key, where), inside(where, key));
    }

    static bool flag(const json& object, const char* key, bool otherwise) {
        if (!object.contains(key)) return otherwise;
        if (!object[key].is_boolean())
            complain(fmt::format("{} must be true or false, not {}", key, shown(object[key])));
        return object[key].get<bool>();
    }

    static const json& list(const json& object, const char* key) {
        static const json empty = json::array();
        if (!object.contains(key)) return empty;
        if (!object[key].is_array()) complain(fmt::format("{} must be a list […], not {}", key, shown(object[key])));
        return object[key];
    }

    static std::string shown(const json& value) {
        constexpr std::size_t longest = 40;
        std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
        return text.size() > longest ? text.substr(0, longest) + "…" : text;
    }

    void read_tables(const json& root, int rounds) {
        std::vector<int>& tables = m_instance.problem.tables_per_question;
        const json one = 1;
        const json& given = root.contains("tables_per_question") ? root["tables_per_question"] : one;
        if (!given.is_array()) {
            tables.assign(static_cast<std::size_t>(rounds), whole(given, "tables_per_question"));
            return;
        }
        each(given, "tables_per_question",
             [&](const json& count, const std::string& where) { tables.push_back(whole(count, where)); });
        if (static_cast<int>(tables.size()) != rounds)
            complain(fmt::format("tables_per_question has {} numbers for {} rounds; write one for each round",
                                 tables.size(), rounds));
    }

    void read_people(const json& people, int rounds) {
        std::map<std::string, int> organisations;
        std::map<std::string, int> kinds;
        const auto label = [](const json& from, const char* key, std::map<std::string, int>& known) {
            if (!from.contains(key) || from[key].is_null()) return nobody;
            return known.try_emplace(from[key].dump(), static_cast<int>(known.size())).first->second;
        };
        each(people, "people", [&](const json& given, const std::string& where) {
            const json& id = member(given, "id", where);
            if (!id.is_string())
                complain(fmt::format("{}.id must be a text, not {}; write it between quotes", where, shown(id)));
            Person& one = m_instance.problem.people.emplace_back();
            one.name = id.get<std::string>();
            const auto [first, is_new] = m_index.try_emplace(one.name, m_instance.problem.size() - 1);
            if (!is_new)
                complain(fmt::format("{}.id is {}, as people[{}].id is; give each person another", where, shown(id),
                                     first->second));
            one.organisation = label(given, "organisation", organisations);
            one.kind = label(given, "kind", kinds);
            if (given.contains("arrives")) one.arrives = integer(given, "arrives", where);
            one.leaves = given.contains("leaves") ? integer(given, "leaves", where) : std::max(rounds, one.arrives);
        });
    }

    int person(const json& id, std::string_view where) const {
        const auto found = id.is_string() ? m_index.find(id.get<std::string>()) : m_index.end();
        if (found == m_index.end())
            complain(fmt::format("{} is {}, which nobody of people has as id; write one of theirs", where, shown(id)));
        return found->second;
    }

    std::vector<Round> rounds_of(const json& given, std::string_view key) const {
        std::vector<Round> rounds;
        each(given, key, [&](const json& tables, const std::string& in_round) {
            if (!tables.is_array())
                complain(fmt::format("{} must be a list of tables, not {}", in_round, shown(tables)));
            Round& round = rounds.emplace_back();
            each(tables, in_round, [&](const json& people, const std::string& at_table) {
                if (!people.is_array())
                    complain(fmt::format("{} must be a list of people, not {}", at_table, shown(people)));
                Table& table = round.emplace_back();
                each(people, at_table,
                     [&](const json& id, const std::string& where) { table.push_back(person(id, where)); });
            });
        });
        return rounds;
    }

    std::vector<Pair> pairs(const json& given, std::string_view key) const {
        std::vector<Pair> pairs;
        each(given, key, [&](const json& pair, const std::string& where) {
            if (!pair.is_array() || pair.size() != 2)
                complain(fmt::format("{} must be a list of two people, not {}", where, shown(pair)));
            pairs.push_back({person(pair[0], where + "[0]"), person(pair[1], where + "[1]")});
        });
        return pairs;
    }

    void read_weights(const json& given) {
        Weights& weights = m_instance.problem.weights;
        if (!given.is_object()) complain(fmt::format("weights must be an object {{…}}, not {}", shown(given)));
        if (given.contains("repeat")) weights.repeat = integer(given, "repeat", "weights");
        if (given.contains("organisation")) weights.organisation = integer(given, "organisation", "weights");
        if (given.contains("kind")) weights.kind = integer(given, "kind", "weights");
    }

    SeatingInstance m_instance{};
    std::map<std::string, int> m_index{};
};

} // namespace

base::Result<SeatingInstance> read_instance(std::string_view text, const std::string& file) {
    const auto failed = [&file](std::string message, int line = 0) {
        return tl::unexpected<base::Error>(
            base::Error{.fault = base::Fault::input, .message = std::move(message), .file = file, .line = line});
    };
    json root;
    try {
        root = json::parse(text);
    } catch (const json::parse_error& error) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        return failed("not a JSON text; correct it here", 1 + static_cast<int>(std::count(text.begin(), end, '\n')));
    }
    try {
        return Reader().run(root);
    } catch (const Complaint& complaint) {
        return failed(complaint.message);
    }
}

std::string write_plan(const SeatingInstance& instance, const Planned& planned, const PlanFacts& facts) {
    json rounds = json::array();
    for (const Round& round : planned.plan.rounds) {
        json& tables = rounds.emplace_back(json::array());
        for (const Table& table : round) {
            json& people = tables.emplace_back(json::array());
            for (const int person : table) people.push_back(instance.problem.person(person).name);
        }
    }
    json broken = json::array();
    for (const Broken& rule : planned.broken) broken.push_back(explain(instance.problem, rule));
    for (const Broken& rule : broken_before(instance.problem))
        broken.push_back("already played: " + explain(instance.problem, rule));
    const Quality& quality = planned.quality;
    json out = {{"name", instance.name},
                {"rounds", std::move(rounds)},
                {"score", quality.score},
                {"bound", planned.bound.score},
                {"optimal", planned.optimal},
                {"repeats", quality.repeats},
                {"repeats_bound", planned.bound.repeats},
                {"organisation_pairs", quality.organisation_pairs},
                {"organisation_pairs_bound", planned.bound.organisation_pairs},
                {"kind_pairs", quality.kind_pairs},
                {"kind_pairs_bound", planned.bound.kind_pairs},
                {"distinct_pairs", quality.distinct_pairs},
                {"most_often", quality.most_often},
                {"size_spread", quality.size_spread},
                {"moved", quality.moved},
                {"moved_people", quality.moved_people},
                {"broken_rules", std::move(broken)},
                {"iterations", planned.iterations},
                {"elapsed_ms", facts.elapsed_ms},
                {"seed", facts.seed}};
    for (const auto& [of_choice, not_kept] : facts.choices) {
        out["choices"].push_back({{"moved_people", of_choice.moved_people},
                                  {"moved", of_choice.moved},
                                  {"score", of_choice.score},
                                  {"repeats", of_choice.repeats},
                                  {"size_spread", of_choice.size_spread},
                                  {"not_kept", not_kept}});
    }
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace ronde::platform
