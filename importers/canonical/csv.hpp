#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "importers/canonical/fields.hpp"

namespace fanal::importers::canonical {

/// The extent of the first CSV row (RFC 4180) in `bytes`, its line end included; nullopt when the row is not whole in
/// them (and `at_end` says whether more may come). LF, CRLF and CR end a row; inside quotes they belong to the value.
std::optional<std::size_t> row_size(std::string_view bytes, bool at_end);

/// Splits one row into its values, quotes undone. A sentence when the quoting is broken. `values` is reused.
std::optional<std::string> split_row(std::string_view row, std::vector<std::string>& values);

/// Canonical CSV: knows from the header which column holds what.
class CsvReader {
  public:
    /// Nullopt unless the header names at least network, kind and occurred_at.
    static std::optional<CsvReader> from_header(std::string_view row);

    /// One row; an empty one gives an empty sentence and counts for nothing.
    std::variant<Record, Removal, std::string> read(std::string_view row);

  private:
    std::vector<std::optional<Field>> columns_;
    std::vector<std::string> names_;
    std::vector<std::string> values_;
};

}  // namespace fanal::importers::canonical
