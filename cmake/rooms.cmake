# ronde_room(NAME [DEPENDS room...] [USES dep::target...])
#
# One room of the house: the sources below src/NAME become the static library ronde_NAME, alias ronde::NAME.
# A room that has only headers so far becomes an INTERFACE library. Which header a room may include is
# checked by tests/house/rooms_test.py; the linker alone would not notice. The headers are a set that CMake
# compiles one by one on demand (target all_verify_interface_header_sets): each must stand on its own.
function(ronde_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "DEPENDS;USES")
  set(target "ronde_${name}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  list(REMOVE_ITEM sources "${CMAKE_CURRENT_SOURCE_DIR}/${name}/main.cpp")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.hpp")
  list(TRANSFORM room_DEPENDS PREPEND "ronde::")

  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target}
      PUBLIC ${room_DEPENDS} ${room_USES} ronde_instrumentation
      PRIVATE ronde_warnings)
    target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${CMAKE_CURRENT_SOURCE_DIR}" FILES ${headers})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${room_DEPENDS} ${room_USES} ronde_instrumentation)
    target_include_directories(${target} INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}")
    target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS "${CMAKE_CURRENT_SOURCE_DIR}" FILES ${headers})
  endif()
  add_library(ronde::${name} ALIAS ${target})
endfunction()
