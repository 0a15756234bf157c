#include "importers/byte_window.hpp"

#include <cstring>

namespace fanal::importers {
namespace {

constexpr std::size_t chunk_size = 64U << 10;

}  // namespace

bool ByteWindow::grow() {
    if (at_end_) {
        return false;
    }
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() < end_ + chunk_size + simdjson::SIMDJSON_PADDING) {
        buffer_.resize(end_ + chunk_size + simdjson::SIMDJSON_PADDING);
    }
    const std::size_t count = read_(buffer_.data() + end_, chunk_size);
    end_ += count;
    at_end_ = count == 0;
    std::memset(buffer_.data() + end_, 0, simdjson::SIMDJSON_PADDING);
    return !at_end_;
}

}  // namespace fanal::importers
