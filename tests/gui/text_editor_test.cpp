#include "gui/text_editor.hpp"

#include "compat/catch.hpp"

using ronde::gui::Extend;
using ronde::gui::TextEditor;

TEST_CASE("text editor: what is typed stands at the cursor") {
    TextEditor editor("ca");
    editor.insert(U"f");
    editor.insert(U"é");
    editor.move_to(0, Extend::no);
    editor.insert(U"«");
    CHECK(editor.utf8() == "«café");
    CHECK(editor.cursor() == 1);
}

TEST_CASE("text editor: typing replaces the selection") {
    TextEditor editor("un deux trois");
    editor.select_word_at(4);
    CHECK(editor.utf8(editor.selection_begin(), editor.selection_end()) == "deux");
    editor.insert(U"2");
    CHECK(editor.utf8() == "un 2 trois");
    editor.select_all();
    editor.erase_back_to(0);
    CHECK(editor.utf8().empty());
}

TEST_CASE("text editor: undo takes back a word at a time, and redo gives it back") {
    TextEditor editor;
    for (const char32_t c : std::u32string_view(U"trois mots ici")) editor.insert({&c, 1});
    editor.undo();
    CHECK(editor.utf8() == "trois mots ");
    editor.undo();
    CHECK(editor.utf8() == "trois ");
    editor.redo();
    CHECK(editor.utf8() == "trois mots ");
    editor.insert(U"!");
    editor.redo();
    CHECK(editor.utf8() == "trois mots !");
    while (editor.can_undo()) editor.undo();
    CHECK(editor.utf8().empty());
    editor.undo();
    CHECK(editor.utf8().empty());
}

TEST_CASE("text editor: an accent typed as a mark and a family of emoji are one character each") {
    const TextEditor accent("ae\u0301b");
    CHECK(accent.before(3) == 1);
    CHECK(accent.after(1) == 3);
    const TextEditor family("x👩‍👧🏽y");
    CHECK(family.before(family.text().size() - 1) == 1);
    CHECK(family.after(1) == family.text().size() - 1);
    CHECK(family.before(0) == 0);
    CHECK(family.after(99) == family.text().size());
}

TEST_CASE("text editor: words are skipped with the white space and the signs beside them") {
    const TextEditor editor("l’école, demain");
    CHECK(editor.word_after(0) == 2);
    CHECK(editor.word_after(2) == 9);
    CHECK(editor.word_before(15) == 9);
    CHECK(editor.word_before(9) == 2);
}
