#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "crm/http/router.hpp"

namespace fanal::http {
namespace {

using Json = nlohmann::json;

Json read_api() {
    std::ifstream file(FANAL_ROOT "/schemas/api.openapi.json");
    return Json::parse(file);
}

/// "POST /api/import as source": a route with its parameters in alphabetical order.
std::string line(std::string method, const std::string& path, const std::set<std::string>& parameters) {
    std::transform(method.begin(), method.end(), method.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    std::string text = method + ' ' + path;
    for (const std::string& parameter : parameters) {
        text += ' ' + parameter;
    }
    return text;
}

TEST(OpenApi, has_the_routes_and_parameters_of_the_table_and_no_others) {
    std::set<std::string> served;
    for (const Route& route : routes()) {
        std::set<std::string> parameters(route.parameters.begin(), route.parameters.end());
        parameters.erase("");
        if (const auto brace = route.path.find('{'); brace != std::string_view::npos) {
            parameters.emplace(route.path.substr(brace + 1, route.path.find('}') - brace - 1));
        }
        served.insert(line(std::string(route.method), std::string(route.path), parameters));
    }
    std::set<std::string> promised;
    const Json api = read_api();
    for (const auto& [path, operations] : api["paths"].items()) {
        for (const auto& [method, operation] : operations.items()) {
            std::set<std::string> parameters;
            for (const Json& parameter : operation.value("parameters", Json::array())) {
                parameters.insert(parameter["name"]);
            }
            promised.insert(line(method, path, parameters));
        }
    }
    EXPECT_EQ(served, promised);
    EXPECT_EQ(served.size(), routes().size());
}

TEST(OpenApi, says_what_a_post_may_hold) {
    const Json api = read_api();
    for (const Route& route : routes()) {
        if (route.body == BodyKind::payload) {
            const Json content = api["paths"][std::string(route.path)]["post"]["requestBody"]["content"];
            EXPECT_TRUE(content.contains("application/octet-stream") && content.contains("application/json"))
                << route.path;
        }
    }
}

TEST(OpenApi, describes_every_operation_and_parameter) {
    std::set<std::string> names;
    const Json api = read_api();
    for (const auto& [path, operations] : api["paths"].items()) {
        for (const auto& [method, operation] : operations.items()) {
            EXPECT_TRUE(names.insert(operation["operationId"]).second) << path;
            EXPECT_FALSE(operation["summary"].get<std::string>().empty()) << path;
            EXPECT_TRUE(operation["responses"].contains("200") && operation["responses"].contains("default")) << path;
            for (const Json& parameter : operation.value("parameters", Json::array())) {
                EXPECT_FALSE(parameter.value("description", "").empty()) << path << ' ' << parameter["name"];
                EXPECT_EQ(parameter.value("required", false),
                          parameter["in"] == "path" || parameter["name"] == "source")
                    << path;
            }
        }
    }
}

/// Every "$ref" leads somewhere, and nothing is described that nobody refers to, but for what commands alone print.
TEST(OpenApi, refers_to_what_it_holds) {
    const Json api = read_api();
    std::set<std::string> referred;
    const Json flat = api.flatten();
    for (const auto& [pointer, value] : flat.items()) {
        if (pointer.ends_with("/$ref")) {
            referred.insert(value.get<std::string>());
            EXPECT_TRUE(api.contains(Json::json_pointer(value.get<std::string>().substr(1))))
                << pointer << ' ' << value;
        }
    }
    for (const char* kind : {"schemas", "responses"}) {
        for (const auto& [name, component] : api["components"][kind].items()) {
            const bool printed = component.value("description", "").starts_with("What `fanal ");
            EXPECT_TRUE(printed || referred.contains(std::string("#/components/") + kind + '/' + name)) << name;
        }
    }
}

}  // namespace
}  // namespace fanal::http
