# The language every target is written in, and what the tools around the compiler need to know.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

# Without a build type CMake would compile without optimisation and without debug symbols.
get_property(_multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(NOT _multi_config AND NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release or Debug" FORCE)
endif()

# ccache makes a second build cheap; nothing depends on it.
find_program(RONDE_CCACHE ccache)
mark_as_advanced(RONDE_CCACHE)
if(RONDE_CCACHE)
  foreach(_language C CXX)
    if(NOT CMAKE_${_language}_COMPILER_LAUNCHER)
      set(CMAKE_${_language}_COMPILER_LAUNCHER "${RONDE_CCACHE}")
    endif()
  endforeach()
endif()
