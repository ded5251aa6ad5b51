"""A missing package stops CMake with its name and the command that installs it."""

import os
import pathlib
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["RONDE_SOURCE_DIR"])


def configure_without(*hidden):
    with tempfile.TemporaryDirectory(prefix="ronde-configure-") as folder:
        return subprocess.run(["cmake", "-S", SOURCE, "-B", folder, "-G", "Ninja", *hidden], capture_output=True,
                              text=True, timeout=120)


class Packages(unittest.TestCase):
    def test_all_that_are_missing_are_named_at_once(self):
        done = configure_without("-DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON",
                                 "-DCMAKE_DISABLE_FIND_PACKAGE_ICU=ON")
        self.assertNotEqual(0, done.returncode)
        told = " ".join(done.stderr.split())
        self.assertIn("Missing packages: libfmt-dev libspdlog-dev libicu-dev", told)  # spdlog's CMake files need fmt's
        self.assertIn("sudo apt-get install libfmt-dev", told)


if __name__ == "__main__":
    unittest.main()
