#pragma once
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace fanal::app {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// For reading; null when it cannot be.
File open_file(const std::filesystem::path& path);

/// Tells a content from another: the size and a hash of the first bytes. Leaves the file at its beginning; empty for
/// null.
std::string fingerprint_of(std::FILE* file, std::int64_t size);
/// The same of what stands at `path`; empty when it is no file that can be read.
std::string fingerprint_of(const std::filesystem::path& path);

}  // namespace fanal::app
