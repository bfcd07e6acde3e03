# One static library for each folder of src/, one way of making programs, one place for flags.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(paceline_flags INTERFACE)
target_include_directories(paceline_flags INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(paceline_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees uninitialised members in moved std::optional and std::variant that clang and the sanitizers do not.
  target_compile_options(paceline_flags INTERFACE -Wno-maybe-uninitialized)
endif()
# A program names only the shared libraries that it calls: not Clp, while only the door for vectors plans a mix.
target_link_options(paceline_flags INTERFACE -Wl,--as-needed)
target_compile_definitions(paceline_flags INTERFACE PACELINE_VERSION="${PROJECT_VERSION}" BOOST_ALLOW_DEPRECATED_HEADERS)

find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(paceline_flags INTERFACE -fuse-ld=mold)
endif()

# paceline_library(name dependency...): all of src/name/**.cpp but the programs' own main files.
function(paceline_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${name}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(NOT sources)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE paceline_flags ${ARGN})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC paceline_flags ${ARGN})
endfunction()

# Folders whose files read the same heavy headers (forms, JSON, the ports) are compiled eight files at a time: less than
# half of the time for a whole build. So the names of unnamed namespaces are unique in such a folder. Not in the dev
# preset, where one file is built again and again.
option(PACELINE_TOGETHER "Compile files of a folder together" ON)
function(paceline_together)
  set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ${PACELINE_TOGETHER} UNITY_BUILD_BATCH_SIZE 8)
  paceline_unoptimised(${ARGN})
endfunction()

# Where the compiler's time is worth more than the program's: test programs that mostly wait for a database, and under a
# sanitizer the folders with the heavy headers too. Half of the time of their compilation.
function(paceline_unoptimised)
  foreach(name ${ARGN})
    if(name MATCHES "_test$" OR CMAKE_BUILD_TYPE STREQUAL "Debug")
      target_compile_options(${name} PRIVATE -O0)
    endif()
  endforeach()
endfunction()

function(paceline_program name main)
  add_executable(${name} ${main})
  target_link_libraries(${name} PRIVATE ${ARGN})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
endfunction()

# paceline_test(name dependency...): all of tests/name/*.cpp as one GoogleTest program, one ctest line.
function(paceline_test name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${name}/*.cpp")
  add_executable(${name}_test ${sources})
  target_include_directories(${name}_test PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(${name}_test PRIVATE PACELINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                  PACELINE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(${name}_test PRIVATE ${ARGN} GTest::gtest GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name}_test --gtest_brief=1)
endfunction()
