#pragma once
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/importers/collected.hpp"

// What the tests that walk every network's fixtures share: the list of them, from the folders of tests/fixtures/.
namespace fanal::importers {

struct Fixture {
    std::string network;
    std::filesystem::path path;
};

/// One network's fixtures whose names begin with `prefix`, in name order.
inline std::vector<Fixture> fixtures_of(std::string_view network, std::string_view prefix) {
    std::vector<Fixture> found;
    const std::filesystem::path folder = std::filesystem::path(FANAL_ROOT) / "tests/fixtures" / network;
    if (!std::filesystem::exists(folder)) {
        return found;  // said once, by the test that wants some of every network
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(".json") && !name.ends_with(".expected.json")) {
            found.push_back({std::string(network), entry.path()});
        }
    }
    std::sort(found.begin(), found.end(), [](const Fixture& a, const Fixture& b) { return a.path < b.path; });
    return found;
}

/// Every network's, network by network.
inline std::vector<Fixture> fixtures(std::string_view prefix) {
    std::vector<Fixture> all;
    for (const Importer* importer : all_importers()) {
        const std::vector<Fixture> of_one = fixtures_of(importer->network, prefix);
        all.insert(all.end(), of_one.begin(), of_one.end());
    }
    return all;
}

}  // namespace fanal::importers
