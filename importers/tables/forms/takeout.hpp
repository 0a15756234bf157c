#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::takeout {

/// Google Takeout's comments of YouTube: those that the channel's owner wrote. Columns vary by year and language.
const Form& form();

}  // namespace fanal::importers::takeout
