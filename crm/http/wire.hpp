#pragma once
#include <string>

#include "crm/http/message.hpp"

namespace fanal::http {

/// The status line and all header fields of `response`, with the empty line that ends them. Every response tells the
/// browser to trust only what this server sends, and not to keep it unless `response` says otherwise.
std::string response_head(const Response& response, bool keep_alive);

}  // namespace fanal::http
