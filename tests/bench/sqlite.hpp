#pragma once
// The yardstick: a table of ideas in SQLite, with one prepared statement for each thing done to a row.
// One thread. Failures throw.

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

namespace ronde::bench {

class Sqlite {
public:
    /// `:memory:`, or a file that is made with a write-ahead log and a sync at each commit.
    explicit Sqlite(const std::string& path) {
        sqlite3* opened = nullptr;
        const int code = sqlite3_open(path.c_str(), &opened);
        m_base.reset(opened);
        check(code);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE ideas (id TEXT PRIMARY KEY, text TEXT, kind INTEGER, place TEXT, at INTEGER)");
        m_insert = prepare("INSERT INTO ideas VALUES (?1, ?2, ?3, ?4, ?5)");
        m_edit = prepare("UPDATE ideas SET text = ?2 WHERE id = ?1");
        m_delete = prepare("DELETE FROM ideas WHERE id = ?1");
        m_read = prepare("SELECT id, text, kind, place, at FROM ideas ORDER BY rowid");
    }

    void run(const char* sql) { check(sqlite3_exec(m_base.get(), sql, nullptr, nullptr, nullptr)); }

    void insert(const std::string& id, const std::string& text, int kind, const std::string& place, sqlite3_int64 at) {
        bind(m_insert, {&id, &text});
        check(sqlite3_bind_int(m_insert.get(), 3, kind));
        check(sqlite3_bind_text(m_insert.get(), 4, place.data(), static_cast<int>(place.size()), SQLITE_STATIC));
        check(sqlite3_bind_int64(m_insert.get(), 5, at));
        step(m_insert);
    }
    void edit(const std::string& id, const std::string& text) {
        bind(m_edit, {&id, &text});
        step(m_edit);
    }
    void remove(const std::string& id) {
        bind(m_delete, {&id});
        step(m_delete);
    }

    /// Reads every row; the number of bytes of all texts.
    [[nodiscard]] std::size_t read_all() {
        std::size_t bytes = 0;
        while (sqlite3_step(m_read.get()) == SQLITE_ROW) {
            const std::string text(reinterpret_cast<const char*>(sqlite3_column_text(m_read.get(), 1)),
                                   static_cast<std::size_t>(sqlite3_column_bytes(m_read.get(), 1)));
            bytes += text.size();
        }
        sqlite3_reset(m_read.get());
        return bytes;
    }

private:
    struct Close {
        void operator()(sqlite3* base) const { sqlite3_close(base); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    void check(int code) const {
        if (code != SQLITE_OK) throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(m_base.get()));
    }
    Statement prepare(const char* sql) const {
        sqlite3_stmt* made = nullptr;
        check(sqlite3_prepare_v2(m_base.get(), sql, -1, &made, nullptr));
        return Statement(made);
    }
    /// The texts must last until the statement has run.
    void bind(const Statement& statement, std::initializer_list<const std::string*> texts) const {
        int place = 0;
        for (const std::string* text : texts)
            check(sqlite3_bind_text(statement.get(), ++place, text->data(), static_cast<int>(text->size()),
                                    SQLITE_STATIC));
    }
    void step(const Statement& statement) const {
        const int code = sqlite3_step(statement.get());
        check(code == SQLITE_DONE ? SQLITE_OK : code);
        check(sqlite3_reset(statement.get()));
    }

    std::unique_ptr<sqlite3, Close> m_base{};
    Statement m_insert{};
    Statement m_edit{};
    Statement m_delete{};
    Statement m_read{};
};

} // namespace ronde::bench
