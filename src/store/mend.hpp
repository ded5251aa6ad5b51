#pragma once
// Makes what was read from a damaged or edited session file hold together: ids that point nowhere, lengths out of
// range. Internal to `store`. Reports each change with its place; a file that we wrote passes without one.

#include "cafe/session.hpp"
#include "store/field_reader.hpp"

namespace ronde::store {

/// `root` is the object from which `session` was read.
void mend(cafe::Session& session, const Value& root, Reading& reading);

} // namespace ronde::store
