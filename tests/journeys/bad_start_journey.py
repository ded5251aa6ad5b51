"""Starts that go wrong, and what is said then: each a sentence that a facilitator understands, and nothing lost."""

import json
import os
import subprocess

from journey import Ronde, Skipped, check, equal, main, sample_in, sound


def refused(display, folder, *arguments, code, words, environment=None):
    """The program ends by itself with `code` and says `words`, in a line that begins with its name."""
    with Ronde(None, folder, *arguments, environment={**({"DISPLAY": display.name} if display else {}),
                                                      **(environment or {})}) as ronde:
        equal(ronde.ended(), code, f"the exit code ({ronde.said()})")
        said = ronde.errors.read_text()
        check(said.startswith("ronde: "), f"it begins with the program's name: {said}")
        for word in words:
            check(word in said, f"{word!r} is among the words: {said}")
        check("terminate called" not in said and "Assertion" not in said, f"it does not crash: {said}")


def no_such_file(display, folder):
    refused(display, folder, folder / "nowhere.json", code=1, words=["nowhere.json"])


def not_json(display, folder):
    folder.mkdir(parents=True)
    file = folder / "letter.json"
    file.write_text("Chère Zoé,\nà mardi !\n")
    refused(display, folder, file, code=1, words=["letter.json"])
    equal(file.read_text(), "Chère Zoé,\nà mardi !\n", "the file afterwards")


def newer_version(display, folder):
    file = sample_in(folder / "café")
    document = json.loads(file.read_text())
    document.update(version=99, a_new_thing={"é": [1, 2]})
    file.write_text(json.dumps(document, ensure_ascii=False))
    before = file.read_bytes()
    with Ronde(display, folder, file, "--stage", "window") as ronde:
        ronde.wait_item("banner.access")
        ronde.activate()
        ronde.key("space")  # Start is refused
        ronde.click("tab.run")
        equal(ronde.value("run.timer"), "idle", "the clock of a café that is only read")
        ronde.quit()
    equal(file.read_bytes(), before, "the file of a newer version")


def second_program(display, folder):
    file = sample_in(folder / "café")
    with Ronde(display, folder / "first", file, "--stage", "window") as first:
        first.open_round()
        with Ronde(display, folder / "second", file, "--stage", "off") as second:
            banner = second.wait_item("banner.access")["label"]
            who = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
            check(f"{who}@{os.uname().nodename}" in banner, f"who has it open is named: {banner}")
            second.activate()
            second.quit()
        first.activate()
        first.key("space")
        first.wait_item("run.timer", value="paused")
        first.quit()
    sound(file)


def no_opengl(display, folder):
    refused(display, folder, sample_in(folder / "café"), code=3, words=["OpenGL"],
            environment={"LIBGL_ALWAYS_SOFTWARE": "1", "MESA_GL_VERSION_OVERRIDE": "2.1"})


def no_display(_, folder):
    refused(None, folder, sample_in(folder / "café"), code=3, words=["display"])


def no_fonts(display, folder):
    folder.mkdir(parents=True)
    (folder / "fonts.conf").write_text('<?xml version="1.0"?><fontconfig><dir>/nowhere</dir></fontconfig>')
    refused(display, folder, sample_in(folder / "café"), code=3, words=["font"],
            environment={"FONTCONFIG_FILE": str(folder / "fonts.conf")})


def no_sound(display, folder):
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window", "--speed", "600",
               environment={"ALSOFT_DRIVERS": "nothing"}) as ronde:
        ronde.click("tab.run")
        ronde.click("run.start")
        ronde.wait_item("run.timer", "past the gong", value="over")
        ronde.wait(lambda: "sound" in ronde.log.read_text(), "a word in the log")
        equal(sum("sound" in line for line in ronde.log.read_text().splitlines()), 1, "lines in the log")
        ronde.quit()


class SmallDisk:
    """A folder on a disk of so many kibibytes. Only root can make one."""

    def __init__(self, folder, kibibytes):
        self.folder = folder
        folder.mkdir(parents=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "ronde-journey", str(folder)],
                              capture_output=True, check=False)
        self.mounted = done.returncode == 0

    def fill(self):
        """Takes what room is left."""
        with open(self.folder / "filling", "wb", buffering=0) as filling:
            try:
                while True:
                    filling.write(b"x" * 4096)
            except OSError:
                pass

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        if self.mounted:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=False)


def shown(ronde, beginning):
    return any(item["label"].startswith(beginning) for item in ronde.all(r"notes\.idea\.[^.]+"))


def full_disk(display, folder):
    with SmallDisk(folder / "disk", 8192) as disk:
        if not disk.mounted:
            raise Skipped("only root can make a small disk")
        file = sample_in(disk.folder)
        with Ronde(display, folder, file, "--stage", "window") as ronde:
            ronde.open_round()
            ronde.key("F4")
            ronde.note("avant")
            disk.fill()
            for number in range(600):  # until the room that the journal had taken beforehand is used up
                ronde.type(f"{number} " + "une longue phrase " * 20 + "\n", delay=0)
                # The keys must not run away from the program: what it shows would be of long ago.
                ronde.wait(lambda number=number: ronde.find("banner.save") or shown(ronde, f"{number} une"), "the note")
                if ronde.find("banner.save"):
                    break
            ronde.wait_item("banner.save")
            ronde.note("pendant")
            ronde.wait(lambda: any(item["label"] == "pendant" and item["value"] == "pending"
                                   for item in ronde.all(r"notes\.idea\.[^.]+")), "a note in sight, and pending")
            (disk.folder / "filling").unlink()
            ronde.wait_gone("banner.save")
            ronde.wait(lambda: all(item["value"] == "saved" for item in ronde.all(r"notes\.idea\.[^.]+")), "all saved")
            ronde.quit()
        sound(file)
        texts = [idea["text"] for idea in json.loads(file.read_text())["ideas"]]
        equal((texts.count("avant"), texts.count("pendant")), (1, 1), "the notes in the file")
        check(all(any(text.startswith(f"{n} une longue") for text in texts) for n in range(number)), "no note is lost")


if __name__ == "__main__":
    main(no_such_file, not_json, newer_version, second_program, no_opengl, no_display, no_fonts, no_sound, full_disk)
