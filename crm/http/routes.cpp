#include <algorithm>

#include "crm/app/use_cases.hpp"
#include "crm/http/router.hpp"
#include "crm/json/json.hpp"

namespace fanal::http {
namespace {

constexpr std::int64_t default_limit = 50;
constexpr std::size_t source_size_max = 255;

Response ok(std::string body) {
    Response response;
    response.body = std::move(body);
    return response;
}

Response show_health(const Call& call) {
    app::count_queue(call.store);  // throws when the database does not answer
    return ok(R"({"status":"ok"})");
}

Response list_queue(const Call& call) {
    const auto items = app::list_queue(call.store, call.parameters.limit(default_limit), call.now);
    return ok(json::to_json(items, app::count_queue(call.store)));
}

Response view_conversation(const Call& call) {
    const std::optional<ConversationId> id = parse_conversation_id(call.key);
    if (!id) {
        throw Error(ErrorKind::bad_input,
                    "A conversation's id is two numbers with a hyphen between them, not \"" + call.key + "\".");
    }
    return ok(json::to_json(app::view_conversation(call.store, *id, call.now)));
}

Response list_fans(const Call& call) {
    const std::string sort = call.parameters.find("sort").value_or("influence");
    return ok(json::to_json(app::list_fans(call.store, sort, call.parameters.limit(default_limit))));
}

Response view_fan(const Call& call) {
    return ok(json::to_json(app::view_fan(call.store, call.key)));
}

app::Decision decision_of(const Call& call) {
    const json::DecisionRequest asked = json::decision_request_from_json(call.request.body);
    return {asked.by, asked.why, call.now};
}

Response list_merges(const Call& call) {
    const auto merges = app::list_merges(call.store, call.parameters.limit(default_limit));
    return ok(json::to_json(merges, app::count_merges(call.store)));
}

Response merge_fans(const Call& call) {
    const json::MergeRequest asked = json::merge_request_from_json(call.request.body);
    return ok(json::to_json(app::merge_fans(call.store, asked.fan, asked.other, {asked.by, asked.why, call.now})));
}

Response undo_merge(const Call& call) {
    return ok(json::to_json(app::undo_merge(call.store, call.key, decision_of(call))));
}

Response object_to_linking(const Call& call) {
    return ok(json::to_json(app::object_to_linking(call.store, call.key, decision_of(call))));
}

std::optional<double> probability_of(const Call& call, std::string_view name) {
    const std::optional<std::string> text = call.parameters.find(name);
    const std::optional<double> number = text ? parse_probability(*text) : std::nullopt;
    if (text && !number) {
        throw Error(ErrorKind::bad_input,
                    "The " + std::string(name) + " should be a number from 0 to 1, not \"" + *text + "\".");
    }
    return number;
}

Response list_matches(const Call& call) {
    const auto least = probability_of(call, "min_probability");
    return ok(json::to_json(app::list_matches(call.store, call.parameters.limit(default_limit), least)));
}

Response view_match(const Call& call) {
    return ok(json::to_json(app::view_match(call.store, call.key)));
}

Response accept_match(const Call& call) {
    return ok(json::to_json(app::accept_match(call.store, call.key, decision_of(call))));
}

Response reject_match(const Call& call) {
    return ok(json::to_json(app::reject_match(call.store, call.key, decision_of(call))));
}

Response forget_match(const Call& call) {
    const auto separations = app::forget_match(call.store, call.key, decision_of(call));
    return ok(json::to_json(separations, app::count_separations(call.store)));
}

Response accept_matches(const Call& call) {
    const auto above = probability_of(call, "above");
    const app::Decision decision = decision_of(call);
    const bool preview = call.parameters.find("preview") == "true";
    const std::string previewed = call.parameters.find("digest").value_or("");
    if (!preview && previewed.empty()) {
        throw Error(ErrorKind::bad_input, "Ask with preview=true first, and send the digest that it gives.");
    }
    return ok(json::to_json(
        app::accept_matches(call.store, above, preview ? std::nullopt : std::optional(decision), previewed)));
}

Response list_separations(const Call& call) {
    const auto separations = app::list_separations(call.store, call.parameters.limit(default_limit));
    return ok(json::to_json(separations, app::count_separations(call.store)));
}

Response check_decisions(const Call& call) {
    return ok(json::to_json(app::check_decisions(call.store)));
}

Response list_cascades(const Call& call) {
    return ok(json::to_json(app::list_cascades(call.store, call.parameters.limit(default_limit))));
}

Response view_cascade(const Call& call) {
    return ok(json::to_json(app::view_cascade(call.store, call.key)));
}

Response list_rejections(const Call& call) {
    return ok(json::to_json(app::list_rejections(call.store, call.parameters.limit(default_limit)),
                            app::count_rejections(call.store)));
}

Response retry_rejections(const Call& call) {
    app::ImportOptions options;
    options.as_network = call.parameters.find("as").value_or("");
    options.imported_at = call.now;
    options.on_progress = [&call](const app::ImportProgress&) { return !call.keep_going || call.keep_going(); };
    return ok(json::to_json(app::retry_rejections(call.store, options, app::RetryFrom::kept_bytes)));
}

Response list_fields(const Call& call) {
    return ok(json::to_json(app::list_fields(call.store)));
}

Response drop_field(const Call& call) {
    return ok(json::to_json(app::drop_field(call.store, call.key, call.now)));
}

Response keep_field(const Call& call) {
    return ok(json::to_json(app::keep_field(call.store, call.key)));
}

Response list_accounts(const Call& call) {
    return ok(json::to_json(app::list_accounts(call.store)));
}

Response add_account(const Call& call) {
    const AccountSighting account = json::account_from_json(call.request.body);
    return ok(json::to_json(
        app::add_account(call.store, account.network, account.remote_id, account.handle, account.display_name)));
}

Response import_payload(const Call& call) {
    const std::string source = call.parameters.find("source").value_or("");
    if (source.empty() || source.size() > source_size_max) {
        throw Error(ErrorKind::bad_input,
                    "Say what the payload is called, in at most 255 bytes, as in /api/import?source=comments.json.");
    }
    app::ImportOptions options;
    options.as_network = call.parameters.find("as").value_or("");
    options.imported_at = call.now;
    options.include_private = call.parameters.find("include_private") == "true";
    options.on_progress = [&call](const app::ImportProgress&) { return !call.keep_going || call.keep_going(); };
    return ok(json::to_json(app::import_bytes(call.store, source, call.request.body, options)));
}

Response refresh_scores(const Call& call) {
    const std::optional<std::string> text = call.parameters.find("as_of");
    const std::optional<Instant> as_of = text ? parse_instant(*text) : call.now;
    if (!as_of) {
        throw Error(ErrorKind::bad_input,
                    "The as_of should be an instant such as 2026-11-23T04:05:06Z, not \"" + *text + "\".");
    }
    return ok(json::to_json(app::refresh_scores(call.store, *as_of)));
}

constexpr Route table[] = {
    {"GET", "/api/health", {}, show_health},
    {"GET", "/api/queue", {"limit"}, list_queue},
    {"GET", "/api/conversations/{id}", {}, view_conversation},
    {"GET", "/api/fans", {"sort", "limit"}, list_fans},
    {"GET", "/api/fans/{key}", {}, view_fan},
    {"GET", "/api/merges", {"limit"}, list_merges},
    {"POST", "/api/merges", {}, merge_fans},
    {"POST", "/api/merges/{id}/undo", {}, undo_merge},
    {"POST", "/api/fans/{key}/do-not-link", {}, object_to_linking},
    {"GET", "/api/matches", {"limit", "min_probability"}, list_matches},
    {"POST", "/api/matches/accept", {"above", "preview", "digest"}, accept_matches},
    {"GET", "/api/matches/{id}", {}, view_match},
    {"POST", "/api/matches/{id}/accept", {}, accept_match},
    {"POST", "/api/matches/{id}/reject", {}, reject_match},
    {"POST", "/api/matches/{id}/forget", {}, forget_match},
    {"GET", "/api/separations", {"limit"}, list_separations},
    {"GET", "/api/decisions/check", {}, check_decisions},
    {"GET", "/api/cascades", {"limit"}, list_cascades},
    {"GET", "/api/cascades/{key}", {}, view_cascade},
    {"GET", "/api/rejections", {"limit"}, list_rejections},
    {"POST", "/api/rejections/retry", {"as"}, retry_rejections},
    {"GET", "/api/fields", {}, list_fields},
    {"POST", "/api/fields/{name}/drop", {}, drop_field},
    {"POST", "/api/fields/{name}/keep", {}, keep_field},
    {"GET", "/api/accounts", {}, list_accounts},
    {"POST", "/api/accounts", {}, add_account},
    {"POST", "/api/import", {"source", "as", "include_private"}, import_payload, BodyKind::payload},
    {"POST", "/api/scores/refresh", {"as_of"}, refresh_scores},
};

}  // namespace

std::span<const Route> routes() {
    return table;
}

}  // namespace fanal::http
