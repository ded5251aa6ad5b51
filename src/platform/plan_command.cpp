#include "platform/plan_command.hpp"

#include "platform/people_csv.hpp"
#include "platform/plan_groups.hpp"
#include "platform/seating_json.hpp"
#include "rotation/host_choice.hpp"
#include "rotation/repair.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fmt/core.h>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace ronde::platform {

namespace {

using namespace rotation;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int comfortable = 5; ///< people at a table
constexpr int most_questions = 1000;
constexpr std::int64_t heaviest = 1'000'000; ///< of a weight, as the planner has it
constexpr std::size_t most_remarks = 20;     ///< on lines of a list that are said one by one

/// A length such as 500ms, 1s or 0.5 (seconds).
base::Result<Milliseconds> read_length(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    constexpr double day = 86'400;
    if (error == std::errc{} && number >= 0 && number <= day) {
        if (unit == "s" || unit.empty()) return Milliseconds(number * 1000);
        if (unit == "ms") return Milliseconds(number);
    }
    return base::bad_input(fmt::format("“{}” is no length; write one such as 500ms or 2s", text));
}

base::Result<Weights> read_weights(const std::string& text) {
    std::vector<std::int64_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const auto [next, error] = std::from_chars(at, end, numbers.emplace_back());
        if (error != std::errc{} || (next != end && *next != ',')) break;
        at = next == end ? next : next + 1;
    }
    const bool beyond = std::ranges::any_of(numbers, [](auto number) { return number < 0 || number > heaviest; });
    if (at != end || numbers.size() != 3 || text.back() == ',' || beyond) {
        return base::bad_input(fmt::format(
            "“{}” are no weights; write three numbers from 0 to {}, such as 1,3,1 (repeat, organisation, kind)", text,
            heaviest));
    }
    return Weights{numbers[0], numbers[1], numbers[2]};
}

/// The rules of the command line, for the people whom the instance has. Of hosts, those of `first` are asked before all
/// others.
base::Result<SeatingInstance> with_rules(SeatingInstance instance, const PlanRun& command,
                                         const std::vector<int>& first = {}) {
    Problem& problem = instance.problem;
    const int count = problem.size();
    problem.questions = command.questions;
    const int enough = (count + comfortable * command.questions - 1) / (comfortable * command.questions);
    const int tables = command.tables_per_question > 0 ? command.tables_per_question : enough;
    problem.tables_per_question.assign(
        static_cast<std::size_t>(command.rounds > 0 ? command.rounds : command.questions), tables);
    problem.rule = command.style == "successive" ? QuestionRule::free : QuestionRule::each_once;
    if (command.hosts == "stay") {
        const int seats = problem.questions * tables;
        if (seats > count) {
            return base::bad_input(fmt::format("--hosts stay: {} tables need as many hosts, but there {}", seats,
                                               count == 1 ? "is 1 person" : fmt::format("are {} people", count)));
        }
        HostChoice choice(problem, command.host_rounds);
        choice.ask(first);
        choice.fill({});
        problem.hosts = choice.hosts();
    }
    return instance;
}

/// People who are only counted: p0001, p0002, …
base::Result<SeatingInstance> counted(const PlanRun& command) {
    SeatingInstance instance;
    for (int i = 1; i <= command.count; ++i) instance.problem.people.push_back({.name = fmt::format("p{:04}", i)});
    return with_rules(std::move(instance), command);
}

/// What there is to look at in lines of the list, as far as it changes who sits, and how their names read.
void say_remarks(const PeopleCsv& list, const std::string& file, std::ostream& err) {
    using enum store::Remark;
    constexpr auto said =
        std::to_array({merged, cancelled, unknown_kind, foreign_encoding, control_signs, address_as_name});
    std::size_t count = 0;
    for (const store::RemarkedLine& line : list.read.remarks) {
        if (std::ranges::find(said, line.remark) == said.end() || ++count > most_remarks) continue;
        say({.message = text_of(line), .file = file, .line = line.line}, err);
    }
    if (count > most_remarks)
        say({.message = fmt::format("and {} more remarks; import --dry-run says them", count - most_remarks),
             .file = file},
            err);
}

