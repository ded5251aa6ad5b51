#pragma once
// What a group of texts is about, in its own words. Used by clusters.cpp. Any thread.

#include "words/clusters.hpp"
#include "words/corpus.hpp"

namespace ronde::words {

/// Fills the title and the reason of a theme whose members are given.
///
/// A word tells of a theme when many members hold it and few others do: words are ranked by Dunning's log-likelihood
/// ratio ("Accurate methods for the statistics of surprise and coincidence", 1993) of holding it inside against
/// outside. The first word always stands, the second when two members share it, two more when two fifths do. Two
/// telling words that stand side by side in most of the members that hold them are shown as the phrase they make, with
/// what stands between them.
void tell(const Corpus& corpus, Theme& theme);

} // namespace ronde::words
