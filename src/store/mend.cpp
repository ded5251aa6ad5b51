#include "store/mend.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"

#include <algorithm>
#include <chrono>
#include <unordered_map>
#include <unordered_set>

namespace ronde::store {
namespace {

using namespace std::chrono_literals;

constexpr int most_people = 1000;
constexpr int most_votes = 100000;
constexpr int most_rounds = 1000;

/// What a café has always, so that there is no undo without what it was.
bool is_always_there(cafe::ObjectKind kind) {
    using enum cafe::ObjectKind;
    return kind == identity || kind == opening || kind == seating_rules || kind == harvest_plan ||
           kind == next_meeting || kind == introductions;
}

/// Whether an object can be put back: it is the one that the change names.
bool can_come_back(const cafe::ObjectChange& object) {
    if (!object.before) return !is_always_there(object.kind);
    const auto is_named = [&](const auto& thing) {
        if constexpr (requires { thing.id.value; })
            return thing.id.value == object.id;
        else
            return true;
    };
    return std::visit(is_named, *object.before);
}

/// Whether the changes, reversed from the last to the first, find each idea that they take out.
bool find_their_ideas(const std::vector<cafe::Change>& changes, const cafe::Ideas& ideas) {
    std::unordered_map<std::string_view, bool> there;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        for (auto object = change->objects.rbegin(); object != change->objects.rend(); ++object) {
            if (object->kind != cafe::ObjectKind::idea) continue;
            auto& is_there = there.try_emplace(object->id, ideas.find({object->id}) != nullptr).first->second;
            if (!object->before && !is_there) return false;
            is_there = object->before.has_value();
        }
    return true;
}

/// The ids of a list, for many look-ups.
template <class Things>
std::unordered_set<std::string_view> ids_of(const Things& things) {
    std::unordered_set<std::string_view> ids;
    for (const auto& thing : things) ids.insert(thing.id.value);
    return ids;
}

class Mender {
public:
    Mender(cafe::Session& session, const Value& root, Reading& reading)
        : m_session(session), m_root(root), m_reading(reading) {}

    void identity() {
        auto& identity = m_session.identity;
        if (identity.language != "fr" && identity.language != "en") {
            report(member(m_root, "language"), Wrong::unknown_language);
            identity.language = "fr";
        }
        if (!base::is_time_zone(identity.time_zone)) {
            report(member(m_root, "time_zone"), Wrong::unknown_time_zone, {{"zone", identity.time_zone}});
            identity.time_zone = "Europe/Paris";
        }
    }

    void questions() {
        each(m_session.questions, [&](auto& question, auto& from) {
            if (cut_to_longest(question.text)) m_reading.report_too_long(member(from, "text"), "text");
        });
    }

    void seating() {
        const auto questions = ids_of(m_session.questions);
        const auto tables = ids_of(m_session.tables);
        const auto groups = ids_of(m_session.groups);
        const auto people = ids_of(m_session.participants);
        const auto organisations = ids_of(m_session.organisations);
        each(m_session.tables,
             [&](auto& table, auto& from) { refer(table.question.value, questions, from, "question"); });
        each(m_session.participants,
             [&](auto& person, auto& from) { refer(person.organisation.value, organisations, from, "organisation"); });
        std::unordered_set<std::string> seated;
        each(m_session.groups, [&](auto& group, auto& from) {
            refer_all(group.members, people, from, "members");
            std::erase_if(group.members, [&](const auto& person) {
                const bool twice = !seated.insert(person.value).second;
                if (twice) report(member(from, "members"), Wrong::two_groups, {{"person", person.value}});
                return twice;
            });
            into_range(group.count, 0, most_people, from, "count");
        });
        auto& plan = m_session.seating.rounds;
        if (const auto rounds = static_cast<std::size_t>(cafe::round_count(m_session)); plan.size() > rounds) {
            report(member(m_root, "seating"), Wrong::more_rounds);
            plan.resize(rounds);
        }
        for (auto& round : plan) {
            std::unordered_set<std::string> taken;
            std::erase_if(round, [&](const cafe::Placement& place) {
                const bool good = groups.contains(place.group.value) && tables.contains(place.table.value) &&
                                  taken.insert("g" + place.group.value).second &&
                                  taken.insert("t" + place.table.value).second;
                if (!good)
                    report(member(m_root, "seating"), Wrong::group_unseatable,
                           {{"group", place.group.value}, {"table", place.table.value}});
                return !good;
            });
        }
    }

