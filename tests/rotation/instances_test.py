"""The planner judged from outside: for each instance beside this file `ronde plan` keeps every rule, its score is what
this script counts, and it says that no plan can do better."""

import collections
import itertools
import json
import os
import pathlib
import subprocess
import sys

RONDE = os.environ["RONDE_BIN"]
INSTANCES = pathlib.Path(__file__).parent / "instances"


def here(person, round_number):
    return person.get("arrives", 0) <= round_number < person.get("leaves", 10**9)


def judged(instance, rounds):
    """What is wrong with a plan, and its score."""
    people = {person["id"]: person for person in instance["people"]}
    played = len(instance.get("history", []))
    wrong = []
    if rounds[:played] != instance.get("history", []):
        wrong.append("a round that was played has changed")
    if len(rounds) != instance["rounds_total"]:
        wrong.append(f"{len(rounds)} rounds")
    met = collections.Counter()
    seen = collections.Counter()
    alike = collections.Counter()
    for number, tables in enumerate(rounds):
        each = instance["tables_per_question"]
        each = each[number] if isinstance(each, list) else each
        if len(tables) != instance["questions"] * each:
            wrong.append(f"round {number}: {len(tables)} tables")
        seats = [one for table in tables for one in table]
        if sorted(seats) != sorted(one for one in people if here(people[one], number)):
            wrong.append(f"round {number}: somebody is missing, or sits twice")
        free = not any(instance.get(key) for key in ("hosts", "history", "seat", "together", "apart"))
        if free and max(map(len, tables)) - min(map(len, tables)) > 1:
            wrong.append(f"round {number}: tables differ by more than one")
        hosting = {host["person"]: host["table"] for host in instance.get("hosts", [])
                   if host["from"] <= number < host["to"]}
        at = {one: place for place, table in enumerate(tables) for one in table}
        for host, place in hosting.items():
            if at.get(host) != place:
                wrong.append(f"round {number}: {host} does not host table {place}")
        for one, place in at.items():
            if one not in hosting:
                seen[one, place // each] += 1
        for table in tables:
            for pair in itertools.combinations(sorted(table), 2):
                met[pair] += 1
                for label in ("organisation", "kind"):
                    first, second = (people[one].get(label) for one in pair)
                    alike[label] += first is not None and first == second
        if number >= played:
            wrong += [f"round {number}: {a} and {b} are apart" for a, b in instance.get("together", [])
                      if a in at and b in at and at[a] != at[b]]
            wrong += [f"round {number}: {a} and {b} are together" for a, b in instance.get("apart", [])
                      if a in at and b in at and at[a] == at[b]]
    if instance.get("question_rule", True):
        wrong += [f"{one} sees question {question} {times} times" for (one, question), times in seen.items() if times > 1]
    weights = instance.get("weights", {"repeat": 1, "organisation": 3, "kind": 1})
    repeats = sum(times * (times - 1) // 2 for times in met.values())
    score = weights["repeat"] * repeats + sum(weights[label] * alike[label] for label in ("organisation", "kind"))
    return wrong, score


def main():
    failures = 0
    instances = sorted(INSTANCES.glob("*.json"))
    for path in instances:
        done = subprocess.run([RONDE, "plan", "--instance", path, "--time-limit", "20s", "--json"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"{path.name}: {done.stderr}")
            failures += 1
            continue
        plan = json.loads(done.stdout)
        wrong, score = judged(json.loads(path.read_text(encoding="utf-8")), plan["rounds"])
        if plan["score"] != score:
            wrong.append(f"it says {plan['score']}, and it is {score}")
        if not plan["optimal"] or plan["bound"] != score:
            wrong.append(f"score {score}, bound {plan['bound']}")
        for words in wrong:
            print(f"{path.name}: {words}")
        failures += bool(wrong)
    print(f"{len(instances)} instances, {failures} with complaints")
    return 1 if failures or len(instances) < 13 else 0


if __name__ == "__main__":
    sys.exit(main())
