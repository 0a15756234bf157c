#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// A window that slides over a stream of bytes. What it shows is followed by enough room for simdjson to read past the
/// end.
class ByteWindow {
  public:
    explicit ByteWindow(const ReadBytes& read) : read_(read) {}

    /// Everything held and not yet consumed.
    std::string_view view() const { return {buffer_.data() + begin_, end_ - begin_}; }
    /// Holds at least one more byte afterwards, or says that there is none. Views taken before are gone.
    bool grow();
    void consume(std::size_t count) {
        begin_ += count;
        consumed_ += static_cast<std::int64_t>(count);
    }
    /// Bytes consumed since the beginning.
    std::int64_t position() const { return consumed_; }

  private:
    const ReadBytes& read_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::int64_t consumed_ = 0;
    bool at_end_ = false;
};

}  // namespace fanal::importers
