#include "crm/app/known_tables.hpp"

#include <algorithm>

#include "crm/storage/column_maps.hpp"
#include "importers/tables/columns.hpp"
#include "models/error.hpp"

namespace fanal::app {

KnownTables::KnownTables(storage::Store& store, const ImportOptions& options)
    : options_(options), known_(storage::list_column_maps(store)) {
    if (!options.columns.empty()) {
        std::string problem;
        given_ = importers::parse_column_map(options.columns, problem);
        if (!problem.empty()) {
            throw Error(ErrorKind::bad_input, problem);
        }
    }
}

void KnownTables::begin(bool is_sheet) {
    is_sheet_ = is_sheet;
    notes_.clear();
}

void KnownTables::keep(storage::Store& store) const {
    for (const KnownColumns& one : confirmed_) {
        storage::keep_column_map(store, one, options_.imported_at);
    }
}

const ColumnMap* KnownTables::known(const std::vector<std::string>& header) const {
    const auto found =
        std::find_if(known_.begin(), known_.end(), [&](const KnownColumns& one) { return one.header == header; });
    return found == known_.end() ? nullptr : &found->columns;
}

ColumnAnswer KnownTables::ask(const ColumnGuess& guess) {
    return options_.confirm_columns ? options_.confirm_columns(guess) : ColumnAnswer::nobody_asked;
}

void KnownTables::confirmed(const std::vector<std::string>& header, const ColumnMap& columns) {
    known_.insert(known_.begin(), {header, columns});
    confirmed_.push_back({header, columns});
}

}  // namespace fanal::app
