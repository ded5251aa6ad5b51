#pragma once
// What a function that can fail for an expected reason returns: its value, or an Error that a facilitator understands.
// Used by every room. Never carries a programmer's bug: that is an assertion.

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace ronde::base {

/// Whose fault it is; the command line turns it into the exit code 1 or 3.
enum class Fault {
    input,       ///< what was given is bad: a file's content, an option's value
    environment, ///< the machine refused: a disk, a permission, a port
};

/// What an error's sentence is made of, for those who say it in another language: `error.KEY` in assets/locales.
struct Cause {
    std::string key{};                                         ///< empty: the message is all there is
    std::vector<std::pair<std::string, std::string>> values{}; ///< what fills the sentence's {names}

    friend bool operator==(const Cause&, const Cause&) = default;
};

/// What happened, where, and what the person can do. `line` and `column` count from 1; 0 means "not known".
struct Error {
    Fault fault = Fault::input;
    std::string message; ///< one sentence in English, no final newline; for logs and the command line
    std::string file{};
    int line = 0;
    int column = 0;
    Cause cause{}; ///< the message for the windows

    /// `FILE:LINE:COLUMN`, without the parts that are not known.
    [[nodiscard]] std::string place() const {
        std::string out = file;
        if (!file.empty() && line > 0) {
            out += ':' + std::to_string(line);
            if (column > 0) out += ':' + std::to_string(column);
        }
        return out;
    }

    /// `FILE:LINE: message`, without the parts that are not known.
    [[nodiscard]] std::string text() const {
        const std::string at = place();
        return at.empty() ? message : at + ": " + message;
    }

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// An input error, ready to be returned from a function that gives any Result.
[[nodiscard]] inline tl::unexpected<Error> bad_input(std::string message) {
    return tl::unexpected<Error>(Error{.fault = Fault::input, .message = std::move(message)});
}

/// An environment error, ready to be returned from a function that gives any Result.
[[nodiscard]] inline tl::unexpected<Error> environment_failed(std::string message) {
    return tl::unexpected<Error>(Error{.fault = Fault::environment, .message = std::move(message)});
}

} // namespace ronde::base
