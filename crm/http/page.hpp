#pragma once
#include <span>

#include "crm/http/message.hpp"
#include "crm/web/embedded.hpp"

namespace fanal::http {

/// Answers a GET or HEAD of the browser's page from `files`. A path that names none of them and does not look like a
/// file is one of the page's own addresses, and gets index.html. Files are sent as they are, compressed, to those who
/// accept gzip.
Response page(const Request& request, std::span<const web::File> files);

}  // namespace fanal::http
