#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::crowdtangle {

/// CrowdTangle's posts of Facebook pages and Instagram accounts, and the lists of pages made of them.
const Form& form();

}  // namespace fanal::importers::crowdtangle
