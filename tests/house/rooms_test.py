"""The table of rooms in docs/ARCHITECTURE.md, held against every #include in src/. There is no list of exceptions, and
none is to be added.

Rules: a file includes its own room and the rooms its row names, by their path from src/; a library is seen only
by the rooms its row names; no file reaches itself by its includes; a pure room reaches nothing of the world.
The checker is itself checked, on small trees each of which breaks one rule.
"""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

ROW = re.compile(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", re.MULTILINE)


def rooms_in(page):
    """The rooms of the page's table, each with those that it may include. One may always include itself; what a row
    names that is no room is a library."""
    table = page.split("\n## Rooms\n", 1)[1].split("\n## ", 1)[0]
    rows = {name: allowed for name, allowed in ROW.findall(table)}
    return {
        name: set(rows) - {name} if allowed == "every room" else set(re.split(r",\s*", allowed)) & set(rows)
        for name, allowed in rows.items()
    }


ROOMS = rooms_in((ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8"))

# Libraries: a pattern for the header's whole name, and the rooms that may see it.
EVERYWHERE = set(ROOMS)
LIBRARIES = [
    (r"[a-z_]+", EVERYWHERE),  # the standard library: <vector>
    (r"fmt/.+", EVERYWHERE),
    (r"tl/expected\.hpp", EVERYWHERE),
    (r"unicode/.+", {"base"}),  # ICU
    (r"libstemmer\.h", {"words"}),
    (r"nlohmann/.+", {"store", "platform"}),
    (r"csv\.h", {"store"}),  # libcsv
    (r"(compat/imgui\.hpp|imgui.*\.h|backends/imgui_.+)", {"gui", "platform"}),
    (r"compat/glfw\.hpp|(GLFW|glad|KHR)/.+", {"platform"}),
    (r"(AL/.+|fontconfig/.+|ft2build\.h|freetype/.+|CLI/.+|spdlog/.+|stb_image.*\.h)", {"platform"}),
    (r"stb_truetype\.h", {"gui"}),  # the fonts' tables, for measuring; comes with Dear ImGui
    (r"X11/.+", {"platform"}),
    # POSIX: files, processes, threads, signals.
    (r"(unistd|fcntl|poll|signal|pthread|dirent|pwd|dlfcn|spawn)\.h|(sys|linux)/.+\.h", {"store", "app", "platform"}),
]

# The engine, the planner and the words read no clock, no file, no random device and no screen, and start no thread.
PURE = {"cafe", "rotation", "words"}
WORLDLY = {
    "condition_variable", "cstdio", "ctime", "filesystem", "fstream", "future", "iostream", "latch", "mutex",
    "random", "semaphore", "shared_mutex", "stop_token", "thread",
}

DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*include\b[ \t]*(.*)$", re.MULTILINE)
HEADER = re.compile(r'^(?:<([^>]+)>|"([^"]+)")')


def room_of(path):
    return path.split("/", 1)[0]


def includes(text):
    """(line, header or None when it is not spelled out) of each directive."""
    for found in DIRECTIVE.finditer(text):
        header = HEADER.match(found.group(1))
        yield text.count("\n", 0, found.start()) + 1, header and (header.group(1) or header.group(2))


def why_not(path, header, tree):
    """What is wrong with `header` included in `path`, or None. `tree` maps paths below src/ to their text."""
    room = room_of(path)
    if header is None:
        return "an #include must spell out its header"
    if header in tree:
        other = room_of(header)
        if other == room or other in ROOMS[room]:
            return None
        return f"{room} may not include {other}"
    seen_by = [rooms for pattern, rooms in LIBRARIES if re.fullmatch(pattern, header)]
    if not seen_by:
        return "neither a file of src/, named from src/, nor a library that the house knows"
    if not any(room in rooms for rooms in seen_by):
        return f"{room} may not see this library"
    if room in PURE and header in WORLDLY:
        return f"{room} is pure: it reaches nothing of the world"
    return None


def cycle(tree):
    """The first circle of files that include each other, as a list, or []."""
    state, trail = {}, []

    def visit(path):
        state[path] = "open"
        trail.append(path)
        for _, header in includes(tree[path]):
            if header not in tree or state.get(header) == "done":
                continue
            if state.get(header) == "open":
                return trail[trail.index(header):] + [header]
            if found := visit(header):
                return found
        state[path] = "done"
        trail.pop()
        return []

    for path in sorted(tree):
        if path not in state and (found := visit(path)):
            return found
    return []


def complaints(tree):
    """Every breach of the house's rules in `tree`, as FILE:LINE: sentences."""
    found = []
    for path, text in sorted(tree.items()):
        if room_of(path) not in ROOMS:
            found.append(f"src/{path}:1: {room_of(path)} is not a room of the table")
            continue
        for line, header in includes(text):
            if reason := why_not(path, header, tree):
                found.append(f"src/{path}:{line}: {header}: {reason}")
    if circle := cycle(tree):
        found.append("a circle of includes: " + " -> ".join(circle))
    return found


def source_tree():
    src = ROOT / "src"
    return {
        file.relative_to(src).as_posix(): file.read_text(encoding="utf-8")
        for file in src.rglob("*")
        if file.suffix in {".cpp", ".hpp", ".c", ".h"}
    }


class TheHouse(unittest.TestCase):
    maxDiff = None

    def test_the_table_has_a_row_for_each_folder(self):
        self.assertEqual({room_of(path) for path in source_tree()}, set(ROOMS))

    def test_a_library_stands_in_one_line_only(self):
        patterns = [pattern for pattern, _ in LIBRARIES]
        self.assertEqual(sorted(set(patterns)), sorted(patterns))

    def test_every_include_is_one_that_the_table_allows(self):
        tree = source_tree()
        self.assertGreater(len(tree), 20, "the source was not found")
        self.assertEqual([], complaints(tree))

    def test_the_build_links_no_room_that_the_table_does_not_allow(self):
        text = (ROOT / "src/CMakeLists.txt").read_text(encoding="utf-8")
        declared = re.findall(r"^ronde_room\((\w+)([^)]*)\)", text, re.MULTILINE)
        self.assertEqual(set(ROOMS), {name for name, _ in declared})
        for name, rest in declared:
            depends = re.search(r"DEPENDS([a-z\s]*)", rest)
            self.assertLessEqual(set(depends.group(1).split() if depends else ()), ROOMS[name], name)

    def test_every_room_with_code_has_tests(self):
        for room in sorted({room_of(path) for path in source_tree() if path.endswith(".cpp")}):
            self.assertTrue(list((ROOT / "tests" / room).rglob("*_test.cpp")), f"{room} has no tests")


class TheChecker(unittest.TestCase):
    """Each rule is broken once: a test that cannot fail would guard nothing."""

    def assert_refused(self, tree, part):
        found = complaints(tree)
        self.assertEqual(1, len(found), found)
        self.assertIn(part, found[0])

    def test_accepts_what_the_table_allows(self):
        self.assertEqual([], complaints({
            "base/a.hpp": "#include <vector>\n#include <fmt/format.h>\n",
            "base/a.cpp": '#include "base/a.hpp"\n#include <unicode/brkiter.h>\n',
            "cafe/b.hpp": '# include "base/a.hpp" // why\n#include <tl/expected.hpp>\n',
            "gui/c.cpp": '#include "compat/imgui.hpp"\n#include "cafe/b.hpp"\n',
            "platform/d.cpp": '#include <GLFW/glfw3.h>\n#include <nlohmann/json.hpp>\n#include <unistd.h>\n',
        }))

    def test_reads_the_table_of_a_page(self):
        page = ("# A\n| `x` | not here | base |\n## Rooms\n\n| room | what | may include |\n|---|---|---|\n"
                "| `base` | a, `b` | the standard library, fmt |\n| `cafe` | c | base |\n| `gui` | d | every room |\n"
                "\n## Time\n| `y` | nor here | base |\n")
        self.assertEqual({"base": set(), "cafe": {"base"}, "gui": {"base", "cafe"}}, rooms_in(page))

    def test_refuses_a_room_above(self):
        self.assert_refused({"gui/a.hpp": "", "cafe/b.cpp": '\n#include "gui/a.hpp"\n'},
                            "src/cafe/b.cpp:2: gui/a.hpp: cafe may not include gui")

    def test_refuses_a_room_beside(self):
        self.assert_refused({"cafe/a.hpp": "", "rotation/b.cpp": '#include "cafe/a.hpp"\n'}, "may not include cafe")

    def test_refuses_angle_brackets_as_a_way_round(self):
        self.assert_refused({"store/a.hpp": "", "gui/b.cpp": "#include <store/a.hpp>\n"}, "gui may not include store")

    def test_refuses_a_library_to_a_room_that_may_not_see_it(self):
        for path, header in (("gui/a.cpp", "<GLFW/glfw3.h>"), ("gui/a.cpp", '"compat/glfw.hpp"'), 
                             ("gui/a.cpp", "<nlohmann/json.hpp>"), ("app/a.cpp", "<imgui.h>"),
                             ("app/a.cpp", '"compat/imgui.hpp"'),
                             ("store/a.cpp", "<unicode/ucnv.h>"), ("store/a.cpp", "<libstemmer.h>"), ("app/a.cpp", "<csv.h>"),
                             ("base/a.cpp", "<unistd.h>"),
                             ("app/a.cpp", "<spdlog/spdlog.h>"), ("gui/a.cpp", "<stb_image_write.h>")):
            with self.subTest(path=path, header=header):
                self.assert_refused({path: f"#include {header}\n"}, "may not see this library")

    def test_refuses_an_unknown_library(self):
        self.assert_refused({"platform/a.cpp": "#include <boost/asio.hpp>\n"}, "nor a library that the house knows")

    def test_refuses_a_file_named_from_beside(self):
        self.assert_refused({"cafe/a.hpp": "", "cafe/a.cpp": '#include "a.hpp"\n'}, "named from src/")

    def test_refuses_a_header_hidden_in_a_macro(self):
        self.assert_refused({"cafe/a.cpp": "#include HIDDEN\n"}, "must spell out its header")

    def test_refuses_the_world_to_a_pure_room(self):
        self.assert_refused({"cafe/a.cpp": "#include <fstream>\n"}, "cafe is pure")

    def test_refuses_a_directory_that_is_no_room(self):
        self.assert_refused({"attic/a.cpp": ""}, "attic is not a room")

    def test_refuses_a_circle(self):
        self.assert_refused({"cafe/a.hpp": '#include "cafe/b.hpp"\n', "cafe/b.hpp": '#include "cafe/c.hpp"\n',
                             "cafe/c.hpp": '#include "cafe/a.hpp"\n'},
                            "cafe/a.hpp -> cafe/b.hpp -> cafe/c.hpp -> cafe/a.hpp")


if __name__ == "__main__":
    unittest.main()
