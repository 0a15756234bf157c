#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>

#include "crm/json/json.hpp"

namespace fanal::json {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::bad_input, sentence);
}

/// None of what we read is longer; so that no nesting of brackets can cost us much.
constexpr std::size_t size_max = 16 * 1024;

Json parse_object(std::string_view text, const std::string& what) {
    if (text.size() > size_max) {
        refuse("The body is too long for " + what + ".");
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

struct Field {
    std::string_view name;
    std::string* text;
};

/// Reads an object of texts; `what` is "an account".
void read_texts(std::string_view text, const std::string& what, std::span<const Field> fields) {
    const Json json = parse_object(text, what);
    for (const auto& [key, value] : json.items()) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&key = key](const Field& f) { return f.name == key; });
        if (field == fields.end()) {
            std::string names;
            for (const Field& known : fields) {
                names += (names.empty() ? "" : &known == &fields.back() ? " and " : ", ") + std::string(known.name);
            }
            const std::string subject = static_cast<char>(what[0] - 'a' + 'A') + what.substr(1);
            refuse(subject + " has no " + in_quotes(key) + "; it has " + names + ".");
        }
        if (!value.is_string()) {
            refuse("The " + what.substr(what.find(' ') + 1) + "'s " + in_quotes(key) + " should be a text.");
        }
        *field->text = value.get<std::string>();
    }
}

}  // namespace

AccountSighting account_from_json(std::string_view text) {
    AccountSighting account;
    const std::array<Field, 4> fields = {{{"network", &account.network},
                                          {"remote_id", &account.remote_id},
                                          {"handle", &account.handle},
                                          {"display_name", &account.display_name}}};
    read_texts(text, "an account", fields);
    if (account.network.empty() || account.remote_id.empty()) {
        refuse(
            "An account needs a \"network\" and a \"remote_id\", as in "
            "{\"network\":\"mastodon\",\"remote_id\":\"…\"}.");
    }
    return account;
}

DecisionRequest decision_request_from_json(std::string_view text) {
    DecisionRequest asked;
    const std::array<Field, 2> fields = {{{"by", &asked.by}, {"why", &asked.why}}};
    read_texts(text, "a decision", fields);
    if (asked.by.empty()) {
        refuse("A decision needs a \"by\", as in {\"by\":\"Ana\"}.");
    }
    return asked;
}

MergeRequest merge_request_from_json(std::string_view text) {
    MergeRequest asked;
    const std::array<Field, 4> fields = {
        {{"fan", &asked.fan}, {"other", &asked.other}, {"by", &asked.by}, {"why", &asked.why}}};
    read_texts(text, "a merge", fields);
    if (asked.fan.empty() || asked.other.empty() || asked.by.empty()) {
        refuse(
            "A merge needs a \"fan\", an \"other\" and a \"by\", as in "
            "{\"fan\":\"…\",\"other\":\"…\",\"by\":\"Ana\"}.");
    }
    return asked;
}

}  // namespace fanal::json
