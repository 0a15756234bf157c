#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fanal::importers {

/// Finds where a JSON value ends, without recursion and without judging it: brackets are counted, strings stepped over.
/// Goes on where it was when more bytes have come.
class JsonExtent {
  public:
    /// Looks at the bytes behind those seen before. The size of the value that begins at bytes[0], when it is whole.
    std::optional<std::size_t> scan(std::string_view bytes);
    void restart() { *this = JsonExtent(); }

  private:
    std::size_t seen_ = 0;
    std::int64_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

}  // namespace fanal::importers
