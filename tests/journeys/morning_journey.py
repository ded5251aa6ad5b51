"""A whole café, by keys and clicks alone: prepared from a template, three rounds at speed, ideas with accents at three
tables, over time, catching up, a message, the black screen, the end, and the reading of it all afterwards. The keyboard
is a French one."""

import datetime
import json

from journey import Ronde, check, command, equal, main, sound

QUESTIONS = ["Quelles activités privilégier ?", "Comment s’ancrer ici ?", "Qu’est-ce qu’une œuvre commune ?"]
FIFTY = [f"{number} idées notées d’affilée à l’été" for number in range(1, 51)]


def texts(ronde):
    """The notes on screen, in Noter."""
    return [item["label"] for item in ronde.all(r"notes\.idea\.[^.]+")]


def prepare(ronde):
    ronde.click("prepare.template.express")
    ronde.fill("prepare.title", "L’été à l’œuvre 🙂")
    start = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=12)
    ronde.fill("prepare.date", f"{start:%d/%m/%Y}")
    ronde.fill("prepare.time", f"{start:%H:%M}")
    ronde.fill("prepare.place", "El Paseo, Peyrestortes")
    ronde.click("prepare.section.questions")  # leaving a field by a click elsewhere keeps what was typed
    ronde.wait_item("stage.header.title", label=lambda title: title.startswith("L’été à l’œuvre"))
    for number, question in enumerate(QUESTIONS, 1):
        ronde.fill(f"prepare.question.{number}.text", question)
    ronde.click("prepare.section.people")
    ronde.focus_field("prepare.people.paste")
    for number in range(1, 13):
        ronde.type(f"Zoé {number}; Lieu {number % 4}\n")
        ronde.wait_item(f"prepare.person.{number}.name")
    ronde.click("prepare.section.groups")
    ronde.wait_item("prepare.groups.routes")  # with names, each person has a route
    ronde.click("prepare.section.rotation")
    ronde.wait_item("prepare.quality")
    ronde.wait_item("prepare.seat.4.3", label=lambda label: label.startswith("Table"))


def hold(ronde):
    ronde.click("tab.run")
    ronde.click("run.start")
    ronde.wait_item("run.pause")
    ronde.wait_item("stage.scene", label="opening")
    pass_on(ronde, "briefing")  # the control window follows a moment after the stage
    pass_on(ronde, "round")  # the briefing asks nothing
    for number in (1, 2, 3):
        ronde.wait_item(f"stage.question.{number}", label=QUESTIONS[number - 1])

    ronde.click("tab.notes")
    ronde.wait_item("notes.input", focused=True)
    ronde.type("\n".join(FIFTY) + "\n", delay=1)
    ronde.wait(lambda: FIFTY[-1] in texts(ronde), "the fiftieth note")
    ronde.key("ctrl+3")
    ronde.wait_item("notes.table.3", value="selected")
    for text in ("É, œ, ’ et « guillemets »", "Un café solidaire 🙂 #été"):
        ronde.note(text)
    ronde.click("notes.table.5")
    ronde.wait_item("notes.table.5", value="selected")
    ronde.click("notes.kind.question")
    ronde.note("Où va l’argent ?")
    ronde.wait(lambda: all(item["value"] == "saved" for item in ronde.all(r"notes\.idea\.[^.]+")), "all notes saved")

    ronde.wait_item("stage.timer", "over time", value="over", label=lambda digits: digits.startswith("+"))
    ronde.click("tab.run")
    ronde.wait_item("run.table.1", value="50")
    ronde.wait_item("run.table.3", value="2")
    ronde.wait_item("run.table.5", value="1")
    pass_on(ronde, "travel", may_ask=False)  # over time
    ronde.click("run.catch_up")
    ronde.click("run.catch_up_question.yes")
    ronde.wait_item("run.restore")

    ronde.focus_field("run.message")
    ronde.type("À table, l’œuvre continue !\n")
    ronde.wait_item("stage.message", label="À table, l’œuvre continue !")
    ronde.click("run.message_off")
    ronde.wait_gone("stage.message")
    ronde.click("run.black")
    ronde.wait_item("stage.scene", label="black")
    ronde.click("run.black")
    ronde.wait_item("stage.scene", label=lambda scene: scene != "black")

    for scene in ("round", "travel", "round", "wall"):
        pass_on(ronde, scene)
    for _ in ("plenary", "what next"):
        pass_on(ronde)
    ronde.click("run.next")
    ronde.wait_item("run.timer", value="finished")


def pass_on(ronde, scene=None, may_ask=True):
    """To the next step; a round that is still running asks once."""
    before = ronde.find("run.title")["label"]
    ronde.click("run.next")
    ronde.wait(lambda: ronde.find("ask.next.go") or ronde.find("run.title")["label"] != before, "the next step")
    if ronde.find("ask.next.go"):
        check(may_ask, "what is over passes without being asked about")
        ronde.click("ask.next.go")
    if scene:
        ronde.wait_item("stage.scene", label=scene)


def a_whole_morning(display, folder):
    display.layout("fr")
    display.know("’🙂œÉÀ«»")
    with Ronde(display, folder, "--speed", "40", environment={"TZ": "UTC"}) as ronde:
        prepare(ronde)
        hold(ronde)
        file = ronde.session_file()
        ronde.quit()
    sound(file)
    session = json.loads(file.read_text())
    equal(session["title"], "L’été à l’œuvre 🙂", "the title in the file")
    equal(session["place"], "El Paseo, Peyrestortes", "the place in the file")
    equal([question["text"] for question in session["questions"]], QUESTIONS, "the questions in the file")
    ideas = [idea["text"] for idea in session["ideas"]]
    equal(ideas, [*FIFTY, "É, œ, ’ et « guillemets »", "Un café solidaire 🙂 #été", "Où va l’argent ?"],
          "the ideas in the file")
    equal(session["ideas"][-1]["kind"], "question", "the kind of the last idea")
    equal({idea["round"] for idea in session["ideas"]}, {1}, "the round of the ideas")

    out = folder / "report.md"
    equal(command("report", file, "-f", "md", "-o", out).returncode, 0, "ronde report")
    check(all(idea in out.read_text().replace("\\", "") for idea in ideas), "every idea in the report")

    with Ronde(display, folder, environment={"TZ": "UTC"}) as ronde:  # the latest café, without being asked for
        ronde.wait_item("save.state", label=lambda label: label.startswith("L’été à l’œuvre"))
        ronde.click("tab.review")
        ronde.click("review.session.1")
        ronde.focus_field("review.search")
        ronde.type("solidaire ETE")
        ronde.wait(lambda: [item["label"] for item in ronde.all(r"review\.idea\.[^.]+")] == ["Un café solidaire 🙂 #été"],
                   "the search finds one idea, accents and case aside")
        ronde.quit()
    sound(file)


if __name__ == "__main__":
    main(a_whole_morning)