/// People of a list, with their organisations and kinds; two of one name are told apart by a number. Lines that cannot
/// be taken are said and cost nobody else their seat; whose registration was cancelled has none.
base::Result<SeatingInstance> listed(const PlanRun& command, const CommandPorts& ports) {
    const auto wishes = read_column_wishes(command.map);
    if (!wishes) return tl::unexpected(wishes.error());
    const auto list = read_people_csv(ports.disk, command.people, *wishes);
    if (!list) return tl::unexpected(list.error());
    for (const store::LeftOutLine& line : list->read.left_out) say(error_of(line, command.people), ports.err);
    for (const store::ListedPerson& alone : list->read.organisations)
        say(error_of({.line = alone.line, .detail = alone.organisation}, command.people), ports.err);
    say_remarks(*list, command.people, ports.err);
    if (std::ranges::all_of(list->read.people, &store::ListedPerson::cancelled))
        return tl::unexpected(
            base::Error{.message = "no line could be taken: there is nobody to seat", .file = command.people});
    SeatingInstance instance{.name = command.people};
    std::map<std::string, int> organisations;
    std::map<int, int> kinds; // of an organisation: a line that says it speaks for all its people
    std::map<std::string, int> names;
    std::vector<int> hosts;
    for (const store::ListedPerson& listed : list->read.people) {
        if (listed.cancelled) continue;
        const int times = ++names[listed.full_name];
        Person person{.name = times == 1 ? listed.full_name : fmt::format("{} ({})", listed.full_name, times)};
        if (const std::string key = store::plain_words(listed.organisation); !key.empty())
            person.organisation = organisations.try_emplace(key, static_cast<int>(organisations.size())).first->second;
        if (std::ranges::find(listed.roles, cafe::Role::host) != listed.roles.end())
            hosts.push_back(instance.problem.size());
        if (listed.kind) person.kind = static_cast<int>(*listed.kind);
        if (listed.kind && person.organisation != nobody) kinds.emplace(person.organisation, person.kind);
        instance.problem.people.push_back(std::move(person));
    }
    for (Person& person : instance.problem.people)
        if (const auto kind = kinds.find(person.organisation); person.kind == nobody && kind != kinds.end())
            person.kind = kind->second;
    return with_rules(std::move(instance), command, hosts);
}

base::Result<SeatingInstance> read(const PlanRun& command, const CommandPorts& ports) {
    if (!command.people.empty()) return listed(command, ports);
    if (command.instance.empty()) return counted(command);
    if (command.instance == "-") {
        const std::string text(std::istreambuf_iterator<char>(std::cin), {});
        return read_instance(text, "standard input");
    }
    const auto content = ports.disk.read(command.instance);
    if (!content) return tl::unexpected(content.error().error);
    return read_instance(*content, command.instance);
}

/// Mends the announced plan; the choices go to the facts, the one with the best score is taken.
base::Result<Planned> mend(const Problem& problem, const Effort& effort, PlanFacts& facts) {
    auto choices = mend_seating(problem, effort);
    if (!choices) return tl::unexpected(choices.error());
    for (const Planned& choice : *choices) facts.choices.push_back({choice.quality, choice.broken.size()});
    return std::move(choices->back());
}

std::string met(const Quality& quality) {
    if (quality.distinct_pairs == 0) return "nobody meets anybody";
    return fmt::format("{}, nobody more than {}",
                       quality.distinct_pairs == 1 ? "1 pair of people meets"
                                                   : fmt::format("{} pairs of people meet", quality.distinct_pairs),
                       quality.most_often == 1 ? "once" : fmt::format("{} times", quality.most_often));
}

