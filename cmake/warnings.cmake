# What the compilers are asked to complain about. Linked by every target of ours, never by generated code.
add_library(ronde_warnings INTERFACE)
target_compile_options(ronde_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${RONDE_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 13 and 14, and GCC 12 with its sanitizers, take members of a large aggregate with optionals for uninitialised when
# its constructor is inlined. GCC 12 by itself, clang and the sanitizers' own checks go on looking.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND (RONDE_SANITIZE OR CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13))
  target_compile_options(ronde_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
