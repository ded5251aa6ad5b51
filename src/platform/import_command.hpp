#pragma once
// `ronde import PEOPLE.csv --into FILE`: takes a people's list into a café, through the same door as the windows: the
// lock, one action in the journal, the session file. Says what it understood and each line that it could not take.

#include "app/id_source.hpp"
#include "base/clock.hpp"
#include "platform/commands.hpp"
#include "store/cafe_file.hpp"

namespace CLI {
class App;
}

namespace ronde::platform {

/// What a command that changes a café needs besides the disk.
struct CafePorts {
    CommandPorts files;
    const base::Clock& clock;
    app::IdSource& ids;
    store::Holder who{};
};

/// Adds the command and its options, which fill `run`.
void add_import_command(CLI::App& app, ImportRun& run);

/// 0: taken, though perhaps not every line; 1: nothing could be taken, the café is a later version's, or something of
/// it is lost; 3: the café cannot be written.
int run(const ImportRun& command, const CafePorts& ports);

} // namespace ronde::platform
