#include "platform/shared_library.hpp"

#include <dlfcn.h>

namespace ronde::platform {

SharedLibrary::SharedLibrary(const char* file) : m_library(::dlopen(file, RTLD_NOW | RTLD_LOCAL)) {}

SharedLibrary::~SharedLibrary() {
    if (m_library != nullptr) ::dlclose(m_library);
}

void* SharedLibrary::address(const char* name) const {
    return m_library == nullptr ? nullptr : ::dlsym(m_library, name);
}

} // namespace ronde::platform
