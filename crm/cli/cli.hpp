#pragma once
#include <string>
#include <vector>

#include "crm/cli/command.hpp"

namespace fanal::cli {

/// Runs one command line, given without the program's name, and gives the exit code: 0, that of crm/app/outcome.hpp for
/// a failure, 130 after Ctrl-C. Throws nothing. A failure is one sentence on `err`, and with --json an object on `out`
/// too.
int run(const std::vector<std::string>& words, const Terminal& terminal, Clock clock);

}  // namespace fanal::cli
