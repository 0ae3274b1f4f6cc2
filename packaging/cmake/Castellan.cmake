# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every target of the project shares: language, warnings, definitions, and the two functions
# with which a room (a static library) and a test declare themselves.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CASTELLAN_CCACHE ccache)
if(CASTELLAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CASTELLAN_CCACHE})
endif()

option(CASTELLAN_WERROR "Treat warnings as errors" ON)
set(CASTELLAN_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")
option(CASTELLAN_COVERAGE "Instrument for line coverage" OFF)
option(CASTELLAN_FUZZ "Build the fuzzing entry points; needs clang" OFF)

add_library(castellan_options INTERFACE)
target_compile_options(castellan_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${CASTELLAN_WERROR}>:-Werror>
    -fstack-protector-strong -fstack-clash-protection
    $<$<CONFIG:Release>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>
    $<$<CONFIG:Debug>:-g1>)
target_link_options(castellan_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
target_compile_definitions(castellan_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CASTELLAN_VERSION="${PROJECT_VERSION}")
target_include_directories(castellan_options INTERFACE ${CMAKE_SOURCE_DIR})
if(CASTELLAN_SANITIZE)
    target_compile_options(castellan_options INTERFACE -fsanitize=${CASTELLAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(castellan_options INTERFACE -fsanitize=${CASTELLAN_SANITIZE})
endif()
if(CASTELLAN_COVERAGE)
    target_compile_options(castellan_options INTERFACE --coverage)
    target_link_options(castellan_options INTERFACE --coverage)
endif()

# castellan_room(<target> [PUBLIC libs…] [PRIVATE libs…])
# A room is one folder and one static library of all its sources.
function(castellan_room target)
    cmake_parse_arguments(ROOM "" "" "PUBLIC;PRIVATE" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    if(NOT sources)
        message(STATUS "Room ${target} has no sources yet")
        return()
    endif()
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(${target} PUBLIC castellan_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
    set_property(GLOBAL APPEND PROPERTY CASTELLAN_TRANSLATED_SOURCES ${sources})
endfunction()

# castellan_test(<name> [LABELS …] [LIBRARIES …] [RESOURCES <lock>…])
# One executable a subject, from <name>.cpp; offscreen, UTC and the C locale unless the test says otherwise.
# The target tests_<label> builds all of a label.
function(castellan_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "LABELS;LIBRARIES;ENVIRONMENT" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE castellan_options Qt6::Test ${TEST_LIBRARIES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    foreach(label ${TEST_LABELS})
        if(NOT TARGET tests_${label})
            add_custom_target(tests_${label})
        endif()
        add_dependencies(tests_${label} ${name})
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${TEST_TIMEOUT}
        LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;QT_FORCE_STDERR_LOGGING=1;${TEST_ENVIRONMENT}")
endfunction()
