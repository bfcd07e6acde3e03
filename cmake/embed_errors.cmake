# Puts docs/api/errors.md into `target`: what a code means, paceline::cli::meaning_of().
function(paceline_embed_errors target file)
  file(READ "${file}" text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/errors.cpp" CONTENT "// Made by cmake/embed_errors.cmake
#include \"cli/meaning.h\"
namespace paceline::cli {
std::string_view errors_document() {
  return R\"md(${text})md\";
}
}  // namespace paceline::cli
" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/generated/errors.cpp")
endfunction()
