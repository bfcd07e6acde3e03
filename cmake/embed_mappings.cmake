# Puts every mappings/NAME.json into `target`, byte for byte, found by paceline::shipped_mappings().
function(paceline_embed_mappings target folder)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.json")
  set(table "")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND table "      {\"${name}\", R\"json(${text})json\"},\n")
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/mappings.cpp" CONTENT "// Made by cmake/embed_mappings.cmake
#include \"importer/json_import_files.h\"
namespace paceline {
const std::map<std::string, std::string>& shipped_mappings() {
  static const std::map<std::string, std::string> all{
${table}  };
  return all;
}
}  // namespace paceline
" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/generated/mappings.cpp")
endfunction()
