// ronde: opens the windows, or runs a command. Everything else is in the room's library.

#include "platform/program.hpp"

int main(int argc, char** argv) {
    return ronde::platform::run_program(argc, argv, RONDE_VERSION);
}
