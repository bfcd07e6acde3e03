# Puts every calendars/COUNTRY.csv into `target`, byte for byte, found by paceline::shipped_calendars().
function(paceline_embed_calendars target folder)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.csv")
  set(table "")
  foreach(file IN LISTS files)
    get_filename_component(country "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND table "      {\"${country}\", R\"csv(${text})csv\"},\n")
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/calendars.cpp" CONTENT "// Made by cmake/embed_calendars.cmake
#include \"calendar/shipped_calendars.h\"
namespace paceline {
const std::vector<ShippedCalendar>& shipped_calendars() {
  static const std::vector<ShippedCalendar> all{
${table}  };
  return all;
}
}  // namespace paceline
" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/generated/calendars.cpp")
endfunction()
