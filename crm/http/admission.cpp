#include "crm/http/admission.hpp"

#include <algorithm>

#include "crm/http/router.hpp"

namespace fanal::http {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// "name:port" without the port; an IPv6 address keeps its brackets. Empty when what follows the name is no port.
std::string_view without_port(std::string_view host) {
    const auto bracket = host.starts_with('[') ? host.find(']') : 0;
    if (bracket == std::string_view::npos) {
        return {};
    }
    const auto colon = host.find(':', bracket);
    if (colon == std::string_view::npos) {
        return host;
    }
    const std::string_view port = host.substr(colon + 1);
    const bool digits = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && port.size() <= 5 ? host.substr(0, colon) : std::string_view{};
}

std::size_t count(const Request& header, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(header.headers.begin(), header.headers.end(),
                                                  [name](const Header& one) { return one.name == name; }));
}

/// Whether two servers could disagree about where this request ends or whom it is for. The parser lets some of these
/// pass: it takes the same length twice, and reads an encoding that it does not know as an empty body.
bool is_ambiguous(const Request& header, const Framing& framing) {
    const bool one_length =
        count(header, "content-length") <= 1 && header.header("content-length").find(',') == std::string_view::npos;
    const bool encoded = count(header, "transfer-encoding") > 0;
    const bool only_chunked = count(header, "transfer-encoding") == 1 && framing.chunked && framing.http_1_1 &&
                              equal_ignoring_case(header.header("transfer-encoding"), "chunked");
    return !one_length || (encoded && !only_chunked) || count(header, "host") != 1 || !header.path.starts_with('/');
}

}  // namespace

Response unreadable(int status) {
    switch (status) {
        case 408:
            return failure(408, ErrorKind::bad_input, "The request came too slowly.");
        case 413:
            return failure(413, ErrorKind::bad_input,
                           "The body is too large: 64 MiB at most for a payload, 1 MiB for anything else.");
        case 431:
            return failure(431, ErrorKind::bad_input, "The header is too large: 16 KiB at most.");
        default:
            return failure(400, ErrorKind::bad_input, "This is not a proper HTTP/1.1 request.");
    }
}

std::optional<Response> refuse_header(const Request& header, const Framing& framing,
                                      std::span<const std::string> hosts) {
    if (is_ambiguous(header, framing)) {
        return unreadable(400);
    }
    if (!is_allowed_host(header.header("host"), hosts)) {
        return failure(403, ErrorKind::bad_input, "This server may not be asked for under that name.");
    }
    if (framing.content_length.value_or(0) > body_limit(header.method, header.path)) {
        return unreadable(413);
    }
    return std::nullopt;
}

std::vector<std::string> host_names(const std::string& bound, std::span<const std::string> others) {
    const bool v6 = bound.find(':') != std::string::npos;
    std::vector<std::string> names = {"localhost", "127.0.0.1", "[::1]", v6 ? '[' + bound + ']' : bound};
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

bool is_allowed_host(std::string_view host, std::span<const std::string> allowed) {
    const std::string_view name = without_port(host);
    return !name.empty() && std::any_of(allowed.begin(), allowed.end(),
                                        [name](const std::string& one) { return equal_ignoring_case(name, one); });
}

bool is_same_origin(std::string_view origin, std::string_view host) {
    if (origin.empty()) {
        return true;
    }
    const auto scheme_end = origin.find("://");
    if (scheme_end == std::string_view::npos) {
        return false;
    }
    const std::string_view scheme = origin.substr(0, scheme_end);
    return (scheme == "http" || scheme == "https") && equal_ignoring_case(origin.substr(scheme_end + 3), host);
}

}  // namespace fanal::http
