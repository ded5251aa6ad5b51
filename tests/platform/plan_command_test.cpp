#include "platform/plan_command.hpp"

#include "platform/seating_json.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>
#include <vector>

using namespace ronde;
using namespace ronde::platform;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

fs::path instances() {
    return fs::path(RONDE_SOURCE_DIR) / "tests/rotation/instances";
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Printed {
    int code = 0;
    std::string out{};
    std::string err{};
};

/// What `ronde plan WORDS` prints.
Printed plan(std::initializer_list<std::string> words) {
    std::vector<const char*> argv{"ronde", "plan"};
    for (const std::string& word : words) argv.push_back(word.c_str());
    const Run read = read_command_line(static_cast<int>(argv.size()), argv.data(), "9.9");
    REQUIRE(std::holds_alternative<PlanRun>(read));
    std::ostringstream out;
    std::ostringstream err;
    const int code = run(std::get<PlanRun>(read), {store::real_disk(), out, err});
    return {code, out.str(), err.str()};
}

/// An instance in a file of its own, gone at the end.
class InstanceFile {
public:
    explicit InstanceFile(const std::string& text)
        : m_path(fs::temp_directory_path() / ("ronde-plan-" + std::to_string(std::random_device{}()) + ".json")) {
        std::ofstream(m_path, std::ios::binary) << text;
    }
    InstanceFile(const InstanceFile&) = delete;
    InstanceFile& operator=(const InstanceFile&) = delete;
    ~InstanceFile() {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    fs::path m_path;
};

/// The sentence with which twelve people over three questions are refused after a change, given as a merge patch.
std::string refusal(const char* patch) {
    json instance = {{"questions", 3}, {"tables_per_question", 2}, {"rounds_total", 3}};
    for (char name = 'a'; name <= 'l'; ++name) instance["people"].push_back({{"id", std::string(1, name)}});
    instance.merge_patch(json::parse(patch));
    const InstanceFile file(instance.dump());
    const Printed printed = plan({"--instance", file.path(), "--json"});
    CHECK(printed.code == 1);
    CHECK(printed.out.empty());
    CHECK_THAT(printed.err, ContainsSubstring("ronde: " + file.path() + ": "));
    return printed.err;
}

} // namespace

TEST_CASE("plan: the thirteen instances are planned so well that no plan can do better") {
    const std::map<std::string, int> best{
        {"a01-6p-q3k1", 0},    {"a03-12p-q4k1", 0},    {"a04-18p-q3k2", 0},          {"b01-30p-q3k2", 18},
        {"b02-31p-q3k1", 195}, {"b05-45p-q3k3", 126},  {"b07-60p-q3k4-hosts", 164},  {"b10-50p-q5k5", 0},
        {"c01-97p-q3k8", 207}, {"c03-120p-q5k6", 420}, {"e01-40p-q3k3-replan1", 84}, {"f01-golf-5-3-7", 0},
        {"f02-golf-8-4-9", 0}};
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(instances())) {
        CAPTURE(entry.path().string());
        const auto instance = read_instance(text_of(entry.path()), entry.path().string());
        REQUIRE(instance.has_value());
        const Printed printed =
            plan({"--instance", entry.path().string(), "--json", "--iterations", "3000000", "--seed", "7"});
        REQUIRE(printed.code == 0);
        CHECK(printed.err.empty());
        const json told = json::parse(printed.out);
        // The plan is read back by its ids and measured afresh; nothing that the command says is taken on trust.
        rotation::Plan seating;
        for (const json& tables : told["rounds"]) {
            rotation::Round& round = seating.rounds.emplace_back();
            for (const json& people : tables) {
                rotation::Table& table = round.emplace_back();
                for (const json& id : people) {
                    int person = 0;
                    while (instance->problem.person(person).name != id.get<std::string>()) ++person;
                    table.push_back(person);
                }
            }
        }
        CHECK(rotation::broken_rules(instance->problem, seating).empty());
        const rotation::Quality quality = rotation::measure(instance->problem, seating);
        CHECK(quality.score == best.at(instance->name));
        CHECK(quality.size_spread <= 1);
        CHECK(told["name"] == instance->name);
        CHECK(told["score"] == quality.score);
        CHECK(told["bound"] == quality.score);
        CHECK(told["optimal"] == true);
        CHECK(told["repeats"] == quality.repeats);
        CHECK(told["distinct_pairs"] == quality.distinct_pairs);
        CHECK(told["most_often"] == quality.most_often);
        CHECK(told["seed"] == 7);
        CHECK(told["elapsed_ms"].is_number());
        ++count;
    }
    CHECK(count == best.size());
}

