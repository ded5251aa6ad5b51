"""The two windows: the stage goes on while the control window is minimised; closing the stage by accident while a round
runs is asked about; a walk leaves pictures of both windows at each step."""

import time

from journey import Ronde, check, equal, main, sample_in, unlike


def minimised_control(display, folder):
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window") as ronde:
        ronde.open_round()
        window = ronde.window("control")
        display.run("xdotool", "windowminimize", window)
        ronde.wait(lambda: not display.run("xdotool", "search", "--onlyvisible", "--classname", "^ronde-control$",
                                           check=False).split(), "the control window minimised")
        first, at = ronde.when_shown()
        for _ in range(3):
            left, now = ronde.when_shown()
        check(abs((first - left) - (now - at)) < 0.5, f"the stage's clock goes on: {first} s, {now - at:.2f} s later {left} s")
        display.run("xdotool", "windowactivate", window)
        ronde.activate()
        ronde.key("space")
        ronde.wait_item("run.timer", value="paused")


def a_new_size(display, folder):
    """What a smaller or larger window shows of itself is what it shows once it is drawn again."""
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window", "--no-motion") as ronde:
        ronde.wait_item("tab.run")
        ronde.key("F2")
        ronde.wait_item("prepare.title")
        time.sleep(0.6)
        window = ronde.window("control")
        for width, height in ((1280, 800), (1100, 700), (1366, 768)):
            display.run("xdotool", "windowsize", window, str(width), str(height), "windowmove", window, "0", "0")
            ronde.wait(lambda: display.geometry(window) == (width, height), f"a window of {width}×{height}")
            time.sleep(0.6)  # comes to rest: nothing on screen says that it has
            shown = display.rows()
            ronde.key("F1")
            ronde.wait_item("keys.close")
            ronde.key("F1")
            ronde.wait_gone("keys.close")
            time.sleep(0.3)
            equal(unlike(shown, display.rows()), 0, f"what {width}×{height} shows otherwise once drawn again")


def closing_the_stage(display, folder):
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window") as ronde:
        ronde.open_round()
        for answer in ("stay", "close"):
            ronde.activate("stage")
            ronde.key("alt+F4")
            ronde.click(f"ask.close_stage.{answer}")
            ronde.wait_gone(f"ask.close_stage.{answer}")
            shown = display.run("xdotool", "search", "--onlyvisible", "--classname", "^ronde-stage$", check=False)
            equal(bool(shown.split()), answer == "stay", f"the stage is open after the answer {answer}")
        ronde.activate()
        ronde.key("F11")  # brings it back
        ronde.window("stage")


def a_walk(display, folder):
    pictures = folder / "pictures"
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window", "--walk", "--speed", "60",
               "--capture", pictures) as ronde:
        equal(ronde.ended(120), 0, "the exit code")
    names = sorted(path.name for path in pictures.glob("*.png"))
    shown = {name.split("-", 1)[1].rsplit("-", 1)[0] for name in names}
    expected = {"before-people", "before-rotation", "welcome", "opening-live", "opening-furthest", "briefing", "round",
                "travel", "harvest-theme", "plenary-speaking", "follow_up", "follow_up-introductions", "after"}
    check(expected <= shown, f"pictures of {sorted(expected - shown)} among {sorted(shown)}")
    equal(sum("control" in name for name in names), sum("stage" in name for name in names), "pictures of both windows")
    for name in names:
        picture = (pictures / name).read_bytes()
        check(picture.startswith(b"\x89PNG") and picture.rstrip().endswith(b"IEND\xaeB`\x82"), f"{name} is a whole PNG")


if __name__ == "__main__":
    main(minimised_control, a_new_size, closing_the_stage, a_walk)
