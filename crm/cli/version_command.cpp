#include <ostream>

#include "crm/cli/commands.hpp"

namespace fanal::cli {

// The same as project(fanal VERSION …) in CMakeLists.txt; a test compares the two.
constexpr std::string_view version = "0.1.0";

Help version_help() {
    return {"Prints the version of this binary.", {}, {"fanal version"}};
}

int print_version(const Call& call) {
    if (call.json) {
        call.terminal.out << "{\"version\":\"" << version << "\"}\n";
    } else {
        call.terminal.out << "fanal " << version << "\n";
    }
    return 0;
}

}  // namespace fanal::cli
