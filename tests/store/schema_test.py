"""The schema of the session file describes what the program writes: the golden file and every session in sessions/ are
valid, files that are wrong are not, and every member of the golden file is described."""

import copy
import json
import os
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(os.environ["RONDE_SOURCE_DIR"])
SCHEMA = json.loads((ROOT / "assets/schema/session-2.schema.json").read_text(encoding="utf-8"))
GOLDEN = ROOT / "tests/store/golden/session-2.json"

failures = []


def check(good, what):
    if not good:
        failures.append(what)


def valid(document):
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(document)


def undescribed(value, schema, path):
    """Paths of the members that the schema does not name."""
    if "$ref" in schema:
        return undescribed(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], path)
    if isinstance(value, list):
        return [one for item in value for one in undescribed(item, schema["items"], path + "[]")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    found = []
    for key, inner in value.items():
        if key in schema["properties"]:
            found += undescribed(inner, schema["properties"][key], f"{path}.{key}")
        else:
            found.append(f"{path}.{key}")
    return found


jsonschema.Draft202012Validator.check_schema(SCHEMA)
golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
for path in [GOLDEN, *sorted((ROOT / "sessions").glob("*.json"))]:
    document = json.loads(path.read_text(encoding="utf-8"))
    for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(document):
        failures.append(f"{path.name}: {error.json_path}: {error.message}")
    for member in undescribed(document, SCHEMA, "$"):
        failures.append(f"{path.name}: the schema does not describe {member}")


def wrong(change, what):
    document = copy.deepcopy(golden)
    change(document)
    check(not valid(document), f"the schema takes {what}")


wrong(lambda d: d.pop("title"), "a session without a title")
wrong(lambda d: d.update(version=1), "another version")
wrong(lambda d: d.update(format="x"), "another format")
wrong(lambda d: d.update(starts_at="2023-06-13 09:00"), "a time without an offset")
wrong(lambda d: d.update(language="ca"), "a language that is not there")
wrong(lambda d: d["agenda"][0].update(planned_seconds=-1), "a negative length")
wrong(lambda d: d["agenda"][0].update(planned_seconds=10**6), "a huge length")
wrong(lambda d: d["agenda"][0].update(kind="nap"), "an unknown kind of step")
wrong(lambda d: d["ideas"][0].update(text=3), "a number as a text")
wrong(lambda d: d["ideas"][0].pop("id"), "an idea without an id")
wrong(lambda d: d["ideas"][0].update(round=-1), "a negative round")
wrong(lambda d: d["groups"][1].update(count=5000), "too many people")
wrong(lambda d: d["clock"].update(state="asleep"), "an unknown state")
wrong(lambda d: d["seating"]["rounds"][0][0].pop("table"), "a placement nowhere")
later = copy.deepcopy(golden)
later["x_later"] = later["ideas"][0]["x_later"] = {"any": "thing"}
check(valid(later), "the schema refuses members that it does not know")

for failure in failures:
    print(failure, file=sys.stderr)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
