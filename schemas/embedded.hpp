#pragma once
#include <span>
#include <string_view>

namespace fanal::schemas {

/// One file of this folder, built into the binary; `name` is relative to schemas/, as in "database/0001_first.sql".
struct File {
    std::string_view name;
    std::string_view bytes;
};

/// Every embedded file, sorted by name. The bytes live as long as the program.
std::span<const File> files();

}  // namespace fanal::schemas
