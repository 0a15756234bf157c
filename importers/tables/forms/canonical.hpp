#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::canonical {

/// Our own flat record as a table: a column for each key of canonical/fields.hpp, whatever the separator. Columns that
/// we do not know are kept as `extra`.
const Form& form();

}  // namespace fanal::importers::canonical
