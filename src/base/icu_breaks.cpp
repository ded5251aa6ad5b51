#include "base/icu_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <mutex>

namespace ronde::base {

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

/// One thread at a time: what ICU loads for its first iterators is shared by all of them. Once a thread and kind, the
/// wait is nothing.
Iterator make(BreakKind kind) {
    static std::mutex making;
    const std::lock_guard lock(making);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale& root = icu::Locale::getRoot();
    Iterator made;
    switch (kind) {
    case BreakKind::grapheme: made.reset(icu::BreakIterator::createCharacterInstance(root, status)); break;
    case BreakKind::word: made.reset(icu::BreakIterator::createWordInstance(root, status)); break;
    case BreakKind::line: made.reset(icu::BreakIterator::createLineInstance(root, status)); break;
    case BreakKind::sentence: made.reset(icu::BreakIterator::createSentenceInstance(root, status)); break;
    }
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

/// This thread's iterator of a kind, null when ICU has no data.
icu::BreakIterator* iterator(BreakKind kind) {
    thread_local const Iterator graphemes = make(BreakKind::grapheme);
    thread_local const Iterator words = make(BreakKind::word);
    thread_local const Iterator line_ends = make(BreakKind::line);
    thread_local const Iterator sentences = make(BreakKind::sentence);
    switch (kind) {
    case BreakKind::grapheme: return graphemes.get();
    case BreakKind::word: return words.get();
    case BreakKind::line: return line_ends.get();
    case BreakKind::sentence: return sentences.get();
    }
    return nullptr;
}

} // namespace

Breaks::Breaks(BreakKind kind, std::string_view text) : m_kind(kind), m_size(text.size()) {
    auto* const breaks = iterator(kind);
    if (breaks == nullptr) return;
    UErrorCode status = U_ZERO_ERROR;
    UText utf8 = UTEXT_INITIALIZER;
    utext_openUTF8(&utf8, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks->setText(&utf8, status); // keeps a shallow copy, which points to the text
    utext_close(&utf8);
}

void Breaks::append_all(std::vector<std::size_t>& out) const {
    if (auto* const breaks = iterator(m_kind)) {
        breaks->first();
        for (auto at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
            out.push_back(static_cast<std::size_t>(at));
    } else {
        out.push_back(m_size);
    }
}

std::size_t Breaks::last_until(std::size_t offset) const {
    auto* const breaks = iterator(m_kind);
    if (breaks == nullptr) return offset == m_size ? offset : 0;
    const auto at = static_cast<std::int32_t>(offset);
    if (breaks->isBoundary(at)) return offset;
    const auto before = breaks->preceding(at);
    return before == icu::BreakIterator::DONE ? 0 : static_cast<std::size_t>(before);
}

} // namespace ronde::base
