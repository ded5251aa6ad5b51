# Sanitizers and fuzzing coverage, for every target of ours including generated code: a program of which
# only half is instrumented gives false alarms.
add_library(ronde_instrumentation INTERFACE)
if(RONDE_SANITIZE)
  target_compile_options(ronde_instrumentation INTERFACE
    -fsanitize=${RONDE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(ronde_instrumentation INTERFACE -fsanitize=${RONDE_SANITIZE})
endif()
if(RONDE_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "RONDE_FUZZ needs clang, which brings libFuzzer: configure with the preset `asan`.")
  endif()
  target_compile_options(ronde_instrumentation INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Linked last by the tests' own files: they are watched for addresses and threads, not for undefined behaviour, and not
# optimised, of which their many assertions would make the compiler check and improve the most.
add_library(ronde_light_instrumentation INTERFACE)
if(RONDE_SANITIZE MATCHES "undefined")
  target_compile_options(ronde_light_instrumentation INTERFACE -fno-sanitize=undefined)
endif()
if(RONDE_SANITIZE)
  target_compile_options(ronde_light_instrumentation INTERFACE -O0)
endif()
