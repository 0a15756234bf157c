#include "crm/app/read_ahead.hpp"

#include <utility>

namespace fanal::app {
namespace {

constexpr std::size_t piece_size = 256U << 10;

}  // namespace

ReadAhead::~ReadAhead() {
    if (next_.valid()) {
        next_.wait();
    }
}

std::string ReadAhead::read_piece(std::string into) const {
    into.resize(piece_size);
    std::size_t size = 0;
    for (std::size_t count = 1; count > 0 && size < piece_size; size += count) {
        count = read_(into.data() + size, piece_size - size);
    }
    into.resize(size);
    return into;
}

std::size_t ReadAhead::take(char* buffer, std::size_t size) {
    if (taken_ == piece_.size() && !at_end_) {
        std::string used = std::move(piece_);
        piece_ = next_.valid() ? next_.get() : read_piece({});
        taken_ = 0;
        at_end_ = piece_.size() < piece_size;
        if (!at_end_) {
            next_ = std::async(std::launch::async,
                               [this, into = std::move(used)]() mutable { return read_piece(std::move(into)); });
        }
    }
    const std::size_t count = piece_.copy(buffer, size, taken_);
    taken_ += count;
    return count;
}

}  // namespace fanal::app
