#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "crm/json/json.hpp"
#include "tests/crm/json/samples.hpp"

namespace fanal::json {
namespace {

using Json = nlohmann::json;

Json read_api() {
    std::ifstream file(FANAL_ROOT "/schemas/api.openapi.json");
    return Json::parse(file);
}

/// The components of schemas/api.openapi.json, which keep to what JSON Schema draft 7 has too.
class Schemas {
  public:
    /// What is wrong with `instance` as the component `name`; empty when it is right.
    std::string complaint(const std::string& name, const Json& instance) {
        valijson::ValidationResults results;
        valijson::Validator(valijson::Validator::kStrongTypes)
            .validate(compiled(name), valijson::adapters::NlohmannJsonAdapter(instance), &results);
        std::string all = undescribed(api_["components"]["schemas"][name], instance);
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            for (const auto& step : error.context) {
                all += step;
            }
            all += ": " + error.description + '\n';
        }
        return all;
    }

    Json at(const std::string& name) const { return api_["components"]["schemas"][name]; }

  private:
    const valijson::Schema& compiled(const std::string& name) {
        const auto [found, is_new] = compiled_.try_emplace(name);
        if (is_new) {
            Json root = api_;
            root["$ref"] = "#/components/schemas/" + name;
            valijson::SchemaParser(valijson::SchemaParser::kDraft7)
                .populateSchema(valijson::adapters::NlohmannJsonAdapter(root), found->second);
        }
        return found->second;
    }

    /// The keys of `instance` of which `schema` says nothing: a reader of the schema should not meet any.
    std::string undescribed(const Json& schema, const Json& instance) const {
        if (schema.contains("$ref")) {
            return undescribed(api_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), instance);
        }
        if (schema.contains("anyOf")) {
            return instance.is_null() ? "" : undescribed(schema["anyOf"][0], instance);
        }
        std::string all;
        if (instance.is_array() && schema.contains("items")) {
            for (const Json& item : instance) {
                all += undescribed(schema["items"], item);
            }
        } else if (instance.is_object() && schema.contains("properties")) {
            for (const auto& [key, value] : instance.items()) {
                all += schema["properties"].contains(key) ? undescribed(schema["properties"][key], value)
                                                          : "not described: " + key + '\n';
            }
        }
        return all;
    }

    Json api_ = read_api();
    std::map<std::string, valijson::Schema> compiled_;
};

struct Sample {
    std::string component;
    std::string json;
};

/// Every writer, with everything there and with as little as there can be.
std::vector<Sample> all_samples() {
    const QueueItem bare_item;
    return {{"QueueItem", to_json(samples::queue_item())},
            {"QueueItem", to_json(bare_item)},
            {"Queue", to_json(std::vector{samples::queue_item(), bare_item}, 2)},
            {"ConversationView", to_json(samples::conversation())},
            {"ConversationView", to_json(ConversationView{})},
            {"FanList", to_json(std::vector{samples::fan(), FanSummary{}})},
            {"FanView", to_json(samples::fan_view())},
            {"FanView", to_json(FanView{})},
            {"MergeView", to_json(samples::merge())},
            {"MergeList", to_json(std::vector{samples::merge(), samples::merge()}, 2)},
            {"Match", to_json(samples::match())},
            {"Match", to_json(Match{})},
            {"MatchList", to_json(MatchList{{samples::match(), Match{}}, 7})},
            {"MatchList", to_json(MatchList{})},
            {"AcceptedMatches", to_json(AcceptedMatches{1, 0.1, {samples::match()}, "0f", true})},
            {"AcceptedMatches", to_json(AcceptedMatches{})},
            {"SeparationList", to_json(std::vector{samples::separation(), samples::separation()}, 2)},
            {"ExportReport", to_json(ExportReport{{"tree.nodes.csv", "tree.edges.csv"}, 3, 2})},
            {"IdentityTraining", to_json(samples::identity_training())},
            {"IdentityTraining", to_json(IdentityTraining{})},
            {"DecisionLogCheck", to_json(DecisionLogCheck{2, 1, "0f", 1, "It was cut."})},
            {"DecisionLogCheck", to_json(DecisionLogCheck{})},
            {"FanIdList", to_json(std::vector<FanId>{{3}, {4}})},
            {"CascadeList", to_json(std::vector{samples::cascade(), CascadeSummary{}})},
            {"CascadeView", to_json(samples::cascade_view())},
            {"CascadeView", to_json(CascadeView{})},
            {"Account", to_json(samples::account())},
            {"AccountList", to_json(std::vector{samples::account(), Account{}})},
            {"ImportReport", to_json(samples::import_report())},
            {"ImportReport", to_json(ImportReport{})},
            {"UnknownFieldList", to_json(samples::fields())},
            {"UnknownFieldChange", to_json(UnknownFieldChange{"note", true, 12})},
            {"ScoresReport", to_json(samples::scores_report())},
            {"ScoreEvaluationList",
             to_json(std::vector{ScoreEvaluation{"influence", 4, 90, samples::noon, 0.75, 0.5}}, samples::noon)},
            {"ScoreEvaluationList", to_json(std::vector<ScoreEvaluation>(), std::nullopt)},
            {"Error", to_json(Error(ErrorKind::conflict, "Two fans have this handle."))},
            {"Error", to_json(Error(ErrorKind::unavailable, "The database is busy."))}};
}

