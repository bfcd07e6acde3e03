# Puts every templates/NAME.json into `target`, byte for byte, found by paceline::api::shipped_templates().
function(paceline_embed_templates target folder)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.json")
  set(table "")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND table "      {\"${name}\", R\"json(${text})json\"},\n")
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/templates.cpp" CONTENT "// Made by cmake/embed_templates.cmake
#include \"api/shipped_templates.h\"
namespace paceline::api {
const std::vector<ShippedTemplate>& shipped_templates() {
  static const std::vector<ShippedTemplate> all{
${table}  };
  return all;
}
}  // namespace paceline::api
" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/generated/templates.cpp")
endfunction()
