"""People: a messy list is imported and corrected by keys, the same list again doubles nobody, somebody walks in, somebody
leaves between two rounds, one person is moved by hand, and one is erased so that no file names them. The keyboard is a
French one."""

import json

from journey import Ronde, check, command, equal, main

# As a spreadsheet of Windows makes it: Windows-1252, semicolons, a title, headings that say little, a line without a
# name, an address that is none, one person twice, a cell that looks like a formula.
LIST = (
    "Petit déjeuner du 13 juin;;;\r\n"
    "Qui;Pour qui;Genre;Où écrire\r\n"
    "Hélène Œuvrard;La Filature;tiers-lieu;helene@filature.example\r\n"
    ";;tiers-lieu;pomone@exemple.example\r\n"
    "Noé Puig;Le Mas;financeur;pas d’adresse\r\n"
    "Hélène Œuvrard;La Filature;tiers-lieu;helene@filature.example\r\n"
    "Ona Ribas;=SOMME(A1:A3);;ona@ribas.example\r\n"
    "Pau Sala;Le Mas;;pau@mas.example\r\n"
).encode("cp1252")


def people(ronde):
    return json.loads(ronde.session_file().read_text(encoding="utf-8"))["participants"]


def saved(ronde, condition, what):
    """The session file is saved now and then: at a change of step, and every ten seconds."""
    ronde.wait(lambda: condition(people(ronde)), what)


def settled(ronde):
    """What was told once has gone: nothing moves under the mouse any more."""
    ronde.wait(lambda: not ronde.all(r"notice\..*"), "the notices are gone")


def prepare(ronde):
    ronde.click("prepare.template.express")
    ronde.wait_item("prepare.section.people")
    settled(ronde)
    ronde.click("prepare.section.people")


def tab_to(ronde, id):
    """Presses Tab until the item has the keyboard, one key after the other has been seen to act."""
    def focused():
        return next((item["id"] for item in ronde.map() if item["focused"]), None)
    for _ in range(60):
        before = focused()
        if before == id:
            return
        ronde.key("Tab")
        ronde.wait(lambda: focused() not in (before, None), f"the focus moves on from {before}")
    ronde.wait_item(id, focused=True)


def read_and_correct(ronde, path):
    ronde.click("prepare.people.import")
    ronde.wait_item("import.file", focused=True)
    ronde.type(str(path) + "\n")
    ronde.wait_item("import.column.1")
    # Nobody would guess that these are headings: two lines are above the people.
    for lines in range(int(ronde.value("import.header_lines")) + 1, 3):
        ronde.click("import.header_lines.plus")
        ronde.wait_item("import.header_lines", value=str(lines))
    # By keys: from the button that takes the list, back to the column, and its meaning.
    ronde.click("import.column.1")
    ronde.wait_item("import.column.1.full_name")
    tab_to(ronde, "import.column.1.full_name")
    ronde.key("Return")
    ronde.wait_item("import.column.1", value="full_name")
    for column, meaning in ((2, "organisation"), (3, "kind"), (4, "email")):
        if ronde.value(f"import.column.{column}") != meaning:
            ronde.click(f"import.column.{column}")
            ronde.click(f"import.column.{column}.{meaning}")
        ronde.wait_item(f"import.column.{column}", value=meaning)
    wrong = ronde.wait_item("import.wrong.1")
    check("4" in wrong["label"], f"the line without a name is named: {wrong['label']}")
    equal(ronde.find("import.person.1")["label"], "Hélène Œuvrard", "the preview")


def take(ronde, folder):
    path = folder / "liste.csv"
    path.write_bytes(LIST)
    read_and_correct(ronde, path)
    ronde.click("import.take")
    ronde.wait_item("prepare.person.4.name")
    settled(ronde)
    equal(ronde.value("prepare.person.1.name"), "Hélène Œuvrard", "the first of the list")
    check(ronde.find("prepare.person.5.name") is None, "nobody is doubled")

    read_and_correct(ronde, path)  # again
    ronde.wait_item("import.take", enabled=False)
    ronde.click("import.cancel")
    ronde.wait_item("prepare.people.paste")


