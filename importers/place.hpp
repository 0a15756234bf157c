#pragma once
#include <string>
#include <string_view>

namespace fanal::importers {

/// Where something stands in a file: the place of its document, empty when that is the whole file, and the path in it.
inline std::string placed(std::string_view place, std::string path) {
    if (place.empty()) {
        return path;
    }
    return path == "$" ? std::string(place) : std::string(place) + " " + path;
}

}  // namespace fanal::importers
