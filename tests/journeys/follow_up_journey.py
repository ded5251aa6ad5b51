"""What next, with the keyboard: two commitments typed while the step is on, one of them from an action by one key, the
next date, and the calendar written beside the session."""

import json

from journey import Ronde, check, equal, main, sample_in, sound


def values(ronde):
    return [item["label"] for item in ronde.all(r"follow_up\.commitment\.[^.]+")]


def two_commitments_and_a_calendar(display, folder):
    display.layout("fr")
    file = sample_in(folder / "cafes")
    session = json.loads(file.read_text())
    session.pop("follow_up", None)
    session["agenda"] = [step for step in session["agenda"] if step["kind"] == "follow_up"]
    file.write_text(json.dumps(session, ensure_ascii=False))
    with Ronde(display, folder, file, "--lang", "fr") as ronde:
        ronde.click("tab.run")
        ronde.click("run.start")
        ronde.wait_item("follow_up.what")
        ronde.wait_item("stage.scene", label="step")

        ronde.focus_field("follow_up.what")
        ronde.type("Partager un four")
        ronde.key("Tab")
        ronde.wait_item("follow_up.who", focused=True)
        ronde.type("amina")
        ronde.wait_item("follow_up.name.1", label="Amina Ferrand")
        ronde.key("Down")
        ronde.wait_item("follow_up.who", value="Amina Ferrand")
        ronde.key("Tab")
        ronde.key("Tab")
        ronde.wait_item("follow_up.by", focused=True)
        ronde.type("dans 2 semaines\n")
        ronde.wait(lambda: values(ronde) == ["Partager un four"], "the first commitment")
        ronde.wait_item("stage.scene", label="follow_up")

        ronde.key("Escape")
        ronde.wait_item("follow_up.what", focused=False)
        action = ronde.all(r"follow_up\.action\.[^.]+")[0]["label"]
        ronde.key("c")
        ronde.wait(lambda: action in values(ronde), "the action, taken on by one key")
        ronde.wait_item("follow_up.who", focused=True)
        ronde.type("Driss Mercadier\n")
        ronde.wait_item("stage.commitment.2.who", label="Driss Mercadier")

        x, y, w, h = ronde.all(r"follow_up\.commitment\.[^.]+")[0]["rect"]
        display.run("xdotool", "mousemove", str(x + w // 2), str(y + h // 2), "click", "--repeat", "40", "5")
        ronde.click("follow_up.export.ics")
        ronde.wait(lambda: list(file.parent.glob("*.ics")), "the calendar beside the session")
        ronde.quit()
    sound(file)
    commitments = json.loads(file.read_text())["follow_up"]["commitments"]
    equal([commitment["who"] for commitment in commitments], ["Amina Ferrand", "Driss Mercadier"], "who committed")
    check(commitments[0]["by_when"], "the first is due on a day")
    equal(commitments[1]["what"], action, "what the second is")
    check(commitments[1]["from"], "it knows its idea")
    text = next(file.parent.glob("*.ics")).read_bytes().decode()
    check("Partager un four" in text and text.count("BEGIN:V") == 3, "both are in the calendar")


if __name__ == "__main__":
    main(two_commitments_and_a_calendar)
