#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crm/http/message.hpp"

namespace fanal::http {

/// What the parser found in a header besides its fields.
struct Framing {
    bool http_1_1 = false;
    bool chunked = false;
    std::optional<std::uint64_t> content_length;
};

/// What can be said against a request before its body is read, in this order: it can be read in two ways, it asks for a
/// host that is not in `hosts` (without port), it is too large. Nothing when it may come in.
std::optional<Response> refuse_header(const Request& header, const Framing& framing,
                                      std::span<const std::string> hosts);

/// The response to a request that cannot be read to its end, for one of 400, 408, 413, 431.
Response unreadable(int status);

/// The hosts for which a server on the IP address `bound` may be asked: the names of this machine to itself, `bound`,
/// `others`.
std::vector<std::string> host_names(const std::string& bound, std::span<const std::string> others);

/// Whether `host`, the Host field with or without a port, is one of `allowed` (without port). A page
/// elsewhere can make its own name point at our address ("DNS rebinding"), but then the browser still sends that name.
bool is_allowed_host(std::string_view host, std::span<const std::string> allowed);

/// Whether a request with these fields may change something: its page came from this same server, or from no page at
/// all.
bool is_same_origin(std::string_view origin, std::string_view host);

}  // namespace fanal::http
