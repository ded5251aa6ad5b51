"""The whole program is killed ten times while ideas are noted, each time at another moment of the typing. Opened again,
no idea is lost that the screen had called saved, and the clock is right to the second. Words that were typed and not
sent are in their field again, after a kill and after a signal that ends the program."""

import json
import random
import signal
import time

from journey import Ronde, check, equal, main, sample_in, sound

TIMES = 10


def ten_kills(display, folder):
    display.layout("fr")
    display.know("’œ")
    dice = random.Random(1)
    file = sample_in(folder / "café")
    promised = []  # texts that the screen called saved, at any time
    typed = []
    ends_at = None  # when the round's zero is, by CLOCK_BOOTTIME
    for number in range(TIMES):
        with Ronde(display, folder, file, "--stage", "window") as ronde:
            if number == 0:
                ronde.open_round()
            left, at = ronde.when_shown()
            if ends_at is None:
                ends_at = at + left
            check(abs(at + left - ends_at) < 1, f"the clock is right to the second: {at + left - ends_at:+.2f} s off")
            ronde.click("tab.notes")
            ronde.wait_item("notes.input", focused=True)
            # What the last kill left half typed, or typed and not noted, is put away: it is another journey's.
            if ronde.value("notes.input"):
                ronde.key("ctrl+a", "BackSpace")
                ronde.wait_item("notes.input", value="")
            # How long this machine takes from a key to "saved", at this moment.
            began = time.monotonic()
            ronde.note(note_in(typed))
            ronde.wait(lambda: typed[-1] in saved(ronde, typed), "the first idea is saved")
            promised.append(typed[-1])
            takes = time.monotonic() - began
            for _ in range(1 + dice.randrange(3)):
                ronde.type(note_in(typed) + "\n", delay=0)
            # Anywhere from before the first of them is on screen to after the last is on the disk.
            moment = time.monotonic() + dice.random() * takes
            while time.monotonic() < moment:
                promised += saved(ronde, typed)
            ronde.kill()
            promised += saved(ronde, typed)
        lines = file.with_name(file.stem + ".journal.jsonl").read_bytes()
        for text in dict.fromkeys(promised):
            check(text.encode() in lines, f"{text!r}, which was called saved, is in the journal after kill {number + 1}")
    with Ronde(display, folder, file, "--stage", "window") as ronde:
        left, at = ronde.when_shown()
        check(abs(at + left - ends_at) < 1, f"the clock is right to the second: {at + left - ends_at:+.2f} s off")
        ronde.quit()
    sound(file)
    kept = [idea["text"] for idea in json.loads(file.read_text())["ideas"]]
    for text in dict.fromkeys(promised):
        equal(kept.count(text), 1, f"how often {text!r} is in the file")
    check(all(kept.count(text) <= 1 for text in typed), "no idea twice")
    print(f"        {len(typed)} typed, {len(set(promised))} called saved before a kill, "
          f"{sum(text in kept for text in typed)} kept")


def half_typed(display, folder):
    display.layout("fr")
    display.know("’œ")
    file = sample_in(folder / "café")
    words = "à moitié tapé : l’œuvre"
    more = " et la gaieté, çà et là"
    with Ronde(display, folder, file, "--stage", "off") as ronde:
        ronde.activate()
        ronde.click("tab.notes")
        ronde.click("notes.table.2")
        ronde.wait_item("notes.input", focused=True)
        ronde.type(words)
        ronde.wait_item("notes.input", value=words)
        ronde.wait(lambda: words in unsent(ronde), "the words are in the drafts file", seconds=5)
        ronde.kill()
    with Ronde(display, folder, file, "--stage", "off") as ronde:
        ronde.activate()
        ronde.click("tab.notes")
        ronde.wait_item("notes.input", value=words, focused=True)
        ronde.wait_item("notes.table.2", value="selected")
        ronde.type(more)
        ronde.wait_item("notes.input", value=words + more)
        ronde.child.process.send_signal(signal.SIGTERM)
        equal(ronde.ended(), 0, "the exit code")
    with Ronde(display, folder, file, "--stage", "off") as ronde:
        ronde.activate()
        ronde.click("tab.notes")
        ronde.wait_item("notes.input", value=words + more, focused=True)
        ronde.key("Return")
        ronde.wait(lambda: words + more in saved(ronde, [words + more]), "the note is saved")
        ronde.wait(lambda: not unsent(ronde), "the drafts file is gone")
        ronde.quit()
    sound(file)


def unsent(ronde):
    """What the drafts files of the program hold, as text."""
    files = sorted((ronde.folder / "state" / "ronde" / "drafts").glob("*.json"))
    return "".join(draft["text"] for file in files for draft in json.loads(file.read_text())["drafts"])


def note_in(typed):
    """The text of the next note, which joins those that were typed."""
    typed.append(f"Idée {len(typed) + 1} à l’œuvre")
    return typed[-1]


def saved(ronde, typed):
    """Those of the typed notes that the last frame calls saved."""
    return [item["label"] for item in ronde.all(r"notes\.idea\.[^.]+")
            if item["value"] == "saved" and item["label"] in typed]


if __name__ == "__main__":
    main(ten_kills, half_typed)