    /// Themes may name ideas that were deleted since; numbers may not be out of range.
    void harvest() {
        auto& plan = m_session.harvest.plan;
        const auto place = member(m_root, "harvest");
        if (plan.dots_per_person < 1 || plan.turn_length < base::Duration{1s}) {
            report(place, Wrong::harvest_without_dots);
            plan.dots_per_person = cafe::HarvestPlan{}.dots_per_person;
            plan.turn_length = cafe::HarvestPlan{}.turn_length;
        }
        each(m_session.harvest.themes, [&](auto& theme, auto& from) {
            into_range(theme.votes, 0, most_votes, from, "votes");
            if (cut_to_longest(theme.title)) m_reading.report_too_long(member(from, "title"), "title");
        });
    }

    void follow_up() {
        const auto organisations = ids_of(m_session.organisations);
        std::erase_if(m_session.follow_up.complementarities, [&](const cafe::Complementarity& match) {
            const bool good = organisations.contains(match.giver.value) && organisations.contains(match.taker.value);
            if (!good) report(member(m_root, "follow_up"), Wrong::match_unknown, {{"offer", match.offer}});
            return !good;
        });
    }

    void companies() {
        const auto tables = ids_of(m_session.tables);
        const auto people = ids_of(m_session.participants);
        each(m_session.participants, [&](auto& person, auto& from) {
            into_range(person.first_round, 1, most_rounds, from, "first_round");
            into_range(person.last_round, 0, most_rounds, from, "last_round");
        });
        auto& rules = m_session.seating_rules;
        into_range(rules.host_rounds, 1, cafe::most_host_rounds, m_root, "seating_rules");
        for (cafe::Pin& pin : rules.pins) {
            into_range(pin.first_round, 0, most_rounds, m_root, "seating_rules");
            into_range(pin.last_round, 0, most_rounds, m_root, "seating_rules");
        }
        auto& plan = m_session.seating.companies;
        const auto place = member(m_root, "seating");
        if (const auto rounds = static_cast<std::size_t>(cafe::round_count(m_session)); plan.size() > rounds) {
            report(place, Wrong::more_rounds);
            plan.resize(rounds);
        }
        for (auto& round : plan) {
            std::unordered_set<std::string> taken;
            std::erase_if(round, [&](const cafe::Company& company) {
                const bool good = tables.contains(company.table.value) && taken.insert(company.table.value).second;
                if (!good) report(place, Wrong::table_unseatable, {{"table", company.table.value}});
                return !good;
            });
            std::unordered_set<std::string> seated;
            for (auto& company : round)
                std::erase_if(company.people, [&](const cafe::ParticipantId& person) {
                    const bool good = people.contains(person.value) && seated.insert(person.value).second;
                    if (!good) report(place, Wrong::person_unseatable, {{"person", person.value}});
                    return !good;
                });
        }
        std::erase_if(m_session.seating.hosts,
                      [&](const cafe::ParticipantId& host) { return !people.contains(host.value); });
        const int last = cafe::round_count(m_session);
        std::erase_if(m_session.seating.host_spans, [&](const cafe::HostSpan& span) {
            return !people.contains(span.person.value) || !tables.contains(span.table.value) || span.first_round < 1 ||
                   span.first_round > span.last_round || span.last_round > last;
        });
        if (!m_session.seating.quality) return;
        const auto questions = ids_of(m_session.questions);
        std::erase_if(m_session.seating.quality->seen_again, [&](const cafe::SeenAgain& one) {
            return !people.contains(one.person.value) || !questions.contains(one.question.value);
        });
    }

