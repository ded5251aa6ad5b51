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


if __name__ == "__main__":
    unittest.main()
