#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::support_desk {

/// Posts to and from support desks on X, threaded, as in the "Customer Support on Twitter" collection.
const Form& form();

}  // namespace fanal::importers::support_desk
