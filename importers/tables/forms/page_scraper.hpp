#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::page_scraper {

/// What the scrapers of Facebook pages write through the Graph API: posts, comments, and who passed a post on. They
/// take a fixed five hours off every time.
const Form& form();

}  // namespace fanal::importers::page_scraper
