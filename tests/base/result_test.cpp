#include "base/result.hpp"

#include "compat/catch.hpp"

using ronde::base::Error;

TEST_CASE("result: an error names the file, the line and the column that are known, and only those") {
    CHECK(Error{.message = "m"}.text() == "m");
    CHECK(Error{.message = "m", .file = "f"}.text() == "f: m");
    CHECK(Error{.message = "m", .file = "f", .line = 3}.text() == "f:3: m");
    CHECK(Error{.message = "m", .file = "f", .line = 3, .column = 7}.text() == "f:3:7: m");
    CHECK(Error{.message = "m", .file = "f", .column = 7}.text() == "f: m");
}
