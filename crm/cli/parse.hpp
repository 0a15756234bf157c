#pragma once
#include <string>
#include <vector>

#include "crm/cli/command.hpp"

namespace fanal::cli {

/// Reads what follows the program's name into `call`. The options --db, --json, --help and --version may stand before
/// or after the command's name; a database not named is FANAL_DB's, or "fanal.db". Throws bad_input with a sentence
/// that says what would have been right.
void parse(const std::vector<std::string>& words, Call& call);

}  // namespace fanal::cli