/// The plan for people: a paragraph a round, then what it is worth.
std::string as_text(const SeatingInstance& instance, const Planned& planned, const PlanFacts& facts) {
    const Problem& problem = instance.problem;
    std::string out;
    for (int r = 0; r < problem.rounds(); ++r) {
        const Round& round = planned.plan.rounds[static_cast<std::size_t>(r)];
        out += fmt::format("Round {}{}\n", r + 1, r < problem.played() ? " (played)" : "");
        for (std::size_t table = 0; table < round.size(); ++table) {
            const bool carousel = problem.rule == QuestionRule::each_once;
            out += carousel
                       ? fmt::format("  question {}, table {}:", problem.question_of(r, static_cast<int>(table)) + 1,
                                     table + 1)
                       : fmt::format("  table {}:", table + 1);
            for (std::size_t i = 0; i < round[table].size(); ++i)
                out += (i == 0 ? " " : ", ") + problem.person(round[table][i]).name;
            out += '\n';
        }
    }
    const Quality& quality = planned.quality;
    const Bound& bound = planned.bound;
    out +=
        fmt::format("score {} ({}), {}\n", quality.score,
                    planned.optimal ? "no plan can do better"
                                    : fmt::format("no plan {}is below {}",
                                                  planned.broken.empty() ? "" : "that keeps every rule ", bound.score),
                    met(quality));
    out += fmt::format("  repeated meetings        {} (at least {})\n", quality.repeats, bound.repeats);
    out += fmt::format("  same organisation        {} (at least {})\n", quality.organisation_pairs,
                       bound.organisation_pairs);
    out += fmt::format("  same kind                {} (at least {})\n", quality.kind_pairs, bound.kind_pairs);
    for (const PlanChoice& choice : facts.choices)
        out += fmt::format("  moving {} {} gives   {}{}{}\n", choice.quality.moved_people,
                           choice.quality.moved_people == 1 ? "person" : "people", choice.quality.score,
                           choice.quality.size_spread > 1
                               ? fmt::format(", tables differ by {} people", choice.quality.size_spread)
                               : std::string{},
                           choice.broken > 0 ? fmt::format(", {} not kept", choice.broken) : std::string{});
    if (quality.size_spread > 1) out += fmt::format("  tables differ by         {} people\n", quality.size_spread);
    for (const Broken& rule : planned.broken) out += "  not kept: " + explain(problem, rule, 1) + '\n';
    for (const Broken& rule : broken_before(problem))
        out += "  not kept, already played: " + explain(problem, rule, 1) + '\n';
    return out + fmt::format("{:.1f} ms, seed {}\n", facts.elapsed_ms, facts.seed);
}

/// Options that are right each for itself; throws what is the usage's fault.
void refuse_what_does_not_go_together(const PlanRun& run) {
    if (run.host_rounds > 0 && run.hosts != "stay")
        throw CLI::ValidationError("--host-rounds", "says when hosts hand over; add --hosts stay");
    if (!run.instance.empty()) return;
    if (run.rounds == 0 && run.questions > most_rounds)
        throw CLI::ValidationError(
            "--questions", fmt::format("{} questions make as many rounds, and at most {} are planned; give --rounds",
                                       run.questions, most_rounds));
    if (run.tables_per_question > most_tables / run.questions)
        throw CLI::ValidationError("--tables-per-question",
                                   fmt::format("{} questions with {} tables each; at most {} tables are planned",
                                               run.questions, run.tables_per_question, most_tables));
}

} // namespace