def hold(ronde):
    ronde.focus_field("prepare.people.paste")
    for number in range(1, 9):
        ronde.type(f"Zoé {number}; Lieu {number % 4}\n")
        ronde.wait_item(f"prepare.person.{number + 4}.name")
    ronde.click("prepare.section.groups")
    ronde.wait_item("prepare.groups.routes")  # with names, each person has a route
    ronde.click("tab.run")
    ronde.click("run.start")
    ronde.wait_item("run.pause")
    for step in (2, 3):
        ronde.click("run.next")
        ronde.wait_item(f"run.step.{step}", value="present")
    ronde.wait_item("stage.scene", label="round")


def play_the_first_round(ronde):
    """To the end of its time, and on to the travel: everybody has read where they go next."""
    ronde.wait(lambda: ronde.find("stage.timer")["label"].startswith("+"), "the first round is over its time")
    ronde.activate()
    ronde.key("Page_Down")
    ronde.wait_item("run.step.4", value="present")
    ronde.wait_item("stage.scene", label="travel")


def session_of(ronde):
    return json.loads(ronde.session_file().read_text(encoding="utf-8"))


def deeds(ronde):
    """What the journal holds, in order."""
    journal = ronde.session_file().with_suffix(".journal.jsonl")
    # While the café is open, room for what comes stands after the last line: blanks.
    lines = journal.read_text(encoding="utf-8").split("\n")[1:]
    return [json.loads(line)["do"] for line in lines if line.strip()]


def seats(session, round, person):
    """The tables of somebody in a round, counted from 0: one, or none."""
    return [company["table"] for company in session["seating"]["companies"][round] if person in company["people"]]


def walk_in_and_early_leaver_between_rounds(ronde):
    before = ronde.wait(lambda: (lambda it: it["seating"].get("companies") and it)(session_of(ronde)), "a plan is saved")
    equal(len(before["seating"]["companies"]), 3, "rounds of the plan")
    ronde.key("ctrl+p")
    ronde.wait_item("presence.search", focused=True)
    ronde.type("Inès Jordà, fila\n")
    ronde.wait_item("presence.last", label=lambda words: "Inès Jordà" in words)
    ronde.wait_item("presence.search", value="", focused=True)
    ronde.type("pau")
    ronde.wait(lambda: len(ronde.all(r"presence\.person\..*")) == 1, "Pau alone is found")
    ronde.key("alt+p")
    ronde.wait_item("presence.last", label=lambda words: "Pau Sala" in words)
    ronde.key("Escape")
    ronde.wait_gone("presence.search")

    def there(all_people):
        by_name = {person["name"]: person for person in all_people}
        walk_in = by_name.get("Inès Jordà")
        return (walk_in and walk_in.get("presence") == "here" and walk_in.get("organisation")
                and walk_in.get("first_round") == 2 and by_name["Pau Sala"].get("last_round") == 1)
    saved(ronde, there, "the walk-in is here from the second round on, and Pau leaves after the first")

    # People know their tables: the ways to mend the plan are shown, and nothing moves before one is taken.
    ronde.wait_item("run.repair.choice.1")
    check("Inès Jordà" in ronde.find("run.repair.repair")["label"], "who has no seat is named")
    ids = {person["name"]: person["id"] for person in people(ronde)}
    walk_in, leaver = ids["Inès Jordà"], ids["Pau Sala"]
    equal(session_of(ronde)["seating"]["companies"], before["seating"]["companies"], "the seats before a choice is taken")
    planned = deeds(ronde).count("apply_plan")
    ronde.click("run.repair.choice.1")
    ronde.wait_gone("run.repair.choice.1")
    ronde.wait(lambda: seats(session_of(ronde), 1, walk_in), "the choice is saved")

    after = session_of(ronde)
    equal(after["seating"]["companies"][0], before["seating"]["companies"][0], "the round that was played")
    equal(seats(after, 0, walk_in), [], "the walk-in's seats in the round that was played")
    for round in (1, 2):
        for name, person in ids.items():
            equal(len(seats(after, round, person)), 0 if person == leaver else 1, f"seats of {name} in round {round + 1}")
    equal(deeds(ronde).count("apply_plan"), planned + 1, "plans in the journal: the choice alone")
    equal(len(ronde.all(r"run\.repair\..*")), 0, "what is left to choose")

    ronde.activate()
    ronde.key("Page_Down")
    ronde.wait_item("run.step.5", value="present")
    ronde.wait_item("stage.scene", label="round")
    table = [item for item in ronde.all(r"run\.table\.\d+") if "Inès" in item["label"]]
    equal(len(table), 1, "tables of Animer at which the walk-in sits")
    check(not any("Pau" in item["label"] for item in ronde.all(r"run\.table\.\d+")), "Pau sits nowhere any more")


