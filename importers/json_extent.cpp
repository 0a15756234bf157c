#include "importers/json_extent.hpp"

#include <algorithm>

#include "importers/byte_window.hpp"

namespace fanal::importers {
namespace {

bool ends_bare_value(char c) {
    return c == ',' || c == ']' || c == '}' || is_json_space(c);
}

}  // namespace

std::optional<std::size_t> JsonExtent::scan(std::string_view bytes) {
    for (; seen_ < bytes.size(); ++seen_) {
        const char c = bytes[seen_];
        if (in_string_) {
            if (escaped_) {
                escaped_ = false;
            } else if (c == '\\') {
                escaped_ = true;
            } else if ((c == '{' || c == '[') && bytes[seen_ - 1] == '\n') {
                return seen_;
            } else if (c == '"') {
                in_string_ = false;
                if (depth_ == 0) {
                    return seen_ + 1;
                }
            }
        } else if (c == '"') {
            in_string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (c == '}' || c == ']') {
            if (depth_ <= 1) {
                return depth_ == 1 ? seen_ + 1 : std::max<std::size_t>(seen_, 1);
            }
            --depth_;
        } else if (depth_ == 0 && seen_ > 0 && ends_bare_value(c)) {
            return seen_;
        }
    }
    return std::nullopt;
}

HeldValue hold_value(ByteWindow& window, std::size_t size_max) {
    JsonExtent extent;
    for (;;) {
        if (const auto size = extent.scan(window.view().substr(0, size_max + 1))) {
            return {*size > size_max ? HeldValue::State::too_large : HeldValue::State::whole, *size};
        }
        if (window.view().size() > size_max) {
            return {HeldValue::State::too_large};
        }
        if (!window.grow()) {
            return {HeldValue::State::cut_short};
        }
    }
}

}  // namespace fanal::importers
