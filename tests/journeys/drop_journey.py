"""Files dropped on the control window, as a file manager does it (the XDND protocol): a session opens, a list of people is
shown to be corrected, and a session dropped while the clock is on is asked about first."""

import pathlib

from journey import DEADLINE, SOURCE, Ronde, check, equal, main, sample_in, skip_all, wait_for

try:
    from Xlib import X, Xatom
    from Xlib.display import Display as Connection
    from Xlib.protocol import event
except ImportError:
    skip_all("python3-xlib is not installed")

VERSION = 5  # of the protocol


class Source:
    """A file manager's side of a drop."""

    def __init__(self, display):
        self.connection = Connection(display.name)
        self.window = self.connection.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)

    def atom(self, name):
        return self.connection.intern_atom(name)

    def send(self, target, kind, *words):
        words = [self.window.id, *words, 0, 0, 0, 0][:5]
        target.send_event(event.ClientMessage(window=target, client_type=self.atom(kind), data=(32, words)))
        self.connection.flush()

    def answer(self, kind, uris):
        """Serves who asks for the files until the target has said `kind`; its words."""
        said = []

        def heard():
            while self.connection.pending_events():
                come = self.connection.next_event()
                if come.type == X.SelectionRequest:
                    come.requestor.change_property(come.property, come.target, 8, uris)
                    come.requestor.send_event(event.SelectionNotify(
                        time=come.time, requestor=come.requestor, selection=come.selection, target=come.target,
                        property=come.property))
                    self.connection.flush()
                elif come.type == X.ClientMessage and come.client_type == self.atom(kind):
                    said.append(come.data[1])
            return said
        return wait_for(heard, f"{kind} from the window", DEADLINE)[0]

    def drop(self, window, file):
        target = self.connection.create_resource_object("window", int(window))
        version = target.get_full_property(self.atom("XdndAware"), Xatom.ATOM)
        check(version is not None, "the window takes what is dropped")
        uris = (pathlib.Path(file).as_uri() + "\r\n").encode()
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        self.send(target, "XdndEnter", VERSION << 24, self.atom("text/uri-list"))
        at = target.translate_coords(self.connection.screen().root, 0, 0)
        self.send(target, "XdndPosition", 0, (abs(at.x) + 40 << 16) | (abs(at.y) + 40), X.CurrentTime,
                  self.atom("XdndActionCopy"))
        check(self.answer("XdndStatus", uris)[1] & 1, "the window would take it")
        self.send(target, "XdndDrop", 0, X.CurrentTime)
        self.answer("XdndFinished", uris)


def a_session_is_opened(display, folder):
    café = sample_in(folder / "café à l’œuvre")  # a name that a URI has to escape
    with Ronde(display, folder, "--stage", "window") as ronde:
        ronde.wait_item("prepare.template.express")
        Source(display).drop(ronde.window(), café)
        ronde.wait_item("prepare.title", value=lambda title: title.startswith("Petit"))


def a_list_of_people_is_shown(display, folder):
    people = folder / "liste.csv"
    folder.mkdir(parents=True, exist_ok=True)
    people.write_text("Nom;Structure\nZoé Œuvrard;La Filature\nNoé;Le Mas\n", encoding="utf-8")
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window") as ronde:
        Source(display).drop(ronde.window(), people)
        ronde.wait_item("import.person.1", label="Zoé Œuvrard")


def while_the_clock_is_on_it_asks(display, folder):
    other = folder / "autre" / "autre.json"
    other.parent.mkdir(parents=True)
    other.write_bytes((SOURCE / "sessions" / "2023-06-13-petit-dej-ess.json").read_bytes())
    with Ronde(display, folder, sample_in(folder / "café"), "--stage", "window") as ronde:
        ronde.open_round()
        title = ronde.step_title()
        source = Source(display)
        source.drop(ronde.window(), other)
        ronde.click("ask.leave.stay")
        ronde.wait_gone("ask.leave.stay")
        equal(ronde.step_title(), title, "the round goes on")
        source.drop(ronde.window(), other)
        ronde.click("ask.leave.go")
        ronde.wait_item("run.start")  # the other café's clock has not begun


if __name__ == "__main__":
    main(a_session_is_opened, a_list_of_people_is_shown, while_the_clock_is_on_it_asks)
