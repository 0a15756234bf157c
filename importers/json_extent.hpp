#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fanal::importers {

class ByteWindow;

/// What may stand between the values of JSON (RFC 8259).
inline bool is_json_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Finds where a JSON value ends, without recursion and without judging it: brackets are counted, strings stepped over.
/// Goes on where it was when more bytes have come. A string that seems to hold a line beginning with a bracket
/// was never closed: the value is broken, and ends there.
class JsonExtent {
  public:
    /// From the beginning of a value, or from inside so many brackets that are open.
    explicit JsonExtent(std::int64_t depth = 0) : depth_(depth) {}

    /// Looks at the bytes behind those seen before. The size of the value that begins at bytes[0], when it is whole.
    std::optional<std::size_t> scan(std::string_view bytes);
    /// Says that the first `count` of the bytes seen are held no more.
    void forget(std::size_t count) { seen_ -= count; }

  private:
    std::size_t seen_ = 0;
    std::int64_t depth_;
    bool in_string_ = false;
    bool escaped_ = false;
};

/// What a window holds of the JSON value that it begins with.
struct HeldValue {
    enum class State { whole, too_large, cut_short };
    State state = State::cut_short;
    std::size_t size = 0;  ///< of a whole one
};

/// Holds the value that the window begins with, if it has `size_max` bytes at most.
HeldValue hold_value(ByteWindow& window, std::size_t size_max);

}  // namespace fanal::importers