def move_somebody_by_hand(ronde):
    """In the round to come, to the next table: what it costs is said, then that and nothing else is done."""
    before = session_of(ronde)["seating"]["companies"]
    ronde.key("ctrl+t")
    ronde.wait_item("seats.round.3")
    check(not ronde.find("seats.round.2"), "a round that is on is not offered")
    person = ronde.wait(lambda: next((item["id"].removeprefix("seats.person.") for item in ronde.map()
                                      if item["focused"] and item["id"].startswith("seats.person.")), None),
                        "a name has the keyboard")
    ronde.key("alt+Down")
    ronde.wait_item("seats.cost")
    check("rencontre" in ronde.find("seats.cost")["label"], "what it costs in meetings")
    ronde.key("Return")
    ronde.wait_gone("seats.cost")
    ronde.key("Escape")
    ronde.wait_gone("seats.round.3")
    ronde.wait(lambda: session_of(ronde)["seating"]["companies"] != before, "the move is saved")

    def others(companies):
        return [{one: company["table"] for company in round for one in company["people"] if one != person}
                for round in companies]
    after = session_of(ronde)
    equal(others(after["seating"]["companies"]), others(before), "everybody else's seats")
    equal(after["seating"]["companies"][:2], before[:2], "the rounds that have begun")
    equal([pin["person"] for pin in after["seating_rules"]["pins"]], [person], "the pin")
    equal(len(ronde.all(r"run\.repair\..*")), 0, "what is left to choose")


def erase(ronde):
    ronde.click("tab.prepare")
    ronde.click("prepare.section.people")
    ronde.click("prepare.person.2.roles")
    ronde.click("prepare.person.2.erase")
    ronde.wait_item("erase.name", focused=True)
    ronde.type("Noé Puig\n")
    ronde.wait_gone("erase.name")
    folder = ronde.session_file().parent

    def named():
        return [file.name for file in folder.iterdir() if "Noé Puig" in file.read_text(encoding="utf-8", errors="replace")]
    ronde.wait(lambda: not named(), f"no file names them")
    check(any("Ona Ribas" in file.read_text(encoding="utf-8", errors="replace") for file in folder.iterdir()),
          "the others are still there")


def people_from_a_list_to_the_round(display, folder):
    display.layout("fr")
    display.know("éèàùôœ’ŒÉ")
    with Ronde(display, folder, "--lang", "fr", "--speed", "60") as ronde:
        prepare(ronde)
        take(ronde, folder)
        hold(ronde)
        play_the_first_round(ronde)
        walk_in_and_early_leaver_between_rounds(ronde)
        move_somebody_by_hand(ronde)
        erase(ronde)
        ronde.quit()
        file = ronde.session_file()
    equal(command("check", file).returncode, 0, "the session file is sound")
    done = command("import", folder / "liste.csv", "--into", file, "--map", "Qui=name,Pour qui=organisation", "--dry-run")
    equal(done.returncode, 0, "the command understands the list: " + done.stderr)
    check("ronde: " in done.stderr and ":4: no name" in done.stderr, f"the bad line is named: {done.stderr}")


if __name__ == "__main__":
    main(people_from_a_list_to_the_round)
