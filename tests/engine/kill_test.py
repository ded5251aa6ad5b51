"""Kills Ronde's engine and its files with SIGKILL at random moments while notes come in, and opens the café again:
nothing that was acknowledged is lost, nothing is there twice, and the clock is right to the second, after a played
reboot too. Two cafés at a time, on the real disk."""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

KILLS = 200
WORKERS = 2
PLANNED_MS = 8 * 3600 * 1000
WORDS = ["œuvre", "café", "l’été", "😀 table", "quoi ?", "\"guillemets\"", "#tiers-lieu", "ça dépend"]

PROGRAM = pathlib.Path(os.environ["RONDE_PROGRAMS"]) / "cafe_without_windows"


class Cafe:
    def __init__(self, number, folder):
        self.number = number
        self.path = pathlib.Path(folder) / f"cafe-{number}.json"
        self.random = random.Random(1000 + number)
        self.acknowledged = []  # ids, in order
        self.known = {}  # id -> whether it was ever seen in the file
        self.sent = 0
        self.started_at = None
        self.start_seq = None
        self.adjusted_sure = 0
        self.adjusted_perhaps = 0
        self.boot = 0
        self.shift = 0
        self.opened = 0
        self.unclean = 0
        self.replayed = 0
        self.reboots = 0

    def start(self):
        if self.random.random() < 0.25:
            self.boot += 1
            self.reboots += 1
            self.shift = self.random.randrange(-10**7, 10**9)
        return subprocess.Popen([PROGRAM, self.path, f"boot-{self.boot}", str(self.shift)],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run_and_kill(self):
        program = self.start()
        adjust_sent = 0
        end = time.monotonic() + self.random.expovariate(1 / 0.12)
        try:
            while time.monotonic() < end:
                lines = []
                for _ in range(self.random.randrange(1, 12)):
                    if self.random.random() < 0.03:
                        lines.append("adjust 60")
                        adjust_sent += 1
                    else:
                        self.sent += 1
                        lines.append(f"c{self.number}n{self.sent} {self.random.choice(WORDS)} {self.sent}")
                program.stdin.write(("\n".join(lines) + "\n").encode())
                program.stdin.flush()
                time.sleep(self.random.random() * 0.01)
        except BrokenPipeError:
            pass  # it failed by itself: its output says why
        program.kill()
        self.read(program.communicate()[0].decode())
        self.adjusted_perhaps += adjust_sent

    def read(self, output):
        noted = []
        adjusted = []
        durable = 0
        lines = output.split("\n")[:-1]  # the last one may be cut
        for line in lines:
            word, *rest = line.split(" ")
            if word == "failed":
                raise AssertionError(line)
            if word == "opened":
                self.check_clock(rest)
            elif word == "ideas":
                self.check_ideas([one for one in rest if one])
            elif word == "started":
                self.started_at = int(rest[1])
                self.start_seq = int(rest[0])
                self.adjusted_sure = self.adjusted_perhaps = 0
            elif word == "noted":
                noted.append((int(rest[0]), rest[1]))
            elif word == "done" and rest[1] == "adjust":
                adjusted.append(int(rest[0]))
            elif word == "durable":
                durable = max(durable, int(rest[0]))
        self.acknowledged += [name for seq, name in noted if seq <= durable]
        self.adjusted_sure += sum(1 for seq in adjusted if seq <= durable)

    def check_ideas(self, ids):
        here = set(ids)
        assert len(here) == len(ids), "an idea is there twice"
        lost = [one for one in self.acknowledged if one not in here]
        assert not lost, f"acknowledged and lost: {lost[:5]}"
        vanished = [one for one in self.known if one not in here]
        assert not vanished, f"was there after a start and is gone: {vanished[:5]}"
        order = [int(one.split("n")[1]) for one in ids]
        assert order == sorted(order), "the order has changed"
        self.known = dict.fromkeys(ids, True)

    def check_clock(self, said):
        self.opened += 1
        self.unclean += said[0] == "unclean"
        self.replayed += int(said[3])
        if self.started_at is None:
            return
        left, wall = int(said[1]), int(said[2])
        plain = PLANNED_MS - (wall - self.started_at)
        wrong = min(abs(left - plain - 60_000 * n) for n in range(self.adjusted_sure, self.adjusted_perhaps + 1))
        assert wrong < 1000, f"the clock is wrong by {wrong} ms"
        # What was taken up or lost for good is known from now on.
        now_sure = round((left - plain) / 60_000)
        self.adjusted_sure = self.adjusted_perhaps = now_sure

    def end_well(self):
        program = self.start()
        output, _ = program.communicate(b"close\n")
        self.read(output.decode())
        assert program.returncode == 0, "the last run did not end well"
        journal = self.path.with_suffix(".journal.jsonl").read_bytes()
        assert journal.endswith(b"}\n"), "the journal was not cut to its content"
        assert b"\0" not in journal


def work(cafe, kills, failures):
    try:
        for _ in range(kills):
            cafe.run_and_kill()
        cafe.end_well()
    except Exception as error:  # told below, with the café's number
        failures.append(f"café {cafe.number}, opened {cafe.opened} times: {error!r}")


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("RONDE_TEST_DISK")) as folder:
        cafes = [Cafe(number, folder) for number in range(WORKERS)]
        failures = []
        threads = [threading.Thread(target=work, args=(cafe, KILLS // WORKERS, failures)) for cafe in cafes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for failure in failures:
            print(failure, file=sys.stderr)
        total = {name: sum(getattr(cafe, name) for cafe in cafes) for name in ("sent", "opened", "unclean", "replayed", "reboots")}
        total["acknowledged"] = sum(len(cafe.acknowledged) for cafe in cafes)
        print(f"{KILLS} kills:", ", ".join(f"{value} {name}" for name, value in total.items()))
        # A run in which nothing was at stake proves nothing.
        enough = total["acknowledged"] > KILLS and total["unclean"] > KILLS // 4 and total["replayed"] > KILLS // 4
        if not failures and not enough:
            print("too little happened to prove anything", file=sys.stderr)
        return 0 if enough and not failures else 1


if __name__ == "__main__":
    sys.exit(main())
