"""What could not be tried here is said to be skipped, and counts neither as passed nor as failed: a journey, a script,
a step of script/check.
"""

import contextlib
import io
import pathlib
import subprocess
import sys
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

import journey  # noqa: E402  pylint: disable=wrong-import-position

CTEST = """
50% tests passed, 1 tests failed out of 4

The following tests did not run:
\t  3 - journeys: screens_journey (Skipped)

The following tests FAILED:
\t  2 - a (Failed)
"""


def arrives(*_):
    pass


def cannot(*_):
    raise journey.Skipped("only root can")


def fails(*_):
    raise journey.Failed("no")


def outcome(*journeys):
    """The exit code and what was printed."""
    said = io.StringIO()
    with mock.patch.object(sys, "argv", ["journeys"]), contextlib.redirect_stdout(said):
        try:
            journey.main(*journeys, display=None)
        except SystemExit as end:
            return end.code, said.getvalue()
    raise AssertionError("main returned")


def counted(*steps):
    """The last lines of a script/check that has these steps: a command each."""
    text = (ROOT / "script" / "check").read_text(encoding="utf-8")
    begin, middle, end = text.index("passed=0"), text.index("format_is_kept()"), text.index("printf '\\n'\n")
    script = "set -uo pipefail\n" + text[begin:middle] + "\n".join(steps) + "\n" + text[end:]
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


class Journeys(unittest.TestCase):
    def test_one_that_cannot_be_made_says_so_and_the_others_count(self):
        code, said = outcome(arrives, cannot)
        self.assertEqual(0, code)
        self.assertIn("SKIPPED cannot: only root can", said)

    def test_where_none_can_be_made_the_script_is_skipped(self):
        self.assertEqual(77, outcome(cannot)[0])
        with self.assertRaises(SystemExit) as end, contextlib.redirect_stdout(io.StringIO()):
            journey.skip_all("nothing here")
        self.assertEqual(77, end.exception.code)

    def test_a_failure_is_one_whatever_was_skipped(self):
        with mock.patch("tempfile.mkdtemp", return_value="/nowhere"):
            self.assertEqual(1, outcome(cannot, fails)[0])

    def test_ctest_knows_the_exit_code(self):
        self.assertIn("SKIP_RETURN_CODE 77", (ROOT / "tests" / "CMakeLists.txt").read_text(encoding="utf-8"))


class Check(unittest.TestCase):
    def test_a_step_that_was_skipped_is_named_and_not_counted(self):
        code, said = counted("step good true", "step format bash -c 'exit 77'")
        self.assertEqual((0, ["skipped: format", "1 passed, 0 failed"]), (code, said[-2:]))

    def test_what_ctest_skipped_is_not_counted_as_passed(self):
        code, said = counted(f"step tests bash -c 'printf \"%s\" \"$0\"; exit 8' '{CTEST}'")
        self.assertEqual(1, code)
        self.assertIn("skipped: journeys: screens_journey", said)
        self.assertEqual("2 passed, 1 failed", said[-1])

    def test_a_step_that_fails_is_counted(self):
        code, said = counted("step good true", "step bad false")
        self.assertEqual((1, "1 passed, 1 failed"), (code, said[-1]))


if __name__ == "__main__":
    unittest.main()
