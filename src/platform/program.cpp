#include "platform/program.hpp"

#include "platform/commands.hpp"
#include "platform/import_command.hpp"
#include "platform/log.hpp"
#include "platform/machine_clock.hpp"
#include "platform/options.hpp"
#include "platform/paths.hpp"
#include "platform/plan_command.hpp"
#include "platform/shell.hpp"
#include "platform/this_machine.hpp"
#include "platform/written_places.hpp"

#include <csignal>
#include <fcntl.h>
#include <iostream>
#include <spdlog/spdlog.h>
#include <variant>

namespace ronde::platform {

namespace {

int run(const Said& said) {
    std::cout << said.out;
    std::cerr << said.error;
    return said.exit_code;
}

int run(const WindowsRun& options) {
    ShellSetup setup{.options = options, .folders = person_folders(environment_variable)};
    if (options.sessions) setup.folders.sessions = *options.sessions;
    start_log(setup.folders.state);
    if (const auto prepared = prepare_written_places(options); !prepared) return say(prepared.error(), std::cerr);
    const auto assets = assets_folder(this_program());
    if (!assets)
        return say({.fault = base::Fault::environment,
                    .message = "the program's own files are missing (share/ronde beside the folder of the program); "
                               "install Ronde again"},
                   std::cerr);
    setup.assets = *assets;
    Shell shell(std::move(setup));
    if (const auto opened = shell.open(); !opened) {
        spdlog::error("{}", opened.error().text());
        return say(opened.error(), std::cerr);
    }
    return shell.run();
}

int run(const ImportRun& command) {
    const MachineClock clock(1);
    app::IdSource ids(random_seed());
    return run(command, CafePorts{{store::real_disk(), std::cout, std::cerr}, clock, ids, this_person(clock)});
}

/// Of those that are closed, the next file that is opened would take the number, and what is printed would go into it.
void take_up_standard_files() {
    for (int file = 0; file <= 2; ++file)
        if (::fcntl(file, F_GETFD) < 0) ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

int run_program(int argc, const char* const* argv, const char* version) {
    take_up_standard_files();
    ::signal(SIGXFSZ, SIG_IGN); // a file that may grow no longer is an error of writing like others
    const Run wish = read_command_line(argc, argv, version);
    const MachineClock clock(1);
    const CommandPorts ports{store::real_disk(), std::cout, std::cerr, clock.now().wall, this_person(clock)};
    const int code = std::visit(
        [&ports](const auto& command) {
            if constexpr (requires { run(command, ports); })
                return run(command, ports);
            else
                return run(command);
        },
        wish);
    return printed(code, ports);
}

} // namespace ronde::platform
