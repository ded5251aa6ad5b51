"""What the journeys stand on: a display with a window manager, the real program on it in folders of its own, and the
hands of a person: keys, clicks, and eyes that read the UI map. Nothing here sleeps for a fixed time in the hope that
something has happened: every wait has a condition, and a deadline that only a broken program meets.

    from journey import Display, Ronde, main

    def a_note_is_kept(display, folder):
        with Ronde(display, folder, "--lang", "fr") as ronde:
            ronde.click("tab.notes")

    if __name__ == "__main__":
        main(a_note_is_kept)
"""

import contextlib
import json
import os
import pathlib
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
import zlib

BIN = os.environ.get("RONDE_BIN", "build/debug/bin/ronde")
SOURCE = pathlib.Path(os.environ.get("RONDE_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
DEADLINE = float(os.environ.get("JOURNEY_DEADLINE", "40"))  # seconds; generous, for a machine that is busy with something else


SKIPPED = 77  # the exit code that ctest shows as skipped


class Failed(Exception):
    """A journey did not get where it should."""


class Skipped(Exception):
    """A journey cannot be made here; it says why."""


def wait_for(condition, what, seconds=DEADLINE, also=None):
    """Returns the first true value of condition(); fails, saying `what`, at the deadline. `also` is asked for more words
    when it fails."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failed(f"after {seconds:.0f} s still not: {what}" + (f"\n{also()}" if also else ""))
        time.sleep(0.02)


def check(true, what):
    if not true:
        raise Failed(what)


def equal(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: found {found!r}, wanted {wanted!r}")


def shown_seconds(digits):
    """Seconds that a clock shows: `12:24`, `1:02:03`, negative when over, as in `+0:12`."""
    seconds = 0
    for part in digits.lstrip("+").split(":"):
        seconds = 60 * seconds + int(part)
    return -seconds if digits.startswith("+") else seconds


class Child:
    """A process that is surely gone at the end."""

    def __init__(self, command, **options):
        self.process = subprocess.Popen(command, **options)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()


class Display:
    """An X server of its own with openbox, on a number that the server chooses."""

    def __init__(self, folder, size="1920x1200", command=None, window_manager=True):
        self.folder = pathlib.Path(folder)
        self.frames = self.folder / "framebuffer"
        self.frames.mkdir(parents=True, exist_ok=True)
        read, write = os.pipe()
        command = command or ["Xvfb", "-screen", "0", f"{size}x24", "-fbdir", str(self.frames)]
        with open(self.folder / "display.log", "wb") as log:
            self.server = Child([*command, "-displayfd", str(write), "-noreset", "-nolisten", "tcp"],
                                pass_fds=[write], stdout=log, stderr=log)
        os.close(write)
        with os.fdopen(read, "rb", buffering=0) as numbers:
            ready, _, _ = select.select([numbers], [], [], DEADLINE)
            number = numbers.readline().strip() if ready else b""
        if not number:
            self.server.stop()
            raise Failed("the display did not start: " + (self.folder / "display.log").read_text(errors="replace"))
        self.name = ":" + number.decode()
        self.manager = None
        if window_manager:
            try:
                self.start_window_manager()
            except Failed:
                self.stop()
                raise

    def start_window_manager(self):
        with open(self.folder / "openbox.log", "wb") as log:
            self.manager = Child(["openbox", "--sm-disable"], env=self.environment(), stdout=log, stderr=log)
        # A window manager that is ready has said so on the root window.
        wait_for(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK", check=False),
                 "the window manager is ready")

    def environment(self):
        home = self.folder / "home-of-the-display"
        home.mkdir(exist_ok=True)
        return {**os.environ, "DISPLAY": self.name, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
                "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}

    def run(self, *command, check=True):
        done = subprocess.run(command, env=self.environment(), capture_output=True, timeout=DEADLINE, check=False)
        if check and done.returncode != 0:
            raise Failed(f"{' '.join(command)}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode(errors="replace")

    def layout(self, layout):
        """The keyboard's layout, e.g. `fr` or `us`."""
        self.run("setxkbmap", layout)

    def know(self, characters):
        """Puts characters that no layout has on spare keys, once and for all, so that they can be typed without the
        keyboard's map changing under the typing."""
        spare = (line.split() for line in self.run("xmodmap", "-pke").splitlines())
        free = [line[1] for line in spare if len(line) == 3]
        for character, code in zip(dict.fromkeys(characters), reversed(free)):
            self.run("xmodmap", "-e", f"keycode {code} = U{ord(character):04X} U{ord(character):04X}")

    def screenshot(self, path):
        """What is on the screen, as a PNG; Xvfb's only."""
        dumped = next(iter(self.frames.glob("Xvfb_screen*")), None)
        if dumped:
            write_png(path, dumped.read_bytes())

    def rows(self):
        """What is on the screen, row by row, four bytes a pixel; Xvfb's only."""
        dump = next(iter(self.frames.glob("Xvfb_screen*"))).read_bytes()
        size, height, line, colours = (struct.unpack(">25I", dump[:100])[at] for at in (0, 5, 12, 19))
        return [dump[at:at + line] for at in range(size + colours * 12, size + colours * 12 + height * line, line)]

    def geometry(self, window):
        """A window's width and height."""
        told = dict(line.split("=") for line in self.run("xdotool", "getwindowgeometry", "--shell", window).split())
        return int(told["WIDTH"]), int(told["HEIGHT"])

    def stop(self):
        if self.manager:
            self.manager.stop()
        self.server.stop()

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.stop()


def unlike(rows, others):
    """How many bytes of two screens differ by more than a shade."""
    return sum(abs(one - other) > 3 for row, beside in zip(rows, others) if row != beside
               for one, other in zip(row, beside))


def write_png(path, dump):
    """An XWD dump of 32 bits a pixel, as Xvfb keeps it in a file, as a PNG."""
    head = struct.unpack(">25I", dump[:100])
    size, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    pixels = size + colours * 12
    rows = bytearray()
    for y in range(height):
        row = dump[pixels + y * line:pixels + y * line + width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + rgb

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    with open(path, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                  chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + chunk(b"IEND", b""))


class Ronde:
    """The program in folders of its own below `folder`, with `arguments`. Without a display it is only started and waited
    for: see `ended`."""

    def __init__(self, display, folder, *arguments, environment=None, limit=None, windows=("control",)):
        self.display = display
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.map_path = self.folder / "map.json"
        self.sessions = self.folder / "data" / "ronde" / "sessions"
        self.log = self.folder / "state" / "ronde" / "ronde.log"
        self.map_path.unlink(missing_ok=True)
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        base = display.environment() if display else {key: value for key, value in os.environ.items()
                                                      if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        for language in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
            base.pop(language, None)
        self.environment = {**base, "HOME": str(home), "LANG": "C.UTF-8", "XDG_DATA_HOME": str(self.folder / "data"),
                            "XDG_CONFIG_HOME": str(self.folder / "config"),
                            "XDG_STATE_HOME": str(self.folder / "state"),
                            "XDG_CACHE_HOME": str(SHARED_CACHE), "ALSOFT_DRIVERS": "null", **(environment or {})}
        self.errors = self.folder / "stderr.txt"
        with open(self.errors, "wb") as errors:
            self.child = Child([BIN, "--ui-map", str(self.map_path), *map(str, arguments)], env=self.environment,
                               stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limit)
        self.pid = self.child.process.pid
        if display:
            try:
                self.wait(lambda: all(any(item["window"] == window for item in self.map()) for window in windows),
                          "the first frame")
            except Failed:
                self.child.stop()
                raise

    # --- eyes -----------------------------------------------------------------------------------------------

    def map(self):
        """What is on screen: a list of items. Never half a map: the program replaces the file whole."""
        try:
            return json.loads(self.map_path.read_text())
        except FileNotFoundError:
            return []

    def find(self, id, window=None):
        for item in self.map():
            if item["id"] == id and window in (None, item["window"]):
                return item
        return None

    def all(self, pattern, window=None):
        """Items whose whole id fits a regular expression."""
        return [item for item in self.map()
                if re.fullmatch(pattern, item["id"]) and window in (None, item["window"])]

    def value(self, id):
        item = self.find(id)
        return item["value"] if item else None

    def wait(self, condition, what, seconds=DEADLINE):
        """As wait_for; a program that has ended fails at once."""
        def alive():
            value = condition()
            if not value and self.child.process.poll() is not None:
                raise Failed(f"the program ended ({self.child.process.returncode}) before: {what}\n{self.said()}")
            return value
        return wait_for(alive, what, seconds, self.scene)

    def wait_item(self, id, what=None, seconds=DEADLINE, **wanted):
        """Waits for an item whose members are as wanted, e.g. value="saved"; a member may also be a condition."""
        def there():
            item = self.find(id)
            if item is None:
                return None
            fits = all(want(item[name]) if callable(want) else item[name] == want for name, want in wanted.items())
            return item if fits else None
        return self.wait(there, what or f"{id} on screen {wanted or ''}", seconds)

    def wait_gone(self, id):
        self.wait(lambda: self.map() and self.find(id) is None, f"{id} gone from the screen")

    def scene(self):
        """Words about what is on screen now, for a failure."""
        if not self.display:
            return self.said()
        with contextlib.suppress(OSError, struct.error):
            self.display.screenshot(self.folder / "failure.png")
        items = (f"  {item['window']:8}{item['id']}: {item['label']!r} {item['value']!r}"
                 + ("" if item["enabled"] else " disabled") + (" focused" if item["focused"] else "")
                 for item in self.map())
        return "on screen:\n" + "\n".join(items) + "\n" + self.said()

    def said(self):
        parts = [f"{name}: {path.read_text(errors='replace')[-2000:]}"
                 for name, path in (("stderr", self.errors), ("log", self.log)) if path.exists()]
        return "\n".join(parts)

    # --- hands ----------------------------------------------------------------------------------------------

    def window(self, name="control"):
        """The X window's number."""
        def there():
            found = self.display.run("xdotool", "search", "--onlyvisible", "--classname", f"^ronde-{name}$", check=False)
            return found.split()
        return self.wait(there, f"the window {name}")[-1]

    def activate(self, name="control"):
        """Gives a window the keyboard, and waits until it has it."""
        window = self.window(name)
        self.display.run("xdotool", "windowactivate", window)
        self.wait(lambda: self.display.run("xdotool", "getactivewindow", check=False).strip() == window,
                  f"the window {name} is active")

    def click(self, id, **wanted):
        """Clicks the middle of an item that is enabled and has come to rest."""
        rest = {"rect": None, "since": 0.0}

        def still():
            item = self.find(id)
            if item is None or not item["enabled"] or any(item[name] != want for name, want in wanted.items()):
                rest["rect"] = None
                return None
            if item["rect"] != rest["rect"]:  # a banner that comes or goes moves everything
                rest.update(rect=item["rect"], since=time.monotonic())
            return item if time.monotonic() - rest["since"] > 0.1 else None
        x, y, w, h = self.wait(still, f"{id} enabled and at rest")["rect"]
        self.display.run("xdotool", "mousemove", str(x + w // 2), str(y + h // 2), "click", "1")

    def key(self, *keys):
        """Presses keys in whichever window has the keyboard: X's names, `ctrl+z`, `Page_Down`."""
        self.display.run("xdotool", "key", "--delay", "5", *keys)

    def type(self, text, delay=2):
        """Types; \\n is Enter. Characters that the layout lacks must be known to the display: Display.know."""
        words = []
        for number, line in enumerate(text.split("\n")):
            words += ["key", "--delay", str(delay), "Return"] if number else []
            words += ["type", "--delay", str(delay), "--args", "1", line] if line else []
        self.display.run("xdotool", *words)

    def focus_field(self, id):
        """Clicks a field until it has the focus."""
        def focused():
            item = self.find(id)
            return item if item and item["focused"] else None
        self.click(id)
        patience = [time.monotonic() + 2]

        def clicked_again():
            if not focused() and time.monotonic() > patience[0]:
                patience[0] = time.monotonic() + 2
                self.click(id)
            return focused()
        return self.wait(clicked_again, f"{id} has the focus")

    def fill(self, id, text):
        """Replaces what a field holds."""
        self.focus_field(id)
        self.key("ctrl+a")
        self.type(text)
        self.wait_item(id, f"{id} holds {text!r}", value=text)

    def note(self, text):
        """Types one idea into Noter's field, Enter, and waits until it is on screen."""
        self.wait_item("notes.input", focused=True)
        self.type(text + "\n")
        self.wait(lambda: any(item["label"] == text for item in self.all(r"notes\.idea\.[^.]+")), f"the idea {text!r}")

    def step_title(self):
        return self.find("run.title")["label"]

    def open_round(self):
        """The sample, in its first round, in Animer."""
        self.click("tab.run")
        self.wait(lambda: self.find("run.start") or self.find("run.pause"), "the clock's button")
        if self.find("run.start"):
            self.click("run.start")
        self.wait_item("run.pause")
        while not self.find("run.miniature")["value"].startswith("round"):
            before = self.step_title()
            self.click("run.next")
            self.wait_item("run.title", label=lambda label, before=before: label != before)

    def when_shown(self):
        """What the stage's clock shows, in seconds, and the moment of the machine's clock at which it began to show it."""
        def digits():
            item = self.find("stage.timer")
            return item["label"] if item else None
        before = self.wait(digits, "a clock on the stage")
        after = self.wait(lambda: digits() not in (before, None) and digits(), "another second on the clock")
        return shown_seconds(after), time.clock_gettime(time.CLOCK_BOOTTIME)

    # --- the end --------------------------------------------------------------------------------------------

    def kill(self):
        """As a power cut to the program: SIGKILL."""
        self.child.process.send_signal(signal.SIGKILL)
        self.child.process.wait()

    def ended(self, seconds=DEADLINE):
        """Waits for the program's end; its exit code."""
        wait_for(lambda: self.child.process.poll() is not None, "the program has ended", seconds, self.scene)
        return self.child.process.returncode

    def quit(self):
        """Ctrl Q; yes, when it asks."""
        self.activate()
        self.key("ctrl+q")

        def asked():
            return next((id for id in ("ask.quit.quit", "ask.unsent.quit") if self.find(id)), None)
        self.wait_over_or(lambda: self.child.process.poll() is not None or asked())
        if self.child.process.poll() is None:
            self.click(asked())
        equal(self.ended(), 0, "the exit code")

    def wait_over_or(self, condition):
        wait_for(condition, "the program has ended, or asks whether to", also=self.scene)

    def session_file(self):
        """The one session file in its folder."""
        files = sorted(self.sessions.glob("*.json"))
        equal(len(files), 1, f"session files in {self.sessions}")
        return files[0]

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.child.stop()


def command(*arguments, environment=None):
    """Runs a command of the program; the finished process with its text."""
    return subprocess.run([BIN, *map(str, arguments)], capture_output=True, text=True, timeout=DEADLINE,
                          env={**os.environ, **(environment or {})}, check=False)


def sound(file):
    """`ronde check` says that a session file is sound."""
    done = command("check", file)
    equal(done.returncode, 0, f"ronde check: {done.stdout}{done.stderr}")


def sample_in(folder):
    """A copy of the sample café in `folder`."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return pathlib.Path(shutil.copy(SOURCE / "sessions" / "2023-06-13-petit-dej-ess.json", folder))


# Mesa's and fontconfig's caches may be shared: they hold nothing of the program's.
SHARED_CACHE = pathlib.Path(tempfile.gettempdir()) / f"ronde-journeys-cache-{os.getuid()}"


def skip_all(why):
    """Ends the program: nothing of it can be shown here, and ctest is to say so."""
    print(f"SKIPPED everything: {why}", flush=True)
    sys.exit(SKIPPED)


def main(*journeys, display=Display):
    """Runs each journey on one display, each in a fresh folder. Exit code 0 when all arrive, 77 when all were skipped. A
    word on the command line chooses those whose names hold it; `--keep` keeps the folders."""
    SHARED_CACHE.mkdir(exist_ok=True)
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    chosen = [journey for journey in journeys if all(word in journey.__name__ for word in words)]
    failures = 0
    skipped = 0
    root = pathlib.Path(tempfile.mkdtemp(prefix="ronde-journey-"))
    try:
        with (display(root / "display") if display else contextlib.nullcontext()) as screen:
            for journey in chosen:
                began = time.monotonic()
                try:
                    journey(screen, root / journey.__name__)
                    print(f"ok      {journey.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
                except Skipped as why:
                    skipped += 1
                    print(f"SKIPPED {journey.__name__}: {why}", flush=True)
                except Exception as failure:  # pylint: disable=broad-except
                    failures += 1
                    words = str(failure) if isinstance(failure, Failed) else traceback.format_exc()
                    at = traceback.extract_tb(failure.__traceback__)
                    lines = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(at))
                    print(f"FAILED  {journey.__name__} ({time.monotonic() - began:.1f} s): {words}\n  at {lines}",
                          flush=True)
    finally:
        if failures or "--keep" in sys.argv:
            print(f"what was there is kept in {root}")
        else:
            shutil.rmtree(root, ignore_errors=True)
    if failures or not chosen:
        sys.exit(1)
    sys.exit(SKIPPED if skipped == len(chosen) else 0)
