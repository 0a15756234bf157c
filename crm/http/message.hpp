#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace fanal::http {

struct Header {
    std::string name;  ///< lower case in a request
    std::string value;
};

/// One HTTP request, whole. Everything in it comes from outside.
struct Request {
    std::string method;  ///< "GET", as sent
    std::string path;    ///< as sent, before the "?": not decoded
    std::string query;   ///< as sent, after the "?": not decoded
    std::vector<Header> headers;
    std::string body;

    /// The first value of the header `name` (lower case); empty when there is none.
    std::string_view header(std::string_view name) const {
        for (const Header& one : headers) {
            if (one.name == name) {
                return one.value;
            }
        }
        return {};
    }
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::vector<Header> headers;  ///< besides those that every response has, which crm/http/wire.hpp adds
};

}  // namespace fanal::http
