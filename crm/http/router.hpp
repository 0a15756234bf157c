#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "crm/http/message.hpp"
#include "crm/http/parameters.hpp"
#include "models/error.hpp"
#include "models/instant.hpp"

namespace fanal::storage {
class Store;
}

/// From a request to a response, without a socket, a thread or a clock.
namespace fanal::http {

/// Asked now and then by what takes long; false asks it to stop at the next place where nothing is half done.
using KeepGoing = std::function<bool()>;

/// One request that found its route.
struct Call {
    const Request& request;
    storage::Store& store;
    Instant now;
    const KeepGoing& keep_going;
    std::string key;  ///< what stands where the route's path has "{…}", decoded and not empty
    Parameters parameters;
};

enum class BodyKind {
    json,    ///< up to 1 MiB of application/json
    payload  ///< up to 64 MiB of application/json or application/octet-stream, untouched
};

/// One line of the table in routes.cpp.
struct Route {
    std::string_view method;                     ///< GET, which stands for HEAD too, or POST
    std::string_view path;                       ///< one of its segments may be "{…}"
    std::array<std::string_view, 3> parameters;  ///< those it takes, besides the path's; the rest empty
    Response (*answer)(const Call& call);        ///< may throw
    BodyKind body = BodyKind::json;
};

/// All routes of the API.
std::span<const Route> routes();

/// What comes before an answer is made: the same for every table of routes, so that tests can bring their own. Never
/// throws: each failure becomes the status of its kind and `{"error":{"kind","sentence"}}`.
Response route(std::span<const Route> table, const Request& request, storage::Store& store, Instant now,
               const KeepGoing& keep_going = {});

/// Answers any request: the API by routes(), everything else by the page. Never throws.
Response handle(const Request& request, storage::Store& store, Instant now, const KeepGoing& keep_going = {});

bool is_api(std::string_view path);

/// How many bytes of body a request for this may have. A path that we do not know may have as many as most.
std::size_t body_limit(std::string_view method, std::string_view path);
inline constexpr std::size_t json_body_limit = std::size_t{1} << 20;
inline constexpr std::size_t payload_body_limit = std::size_t{64} << 20;

Response failure(int status, ErrorKind kind, const std::string& sentence);

/// Answers the API's requests, one at a time, on the thread of its owner. Never throws.
using Handler = std::function<Response(const Request& request, const KeepGoing& keep_going)>;

/// Makes handlers with a store each: `open_store` may throw Error and then so does the making; `clock` is asked once a
/// request, on the handler's thread.
std::function<Handler()> api_handlers(std::function<std::shared_ptr<storage::Store>()> open_store,
                                      std::function<Instant()> clock);

}  // namespace fanal::http
