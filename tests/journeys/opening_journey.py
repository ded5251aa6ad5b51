"""The opening exchange, by keyboard alone on a French one: eleven places by seven components, at the speed of people
calling out answers; a sentence why, a slip taken back, the views on the stage; and all of it in the file."""

import json

from journey import Ronde, check, command, equal, main, sample_in, sound

PLACES, COMPONENTS = 11, 7
KEYS = {"essential": "ampersand", "depends": "eacute", "not_essential": "quotedbl"}  # where 1, 2 and 3 lie on AZERTY
NAMES = list(KEYS)


def answer_of(place, component):
    return NAMES[(place * 5 + component * component + place * component) % 3]


def unanswered(folder):
    """The sample café before anybody has answered."""
    file = sample_in(folder)
    session = json.loads(file.read_text())
    session.pop("opening_record")
    file.write_text(json.dumps(session, ensure_ascii=False))
    return file


def go_to_opening(ronde):
    ronde.click("tab.run")
    ronde.click("run.start")
    ronde.wait_item("run.pause")
    ronde.click("run.next")
    ronde.wait_item("stage.scene", label="opening")


def answers_in(file):
    record = json.loads(file.read_text())["opening_record"]
    return {(answer["organisation"], answer["component"]): answer for answer in record["answers"]}


def a_full_grid(display, folder):
    display.layout("fr")
    display.know("’éà")
    file = unanswered(folder / "café")
    session = json.loads(file.read_text())
    places = [it["id"] for it in session["organisations"] if it["kind"] == "third_place"]
    components = [it["id"] for it in session["opening"]["components"]]
    equal((len(places), len(components)), (PLACES, COMPONENTS), "the grid of the sample")
    with Ronde(display, folder, file, "--stage", "window") as ronde:
        go_to_opening(ronde)
        ronde.wait_item("opening.to_hear", value=str(PLACES))
        ronde.activate()
        ronde.key("Down", "Up")  # the grid takes the keyboard
        ronde.wait_item("opening.grid", focused=True)
        for place in range(PLACES):
            ronde.key(*(KEYS[answer_of(place, component)] for component in range(COMPONENTS)))
            ronde.wait_item(f"opening.place.{place + 1}", value=str(COMPONENTS))
        ronde.wait_item("opening.to_hear", value="0")
        for component in range(COMPONENTS):
            said = [answer_of(place, component) for place in range(PLACES)]
            tally = "/".join(str(said.count(name)) for name in NAMES)
            ronde.wait_item(f"stage.component.{component + 1}.cells", value=tally)

        # Letters find a place; a slip is taken back; a sentence is typed for its cell.
        ronde.key("h", "a", "n")
        ronde.wait_item("opening.grid", value=lambda cell: cell.startswith("Le Hangar Bleu"))
        ronde.key("Home", "Return")
        ronde.wait_item("opening.why", focused=True)
        ronde.type("Avec la commune, à égalité\n")
        ronde.wait_item("opening.grid", focused=True)
        before = ronde.value("opening.cell.3.1")
        ronde.key("0")  # with Shift, as xdotool presses it: still the key of the zero
        ronde.wait_item("opening.cell.3.1", value="none")
        ronde.key("ctrl+z")
        ronde.wait_item("opening.cell.3.1", value=before)

        for number, scene in ((2, "by_agreement"), (3, "by_dissent"), (4, "furthest"), (1, "live")):
            ronde.key(f"alt+{KEYS_BY_NUMBER[number]}")
            ronde.wait_item(f"run.opening.{scene}", value="selected")
        ronde.quit()
    sound(file)
    said = answers_in(file)
    equal(len(said), PLACES * COMPONENTS, "answers in the file")
    for p, place in enumerate(places):
        for c, component in enumerate(components):
            equal(said[place, component]["answer"], answer_of(p, c), f"the answer of {place} on {component}")
    equal(said[places[2], components[0]].get("why"), "Avec la commune, à égalité", "the sentence in the file")
    out = folder / "report.csv"
    equal(command("report", file, "-f", "csv", "-o", out).returncode, 0, "ronde report -f csv")
    rows = (folder / "report-opening.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    equal(len(rows), 1 + PLACES * COMPONENTS + 1, "rows in the CSV, with the header and the last line's end")
    check(any("Avec la commune, à égalité" in row for row in rows), "the sentence in the CSV")


KEYS_BY_NUMBER = {1: "ampersand", 2: "eacute", 3: "quotedbl", 4: "apostrophe"}

if __name__ == "__main__":
    main(a_full_grid)
