"""script/run on a display: the sample café is worked on in the person's own folder, and the checkout stays as it is.
The set-up, the build and the program are stand-ins.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = "2023-06-13-petit-dej-ess.json"
# Changes the café that it is given, as the first click does, and says how it was called.
PROGRAM = """#!/bin/sh
echo "$@" > "$CALLED"
echo changed >> "$1"
"""


class ScriptRun(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.checkout = pathlib.Path(folder.name) / "checkout"
        self.home = pathlib.Path(folder.name) / "home"
        self.called = pathlib.Path(folder.name) / "called"
        self.sample = self.checkout / "sessions" / SAMPLE
        for path, text in (("script/bootstrap", "#!/bin/sh\n"), ("tools/cmake", "#!/bin/sh\n"),
                           ("build/release/bin/ronde", PROGRAM)):
            file = self.checkout / path
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
            file.chmod(0o755)
        shutil.copy(ROOT / "script" / "run", self.checkout / "script")
        self.sample.parent.mkdir()
        self.sample.write_text("sample\n", encoding="utf-8")

    def run_it(self, *options, **environment):
        subprocess.run([self.checkout / "script" / "run", *options], check=True, env={
            "PATH": f"{self.checkout / 'tools'}:{os.environ['PATH']}", "HOME": str(self.home), "DISPLAY": ":0",
            "CALLED": str(self.called), **environment})
        return self.called.read_text(encoding="utf-8").strip()

    def test_it_opens_the_persons_copy_and_leaves_the_checkout_alone(self):
        copy = self.home / ".local" / "share" / "ronde" / "sessions" / SAMPLE
        self.assertEqual(f"{copy} --lang en", self.run_it("--lang", "en"))
        self.assertEqual("sample\nchanged\n", copy.read_text(encoding="utf-8"))
        self.assertEqual("sample\n", self.sample.read_text(encoding="utf-8"))

    def test_what_was_done_to_the_copy_stays(self):
        own = self.home / "data"
        for _ in range(2):
            self.run_it(XDG_DATA_HOME=str(own))
        copy = own / "ronde" / "sessions" / SAMPLE
        self.assertEqual("sample\nchanged\nchanged\n", copy.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
