"""Projectors come and go, on an Xorg whose dummy driver has screens to plug: the stage goes to the second screen by
itself, comes back when it is unplugged, is never lost and never covers the control window."""

import os
import pathlib
import shutil

from journey import Display, Ronde, check, equal, main, sample_in, skip_all

CONFIG = """
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 192000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080"
    Virtual 3840 2160
  EndSubSection
EndSection
"""
BEAMER = (1920, 0, 1280, 800)


def notice(display):
    """Lets the server look at its outputs again, as it does by itself when a cable is plugged."""
    display.run("xrandr", "--query")


def plug(display):
    """A projector of 1280×800, right of the first screen."""
    display.run("xrandr", "--addmode", "DUMMY1", "1280x800")
    display.run("xrandr", "--output", "DUMMY1", "--mode", "1280x800", "--right-of", "DUMMY0")
    notice(display)


def unplug(display):
    display.run("xrandr", "--output", "DUMMY1", "--off")
    notice(display)


def geometry(ronde, name):
    """Where a window's content is on the screen: x, y, width, height; None while it is not there."""
    number = ronde.display.run("xdotool", "search", "--onlyvisible", "--classname", f"^ronde-{name}$", check=False).split()
    if not number:
        return None
    words = ronde.display.run("xwininfo", "-id", number[-1], check=False)
    found = {}
    for line in words.splitlines():
        key, _, value = line.strip().partition(":")
        if key in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"):
            found[key] = int(value)
    return tuple(found.values()) if len(found) == 4 else None


def covers(a, b):
    """How many pixels two rectangles share."""
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(0, wide) * max(0, high)


def stage_at(ronde, where):
    ronde.wait(lambda: geometry(ronde, "stage") == where, f"the stage fills {where}, not {geometry(ronde, 'stage')}")


def in_a_window(ronde):
    """The stage is in a window on the first screen and leaves the control window in sight and on top."""
    def there():
        stage = geometry(ronde, "stage")
        control = geometry(ronde, "control")
        if not stage or not control or stage[0] < 0 or stage[0] + stage[2] > 1920 or stage[1] + stage[3] > 1080:
            return False
        shared = covers(stage, control)
        return shared == 0 or active(ronde) == "control" and shared < 0.25 * control[2] * control[3]
    ronde.wait(there, "the stage in a window on the screen that is left, the control window in sight and on top")


def active(ronde):
    window = ronde.display.run("xdotool", "getactivewindow", check=False).strip()
    return "control" if window == ronde.window("control") else "another"


def a_projector_comes_and_goes(display, folder):
    with Ronde(display, folder, sample_in(folder / "café"), windows=("control", "stage")) as ronde:
        in_a_window(ronde)
        ronde.open_round()
        for _ in range(2):
            plug(display)
            stage_at(ronde, BEAMER)
            equal(ronde.wait_item("stage.timer")["value"], "running", "the clock on the projector")
            unplug(display)
            in_a_window(ronde)
            equal(ronde.wait_item("stage.timer")["value"], "running", "the clock in the window")


def a_projector_from_the_start(display, folder):
    plug(display)
    with Ronde(display, folder, sample_in(folder / "café"), windows=("control", "stage")) as ronde:
        stage_at(ronde, BEAMER)
        ronde.wait(lambda: ronde.find("stage.scene")["rect"] == list(BEAMER), "the UI map knows where the stage is")
        control = geometry(ronde, "control")
        check(covers(BEAMER, control) == 0, f"the control window {control} is not on the projector")
        display.run("xrandr", "--output", "DUMMY1", "--mode", "1024x768")  # another resolution
        notice(display)
        stage_at(ronde, (1920, 0, 1024, 768))
        unplug(display)
        in_a_window(ronde)


class Screens(Display):
    """Xorg with the dummy driver, which needs root, or a package that lets others start it."""

    def __init__(self, folder):
        config = pathlib.Path(folder) / "xorg.conf"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(CONFIG)
        super().__init__(folder, command=["Xorg", "-config", str(config), "-logfile", str(config.with_suffix(".log")),
                                          "-novtswitch", "-sharevts"])


def can_have_screens():
    """Whether Xorg and its dummy driver are there, and this is root."""
    return os.geteuid() == 0 and shutil.which("Xorg") and any(
        pathlib.Path(modules).glob("dummy_drv.so") for modules in ("/usr/lib/xorg/modules/drivers",))


if __name__ == "__main__":
    if not can_have_screens():
        skip_all("it needs root, Xorg and its dummy driver")
    main(a_projector_from_the_start, a_projector_comes_and_goes, display=Screens)
