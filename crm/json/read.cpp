#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "crm/json/json.hpp"

namespace fanal::json {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::bad_input, sentence);
}

/// No account is longer; so that no nesting of brackets can cost us much.
constexpr std::size_t size_max = 16 * 1024;

Json parse_object(std::string_view text) {
    if (text.size() > size_max) {
        refuse("The body is too long for an account.");
    }
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        refuse(json.is_discarded() ? "The body is not JSON." : "The body should be a JSON object.");
    }
    return json;
}

std::string in_quotes(std::string_view key) {
    return '"' + std::string(key) + '"';
}

}  // namespace

AccountSighting account_from_json(std::string_view text) {
    AccountSighting account;
    const std::array<std::pair<std::string_view, std::string*>, 4> fields = {{{"network", &account.network},
                                                                              {"remote_id", &account.remote_id},
                                                                              {"handle", &account.handle},
                                                                              {"display_name", &account.display_name}}};
    const Json json = parse_object(text);
    for (const auto& [key, value] : json.items()) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&key = key](const auto& f) { return f.first == key; });
        if (field == fields.end()) {
            refuse("An account has no " + in_quotes(key) + "; it has network, remote_id, handle and display_name.");
        }
        if (!value.is_string()) {
            refuse("The account's " + in_quotes(key) + " should be a text.");
        }
        *field->second = value.get<std::string>();
    }
    if (account.network.empty() || account.remote_id.empty()) {
        refuse(
            "An account needs a \"network\" and a \"remote_id\", as in "
            "{\"network\":\"mastodon\",\"remote_id\":\"…\"}.");
    }
    return account;
}

}  // namespace fanal::json
