# fanal_embed(TARGET NAMESPACE HEADER ROOT FILES...): puts each file, as it stands, into TARGET's binary by .incbin, and
# defines
# `std::span<const fanal::NAMESPACE::File> fanal::NAMESPACE::files()` whose names are relative to ROOT.
# The declaring header, which the room keeps by hand, is <room>/embedded.hpp.
function(fanal_embed target namespace header root)
  set(assembly ".section .rodata\n")
  set(externs "")
  set(entries "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH name "${root}" "${file}")
    set(symbol "fanal_${namespace}_${index}")
    string(APPEND assembly ".global ${symbol}_begin\n.global ${symbol}_end\n.balign 16\n"
      "${symbol}_begin:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}_begin[], ${symbol}_end[];\n")
    string(APPEND entries
      "        {\"${name}\", {${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  set(out "${PROJECT_BINARY_DIR}/generated/embedded_${namespace}")
  file(CONFIGURE OUTPUT "${out}.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${out}.cpp" CONTENT "#include \"${header}\"
${externs}
namespace fanal::${namespace} {
std::span<const File> files() {
    static const File list[] = {
${entries}    };
    return list;
}
}  // namespace fanal::${namespace}
" @ONLY)
  set_source_files_properties("${out}.S" PROPERTIES OBJECT_DEPENDS "${ARGN}")
  target_sources(${target} PRIVATE "${out}.S" "${out}.cpp")
endfunction()