TEST_CASE("plan: by count alone, with as many tables as keep them at five or fewer") {
    const json told = json::parse(plan({"--count", "31", "--json", "--iterations", "100000"}).out);
    REQUIRE(told["rounds"].size() == 3);
    CHECK(told["rounds"][0].size() == 9);
    for (const json& tables : told["rounds"])
        for (const json& people : tables) CHECK(people.size() <= 5);
    CHECK(told["repeats"] == 0);
    CHECK(told["optimal"] == true);
}

TEST_CASE("plan: the same seed and iterations print the same plan") {
    const auto rounds = [](const char* seed) {
        return json::parse(plan({"--count", "36", "--questions", "6", "--tables-per-question", "1", "--iterations",
                                 "20000", "--seed", seed, "--json"})
                               .out)["rounds"];
    };
    CHECK(rounds("3") == rounds("3"));
    CHECK(rounds("3") != rounds("4"));
}

TEST_CASE("plan: intact groups keep together, and meet as blocks") {
    const json told =
        json::parse(plan({"--count", "30", "--tables-per-question", "2", "--grouping", "intact", "--json"}).out);
    CHECK(told["repeats"] == 180); // sixty pairs, three times each
    CHECK(told["distinct_pairs"] == 60);
    CHECK(told["optimal"] == false);
    CHECK(told["broken_rules"].empty());
}

TEST_CASE("plan: intact groups go from table to table, and hosts stay at theirs") {
    const json told = json::parse(
        plan({"--count", "36", "--tables-per-question", "2", "--grouping", "intact", "--hosts", "stay", "--json"}).out);
    CHECK(told["broken_rules"].empty());
    CHECK(told["repeats"] == 180); // the pairs of a group of five three times; each host meets a guest once
    for (const json& tables : told["rounds"])
        for (std::size_t table = 0; table < 6; ++table) {
            CHECK(tables[table].size() == 6);
            CHECK(std::find(tables[table].begin(), tables[table].end(), "p000" + std::to_string(1 + table)) !=
                  tables[table].end());
        }
}

TEST_CASE("plan: what intact groups have no place for is refused with the way out") {
    const auto refusal = [](const std::string& members) {
        const InstanceFile file(R"({"people": [{"id": "a"}, {"id": "b"}], "questions": 1, "rounds_total": 2, )" +
                                members + "}");
        const Printed printed = plan({"--instance", file.path(), "--grouping", "intact"});
        CHECK(printed.code == 1);
        CHECK_THAT(printed.err, ContainsSubstring("use --grouping mixed"));
        return printed.err;
    };
    CHECK_THAT(refusal(R"("announced": [[["a", "b"]], [["a", "b"]]])"), ContainsSubstring("take “announced” out"));
    CHECK_THAT(refusal(R"("hosts": [{"person": "a", "table": 0, "from": 0, "to": 1}])"),
               ContainsSubstring("let hosts stay for all rounds"));
    CHECK_THAT(refusal(R"("together": [["a", "b"]])"), ContainsSubstring("no pins"));
}

TEST_CASE("plan: after --host-rounds another person hosts") {
    const json told = json::parse(
        plan({"--count", "30", "--hosts", "stay", "--host-rounds", "2", "--tables-per-question", "2", "--json"}).out);
    const auto sits = [&](std::size_t round, std::size_t table, const std::string& person) {
        const json& people = told["rounds"][round][table];
        return std::find(people.begin(), people.end(), person) != people.end();
    };
    for (std::size_t table = 0; table < 6; ++table) {
        CHECK(
            (sits(0, table, "p000" + std::to_string(1 + table)) && sits(1, table, "p000" + std::to_string(1 + table))));
        const std::string next = table < 3 ? "p000" + std::to_string(7 + table) : "p00" + std::to_string(7 + table);
        CHECK(sits(2, table, next));
    }
}

