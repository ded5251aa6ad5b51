#!/usr/bin/env python3
"""What the whole program costs: processor time of a running round, of an idle and of a paused café with both windows
open (control 1280×800, stage 1920×1080) on the software renderer, memory (PSS), the time from the start to the first
frame, and from a key to its letter on the screen while ideas are being saved. The yardstick is what people use today: one
tab of Chromium with the same clock and ring at 1920×1080, and one with a text field, in the same run, where Chromium is
installed.

    RONDE_BIN=build/release/bin/ronde python3 tests/bench/program_bench.py [--short]
"""

import ctypes
import mmap
import pathlib
import shutil
import statistics
import struct
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journeys"))
from journey import SHARED_CACHE, Child, Display, Ronde, sample_in, wait_for  # noqa: E402

SHORT = "--short" in sys.argv
SECONDS = 3 if SHORT else 30
STARTS = 2 if SHORT else 9
TICKS = 100  # a second, in /proc/PID/stat, on every Linux that people run

PAGE = """<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#f6f1ea;color:#211c18;font-family:Inter}
main{height:100vh;display:flex;align-items:center;justify-content:center}text{font-size:27px;text-anchor:middle}</style>
<main><svg width="900" height="900" viewBox="-50 -50 100 100" style="width:900px">
<circle r="44" fill="none" stroke="#e5ddd2" stroke-width="4"/><circle id="ring" r="44" fill="none" stroke="#211c18"
 stroke-width="4" stroke-dasharray="276.46" transform="rotate(-90)"/><text id="digits" y="9"></text></svg></main><script>
const begin=Date.now(),all=1200;function show(){const left=all-Math.floor((Date.now()-begin)/1000);
digits.textContent=Math.floor(left/60)+":"+String(left%60).padStart(2,"0");
ring.style.strokeDashoffset=276.46*(1-left/all);setTimeout(show,1000-(Date.now()-begin)%1000)}show()</script>"""


FIELD = """<!doctype html><meta charset="utf-8"><style>body{margin:0}textarea{width:100%;height:100vh;font:20px Inter}
</style><textarea autofocus></textarea>"""
LETTERS = 20 if SHORT else 200


def family(pid):
    """A process and all that it started."""
    children = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(words[1]), []).append(int(stat.parent.name))
    found, to_see = [], [pid]
    while to_see:
        one = to_see.pop()
        found.append(one)
        to_see += children.get(one, [])
    return found


def processor_seconds(pid):
    """User and system time of all threads."""
    total = 0
    for one in family(pid):
        try:
            words = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(words[11]) + int(words[12])
    return total / TICKS


def pss(pid):
    """Mebibytes; what is shared is divided among those who share it."""
    total = 0
    for one in family(pid):
        try:
            lines = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def share(pid, seconds=SECONDS):
    """Processor time in per cent of one core, over so many seconds."""
    time.sleep(1)  # let what was just done settle
    before, at = processor_seconds(pid), time.monotonic()
    time.sleep(seconds)
    return 100 * (processor_seconds(pid) - before) / (time.monotonic() - at)


def row(name, value, unit, aim=""):
    print(f"{name:<58}{value:>9} {unit:<5}{aim}", flush=True)


def sized(ronde):
    """The windows at the sizes that the aims are stated for, each wholly on the screen."""
    for name, place, size in (("control", (0, 1080), (1280, 800)), ("stage", (0, 0), (1920, 1080))):
        window = ronde.window(name)
        ronde.display.run("xdotool", "windowsize", "--sync", window, *map(str, size))
        ronde.display.run("xdotool", "windowmove", window, *map(str, place))

        def there(window=window, size=size):
            shape = ronde.display.run("xdotool", "getwindowgeometry", "--shell", window)
            return f"WIDTH={size[0]}\nHEIGHT={size[1]}" in shape
        ronde.wait(there, f"the window {name} {size}")


def first_frames(display, root):
    """Milliseconds from exec to a UI map of both windows: written after their first frames."""
    times = []
    for number in range(STARTS):
        folder = root / f"start-{number}"
        file = sample_in(folder / "café")
        began = time.monotonic()
        with Ronde(display, folder, file, "--stage", "window", windows=("control", "stage")):
            times.append(1000 * (time.monotonic() - began))
    return times


