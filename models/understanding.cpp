#include "models/understanding.hpp"

#include <cmath>

namespace fanal {
namespace {

constexpr float steps = 200;

}  // namespace

std::string packed(const Understanding& understanding) {
    if (understanding == Understanding{}) {
        return {};
    }
    std::string bytes;
    for (const auto& [name, field] : understanding_fields) {
        const float value = std::clamp(understanding.*field, 0.0F, 1.0F);
        bytes += static_cast<char>(static_cast<unsigned char>(std::lround(value * steps)));
    }
    return bytes;
}

Understanding unpacked_understanding(std::string_view bytes) {
    Understanding understanding;
    for (std::size_t i = 0; i < std::min(bytes.size(), understanding_fields.size()); ++i) {
        const auto value = static_cast<float>(static_cast<unsigned char>(bytes[i])) / steps;
        understanding.*understanding_fields[i].second = std::min(value, 1.0F);
    }
    return understanding;
}

}  // namespace fanal
