#include "platform/this_machine.hpp"

#include "platform/paths.hpp"

#include <array>
#include <pwd.h>
#include <random>
#include <unistd.h>

namespace ronde::platform {

std::uint64_t random_seed() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

store::Holder this_person(const base::Clock& clock) {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const passwd* user = ::getpwuid(::getuid()); // NOLINT(concurrency-mt-unsafe): at the start
    return {.pid = ::getpid(),
            .host = host.data(),
            .user = user != nullptr ? user->pw_name : environment_variable("USER").value_or("?"),
            .since = clock.now().wall};
}

} // namespace ronde::platform