    void agenda() {
        each(m_session.agenda, [&](auto& step, auto& from) {
            into_range(step.planned, base::Duration{1s}, base::Duration{24h}, from, "planned_seconds");
            into_range(step.minimum, base::Duration{0s}, step.planned, from, "minimum_seconds");
        });
    }

    /// Every table that an idea names is there again, so that what was said at one table stays together.
    void tables_of_ideas() {
        std::unordered_set<std::string> tables;
        for (const auto& table : m_session.tables) tables.insert(table.id.value);
        const auto& sources = m_reading.sources[&m_session.ideas];
        std::size_t i = 0;
        for (const auto& idea : m_session.ideas) {
            const auto& from = sources[i++];
            if (!tables.insert(table_name(idea)).second) continue;
            report(member(from, "table"), Wrong::table_back, {{"table", idea.table.value}});
            m_session.tables.push_back({.id = {table_name(idea)}});
        }
    }

    static bool says_nothing(const cafe::Idea& idea) { return base::trimmed(idea.text).empty(); }

    void ideas() {
        const int rounds = cafe::round_count(m_session);
        const auto questions = ids_of(m_session.questions);
        const auto groups = ids_of(m_session.groups);
        auto known = ids_of(m_session.ideas);
        for (const auto& idea : m_session.ideas)
            if (says_nothing(idea)) known.erase(idea.id.value); // they are left out below
        cafe::Ideas kept;
        const auto& sources = m_reading.sources[&m_session.ideas];
        bool changed = false;
        for (std::size_t i = 0; i < m_session.ideas.size(); ++i) {
            const auto& from = sources[i];
            const auto before = m_reading.count();
            auto idea = m_session.ideas[i];
            if (says_nothing(idea)) {
                report(member(from, "text"), Wrong::idea_empty);
                changed = true;
                continue;
            }
            if (idea.table.empty()) {
                idea.table.value = table_name(idea);
                changed = true;
            }
            refer(idea.question.value, questions, from, "question");
            refer(idea.group.value, groups, from, "group");
            refer_all(idea.builds_on, known, from, "builds_on");
            const bool moved = into_range(idea.round, 0, rounds, from, "round");
            const bool numbered = into_range(idea.seq, std::uint64_t{0}, m_session.seq, from, "seq");
            changed = changed || moved || numbered || m_reading.count() != before;
            kept.insert(kept.size(), std::move(idea));
        }
        if (changed) m_session.ideas = std::move(kept);
    }

    void clock() {
        auto& timer = m_session.timer;
        const auto steps = ids_of(m_session.agenda);
        const auto place = member(m_root, "clock");
        std::unordered_set<std::string> runs;
        std::erase_if(timer.runs, [&](const cafe::StepRun& run) {
            const bool good = steps.contains(run.step.value) && runs.insert(run.step.value).second;
            if (!good) report(place, Wrong::step_record, {{"step", run.step.value}});
            return !good;
        });
        for (auto& run : timer.runs) {
            if (!run.allotted || *run.allotted >= base::Duration{1s}) continue;
            report(place, Wrong::step_length, {{"step", run.step.value}});
            run.allotted.reset();
        }
        if (timer.state == cafe::ClockState::idle) {
            if (timer.step.empty()) return;
            report(place, Wrong::clock_in_a_step);
            timer.step = {};
        } else if (!steps.contains(timer.step.value) || !timer.begun) {
            report(place, Wrong::clock_nowhere);
            timer = {.seen = timer.seen};
        } else if (timer.state == cafe::ClockState::running && timer.anchor == base::Stamp{}) {
            report(place, Wrong::clock_without_anchor);
            timer.state = cafe::ClockState::paused;
        }
    }

    void stage() {
        auto& stage = m_session.stage;
        const bool shows_idea = stage.projection == cafe::Projection::idea;
        const bool idea_good = shows_idea ? m_session.ideas.find(stage.idea) != nullptr : stage.idea.empty();
        const bool question_good = stage.question.empty() || cafe::find(m_session, stage.question) != nullptr;
        const bool shows_theme = stage.projection == cafe::Projection::theme;
        const bool theme_good = shows_theme ? cafe::find(m_session, stage.theme) != nullptr : stage.theme.empty();
        const auto& table = stage.speaking.table;
        const bool table_good = table.empty() || cafe::find(m_session, table) != nullptr;
        if (idea_good && question_good && theme_good && table_good) return;
        report(member(m_root, "stage"), Wrong::stage_unknown);
        stage.projection = cafe::Projection::none;
        stage.idea = {};
        stage.question = {};
        stage.theme = {};
        stage.speaking = {};
    }

