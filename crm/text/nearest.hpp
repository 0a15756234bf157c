#pragma once
#include <span>
#include <string_view>

namespace fanal::text {

/// The one of `candidates` that is most like `typed`: at most one slip for every three letters; empty when none is.
std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates);

}  // namespace fanal::text
