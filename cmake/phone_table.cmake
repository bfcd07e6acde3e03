# Adds the plans of telephone numbers to `target`. They are made by the scripts, which have the Node that it takes.
function(paceline_phone_table target)
  set(table "${CMAKE_SOURCE_DIR}/build/phone/phone_table.cpp")
  if(NOT EXISTS "${table}")
    message(FATAL_ERROR "There is no ${table}: scripts/build page makes it.")
  endif()
  target_sources(${target} PRIVATE "${table}")
endfunction()
