#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fanal::importers {

/// The extent of the first row (RFC 4180, with any separator) in `bytes`, its line end included; nullopt when the row
/// is not whole in them (and `at_end` says whether more may come). LF, CRLF and CR end a row; inside quotes they belong
/// to the value.
std::optional<std::size_t> row_size(std::string_view bytes, bool at_end, char separator);

/// One row cut into its values, quotes undone. They live as long as the row and this do, until the next split().
class Row {
  public:
    /// A column that is not there.
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Cuts a row; a sentence when its quoting is broken.
    std::optional<std::string> split(std::string_view row, char separator);

    std::size_t size() const { return values_.size(); }
    /// Empty beyond the row's end, and for a column that is not there.
    std::string_view operator[](std::size_t column) const {
        return column < values_.size() ? values_[column] : std::string_view();
    }
    /// Whether nothing stands in it.
    bool is_blank() const;
    /// Values that are not there are empty.
    void resize(std::size_t count) { values_.resize(count); }

  private:
    std::vector<std::string_view> values_;
    std::string unquoted_;  ///< what had doubled quotes
};

}  // namespace fanal::importers
