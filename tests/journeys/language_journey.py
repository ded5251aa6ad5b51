"""Two languages at once: the room reads the café's, the windows are the facilitator's, and change while they run."""

import json

from journey import Ronde, equal, main, sample_in


def english_sample_in(folder):
    file = sample_in(folder)
    cafe = json.loads(file.read_text())
    cafe["language"] = "en"
    file.write_text(json.dumps(cafe, ensure_ascii=False))
    return file


def an_english_room(display, folder):
    cafe = english_sample_in(folder / "café")
    with Ronde(display, folder, cafe, "--stage", "window", "--lang", "fr") as ronde:
        ronde.wait_item("tab.prepare", label="Préparer")
        ronde.open_round()
        ronde.wait_item("stage.timer.words", label=lambda words: words.startswith("round ends at"))
        ronde.wait_item("run.timer.words", label=lambda words: words.startswith("fin à"))
        ronde.activate()
        ronde.key("space")
        ronde.wait_item("stage.timer.words", label="paused")
        ronde.wait_item("run.timer.words", label="pause")

        ronde.key("F10")
        ronde.click("preferences.language.en")
        ronde.wait_item("tab.prepare", label="Prepare")
        ronde.wait_item("run.timer.words", label="paused")
        ronde.click("preferences.language.fr")
        ronde.wait_item("tab.prepare", label="Préparer")
        equal(ronde.find("stage.timer.words")["label"], "paused", "the stage goes on in the room's language")
        ronde.click("preferences.close")


def a_french_room(display, folder):
    """The other way round, and a café whose language is changed while the stage is there."""
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window", "--lang", "en") as ronde:
        ronde.open_round()
        ronde.wait_item("stage.timer.words", label=lambda words: words.startswith("fin du tour"))
        ronde.click("tab.prepare")
        ronde.click("prepare.section.identity")
        ronde.click("prepare.language.en")
        ronde.wait_item("stage.timer.words", label=lambda words: words.startswith("round ends at"))


if __name__ == "__main__":
    main(an_english_room, a_french_room)