void add_plan_command(CLI::App& app, PlanRun& run) {
    const auto whole_number = []<class Number>(Number most) {
        return [most](const std::string& text) {
            Number number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool whole = end == text.data() + text.size() && text.find('-') == std::string::npos;
            if (whole && error == std::errc::result_out_of_range)
                return fmt::format("{} is too large; at most {}", text, most);
            return whole && error == std::errc{}
                       ? std::string()
                       : fmt::format("“{}” is no whole number from 0; write one such as 7", text);
        };
    };
    const auto refusal = [](const auto& result) { return result ? std::string() : result.error().message; };
    auto* plan = app.add_subcommand("plan", "Prints a seating plan: who sits at which table in each round.");
    auto* people = plan->add_option_group("people")->require_option(1);
    auto* instance = people->add_option("--instance", run.instance,
                                        "people and rules as JSON (docs/SEATING.md); - for the standard input");
    auto* list = people->add_option("--people", run.people, "a people's list, .csv: names, organisations and kinds");
    plan->add_option("--map", run.map, "with --people: what columns mean, where the guess is wrong: \"Nom=name\"")
        ->check([refusal](const std::string& text) { return refusal(read_column_wishes(text)); })
        ->needs(list);
    auto* count = people->add_option("--count", run.count, "only the number of people");
    count->check(CLI::Range(1, most_people));
    plan->add_option("--questions", run.questions, "without --instance: questions")
        ->check(CLI::Range(1, most_questions))
        ->excludes(instance)
        ->capture_default_str();
    plan->add_option("--tables-per-question", run.tables_per_question,
                     "without --instance: tables for each question; by default as many as keep tables at five or fewer")
        ->check(CLI::Range(1, most_tables))
        ->excludes(instance);
    plan->add_option("--rounds", run.rounds, "without --instance: rounds; by default as many as questions")
        ->check(CLI::Range(1, most_rounds))
        ->excludes(instance);
    plan->add_option("--style", run.style,
                     "without --instance: carousel (tables keep their question) or successive (one question a round)")
        ->check(CLI::IsMember({"carousel", "successive"}))
        ->excludes(instance)
        ->capture_default_str();
    plan->add_option("--grouping", run.grouping, "mixed (each person has a route) or intact (groups stay together)")
        ->check(CLI::IsMember({"mixed", "intact"}))
        ->capture_default_str();
    plan->add_option("--hosts", run.hosts,
                     "without --instance: none, or stay (one at each table for all rounds; first who has the role)")
        ->check(CLI::IsMember({"none", "stay"}))
        ->excludes(instance)
        ->capture_default_str();
    plan->add_option("--host-rounds", run.host_rounds, "with --hosts stay: after so many rounds another person hosts")
        ->check(CLI::Range(1, most_rounds))
        ->excludes(instance);
    plan->add_option("--weights", run.weights,
                     "what a repeated meeting, a pair of one organisation and a pair of one kind cost, as R,O,K")
        ->check([refusal](const std::string& text) { return refusal(read_weights(text)); });
    plan->add_flag("--at-most-twice", run.at_most_twice, "nobody meets anybody more than twice");
    plan->add_option("--seed", run.seed, "another number, another plan")
        ->check(whole_number(std::numeric_limits<std::uint64_t>::max()))
        ->capture_default_str();
    plan->add_option("--iterations", run.iterations, "exchanges tried at most; with a seed they fix the plan")
        ->check(whole_number(std::numeric_limits<std::int64_t>::max()));
    plan->add_option("--time-limit", run.time_limit, "such as 500ms or 2s; one second unless --iterations is given")
        ->check([refusal](const std::string& text) { return refusal(read_length(text)); });
    plan->add_flag("--json", run.json, "one line of JSON instead of text");
    plan->callback([&run] { refuse_what_does_not_go_together(run); });
}

int run(const PlanRun& command, const CommandPorts& ports) {
    auto instance = read(command, ports);
    if (!instance) return say(instance.error(), ports.err);
    Problem& problem = instance->problem;
    if (!command.weights.empty()) {
        const auto weights = read_weights(command.weights);
        if (!weights) return say(weights.error(), ports.err);
        problem.weights = *weights;
    }
    if (command.at_most_twice) problem.limit = MeetingLimit::twice;

    using Clock = std::chrono::steady_clock;
    const auto started = Clock::now();
    Effort effort{.seed = command.seed, .iterations = command.iterations.value_or(-1)};
    if (!command.time_limit.empty() || !command.iterations) {
        const auto limit = read_length(command.time_limit.empty() ? "1s" : command.time_limit);
        if (!limit) return say(limit.error(), ports.err);
        effort.stop = [started, length = *limit] { return Clock::now() - started >= length; };
    }
    PlanFacts facts{.seed = command.seed};
    auto planned = command.grouping == "intact" ? plan_groups(problem)
                   : problem.announced.empty()  ? plan_seating(problem, effort)
                                                : mend(problem, effort, facts);
    if (!planned) {
        planned.error().file = command.instance == "-"   ? "standard input"
                               : !command.people.empty() ? command.people
                                                         : command.instance;
        return say(planned.error(), ports.err);
    }
    facts.elapsed_ms = Milliseconds(Clock::now() - started).count();
    ports.out << (command.json ? write_plan(*instance, *planned, facts) + '\n' : as_text(*instance, *planned, facts));
    return 0;
}

} // namespace ronde::platform
