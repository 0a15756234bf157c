# The list of importers is derived from the folders importers/<network>/: adding a network edits nothing here.
# Each folder's importer.hpp declares `const Importer& importer();` in the namespace fanal::importers::<network>.
file(GLOB importer_headers CONFIGURE_DEPENDS
  RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/importers/*/importer.hpp")
set(registry_includes "")
set(registry_entries "")
foreach(header IN LISTS importer_headers)
  get_filename_component(folder "${header}" DIRECTORY)
  get_filename_component(network "${folder}" NAME)
  string(APPEND registry_includes "#include \"${header}\"\n")
  string(APPEND registry_entries "        &${network}::importer(),\n")
endforeach()
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/importers/registry.inc" CONTENT
"// Written by cmake/registry.cmake from the folders of importers/.
@registry_includes@
namespace fanal::importers {
const std::vector<const Importer*>& all_importers() {
    static const std::vector<const Importer*> list = {
@registry_entries@    };
    return list;
}
}  // namespace fanal::importers
" @ONLY)
