#pragma once
#include <string>
#include <vector>

namespace fanal {

/// One column of a table, and the field of the flat record that it holds.
struct MappedColumn {
    std::string field;   ///< "occurred_at"
    std::string column;  ///< "Date", as the header has it

    bool operator==(const MappedColumn&) const = default;
};

/// What the columns of a table hold. Columns that are not in it are kept with the interaction, under their headings.
using ColumnMap = std::vector<MappedColumn>;

/// "occurred_at=Date,text=Commentaire", as --map takes it.
inline std::string to_text(const ColumnMap& columns) {
    std::string text;
    for (const MappedColumn& mapped : columns) {
        text += (text.empty() ? "" : ",") + mapped.field + "=" + mapped.column;
    }
    return text;
}

/// What a table's header suggests.
struct ColumnGuess {
    std::string source;
    std::vector<std::string> header;
    ColumnMap columns;
    std::vector<std::string> examples;  ///< a value of each of `columns`, from the first rows
    std::string network;                ///< as the links tell; empty when a column does
    std::string doubt;                  ///< why it may not be used unasked, as a sentence; empty when it is sure
};

/// What a person said of it.
enum class ColumnAnswer { yes, no, nobody_asked };

/// How a table with this header was read before, by somebody's word.
struct KnownColumns {
    std::vector<std::string> header;
    ColumnMap columns;

    bool operator==(const KnownColumns&) const = default;
};

}  // namespace fanal