    /// A history with a hole would undo into something that never was.
    void history() {
        const auto found = m_root.member("history");
        if (!found) return;
        const auto end = found->begin() + found->raw().size();
        const bool damaged = std::any_of(m_reading.found.begin(), m_reading.found.end(), [&](const Finding& finding) {
            return finding.offset >= found->begin() && finding.offset < end;
        });
        const auto sound = [this](const cafe::Change& change) {
            return change.seq <= m_session.seq && std::ranges::all_of(change.objects, can_come_back);
        };
        const auto& [done, undone] = m_session.history;
        if (damaged || !std::ranges::all_of(done, sound) || !std::ranges::all_of(undone, sound)) drop_history();
    }

    /// The same, once it is known which ideas there are.
    void history_of_ideas() {
        const auto& [done, undone] = m_session.history;
        if (!find_their_ideas(done, m_session.ideas) || !find_their_ideas(undone, m_session.ideas)) drop_history();
    }

private:
    void drop_history() {
        report(member(m_root, "history"), Wrong::history_damaged);
        m_session.history = {};
    }

    void report(std::size_t offset, Wrong wrong, WrongValues values = {}) { m_reading.report(offset, wrong, values); }

    static std::string table_name(const cafe::Idea& idea) { return idea.table.empty() ? "mended" : idea.table.value; }

    static std::size_t member(const Value& object, std::string_view key) {
        return object.member(key).value_or(object).begin();
    }

    template <class Thing, class Do>
    void each(std::vector<Thing>& things, Do mend_one) {
        const auto& sources = m_reading.sources[&things];
        for (std::size_t i = 0; i < things.size(); ++i) mend_one(things[i], sources[i]);
    }

    void refer(std::string& id, const std::unordered_set<std::string_view>& known, const Value& from,
               std::string_view key) {
        if (id.empty() || known.contains(id)) return;
        report(member(from, key), Wrong::unknown_reference, {{"member", std::string(key)}, {"id", id}});
        id.clear();
    }

    template <class Ids>
    void refer_all(Ids& ids, const std::unordered_set<std::string_view>& known, const Value& from,
                   std::string_view key) {
        std::erase_if(ids, [&](auto& id) {
            refer(id.value, known, from, key);
            return id.empty();
        });
    }

    /// Whether the value was another.
    template <class T>
    bool into_range(T& value, T least, T most, const Value& from, std::string_view key) {
        if (value >= least && value <= most) return false;
        value = std::clamp(value, least, most);
        const auto place = member(from, key);
        // What the reader took instead of a number that fits nowhere is not allowed either.
        std::erase_if(m_reading.found, [&](const Finding& finding) {
            return finding.offset == place && finding.error.cause.key == "out_of_range";
        });
        report(place, Wrong::out_of_range, {{"member", std::string(key)}, {"value", words(value)}});
        return true;
    }
    static std::string words(base::Duration value) {
        return std::to_string(std::chrono::floor<std::chrono::seconds>(value).count());
    }
    static std::string words(std::integral auto value) { return std::to_string(value); }

    cafe::Session& m_session;
    const Value& m_root;
    Reading& m_reading;
};

} // namespace

void mend(cafe::Session& session, const Value& root, Reading& reading) {
    Mender mender(session, root, reading);
    mender.history(); // first: what the others report lies elsewhere
    mender.identity();
    mender.questions();
    mender.seating();
    mender.companies();
    mender.harvest();
    mender.follow_up();
    mender.agenda();
    mender.tables_of_ideas();
    mender.ideas();
    mender.history_of_ideas();
    mender.clock();
    mender.stage();
}

} // namespace ronde::store
