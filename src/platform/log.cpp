#include "platform/log.hpp"

#include <cstddef>
#include <memory>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>
#include <system_error>

namespace ronde::platform {

void start_log(const std::filesystem::path& folder) {
    constexpr std::size_t size = std::size_t{1} << 20U;
    constexpr std::size_t older = 2;
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    try {
        spdlog::set_default_logger(spdlog::rotating_logger_mt("ronde", (folder / "ronde.log").string(), size, older));
        spdlog::flush_on(spdlog::level::info);
    } catch (const spdlog::spdlog_ex&) {
        spdlog::set_default_logger(spdlog::null_logger_mt("ronde"));
    }
}

} // namespace ronde::platform