TEST_CASE("plan: of a list, those with the role host first, then one of each organisation") {
    std::string csv = "Nom;Structure;Rôle\n";
    for (int i = 0; i < 12; ++i)
        csv += "Personne " + std::to_string(i) + ";Structure " + std::to_string(i / 4) +
               (i == 9 ? ";hôte de table\n" : ";\n");
    const InstanceFile file(csv);
    const json told = json::parse(
        plan({"--people", file.path(), "--tables-per-question", "1", "--hosts", "stay", "--json", "--iterations", "9"})
            .out);
    const std::vector<std::string> hosts{"Personne 9", "Personne 0", "Personne 4"};
    for (const json& tables : told["rounds"])
        for (std::size_t table = 0; table < 3; ++table)
            CHECK(std::find(tables[table].begin(), tables[table].end(), hosts[table]) != tables[table].end());
}

TEST_CASE("plan: hosts who stay, one question a round, other weights and a limit of two meetings are heeded") {
    const json hosted = json::parse(plan({"--count", "36", "--hosts", "stay", "--json", "--iterations", "100000"}).out);
    for (const json& tables : hosted["rounds"]) {
        REQUIRE(tables.size() == 9);
        for (std::size_t table = 0; table < 9; ++table) {
            const auto host = "p000" + std::to_string(1 + table);
            CHECK(std::find(tables[table].begin(), tables[table].end(), host) != tables[table].end());
        }
    }
    const json golfers =
        json::parse(plan({"--count", "15", "--questions", "5", "--tables-per-question", "1", "--rounds", "7", "--style",
                          "successive", "--json", "--iterations", "1000000"})
                        .out);
    CHECK(golfers["repeats"] == 0);
    CHECK(golfers["distinct_pairs"] == 105);

    const json weighted = json::parse(
        plan({"--count", "31", "--tables-per-question", "1", "--weights", "2,3,1", "--json", "--iterations", "1000"})
            .out);
    CHECK(weighted["score"] == 390);
    const json limited = json::parse(
        plan({"--count", "30", "--tables-per-question", "2", "--at-most-twice", "--json", "--iterations", "400000"})
            .out);
    CHECK(limited["most_often"] == 2);
    CHECK(limited["distinct_pairs"] == 162);
}

TEST_CASE("plan: people read who sits where, what it is worth and whether it can be better") {
    const Printed printed = plan({"--count", "12", "--questions", "4", "--tables-per-question", "1"});
    CHECK(printed.code == 0);
    CHECK_THAT(printed.out, ContainsSubstring("Round 4\n  question 1, table 1:"));
    CHECK_THAT(printed.out, ContainsSubstring("score 0 (no plan can do better)"));
    CHECK_THAT(printed.out, ContainsSubstring("nobody more than once"));
    CHECK_THAT(plan({"--count", "1", "--questions", "1"}).out, ContainsSubstring(", nobody meets anybody\n"));
    CHECK_THAT(plan({"--count", "2", "--questions", "1"}).out, ContainsSubstring("1 pair of people meets, nobody"));
}

TEST_CASE("plan: names at a table can be told apart, and who of a list is not seated is said") {
    const InstanceFile list(
        "Nom;Statut\nJean Marie Le Goff;\nAnne Roux;\nMarc Vidal;Annulé\nJean.Dupont@mas.example;\n");
    const Printed printed = plan({"--people", list.path(), "--questions", "1", "--rounds", "1"});
    CHECK(printed.code == 0);
    CHECK_THAT(printed.out, ContainsSubstring("Jean Marie Le Goff, ") || ContainsSubstring(", Jean Marie Le Goff"));
    CHECK_THAT(printed.out, !ContainsSubstring("Vidal") && !ContainsSubstring("@") && ContainsSubstring("Jean Dupont"));
    CHECK_THAT(printed.err, ContainsSubstring(":4: Marc Vidal, Annulé: cancelled"));
    CHECK_THAT(printed.err, ContainsSubstring(":5: an address stands for the name"));
    const InstanceFile mixed("Nom\nZo\xC3\xA9\nH\xC3\xA9l\xC3\xA8ne\nRen\xE9\n");
    CHECK_THAT(plan({"--people", mixed.path()}).err, ContainsSubstring(":4: in another encoding than the rest"));
}

