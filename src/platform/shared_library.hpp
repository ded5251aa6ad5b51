#pragma once
// A system library that may be missing: opened while the program runs, so that Ronde starts without it.

#include <string>

namespace ronde::platform {

class SharedLibrary {
public:
    explicit SharedLibrary(const char* file);
    ~SharedLibrary();
    SharedLibrary(const SharedLibrary&) = delete;
    SharedLibrary& operator=(const SharedLibrary&) = delete;

    /// Null when the library or the function is missing.
    template <class Function>
    [[nodiscard]] Function* find(const char* name) const {
        return reinterpret_cast<Function*>(address(name)); // NOLINT: what dlsym gives
    }

private:
    [[nodiscard]] void* address(const char* name) const;
    void* m_library = nullptr;
};

} // namespace ronde::platform
