# Everything a person may choose when configuring. The presets set these; see CMakePresets.json.
option(RONDE_TESTS "Build the tests, the fuzzers and the benchmarks" ON)
option(RONDE_WARNINGS_AS_ERRORS "Refuse code that the compiler warns about" ON)
option(RONDE_FUZZ "Build the fuzzers with libFuzzer (clang only); otherwise they replay their corpus" OFF)
set(RONDE_SANITIZE "" CACHE STRING "Sanitizers for every target, separated by commas, e.g. address,undefined")