TEST_CASE("plan: an announced plan is mended, and what each choice asks and gives is told") {
    const json before = json::parse(plan({"--count", "24", "--tables-per-question", "2", "--json"}).out);
    json instance = {{"questions", 3}, {"tables_per_question", 2}, {"rounds_total", 3}};
    for (const json& people : before["rounds"][0])
        for (const json& id : people) instance["people"].push_back({{"id", id}});
    instance["people"][5]["leaves"] = 1;
    instance["announced"] = before["rounds"];
    instance["history"] = json::array({before["rounds"][0]});
    const InstanceFile file(instance.dump());
    const json told = json::parse(plan({"--instance", file.path(), "--json"}).out);
    CHECK(told["rounds"][0] == before["rounds"][0]);
    REQUIRE_FALSE(told["choices"].empty());
    CHECK(told["choices"].front()["moved_people"] == 0);
    CHECK(told["moved_people"] == told["choices"].back()["moved_people"]);
    for (const json& choice : told["choices"]) {
        CHECK(choice["not_kept"] == 0);
        CHECK(choice["size_spread"].is_number());
    }
    CHECK_THAT(plan({"--instance", file.path()}).out, ContainsSubstring("moving 0 people gives"));
}

TEST_CASE("plan: a history that broke the rules is named, and planned on from") {
    const InstanceFile file(
        R"({"people": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "questions": 3, "rounds_total": 3,
            "history": [[["a"], ["b"], ["c"]], [["a"], ["c"], ["b"]]]})");
    const json told = json::parse(plan({"--instance", file.path(), "--json"}).out);
    CHECK(told["broken_rules"] == json::array({"already played: round 1: a sees question 0 again"}));
    CHECK(told["rounds"].size() == 3);
    CHECK_THAT(plan({"--instance", file.path()}).out,
               ContainsSubstring("not kept, already played: round 2: a sees question 1 again"));
}

TEST_CASE("plan: bad input is refused with a sentence that names the culprit") {
    CHECK_THAT(refusal(R"({"questions": -3})"), ContainsSubstring("-3 questions"));
    CHECK_THAT(refusal(R"({"questions": null})"), ContainsSubstring("questions is missing; add it"));
    CHECK_THAT(refusal(R"({"rounds_total": 2.5})"), ContainsSubstring("must be a whole number, not 2.5"));
    CHECK_THAT(refusal(R"({"rounds_total": -1})"), ContainsSubstring("rounds_total is -1"));
    CHECK_THAT(refusal(R"({"tables_per_question": [2, 2]})"), ContainsSubstring("2 numbers for 3 rounds"));
    CHECK_THAT(refusal(R"({"tables_per_question": -2})"), ContainsSubstring("-2 tables a question"));
    CHECK_THAT(refusal(R"({"people": [{"id": "Ada"}, {"id": "Ada"}]})"),
               ContainsSubstring("people[1].id is \"Ada\", as people[0].id is; give each"));
    CHECK_THAT(refusal(R"({"people": [{"name": "Ada"}]})"), ContainsSubstring("people[0].id is missing"));
    CHECK_THAT(refusal(R"({"hosts": [{"person": "Ada", "table": 0, "from": 0, "to": 3}]})"),
               ContainsSubstring("hosts[0].person is \"Ada\", which nobody of people has"));
    CHECK_THAT(refusal(R"({"people": [{"id": "Ada"}, {"id": 7}]})"),
               ContainsSubstring("people[1].id must be a text, not 7; write it between quotes"));
    CHECK_THAT(refusal(R"({"people": [{"id": "Ada"}, {"id": "Bo", "arrives": "1"}]})"),
               ContainsSubstring("people[1].arrives must be a whole number, not \"1\""));
    CHECK_THAT(refusal(R"({"history": [[["a"], ["x"], [], [], [], []]]})"),
               ContainsSubstring("history[0][1][0] is \"x\""));
    CHECK_THAT(refusal(R"({"hosts": [{"person": "c", "table": 6, "from": 0, "to": 3}]})"),
               ContainsSubstring("host c: table 6 does not exist"));
    CHECK_THAT(refusal(R"({"together": [["a", "b"]], "apart": [["b", "a"]]})"),
               ContainsSubstring("b and a cannot be both together and apart"));
    CHECK_THAT(
        refusal(R"({"seat": [{"person": "a", "round": 1, "table": 0}, {"person": "a", "round": 1, "table": 1}]})"),
        ContainsSubstring("a cannot sit at tables 0 and 1 in round 1"));
    CHECK_THAT(refusal(R"({"history": [[["a", "b"], [], [], [], [], []]]})"),
               ContainsSubstring("history, round 0: c was present but has no seat"));
    CHECK_THAT(refusal(R"({"history": [[["a", "a"], [], [], [], [], []]]})"), ContainsSubstring("a sits twice"));
    CHECK_THAT(refusal(R"({"weights": {"kind": -1}})"), ContainsSubstring("weights 1, 3, -1"));
    const InstanceFile broken("{\n  \"people\": [\n  oops");
    CHECK_THAT(plan({"--instance", broken.path()}).err, ContainsSubstring(broken.path() + ":3: not a JSON text"));
    CHECK(plan({"--instance", "/nowhere/at/all.json"}).code == 1);
    CHECK_THAT(plan({"--count", "4", "--hosts", "stay", "--tables-per-question", "3"}).err,
               ContainsSubstring("9 tables need as many hosts, but there are 4 people"));
}

