#include "crm/http/router.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "crm/app/outcome.hpp"
#include "crm/http/admission.hpp"
#include "crm/http/page.hpp"
#include "crm/json/json.hpp"

namespace fanal::http {
namespace {

std::string_view head_is_get(std::string_view method) {
    return method == "HEAD" ? "GET" : method;
}

/// What stands in `path` where `pattern` has "{…}", still encoded; empty for a pattern without. Nothing when they do
/// not match.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
    const auto brace = pattern.find('{');
    if (brace == std::string_view::npos) {
        return pattern == path ? std::optional(std::string_view{}) : std::nullopt;
    }
    const std::string_view before = pattern.substr(0, brace);
    const std::string_view behind = pattern.substr(pattern.find('}') + 1);
    if (!path.starts_with(before) || !path.ends_with(behind) || path.size() < before.size() + behind.size()) {
        return std::nullopt;
    }
    const std::string_view key = path.substr(brace, path.size() - before.size() - behind.size());
    return key.empty() || key.find('/') != std::string_view::npos ? std::nullopt : std::optional(key);
}

struct Match {
    const Route* route = nullptr;
    std::string_view key;
    std::string methods;  ///< of the routes with this path, as Allow has them; empty when there is no such path
};

Match find_route(std::span<const Route> table, std::string_view method, std::string_view path) {
    Match found;
    for (const Route& candidate : table) {
        const auto key = match(candidate.path, path);
        if (!key) {
            continue;
        }
        found.methods.append(found.methods.empty() ? "" : ", ")
            .append(candidate.method == "GET" ? "GET, HEAD" : candidate.method);
        if (candidate.method == head_is_get(method)) {
            found.route = &candidate;
            found.key = *key;
        }
    }
    return found;
}

bool is_content_type(std::string_view header, std::string_view type) {
    header = header.substr(0, header.find(';'));
    header = header.substr(0, header.find_last_not_of(" \t") + 1);
    return std::equal(header.begin(), header.end(), type.begin(), type.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

/// A form on another site can post here, but not with these content types, nor without saying where it comes from.
std::optional<Response> refuse_post(const Route& route, const Request& request) {
    if (!is_same_origin(request.header("origin"), request.header("host"))) {
        return failure(403, ErrorKind::bad_input, "This request comes from another site's page.");
    }
    const std::string_view type = request.header("content-type");
    const bool payload = route.body == BodyKind::payload && is_content_type(type, "application/octet-stream");
    if (!payload && !is_content_type(type, "application/json")) {
        return failure(415, ErrorKind::bad_input,
                       route.body == BodyKind::payload
                           ? "The Content-Type should be application/octet-stream or application/json."
                           : "The Content-Type should be application/json.");
    }
    return std::nullopt;
}

Response answer_call(const Match& found, const Request& request, storage::Store& store, Instant now,
                     const KeepGoing& keep_going) {
    std::optional<std::string> key = percent_decode(found.key, false);
    if (!key) {
        throw Error(ErrorKind::bad_input, "The path of this address is not percent-encoded UTF-8 text.");
    }
    const auto& names = found.route->parameters;
    const auto names_end = std::find(names.begin(), names.end(), std::string_view{});
    return found.route->answer({request, store, now, keep_going, std::move(*key),
                                Parameters::parse(request.query, {names.begin(), names_end})});
}

}  // namespace

Response failure(int status, ErrorKind kind, const std::string& sentence) {
    Response response;
    response.status = status;
    response.body = json::to_json(Error(kind, sentence));
    return response;
}

Response route(std::span<const Route> table, const Request& request, storage::Store& store, Instant now,
               const KeepGoing& keep_going) {
    const Match found = find_route(table, request.method, request.path);
    if (found.methods.empty()) {
        return failure(404, ErrorKind::not_found, "There is no such address in the API.");
    }
    if (found.route == nullptr) {
        Response response = failure(405, ErrorKind::bad_input, "This address takes only " + found.methods + ".");
        response.headers.push_back({"Allow", found.methods});
        return response;
    }
    if (request.method == "POST") {
        if (std::optional<Response> refusal = refuse_post(*found.route, request)) {
            return std::move(*refusal);
        }
    }
    try {
        return answer_call(found, request, store, now, keep_going);
    } catch (const Error& error) {
        return failure(app::outcome_of(error.kind()).http_status, error.kind(), error.what());
    } catch (const std::exception& error) {
        return failure(500, ErrorKind::internal, std::string("Something went wrong on our side: ") + error.what());
    }
}

Response handle(const Request& request, storage::Store& store, Instant now, const KeepGoing& keep_going) {
    return is_api(request.path) ? route(routes(), request, store, now, keep_going) : page(request, web::files());
}

bool is_api(std::string_view path) {
    return path == "/api" || path.starts_with("/api/");
}

std::size_t body_limit(std::string_view method, std::string_view path) {
    const Match found = find_route(routes(), method, path);
    return found.route != nullptr && found.route->body == BodyKind::payload ? payload_body_limit : json_body_limit;
}

std::function<Handler()> api_handlers(std::function<std::shared_ptr<storage::Store>()> open_store,
                                      std::function<Instant()> clock) {
    return [open_store = std::move(open_store), clock = std::move(clock)]() -> Handler {
        return [store = open_store(), clock](const Request& request, const KeepGoing& keep_going) {
            return handle(request, *store, clock(), keep_going);
        };
    };
}

}  // namespace fanal::http
