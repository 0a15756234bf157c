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

# So is the list of the forms that tables come in, from the headers importers/tables/forms/<form>.hpp, each of which
# declares `const Form& form();` in the namespace fanal::importers::<form>.
file(GLOB form_headers CONFIGURE_DEPENDS
  RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/importers/tables/forms/*.hpp")
set(form_includes "")
set(form_entries "")
foreach(header IN LISTS form_headers)
  get_filename_component(form "${header}" NAME_WE)
  string(APPEND form_includes "#include \"${header}\"\n")
  string(APPEND form_entries "        &${form}::form(),\n")
endforeach()
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/importers/tables/forms.inc" CONTENT
"// Written by cmake/registry.cmake from the folder importers/tables/forms.
@form_includes@
namespace fanal::importers {
const std::vector<const Form*>& all_forms() {
    static const std::vector<const Form*> list = {
@form_entries@    };
    return list;
}
}  // namespace fanal::importers
" @ONLY)
