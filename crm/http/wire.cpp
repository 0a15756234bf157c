#include "crm/http/wire.hpp"

#include <algorithm>

namespace fanal::http {
namespace {

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        default:
            return "Internal Server Error";
    }
}

/// Images may be data: URLs, because style sheets hold small ones in themselves; nothing else comes from anywhere else,
/// so that no text from a network can load or run anything.
constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

void add_field(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string response_head(const Response& response, bool keep_alive) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head.append(reason_phrase(response.status)).append("\r\n");
    if (response.status != 304) {
        add_field(head, "Content-Type", response.content_type);
        add_field(head, "Content-Length", std::to_string(response.body.size()));
    }
    for (const Header& header : response.headers) {
        add_field(head, header.name, header.value);
    }
    const bool says_caching = std::any_of(response.headers.begin(), response.headers.end(),
                                          [](const Header& header) { return header.name == "Cache-Control"; });
    if (!says_caching) {
        add_field(head, "Cache-Control", "no-store");
    }
    if (!keep_alive) {
        add_field(head, "Connection", "close");
    }
    return head.append(security_headers).append("\r\n");
}

}  // namespace fanal::http
