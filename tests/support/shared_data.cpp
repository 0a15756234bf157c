#include "tests/support/shared_data.hpp"

#include <zlib.h>

#include <stdexcept>

namespace fanal::test {

std::optional<std::filesystem::path> shared_data(std::string_view name) {
    const std::filesystem::path path = std::filesystem::path(FANAL_ROOT) / ".." / "shared" / "data" / name;
    std::error_code error;
    return std::filesystem::exists(path, error) ? std::optional(path) : std::nullopt;
}

std::string read_gzip(const std::filesystem::path& path) {
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) {
        throw std::runtime_error("cannot open " + path.string());
    }
    std::string bytes;
    char buffer[1 << 16];
    for (int count = gzread(file, buffer, sizeof buffer); count > 0; count = gzread(file, buffer, sizeof buffer)) {
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
    gzclose(file);
    return bytes;
}

}  // namespace fanal::test
