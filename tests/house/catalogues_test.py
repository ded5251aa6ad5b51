"""The catalogues of sentences, held against the source: every key that the windows use is there in every language,
none is there that nobody uses, both languages fill the same blanks, and French is set as French is.

A key is written as a literal: words("notes.hint"), words.count("notes.people", n). A literal that ends in a dot is the
beginning of keys whose end is a name of an enumeration: words("kind." + name).
"""

import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOCALES = ROOT / "assets" / "locales"
LANGUAGES = ("fr", "en")

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
# A call of the catalogue: words(…), words()(…), canvas.words(…), words.count(…), with the key as its first argument.
CALL = re.compile(r'\bwords(?:\(\))?(?:\.count)?\(\s*"([^"\\\n]*)"(\s*\+)?')
COUNT = re.compile(r'\bwords(?:\(\))?\.count\(\s*"([^"\\\n]*)"')
BLANK = re.compile(r"\{[a-z_]+\}")


def load(language):
    """All texts of one language, with the file that each key stands in."""
    texts, places, doubles = {}, {}, []
    for file in sorted((LOCALES / language).glob("*.json")):
        for key, text in json.loads(file.read_text(encoding="utf-8")).items():
            if key in texts:
                doubles.append(key)
            texts[key] = text
            places[key] = file.name
    return texts, places, doubles


def sources():
    for room in ("gui", "app", "platform"):
        for file in sorted((ROOT / "src" / room).rglob("*.[ch]pp")):
            yield file, file.read_text(encoding="utf-8")


def names_in(header, enumeration):
    text = (ROOT / "src" / header).read_text(encoding="utf-8")
    return re.findall(enumeration + r'::\w+,\s*"(\w+)"', text)


def notice_keys():
    """What app may tell the person; see app::notice_keys."""
    text = (ROOT / "src/app/notices.cpp").read_text(encoding="utf-8")
    keys = {"notice.rejected." + name for name in names_in("cafe/update.hpp", "Reason")}
    keys |= {"notice.opened." + name for name in names_in("store/cafe_file.hpp", "NoteKind")}
    counted = re.search(r"bool is_counted\(.*?\n}", text, re.DOTALL).group(0)
    keys |= {"notice.opened." + name + "_one" for name in re.findall(r"NoteKind::(\w+)", counted)}
    keys |= {"notice." + name for name in re.findall(r'"((?:caught_up|recovered)\w*)"', text)}
    listed = re.search(r"file_keys =\s*std::to_array<std::string_view>\(\s*\{(.*?)\}\s*\)", text, re.DOTALL)
    keys |= {"notice." + name for name in LITERAL.findall(listed.group(1))}
    reasons = re.search(r"not_now_keys =.*?;", text, re.DOTALL)
    keys |= {"notice.rejected." + name for name in re.findall(r'", "(\w+)"\}', reasons.group(0))}
    return keys


def known(key, texts):
    return key in texts or (key + ".one" in texts and key + ".other" in texts)


class TheCatalogues(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = {language: load(language)[0] for language in LANGUAGES}

    def test_a_key_stands_in_one_file_only(self):
        for language in LANGUAGES:
            self.assertEqual([], load(language)[2], language)

    def test_the_languages_have_the_same_keys_in_the_same_files(self):
        self.assertEqual(load("fr")[1], load("en")[1])

    def test_the_languages_fill_the_same_blanks(self):
        for key, text in self.texts["fr"].items():
            other = self.texts["en"].get(key, "")
            self.assertEqual(sorted(set(BLANK.findall(text))), sorted(set(BLANK.findall(other))), key)

    def test_every_key_that_the_windows_use_is_there(self):
        used = 0
        for file, text in sources():
            for key, joined in CALL.findall(text):
                used += 1
                where = f"{file.relative_to(ROOT)}: {key}"
                for language in LANGUAGES:
                    texts = self.texts[language]
                    if joined:
                        self.assertTrue(any(other.startswith(key) for other in texts), f"{where} ({language})")
                    else:
                        self.assertTrue(known(key, texts), f"{where} ({language})")
            for key in COUNT.findall(text):
                for form in (".one", ".other"):
                    self.assertIn(key + form, self.texts["en"], str(file))
        self.assertGreater(used, 50, "the calls were not found")

    def test_every_notice_has_its_sentence(self):
        keys = notice_keys()
        self.assertGreater(len(keys), 20, "the notices were not found")
        for language in LANGUAGES:
            self.assertEqual(set(), keys - set(self.texts[language]), language)

    def test_every_error_has_its_sentence_and_no_other_is_there(self):
        text = (ROOT / "src/store/wrong.cpp").read_text(encoding="utf-8")
        keys = {"error." + name for name in re.findall(r'\{Wrong::\w+, "(\w+)"', text)}
        self.assertGreater(len(keys), 40, "the errors were not found")
        for language in LANGUAGES:
            self.assertEqual(keys, {key for key in self.texts[language] if key.startswith("error.")}, language)

    def test_no_key_is_there_that_nobody_uses(self):
        literals = {literal for _, text in sources() for literal in LITERAL.findall(text)}
        beginnings = tuple(literal for literal in literals if re.fullmatch(r"[a-z_]+(\.[a-z_]+)*\.", literal))
        notices = notice_keys()

        def used(key):
            forms = {key, re.sub(r"\.(one|other)$", "", key)}
            if key.startswith("notice.") and key not in literals:
                return key in notices
            return bool(forms & literals) or key.startswith(beginnings)

        self.assertEqual([], [key for key in self.texts["fr"] if not used(key)])

    def test_french_is_set_as_french_is(self):
        for key, text in self.texts["fr"].items():
            self.assertNotRegex(text, r"[^\u202f\u00a0][?!;»]", f"{key}: a narrow no-break space goes before ? ! ; »")
            self.assertNotRegex(text, r"[^\u202f\u00a0\d]:(?!\w)", f"{key}: a narrow no-break space goes before a colon")
            self.assertNotRegex(text, r"«[^\u202f\u00a0]", f"{key}: a narrow no-break space goes after «")
            self.assertNotIn("'", text, f"{key}: the apostrophe is ’")
            self.assertNotIn("...", text, f"{key}: the ellipsis is one character")


if __name__ == "__main__":
    unittest.main()
