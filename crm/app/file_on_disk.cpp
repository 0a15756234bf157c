#include "crm/app/file_on_disk.hpp"

#include "models/ids.hpp"

namespace fanal::app {
namespace {

constexpr std::size_t fingerprint_bytes = 64U << 10;

}  // namespace

File open_file(const std::filesystem::path& path) {
    return File(std::fopen(path.c_str(), "rb"));
}

std::string fingerprint_of(std::FILE* file, std::int64_t size) {
    if (file == nullptr) {
        return {};
    }
    std::string start(fingerprint_bytes, '\0');
    start.resize(std::fread(start.data(), 1, start.size(), file));
    std::rewind(file);
    return std::to_string(size) + "-" + std::to_string(siphash(1, 2, start));
}

std::string fingerprint_of(const std::filesystem::path& path) {
    std::error_code problem;
    if (!std::filesystem::is_regular_file(path, problem)) {
        return {};
    }
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path, problem));
    const File file = problem ? nullptr : open_file(path);
    return fingerprint_of(file.get(), size);
}

}  // namespace fanal::app
