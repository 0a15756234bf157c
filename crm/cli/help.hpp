#pragma once
#include <string>

#include "crm/cli/command.hpp"

namespace fanal::cli {

/// What Fanal is and every command, a line each.
std::string overview(const Terminal& terminal);

/// How to call one command: what it does, a line an option, examples.
std::string help_of(const Terminal& terminal, const Command& command);

}  // namespace fanal::cli
