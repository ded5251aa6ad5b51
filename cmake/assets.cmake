# The program looks for its assets in ../share/ronde beside its own folder, installed or not:
# the build tree has the same shape as the installed one, with links instead of copies.
include(GNUInstallDirs)
set(RONDE_BUILD_BINDIR "${PROJECT_BINARY_DIR}/bin")
set(RONDE_BUILD_DATADIR "${PROJECT_BINARY_DIR}/share/ronde")

file(GLOB _assets LIST_DIRECTORIES true CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/*")
if(EXISTS "${PROJECT_SOURCE_DIR}/sessions")
  list(APPEND _assets "${PROJECT_SOURCE_DIR}/sessions")
endif()

file(MAKE_DIRECTORY "${RONDE_BUILD_DATADIR}")
foreach(_asset IN LISTS _assets)
  cmake_path(GET _asset FILENAME _name)
  file(CREATE_LINK "${_asset}" "${RONDE_BUILD_DATADIR}/${_name}" SYMBOLIC)
  if(IS_DIRECTORY "${_asset}")
    install(DIRECTORY "${_asset}" DESTINATION "${CMAKE_INSTALL_DATADIR}/ronde"
            PATTERN "*.journal.jsonl" EXCLUDE PATTERN ".*" EXCLUDE)
  else()
    install(FILES "${_asset}" DESTINATION "${CMAKE_INSTALL_DATADIR}/ronde")
  endif()
endforeach()

# For the desktop's menu.
install(FILES "${PROJECT_SOURCE_DIR}/assets/icons/ronde.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${PROJECT_SOURCE_DIR}/assets/icons/ronde.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
