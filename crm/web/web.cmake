# The room of the browser's page: its files are bundled by esbuild, compressed, and put into the library as they stand.
# Without WEB the binary holds one page, which says that there is none. Without network nothing here stops, once the
# packages of package-lock.json have been fetched.
fanal_room(crm/web)

set(web_source "${PROJECT_SOURCE_DIR}/crm/web")
set(web_output "${PROJECT_BINARY_DIR}/web")
if(WEB)
  find_program(NODE node)
  find_program(NPM npm)
  if(NOT NODE OR NOT NPM)
    message(FATAL_ERROR
      "The browser's page needs Node.js 18 or later and npm: install them, or configure with -DWEB=OFF.")
  endif()
  set(web_names index.html app.js app.css favicon.svg)
  file(GLOB web_inputs CONFIGURE_DEPENDS "${web_source}/page/*" "${web_source}/package*.json" "${web_source}/*.mjs")
  set(web_build
    COMMAND "${CMAKE_COMMAND}" "-DNPM=${NPM}" "-DFOLDER=${web_source}" -P "${web_source}/packages.cmake"
    COMMAND "${NODE}" "${web_source}/build.mjs" "${web_output}/plain")
else()
  set(web_names index.html)
  set(web_inputs "${web_source}/no_page.html")
  set(web_build COMMAND "${CMAKE_COMMAND}" -E copy "${web_source}/no_page.html" "${web_output}/plain/index.html")
endif()

# gzip -n leaves name and time out: equal files give equal bytes.
set(web_compress "")
set(web_files "")
foreach(name IN LISTS web_names)
  list(APPEND web_compress
    COMMAND "${CMAKE_COMMAND}" -E copy "${web_output}/plain/${name}" "${web_output}/packed/${name}"
    COMMAND gzip -n -9 -f "${web_output}/packed/${name}"
    COMMAND "${CMAKE_COMMAND}" -E rename "${web_output}/packed/${name}.gz" "${web_output}/packed/${name}")
  list(APPEND web_files "${web_output}/packed/${name}")
endforeach()
add_custom_command(OUTPUT ${web_files}
  DEPENDS ${web_inputs} "${CMAKE_CURRENT_LIST_FILE}" "${web_source}/packages.cmake"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${web_output}/plain" "${web_output}/packed"
  ${web_build} ${web_compress}
  COMMENT "Building the browser's page" VERBATIM)
add_custom_target(web_page DEPENDS ${web_files})

fanal_embed(fanal_crm_web web "crm/web/embedded.hpp" "${web_output}/packed" ${web_files})
add_dependencies(fanal_crm_web web_page)

if(WEB AND TESTS)
  add_test(NAME crm/web COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/tests/crm/web/run.mjs")
  add_test(NAME e2e COMMAND "${CMAKE_COMMAND}" "-DNPM=${NPM}" "-DNODE=${NODE}" "-DFANAL_BINARY=$<TARGET_FILE:fanal>"
    -P "${PROJECT_SOURCE_DIR}/tests/e2e/run.cmake")
  set_tests_properties(e2e PROPERTIES TIMEOUT 900 RUN_SERIAL TRUE)
endif()
