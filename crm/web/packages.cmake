# cmake -DNPM=... -DFOLDER=... -P packages.cmake: brings FOLDER/node_modules to what FOLDER/package-lock.json says, and
# does nothing when it is there already.
file(SHA256 "${FOLDER}/package-lock.json" wanted)
set(stamp "${FOLDER}/node_modules/.installed_lock")
# Two build folders may come here at once; they share the source folder.
file(MAKE_DIRECTORY "${FOLDER}/.cache")
file(LOCK "${FOLDER}/.cache/packages.lock" TIMEOUT 300)
if(EXISTS "${stamp}")
  file(READ "${stamp}" installed)
  if(installed STREQUAL wanted)
    return()
  endif()
endif()
message(STATUS "Fetching the packages of ${FOLDER}")
execute_process(COMMAND "${NPM}" ci --no-audit --no-fund --loglevel=error WORKING_DIRECTORY "${FOLDER}"
  RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
if(failed)
  message(FATAL_ERROR "npm could not fetch the packages of ${FOLDER}/package-lock.json:\n${said}")
endif()
file(WRITE "${stamp}" "${wanted}")
