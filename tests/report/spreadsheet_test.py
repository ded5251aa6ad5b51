"""The tables that `ronde report` writes, opened by LibreOffice; and a list of people that LibreOffice saved, imported.
Skipped where it is not installed."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(os.environ["RONDE_SOURCE_DIR"])
SAMPLE = ROOT / "sessions" / "2023-06-13-petit-dej-ess.json"
OFFICE = shutil.which("soffice")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# What the import window proposes for these files: tab, comma and semicolon at once, double quotes, UTF-8 (76).
OPENED_AS = "Text - txt - csv (StarCalc):9/44/59,34,76,1,,0,false,true"
MANY = 50  # cells repeated to the end of a row or of the sheet


def converted(files, to, opened_as):
    """LibreOffice's version of `files`: the paths of what it wrote, in the folder of the first."""
    folder = files[0].parent / "converted"
    subprocess.run([OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                    f"--infilter={opened_as}", "--convert-to", to, "--outdir", str(folder), *map(str, files)],
                   check=True, capture_output=True, timeout=240, env={**os.environ, "HOME": str(folder)})
    suffix = to.split(":")[0]
    return [folder / f"{file.stem}.{suffix}" for file in files]


def cells(sheet):
    """The rows of a sheet as (kind, text), without the empty cells at their ends."""
    rows = []
    for row in ElementTree.parse(sheet).getroot().iter(TABLE + "table-row"):
        found = []
        for cell in row:
            text = "\n".join("".join(line.itertext()) for line in cell.iter(TEXT + "p"))
            repeated = int(cell.get(TABLE + "number-columns-repeated", "1"))
            found += [(cell.get(OFFICE_VALUE + "value-type"), text)] * (repeated if repeated < MANY else 0)
        while found and not found[-1][1]:
            found.pop()
        if found:
            rows.append(found)
    return rows


def written(file, separator):
    """The rows that Python reads in the same file."""
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), delimiter=separator))
    for row in rows:
        while row and not row[-1]:
            row.pop()
    return [row for row in rows if row]


class TablesInLibreOffice(unittest.TestCase):
    def tables_of(self, session, separator):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            file = folder / "café.json"
            file.write_text(json.dumps(session, ensure_ascii=False), encoding="utf-8")
            for format, out in (("csv", "idées.csv"), ("contacts", "contacts.csv")):
                subprocess.run([os.environ["RONDE_BIN"], "report", str(file), "-f", format, "-o", str(folder / out)],
                               check=True)
            files = sorted(folder.glob("*.csv"))
            sheets = converted(files, "fods", OPENED_AS)
            return {file.stem: (written(file, separator), cells(sheet)) for file, sheet in zip(files, sheets)}

    def assert_same(self, wrote, opened):
        self.assertEqual(len(wrote), len(opened))
        texts = 0
        for row, sheet_row in zip(wrote, opened):
            self.assertEqual(len(row), len(sheet_row), row)
            for cell, (kind, text) in zip(row, sheet_row):
                self.assertFalse(kind in (None, "string") and cell != text, (cell, text))
                texts += kind == "string" and not cell.isascii()
        return texts

    def test_every_cell_of_the_sample_is_there_with_its_accents(self):
        session = json.loads(SAMPLE.read_text(encoding="utf-8"))
        tables = self.tables_of(session, ";")
        self.assertEqual({"idées", "idées-opening", "idées-themes", "idées-commitments", "contacts"}, set(tables))
        for name, (wrote, opened) in tables.items():
            with self.subTest(name):
                self.assertGreater(self.assert_same(wrote, opened), 2)

    def test_quotes_separators_new_lines_and_formulas_stay_in_their_cells(self):
        session = json.loads(SAMPLE.read_text(encoding="utf-8"))
        session["language"] = "en"
        hard = ['=1+1', '@SUM(A1)', '-2+3', 'Zoé said, "œuvre; naïve"', 'deux\nlignes, été', '🙂 à l’ombre']
        session["ideas"] = [{**session["ideas"][0], "id": f"hard-{at}", "text": text} for at, text in enumerate(hard)]
        session["harvest"] = {}
        session["follow_up"] = {}
        wrote, opened = self.tables_of(session, ",")["idées"]
        self.assert_same(wrote, opened)
        column = wrote[0].index("Idea")
        kept = [row[column][1] for row in opened[1:]]
        self.assertEqual(["'=1+1", "'@SUM(A1)", "'-2+3", *hard[3:]], kept)

    def test_a_list_of_people_that_it_saved_is_imported(self):
        people = ("Prénom;Nom;Structure;Courriel\r\nZoé;Lefèvre;L’Œuvrée;zoe@example.org\r\n"
                  "Anaïs;Noël;\"La «\u00a0Gare\u00a0»; Elne\";\r\n")
        for name, saved_as in (("UTF-8 and commas", "csv:Text - txt - csv (StarCalc):44,34,76"),
                               ("Windows-1252 and semicolons", "csv:Text - txt - csv (StarCalc):59,34,1"),
                               ("UTF-16 and tabs", "csv:Text - txt - csv (StarCalc):9,34,65535")):
            with self.subTest(name), tempfile.TemporaryDirectory() as at:
                folder = pathlib.Path(at)
                file, session = folder / "people.csv", folder / "café.json"
                file.write_text(people, encoding="utf-8-sig", newline="")
                shutil.copy(SAMPLE, session)
                saved = converted([file], saved_as, OPENED_AS)[0]
                subprocess.run([os.environ["RONDE_BIN"], "import", str(saved), "--into", str(session)], check=True,
                               capture_output=True)
                after = json.loads(session.read_text(encoding="utf-8"))
                organisations = {organisation["id"]: organisation["name"] for organisation in after["organisations"]}
                found = {person["name"]: organisations[person["organisation"]] for person in after["participants"]
                         if "organisation" in person}
                self.assertEqual(found.get("Zoé Lefèvre"), "L’Œuvrée")
                self.assertEqual(found.get("Anaïs Noël"), "La «\u00a0Gare\u00a0»; Elne")


if __name__ == "__main__":
    if OFFICE is None:
        print("LibreOffice is not installed: nothing was tried")
        sys.exit(77)
    unittest.main()
