"""A harvest by keys: forty ideas sorted into themes, votes by show of hands, the themes on the wall, one theme alone, the
plenary with its clock. The café is the sample one, as if nobody had sorted anything yet."""

import json

from journey import Ronde, check, equal, main, sample_in, sound

# The first time a name makes a theme; the second time a few of its letters find it.
BATCHES = ["Partager les murs", "Un prix juste", "Les voisins", "Parler aux maires", "murs", "prix", "vois", "maires"]
VOTES = [12, 9, 8, 5]


def unsorted_sample(folder):
    file = sample_in(folder / "café")
    document = json.loads(file.read_text())
    document.get("harvest", {}).pop("themes", None)
    file.write_text(json.dumps(document, ensure_ascii=False))
    return file, [idea["id"] for idea in document["ideas"]]


def sort_forty(ronde, count):
    ronde.wait_item("harvest.unsorted", value=str(count))
    ronde.click(ronde.all(r"harvest\.idea\.[^.]+")[0]["id"])
    ronde.key("u")
    ronde.wait_item("harvest.unsorted", label=lambda label: label.startswith(str(count)))
    for number, name in enumerate(BATCHES, 1):
        ronde.wait(lambda: ronde.all(r"harvest\.idea\.[^.]+"), "cards to sort")
        ronde.key(*["shift+Down"] * 4)
        ronde.wait_item("harvest.sort", label=lambda label: "5" in label)
        ronde.key("t")
        ronde.wait_item("harvest.sort.field", focused=True)
        ronde.type(name + "\n")
        ronde.wait_item("harvest.unsorted", f"batch {number} is sorted", value=str(count - 5 * number))
    equal(len(ronde.all(r"harvest\.theme\.[^.]+", "control")), len(VOTES), "themes in the list")


def vote(ronde):
    ronde.key("v")
    for number, votes in enumerate(VOTES):
        ronde.wait(lambda: sum(item["focused"] for item in ronde.all(r"harvest\.theme\..+\.votes")) == 1, "a cell")
        ronde.type(str(votes))
        ronde.key("Tab" if number + 1 < len(VOTES) else "Return")
    total = sum(VOTES)
    ronde.wait_item("harvest.votes_given", label=lambda label: label.startswith(str(total)))
    ronde.key("ctrl+z")
    ronde.wait_item("harvest.votes_given", label=lambda label: label.startswith(str(total - VOTES[-1])))
    ronde.key("ctrl+y")
    ronde.wait_item("harvest.votes_given", label=lambda label: label.startswith(str(total)))


def project(ronde):
    ronde.key("m")
    ronde.wait_item("stage.scene", label="themes")
    ronde.click(ronde.all(r"harvest\.theme\.[^.]+", "control")[1]["id"])
    ronde.wait_item("harvest.theme.project")
    ronde.key("g")
    ronde.wait_item("stage.scene", label="theme")
    ronde.key("g")
    ronde.wait(lambda: ronde.find("stage.scene")["label"] != "theme", "the theme is taken off")


def speak(ronde):
    ronde.click("harvest.side.turns")
    ronde.fill("harvest.turn.1.speaker", "Zoe")
    ronde.key("Return")
    ronde.click("harvest.turn.next")
    ronde.wait_item("stage.scene", label="turn")
    ronde.wait_item("stage.turn.speaker", label="Zoe")
    ronde.wait_item("stage.timer", "the turn's clock runs", label="1:58")
    ronde.click("harvest.turn.end")
    ronde.wait(lambda: ronde.find("stage.scene")["label"] != "turn", "the word is taken back")


def harvest_by_keys(display, folder):
    file, ideas = unsorted_sample(folder)
    with Ronde(display, folder, file, "--lang", "fr", "--stage", "window") as ronde:
        ronde.activate()
        ronde.click("tab.harvest")
        sort_forty(ronde, len(ideas))
        vote(ronde)
        project(ronde)
        speak(ronde)
        ronde.quit()
    sound(file)
    document = json.loads(file.read_text())
    equal([idea["id"] for idea in document["ideas"]], ideas, "the ideas in the file")
    themes = document["harvest"]["themes"]
    equal([theme["title"] for theme in themes], BATCHES[:4], "the themes")
    equal([theme["votes"] for theme in themes], VOTES, "their votes")
    equal([len(theme["ideas"]) for theme in themes], [10] * 4, "their ideas")
    check(len({idea for theme in themes for idea in theme["ideas"]}) == 40, "forty ideas are sorted, each once")


if __name__ == "__main__":
    main(harvest_by_keys)
