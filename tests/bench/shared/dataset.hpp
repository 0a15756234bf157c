#pragma once
#include <filesystem>
#include <string>

namespace fanal::bench {

/// The whole of a file, compressed by gzip or not. Ends the program, saying why, when it cannot be opened.
std::string read_dataset(const std::filesystem::path& path);

}  // namespace fanal::bench
