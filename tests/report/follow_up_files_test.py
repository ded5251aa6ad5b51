"""What the follow-up hands out, read back by programs that others wrote: the calendar and the vCards by python3-vobject,
the table by Python's csv. Written by `ronde report` from the sample café."""

import csv
import datetime
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import vobject

ROOT = pathlib.Path(os.environ["RONDE_SOURCE_DIR"])
SAMPLE = ROOT / "sessions" / "2023-06-13-petit-dej-ess.json"


def document(format, session=SAMPLE):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out"
        subprocess.run([os.environ["RONDE_BIN"], "report", str(session), "-f", format, "-o", str(out)], check=True)
        return out.read_bytes()


def consented(things):
    """The names of those with a contact that may be read, and all those contacts."""
    names, texts = set(), set()
    for thing in things:
        given = [contact["text"] for contact in thing.get("contacts", []) if contact.get("consent") == "given"]
        if given:
            names.add(thing["name"])
            texts.update(given)
    return names, texts


class WhatIsHandedOut(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = json.loads(SAMPLE.read_text(encoding="utf-8"))
        people, texts = consented(cls.session["participants"])
        organisations, more = consented(cls.session["organisations"])
        cls.names, cls.texts = people | organisations, texts | more

    def test_the_calendar_holds_the_next_date_and_each_commitment(self):
        calendar = vobject.readOne(document("ics").decode())
        entries = [entry for entry in calendar.components() if entry.name in ("VEVENT", "VTODO")]
        follow_up = self.session["follow_up"]
        self.assertEqual(len(entries), 1 + len(follow_up["commitments"]))
        self.assertEqual(len({entry.uid.value for entry in entries}), len(entries))
        summaries = [entry.summary.value for entry in entries]
        for commitment in follow_up["commitments"]:
            entry = next(entry for entry in entries if commitment["what"] in entry.summary.value)
            day = datetime.date.fromisoformat(commitment["by_when"])
            self.assertEqual(entry.dtstart.value, day)
            self.assertEqual(entry.dtend.value, day + datetime.timedelta(days=1))
            self.assertIn(commitment["who"], entry.summary.value)
        meeting = entries[summaries.index(follow_up["next"]["title"])]
        self.assertEqual(meeting.dtstart.value, datetime.datetime.fromisoformat(follow_up["next"]["at"]))
        self.assertEqual(meeting.location.value, follow_up["next"]["place"])

    def test_the_cards_hold_those_who_agreed_and_nobody_else(self):
        cards = list(vobject.readComponents(document("vcf").decode()))
        self.assertGreater(len(cards), 3)
        self.assertEqual({card.fn.value for card in cards}, self.names)
        found = {line.value for card in cards for name in ("email", "tel", "url")
                 for line in card.contents.get(name, [])}
        self.assertEqual(found, self.texts)
        for card in cards:
            self.assertEqual(card.version.value, "3.0")

    def test_the_table_opens_in_a_spreadsheet_with_its_accents(self):
        raw = document("contacts")
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
        self.assertEqual({row["Nom"] or row["Structure"] for row in rows}, self.names)
        self.assertEqual({row["Courriel"] for row in rows if row["Courriel"]},
                         {text for text in self.texts if "@" in text})

    def test_who_did_not_agree_is_nowhere(self):
        hidden = {contact["text"] for thing in self.session["participants"] + self.session["organisations"]
                  for contact in thing.get("contacts", []) if contact.get("consent") != "given"}
        self.assertGreater(len(hidden), 2)
        for format in ("ics", "vcf", "contacts", "md"):
            text = document(format).decode()
            for word in hidden:
                self.assertNotIn(word, text, format)


HARD = "Prêter; le four, la « cour » \\\\ et\nl’atelier : " + "é" * 90 + " 🙂 " + "œuvre " * 40 + "fin"


class WhatIsHardToWrite(unittest.TestCase):
    """A session with all that trips up such files: no date, done, signs of their own, long lines of accents."""

    @classmethod
    def setUpClass(cls):
        session = json.loads(SAMPLE.read_text(encoding="utf-8"))
        session["follow_up"]["commitments"] = [
            {"id": "undated", "what": HARD, "who": "Zoé, de « La Gare »"},
            {"id": "undated-done", "what": "Fait sans date", "done": True},
            {"id": "dated-done", "what": "Fait à temps", "by_when": "2024-02-29", "done": True},
            {"id": "new-year", "what": HARD, "who": "É" * 80, "with_whom": "Noé; Léa", "by_when": "2023-12-31"}]
        given = [{"kind": "email", "text": "zoe@exemple.example", "consent": "given"},
                 {"kind": "other", "text": HARD, "consent": "given"},
                 {"kind": "phone", "text": "+33 4 68 00 00 00", "consent": "given"}]
        session["participants"] = [{"id": "z", "name": "Zoé; \"dite, Zou\" " + "œ" * 60, "contacts": given},
                                   {"id": "f", "name": "=1+1", "contacts": given[:1]}]
        session["groups"], session["seating"], session["history"] = [], {}, {}
        session["follow_up"]["introductions"] = []
        for idea in session["ideas"]:
            idea.pop("group", None)
        cls.session = session
        cls.folder = tempfile.TemporaryDirectory()
        cls.file = pathlib.Path(cls.folder.name) / "hard.json"
        cls.file.write_text(json.dumps(session, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_no_line_is_too_long_nor_cut_within_a_letter(self):
        for format in ("ics", "vcf"):
            lines = document(format, self.file).split(b"\r\n")
            self.assertEqual(lines[-1], b"")
            self.assertGreater(sum(line.startswith(b" ") for line in lines), 5)
            for line in lines:
                self.assertLessEqual(len(line), 75)
                self.assertNotIn(b"\n", line)
                line.decode()

    def test_undated_commitments_are_to_dos_and_done_ones_say_so(self):
        calendar = vobject.readOne(document("ics", self.file).decode())
        by_id = {entry.uid.value: entry for entry in calendar.components() if entry.name in ("VEVENT", "VTODO")}
        find = {id: next(entry for uid, entry in by_id.items() if uid.endswith("-" + id + "@ronde"))
                for id in ("undated", "undated-done", "dated-done", "new-year")}
        self.assertEqual(len(by_id), 5)
        self.assertEqual([find[id].name for id in find], ["VTODO", "VTODO", "VEVENT", "VEVENT"])
        self.assertEqual(find["undated"].status.value, "NEEDS-ACTION")
        self.assertEqual(find["undated-done"].status.value, "COMPLETED")
        self.assertEqual(find["undated"].summary.value, "Zoé, de « La Gare »\u202f: " + HARD)
        self.assertEqual(find["dated-done"].summary.value, "✓ Fait à temps")
        self.assertEqual(find["dated-done"].dtend.value, datetime.date(2024, 3, 1))
        self.assertEqual(find["new-year"].dtend.value, datetime.date(2024, 1, 1))
        self.assertEqual(find["new-year"].summary.value, "É" * 80 + "\u202f: " + HARD)
        self.assertTrue(find["new-year"].description.value.startswith("avec Noé; Léa\n"))

    def test_names_and_contacts_come_back_as_they_are(self):
        people = self.session["participants"]
        cards = {card.fn.value: card for card in vobject.readComponents(document("vcf", self.file).decode())}
        for person in people:
            self.assertIn(person["name"], cards)
        self.assertEqual(cards[people[0]["name"]].note.value, HARD)
        raw = document("contacts", self.file).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(raw, newline=""), delimiter=";"))
        self.assertEqual(rows[0]["Nom"], people[0]["name"])
        self.assertEqual(rows[0]["Téléphone"], "'+33 4 68 00 00 00")
        self.assertEqual(rows[0]["Autre contact"], HARD)
        self.assertEqual(rows[1]["Nom"], "'=1+1")

    def test_the_commitments_are_a_table_too(self):
        out = pathlib.Path(self.folder.name) / "out.csv"
        subprocess.run([os.environ["RONDE_BIN"], "report", str(self.file), "-f", "csv", "-o", str(out)], check=True)
        raw = out.with_name("out-commitments.csv").read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(raw, newline=""), delimiter=";"))
        self.assertEqual([row["Engagement"] for row in rows],
                         [commitment["what"] for commitment in self.session["follow_up"]["commitments"]])
        self.assertEqual([row["Fait"] for row in rows], ["", "oui", "oui", ""])
        self.assertTrue(out.with_name("out-themes.csv").exists())


if __name__ == "__main__":
    unittest.main()
