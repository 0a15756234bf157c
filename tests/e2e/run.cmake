# cmake -DNPM=... -DNODE=... -DFANAL_BINARY=... -P run.cmake: fetches what the tests need, once, checks the page's
# types, and drives the page in a real browser.
set(FOLDER "${CMAKE_CURRENT_LIST_DIR}")
include("${CMAKE_CURRENT_LIST_DIR}/../../crm/web/packages.cmake")
execute_process(COMMAND "${NODE}" "${FOLDER}/node_modules/typescript/bin/tsc" -p "${FOLDER}/../../crm/web"
  COMMAND_ERROR_IS_FATAL ANY)
set(ENV{FANAL_BINARY} "${FANAL_BINARY}")
execute_process(COMMAND "${NODE}" --test "${FOLDER}/e2e_test.mjs" COMMAND_ERROR_IS_FATAL ANY)
