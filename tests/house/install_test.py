"""cmake --install, into a folder of its own: everything is where it belongs, and the program finds its assets there."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

BUILD = os.environ["RONDE_BUILD_DIR"]


def run(*command, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run([str(word) for word in command], env=kept | environment, capture_output=True, text=True,
                          timeout=60)


class AnInstallation(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ronde-install-")
        self.addCleanup(folder.cleanup)
        self.prefix = pathlib.Path(folder.name)
        done = run("cmake", "--install", BUILD, "--prefix", self.prefix)
        self.assertEqual(0, done.returncode, done.stderr)
        self.program = self.prefix / "bin/ronde"
        self.share = self.prefix / "share/ronde"

    def start(self):
        """Starts the windows where there is no display: what it says shows how far it came."""
        home = self.prefix / "home"
        return run(self.program, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config",
                   XDG_STATE_HOME=f"{home}/state", HOME=str(home))

    def test_has_the_program_and_every_asset(self):
        self.assertTrue(os.access(self.program, os.X_OK))
        for pattern in ("locales/fr/*.json", "locales/en/*.json", "templates/*.json", "schema/session-2.schema.json",
                        "sessions/2023-06-13-petit-dej-ess.json"):
            with self.subTest(pattern=pattern):
                self.assertTrue(list(self.share.glob(pattern)))

    def test_holds_copies_not_links_into_the_checkout(self):
        self.assertEqual([], [path for path in self.prefix.rglob("*") if path.is_symlink()])

    def test_its_program_finds_the_installed_assets_and_no_others(self):
        with_assets = self.start()
        self.assertEqual(3, with_assets.returncode, with_assets.stderr)
        self.assertNotIn(str(self.share), with_assets.stderr)
        shutil.move(self.share / "locales", self.prefix / "locales-elsewhere")
        without = self.start()
        self.assertEqual(3, without.returncode, without.stderr)
        self.assertNotEqual(with_assets.stderr, without.stderr)

    def test_its_sample_is_sound(self):
        done = run(self.program, "check", self.share / "sessions/2023-06-13-petit-dej-ess.json")
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
