#pragma once
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/import_run.hpp"
#include "importers/tables/rows.hpp"

namespace fanal::importers {

/// What is known of a table before its first row.
struct Table {
    std::vector<std::string> header;                   ///< as it stands
    std::vector<std::string> names;                    ///< the same folded: "Créé le" is "cree_le"
    std::vector<std::vector<std::string>> titles;      ///< the rows above it
    std::vector<std::vector<std::string>> first_rows;  ///< some of those below it, for what only values tell
    std::string_view as_network;                       ///< as which its rows are to be read; empty: as it says itself
    Instant imported_at;                               ///< the date of what has none

    /// The column of one of these folded names, the first that there is; Row::none otherwise.
    std::size_t column(std::initializer_list<std::string_view> one_of) const;
    bool has(std::initializer_list<std::string_view> all) const;
};

/// "Créé le" as "cree_le": lower case, without accents, anything else than letters and digits as one "_".
std::string folded_heading(std::string_view heading);

/// Receives what a form makes of a row. Each call but account() and note() is one record of the report.
class RowSink {
  public:
    virtual ~RowSink() = default;

    virtual void interaction(Record&& record) = 0;
    virtual void removal(Removal&& removal) = 0;
    virtual void profile(ProfileSighting&& sighting) = 0;
    virtual void account(AccountSighting&& sighting) = 0;
    virtual void skip(std::string_view reason) = 0;
    virtual void reject(std::string_view reason) = 0;
    /// Says a sentence about the whole table, once.
    virtual void note(const std::string& sentence) = 0;
};

/// Reads the rows of one table.
class RowReader {
  public:
    virtual ~RowReader() = default;

    virtual void read(const Row& row, RowSink& sink) = 0;
    /// After the last row.
    virtual void finish(RowSink&) {}
};

/// One form that tables come in. A header importers/tables/forms/<name>.hpp that declares `const Form& form();` in
/// fanal::importers::<name> is all that a form adds.
struct Form {
    std::string_view name;    ///< as people call it: "ExportComments"
    std::string_view source;  ///< of its facts: "tables", or "canonical" for our own
    /// Whether a table is of this form, by its header.
    bool (*recognise)(const Table& table);
    std::unique_ptr<RowReader> (*open)(const Table& table);
};

/// Every form of the folder forms/, in name order.
const std::vector<const Form*>& all_forms();

}  // namespace fanal::importers
