#pragma once
#include "importers/tables/form.hpp"

namespace fanal::importers::export_comments {

/// The comments of one post, as ExportComments.com writes them, XLSX and CSV: the post's address above the header, and
/// the comment's id in nothing but a link.
const Form& form();

}  // namespace fanal::importers::export_comments
