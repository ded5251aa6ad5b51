"""The keys, as the field has them: what acts, what does not act while somebody types, and what always does; on QWERTY
and on AZERTY, where letters go by the character and digits by their place."""

from journey import Ronde, check, equal, main, sample_in, shown_seconds


def clock(ronde):
    """What Animer's clock shows, in seconds."""
    return shown_seconds(ronde.find("run.timer")["label"])


def black(ronde, yes):
    ronde.wait_item("stage.scene", label=lambda scene: (scene == "black") == yes)


def fills_the_screen(ronde, yes):
    """Whether the stage's window is as large as the screen."""
    window = ronde.window("stage")

    def there():
        shape = ronde.display.run("xdotool", "getwindowgeometry", "--shell", window)
        return ("WIDTH=1920\nHEIGHT=1200" in shape) == yes
    ronde.wait(there, "the stage fills the screen" if yes else "the stage is in a window")


def clock_and_screen(ronde, letters):
    """The keys that act while nobody types. `letters`: X's names of the keys that make b . + and - here."""
    b, dot, plus, minus = letters
    ronde.click("tab.run")
    ronde.activate()
    ronde.key("space")
    ronde.wait_item("run.timer", value="running")
    ronde.key("space")
    ronde.wait_item("run.timer", value="paused")
    left = clock(ronde)
    ronde.key(plus)
    ronde.wait(lambda: clock(ronde) == left + 60, "a minute more")
    ronde.key(minus)
    ronde.wait(lambda: clock(ronde) == left, "a minute less")
    for key in (b, dot):
        ronde.key(key)
        black(ronde, True)
        ronde.key(key)
        black(ronde, False)
    first = ronde.step_title()
    for forward, back in (("Right", "Left"), ("Page_Down", "Page_Up")):
        ronde.key(forward)
        ronde.wait(lambda: ronde.step_title() != first, f"{forward}: the next step")
        ronde.key(back)
        ronde.wait(lambda: ronde.step_title() == first, f"{back}: the step before")


def a_round_asks_once(ronde):
    """Next, while a round runs: asked once, then done; Esc leaves all as it is."""
    ronde.open_round()
    ronde.activate()
    here = ronde.step_title()
    ronde.key("Right")
    ronde.wait_item("ask.next.go")
    ronde.key("Escape")
    ronde.wait_gone("ask.next.go")
    equal((ronde.step_title(), ronde.value("run.timer")), (here, "running"), "step and clock after Esc")
    ronde.key("Page_Down")
    ronde.wait_item("ask.next.go")
    ronde.key("Page_Down")
    ronde.wait(lambda: ronde.step_title() != here, "the next step, at the second Page Down")
    ronde.wait_gone("ask.next.go")
    ronde.key("Page_Up")
    ronde.wait(lambda: ronde.step_title() == here, "the round again")


def full_screen(ronde):
    ronde.activate()
    ronde.key("F11")
    fills_the_screen(ronde, True)
    ronde.activate("stage")  # from the stage's own window, too
    ronde.key("F11")
    fills_the_screen(ronde, False)
    ronde.activate()
    ronde.key("F11")
    fills_the_screen(ronde, True)
    ronde.key("Escape")
    fills_the_screen(ronde, False)
    equal(ronde.value("stage.timer"), "running", "the clock after Esc")
    # What is typed next is typed in the control window, not at the clock.
    ronde.wait(lambda: ronde.display.run("xdotool", "getwindowfocus").strip() == ronde.window("control"),
               "the control window has the keyboard")
    ronde.activate("stage")
    ronde.key("F3")
    ronde.wait(lambda: ronde.display.run("xdotool", "getwindowfocus").strip() == ronde.window("control"),
               "a place's key, pressed in the stage, leads to the control window")


def while_typing(ronde, undo, tables):
    """`undo`: Ctrl+Z as pressed here; `tables`: the keys that lie where QWERTY has 1 and 2."""
    ronde.click("tab.run")
    ronde.wait_item("run.timer", value="running")
    ronde.activate()
    ronde.key(f"ctrl+{tables[0]}")
    ronde.wait_item("notes.table.1", value="selected")
    ronde.wait_item("notes.input", focused=True)
    text = "b. + - un café, b"
    ronde.type(text)
    ronde.wait_item("notes.input", value=text)

    def undone():
        if ronde.value("notes.input") == "":
            return True
        ronde.key(undo)
        return False
    ronde.wait(undone, "the typing undone")
    ronde.type(text)
    ronde.key("Left", "Right", "Left")  # in the text, not in the agenda
    ronde.wait_item("notes.input", value=text)
    ronde.key("Escape")
    ronde.key("F11")
    fills_the_screen(ronde, True)
    ronde.activate()
    ronde.key("F11")
    fills_the_screen(ronde, False)
    ronde.activate()
    ronde.key("Page_Down")
    ronde.wait_item("ask.next.stay")
    ronde.click("ask.next.stay")
    ronde.wait_gone("ask.next.stay")
    equal((ronde.value("notes.input"), ronde.find("stage.scene")["label"], ronde.value("stage.timer")),
          (text, "round", "running"), "text, stage and clock after all these keys")

    ronde.key(f"ctrl+{tables[1]}")  # each table keeps its text
    ronde.wait_item("notes.table.2", value="selected")
    ronde.wait_item("notes.input", value="", focused=True)
    ronde.click("tab.run")
    ronde.key(f"ctrl+{tables[0]}")
    ronde.wait_item("notes.input", value=text, focused=True)

    ronde.key("ctrl+a", "BackSpace")
    ronde.wait_item("notes.input", value="")
    for note in ("une note", "une autre"):
        ronde.note(note)
    ronde.key(undo)
    ronde.wait(lambda: notes(ronde)[-1] == "une note", "the table's last note undone")
    check("une autre" not in notes(ronde), "only the last note undone")


def notes(ronde):
    return [item["label"] for item in ronde.all(r"notes\.idea\.[^.]+")]


def qwerty(display, folder):
    display.layout("us")
    display.know("é")
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window") as ronde:
        clock_and_screen(ronde, ("b", "period", "plus", "minus"))
        a_round_asks_once(ronde)
        full_screen(ronde)
        while_typing(ronde, "ctrl+z", ("1", "2"))


def azerty(display, folder):
    display.layout("fr")
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window") as ronde:
        clock_and_screen(ronde, ("b", "period", "plus", "minus"))
        a_round_asks_once(ronde)
        while_typing(ronde, "ctrl+z", ("ampersand", "eacute"))


if __name__ == "__main__":
    main(qwerty, azerty)
