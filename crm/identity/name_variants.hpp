#pragma once
#include <string_view>
#include <vector>

namespace fanal::identity {

/// Whether two given names, latinised, are forms of one: "bill" and "william", "manu" and "emmanuel". Symmetric; a name
/// is no variant of itself.
bool are_variants(std::string_view name, std::string_view other);

/// Every given name known here, latinised, each once, sorted.
std::vector<std::string_view> given_names();

}  // namespace fanal::identity