class Typist:
    """Presses keys on a display from within this process, and sees when the picture changes."""

    def __init__(self, display):
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x.XFlush.argtypes = [ctypes.c_void_p]
        self.test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.connection = self.x.XOpenDisplay(display.name.encode())
        with open(next(display.frames.glob("Xvfb_screen*")), "rb") as dump:
            self.screen = mmap.mmap(dump.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self.screen[:100])
        self.line, self.pixels = head[12], head[0] + head[19] * 12

    def press(self, symbol):
        code = self.x.XKeysymToKeycode(self.connection, symbol)
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.connection, code, down, 0)
        self.x.XFlush(self.connection)

    def look(self, area):
        """The bytes of every other row of an area."""
        x, y, w, h = area
        rows = (self.pixels + row * self.line + 4 * x for row in range(y, y + h, 2))
        return b"".join(self.screen[at:at + 4 * w] for at in rows)

    def key_to_screen(self, area):
        """Milliseconds from a letter's key until the area shows something else; a note is sent before every fifth."""
        times = []
        for number in range(LETTERS):
            if number % 5 == 0:
                self.press(0xff0d)  # Return
            before, since = self.look(area), time.monotonic()
            while time.monotonic() - since < (0.1 if number % 5 == 0 else 0.03):  # until it is at rest
                now = self.look(area)
                if now != before:
                    before, since = now, time.monotonic()
            began = time.monotonic()
            self.press(ord("abcdefghij"[number % 10]))
            while self.look(area) == before and time.monotonic() - began < 2:
                pass
            times.append(1000 * (time.monotonic() - began))
        return times


def letters_row(name, times):
    times.sort()
    row(name, f"{statistics.median(times):.1f}", "ms", f"(99 in 100: {times[len(times) * 99 // 100]:.1f})")


def measure_typing(display, root):
    with Ronde(display, root / "type", sample_in(root / "type" / "café"), "--stage", "window",
               windows=("control", "stage")) as ronde:
        sized(ronde)
        ronde.open_round()
        ronde.click("tab.notes")
        ronde.focus_field("notes.input")
        field = ronde.find("notes.input")["rect"]
        letters_row("key to letter in Noter, notes being saved", Typist(display).key_to_screen(field))


def measure_ronde(display, root):
    with Ronde(display, root / "run", sample_in(root / "run" / "café"), "--stage", "window",
               windows=("control", "stage")) as ronde:
        sized(ronde)
        row("an idle café", f"{share(ronde.pid):.2f}", "%", "(aim: under 0.5)")
        ronde.open_round()
        for place, name in (("tab.run", "Animer"), ("tab.notes", "Noter")):
            ronde.click(place)
            row(f"a running round, {name} and the stage in sight", f"{share(ronde.pid):.2f}", "%", "(aim: at most 3)")
        row("memory (PSS)", f"{pss(ronde.pid):.0f}", "MiB", "(aim: at most 130)")
        ronde.click("tab.run")
        ronde.click("run.pause")
        ronde.wait_item("run.timer", value="paused")
        row("a paused café", f"{share(ronde.pid):.2f}", "%", "(aim: under 0.5)")


def measure_browser(display, root):
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        print("yardstick, a tab of Chromium with the same clock, another with a field: skipped, it is not installed")
        return

    def tab(name, page):
        file = root / f"{name}.html"
        file.write_text(page)
        with open(root / f"{name}.log", "wb") as log:
            started = Child([browser, "--no-sandbox", "--no-first-run", f"--user-data-dir={root / name}",
                             "--window-size=1920,1080", "--window-position=0,0", f"--app=file://{file}"],
                            env={**display.environment(), "XDG_CACHE_HOME": str(SHARED_CACHE)}, stdout=log, stderr=log)
        wait_for(lambda: display.run("xdotool", "search", "--onlyvisible", "--class", "chrom", check=False).split(),
                 "the browser's window")
        time.sleep(10)  # what it does at its start is not counted
        return started

    clock = tab("clock", PAGE)
    try:
        row("yardstick: one tab of Chromium with the same clock", f"{share(clock.process.pid):.2f}", "%")
        row("yardstick: its memory (PSS)", f"{pss(clock.process.pid):.0f}", "MiB")
    finally:
        clock.stop()
    field = tab("field", FIELD)
    try:
        display.run("xdotool", "mousemove", "500", "500", "click", "1")
        letters_row("yardstick: key to letter in a field of Chromium", Typist(display).key_to_screen((0, 60, 600, 600)))
    finally:
        field.stop()


def main():
    SHARED_CACHE.mkdir(exist_ok=True)
    root = pathlib.Path(tempfile.mkdtemp(prefix="ronde-bench-"))
    try:
        print(f"\nThe program: control 1280×800, stage 1920×1080; processor in % of one core, over {SECONDS} s")
        with Display(root / "display", size="1920x1880") as display:
            measure_ronde(display, root)
            measure_typing(display, root)
            times = first_frames(display, root)
            row(f"start to first frame, median of {STARTS}", f"{statistics.median(times):.0f}", "ms", "(aim: 500)")
            row("start to first frame, the slowest", f"{max(times):.0f}", "ms")
            measure_browser(display, root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
