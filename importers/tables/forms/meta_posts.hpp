#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::meta_posts {

/// The posts of one's own Facebook pages and Instagram accounts, as Meta Business Suite and the older page insights
/// list them.
const Form& form();

}  // namespace fanal::importers::meta_posts
