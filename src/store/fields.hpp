#pragma once
// The members of everything that a file holds, each listed once for both directions: `Fields` is a FieldWriter or a
// FieldReader. Internal to `store`. The order here is the order in the files; docs/FILE_FORMAT.md tells what each
// means.
//
// needed: written always, missing is an error   field: written always, may be missing   spare: written unless it is the
// default (or the usual value that is given)   seconds: a duration in whole seconds   extra: the members that this
// version does not know

#include "store/deed_fields.hpp"
#include "store/value_fields.hpp"