TEST(Schema, what_we_write_is_what_we_promise) {
    Schemas schemas;
    for (const Sample& sample : all_samples()) {
        EXPECT_EQ(schemas.complaint(sample.component, Json::parse(sample.json)), "") << sample.component << sample.json;
    }
}

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return keys;
}

/// Spoils `part` of `whole` in every way we care for, one at a time.
void expect_complaints(Schemas& schemas, const std::string& name, Json& whole, Json& part) {
    for (const std::string& key : keys_of(part)) {
        const Json kept = part[key];
        part.erase(key);
        EXPECT_NE(schemas.complaint(name, whole), "") << name << " without " << key;
        part[key] = Json::array({Json::object()});
        EXPECT_NE(schemas.complaint(name, whole), "") << name << " with a strange " << key;
        part[key] = kept;
    }
    part["surplus"] = 1;
    EXPECT_NE(schemas.complaint(name, whole), "") << name;
    part.erase("surplus");
}

/// The test above would be worth nothing if these passed.
TEST(Schema, a_missing_an_added_and_a_mistyped_key_are_found) {
    Schemas schemas;
    for (const Sample& sample : all_samples()) {
        Json whole = Json::parse(sample.json);
        expect_complaints(schemas, sample.component, whole, whole);
    }
    Json view = Json::parse(to_json(samples::fan_view()));
    expect_complaints(schemas, "FanView", view, view["summary"]);
    expect_complaints(schemas, "FanView", view, view["profiles"][0]["facts"][0]);
}

TEST(Schema, every_key_is_required_and_everything_is_described) {
    const Json schemas = read_api()["components"]["schemas"];
    for (const auto& [name, schema] : schemas.items()) {
        EXPECT_FALSE(schema.value("description", "").empty()) << name;
        std::set<std::string> keys;
        for (const auto& [key, property] : schema["properties"].items()) {
            EXPECT_TRUE(property.contains("$ref") || !property.value("description", "").empty()) << name << '.' << key;
            keys.insert(key);
        }
        // What is asked of a person may leave things out.
        const bool asked = name == "AccountDeclaration" || name.ends_with("Request");
        if (!asked) {
            EXPECT_EQ(schema["required"].get<std::set<std::string>>(), keys) << name;
        }
    }
}

TEST(Schema, the_words_are_those_of_the_models) {
    Schemas schemas;
    const Json kinds = schemas.at("QueueItem")["properties"]["kind"]["enum"];
    EXPECT_EQ(kinds.get<std::vector<std::string>>(),
              std::vector<std::string>(interaction_kind_names.begin(), interaction_kind_names.end()));
    std::vector<std::string> fields(score_sort_fields.begin(), score_sort_fields.end());
    for (const char* suffix : {"_given", "_received"}) {
        for (std::size_t kind = 0; kind < interaction_kind_names.size(); ++kind) {
            fields.push_back(std::string(plural(static_cast<InteractionKind>(kind))) + suffix);
        }
    }
    const Json sort = read_api()["paths"]["/api/fans"]["get"]["parameters"][0];
    EXPECT_EQ(sort["name"], "sort");
    EXPECT_EQ(sort["schema"]["enum"].get<std::vector<std::string>>(), fields);
}

TEST(Schema, an_account_that_we_read_is_one_that_the_schema_allows) {
    Schemas schemas;
    for (const char* text :
         {R"({"network":"x","remote_id":"1"})", R"({"network":"x","remote_id":"1","handle":"@a","display_name":""})",
          R"({"network":"","remote_id":"1"})", R"({"network":"x"})", R"({"network":"x","remote_id":"1","more":""})",
          R"({"network":"x","remote_id":7})", "[]", "{}"}) {
        bool read = true;
        try {
            account_from_json(text);
        } catch (const Error&) {
            read = false;
        }
        EXPECT_EQ(schemas.complaint("AccountDeclaration", Json::parse(text)).empty(), read) << text;
    }
}

}  // namespace
}  // namespace fanal::json
