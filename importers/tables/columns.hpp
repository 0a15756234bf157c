#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "importers/tables/form.hpp"
#include "models/column_map.hpp"

namespace fanal::importers {

/// What the headings of a table suggest in French or English, with the doubt that remains. `as_network` of the table
/// speaks for the network; otherwise a column or the links must.
ColumnGuess guess_columns(const Table& table);

/// How many fields a row would name if it were the header.
std::size_t headings_in(const Table& table);

/// Why a table cannot be read by these columns, as a sentence; empty when it can.
std::string missing_in(const Table& table, const ColumnMap& columns);

/// Reads "occurred_at=Date,text=Commentaire"; a comma before anything but a field belongs to the heading. On failure
/// the map is empty, and `problem` says why.
ColumnMap parse_column_map(std::string_view text, std::string& problem);

/// A reader of rows by these columns. The headings of `columns` are in the table.
std::unique_ptr<RowReader> open_mapped(const Table& table, const ColumnMap& columns);

}  // namespace fanal::importers
