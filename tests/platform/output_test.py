"""What a command prints and cannot get rid of: a full device, a closed standard output. Each ends with 3 and a sentence
on the standard error, and a closed output goes into no file of a café.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

RONDE = os.environ["RONDE_BIN"]
SAMPLE = next(pathlib.Path(os.environ["RONDE_SOURCE_DIR"], "sessions").glob("*.json"))


class Output(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.cafe = self.folder / "s.json"
        shutil.copy(SAMPLE, self.cafe)
        self.people = self.folder / "people.csv"
        self.people.write_text("Nom\nZoé Œuvrard\n", encoding="utf-8")
        self.commands = (
            ["plan", "--count", "30", "--iterations", "100"],
            ["plan", "--count", "30", "--iterations", "100", "--json"],
            ["check", self.cafe],
            ["import", self.people, "--into", self.cafe, "--dry-run"],
            ["report", self.cafe, "-o", "-"],
            ["--help"],
        )

    def fails_once(self, done):
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stderr.count("the output could not be written whole"), 1, done.stderr)

    def test_full(self):
        for command in self.commands:
            with self.subTest(command=command), open("/dev/full", "w", encoding="utf-8") as full:
                self.fails_once(
                    subprocess.run([RONDE, *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
                )

    def test_closed(self):
        before = self.cafe.read_bytes()
        for command in self.commands:
            with self.subTest(command=command):
                words = " ".join(f"'{word}'" for word in [RONDE, *command])
                self.fails_once(
                    subprocess.run(["sh", "-c", f"{words} >&-"], stderr=subprocess.PIPE, text=True, check=False)
                )
        self.assertEqual(self.cafe.read_bytes(), before)

    def test_import_with_a_closed_output(self):
        words = f"'{RONDE}' import '{self.people}' --into '{self.cafe}' >&-"
        self.fails_once(subprocess.run(["sh", "-c", words], stderr=subprocess.PIPE, text=True, check=False))
        self.assertEqual(subprocess.run([RONDE, "check", self.cafe], check=False).returncode, 0)
        for file in self.folder.iterdir():
            self.assertNotIn("column 1:", file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