TEST_CASE("plan: options that make no sense are a matter of usage") {
    const auto refused = [](std::initializer_list<const char*> words) {
        std::vector<const char*> argv{"ronde", "plan"};
        argv.insert(argv.end(), words);
        const Run run = read_command_line(static_cast<int>(argv.size()), argv.data(), "9.9");
        return !std::holds_alternative<PlanRun>(run);
    };
    CHECK(refused({}));
    CHECK(refused({"--count", "0"}));
    CHECK(refused({"--count", "12", "--instance", "a.json"}));
    CHECK(refused({"--count", "12", "--weights", "1,2"}));
    CHECK(refused({"--count", "12", "--weights", "1,2,3,"}));
    CHECK(refused({"--count", "12", "--weights=-1,2,3"}));
    CHECK(refused({"--count", "12", "--seed", "-1"}));
    CHECK(refused({"--count", "12", "--map", "Nom=name"}));
    CHECK(refused({"--people", "a.csv", "--map", "Nom"}));
    CHECK_FALSE(refused({"--people", "a.csv", "--map", "Nom=name"}));
    CHECK(refused({"--count", "12", "--time-limit", "soon"}));
    CHECK(refused({"--count", "12", "--iterations", "-1"}));
    CHECK(refused({"--instance", "a.json", "--rounds", "3"}));
    CHECK_FALSE(refused({"--count", "12", "--time-limit", "500ms", "--weights", "1,0,2"}));
}

TEST_CASE("plan command: --map says which column of a list holds the names") {
    const InstanceFile file("Machin;Bidule\nx1;Anne Roux\nx2;Zoé Œuvrard\n");
    const Printed printed =
        plan({"--people", file.path(), "--map", "Bidule=name", "--questions", "1", "--iterations", "1"});
    CHECK(printed.code == 0);
    CHECK_THAT(printed.out, ContainsSubstring("Zoé Œuvrard") && !ContainsSubstring("x2"));
}

TEST_CASE("plan command: people of a list are seated with their names, organisations and kinds") {
    std::string csv = "Nom;Structure;Type\n";
    for (int i = 0; i < 12; ++i)
        csv += "Personne " + std::to_string(i) + ";Structure " + std::to_string(i / 2) +
               (i % 2 == 0 ? ";tiers-lieu\n" : ";\n");
    csv += "Personne 0;Ailleurs;\n;sans nom;\n";
    const InstanceFile file(csv);
    const Printed printed = plan({"--people", file.path(), "--rounds", "2", "--iterations", "2000", "--json"});
    CHECK(printed.code == 0);
    CHECK_THAT(printed.err, ContainsSubstring(":15: no name"));
    const json made = json::parse(printed.out);
    std::set<std::string> seated;
    for (const auto& table : made["rounds"][0])
        for (const auto& person : table) seated.insert(person.get<std::string>());
    CHECK(seated.size() == 13);
    CHECK(seated.contains("Personne 11"));
    CHECK(seated.contains("Personne 0 (2)"));
    CHECK(made["organisation_pairs"] == 0);
}

TEST_CASE("plan command: a list without people is refused") {
    const InstanceFile file("Nom;Structure\n;Le Mas\n");
    const Printed printed = plan({"--people", file.path()});
    CHECK(printed.code == 1);
    CHECK_THAT(printed.err, ContainsSubstring("nobody to seat"));
}
