# Puts the built web page into the program: every file of `folder`, byte for byte, with its path, found by
# paceline::http::embedded_assets(). An absent folder gives a program without a page, which says so when asked for one.
function(paceline_embed_assets target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*")
  set(assembly ".section .rodata\n")
  set(table "")
  set(index 0)
  foreach(file IN LISTS files)
    string(APPEND assembly "asset_${index}: .incbin \"${folder}/${file}\"\nasset_end_${index}:\n"
                           ".global asset_${index}\n.global asset_end_${index}\n")
    string(APPEND declarations "extern const char asset_${index}[], asset_end_${index}[];\n")
    string(APPEND table "      {\"/${file}\", {asset_${index}, asset_end_${index}}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/assets.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/assets.cpp" CONTENT "// Made by cmake/embed_assets.cmake
#include \"http/embedded_assets.h\"
extern \"C\" {
${declarations}}
namespace paceline::http {
const std::vector<EmbeddedAsset>& embedded_assets() {
  static const std::vector<EmbeddedAsset> all{
${table}  };
  return all;
}
}  // namespace paceline::http
" @ONLY)
  list(TRANSFORM files PREPEND "${folder}/")
  set_source_files_properties("${CMAKE_BINARY_DIR}/generated/assets.S" PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/generated/assets.S" "${CMAKE_BINARY_DIR}/generated/assets.cpp")
endfunction()
