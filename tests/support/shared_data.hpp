#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fanal::test {

/// A file or folder of the datasets that stand beside a checkout; nullopt where they are not, and tests then skip,
/// saying so.
std::optional<std::filesystem::path> shared_data(std::string_view name);

/// The whole of a gzip-compressed file.
std::string read_gzip(const std::filesystem::path& path);

}  // namespace fanal::test

/// Skips the test with a plain sentence where a dataset is not there; otherwise `place` is its path.
#define FANAL_NEEDS_SHARED_DATA(place, name)                                                         \
    const auto place##_found = fanal::test::shared_data(name);                                       \
    if (!place##_found) {                                                                            \
        GTEST_SKIP() << "The dataset " << (name) << " is not beside this checkout: nothing tested."; \
    }                                                                                                \
    const auto& place = *place##_found
