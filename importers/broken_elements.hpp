#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fanal::importers {

/// An element of a list that is no JSON.
struct BrokenElement {
    std::string path;        ///< "$.data[3]"
    std::string_view bytes;  ///< of the document
};

/// JSON with null in the place of each element that was none, so that the others keep their places.
struct MendedJson {
    std::string json;
    std::vector<BrokenElement> broken;
};

/// Mends JSON that is broken inside elements of its lists, the innermost that hold a fault. Nullopt where it is broken
/// elsewhere too, since half an object is none, or does not end. `is_sound` says whether bytes are one JSON value; a
/// value is looked at once for each list or object that it stands in, and 32 of those at most.
std::optional<MendedJson> replace_broken_elements(std::string_view json,
                                                  const std::function<bool(std::string_view)>& is_sound);

}  // namespace fanal::importers
