#include "crm/http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <new>

#include "crm/app/outcome.hpp"
#include "crm/storage/store.hpp"

namespace fanal::http {
namespace {

using testing::HasSubstr;

Response say(std::string text) {
    Response response;
    response.body = std::move(text);
    return response;
}

Response fail(const Call& call) {
    if (call.key == "memory") {
        throw std::bad_alloc();
    }
    for (const app::Outcome& outcome : app::outcomes) {
        if (std::to_string(outcome.http_status) == call.key) {
            throw Error(outcome.kind, "It failed \"as asked\".");
        }
    }
    throw std::runtime_error("unexpected");
}

constexpr Route table[] = {
    {"GET",
     "/api/things",
     {"limit", "sort"},
     [](const Call& call) { return say(std::to_string(call.parameters.limit(50))); }},
    {"GET", "/api/things/{key}", {}, [](const Call& call) { return say(call.key); }},
    {"POST", "/api/things/{key}/turn", {}, [](const Call& call) { return say("turned " + call.key); }},
    {"POST", "/api/things", {}, [](const Call& call) { return say("made " + call.request.body); }},
    {"POST", "/api/import", {"as"}, [](const Call&) { return say("imported"); }, BodyKind::payload},
    {"GET", "/api/fail/{key}", {}, fail},
    {"GET", "/api/now", {}, [](const Call& call) { return say(to_text(call.now)); }},
};

class Router : public testing::Test {
  protected:
    Response ask(const std::string& method, const std::string& target, std::vector<Header> headers = {}) {
        const auto question = std::min(target.find('?'), target.size());
        const std::string query = target.substr(std::min(question + 1, target.size()));
        return route(table, {method, target.substr(0, question), query, std::move(headers), "the body"}, store_,
                     {1000});
    }

    storage::Store store_ = storage::Store::open(":memory:");
};

TEST_F(Router, finds_the_route) {
    EXPECT_EQ(ask("GET", "/api/things").body, "50");
    EXPECT_EQ(ask("GET", "/api/things?limit=7").body, "7");
    EXPECT_EQ(ask("HEAD", "/api/things?limit=7").body, "7");
    EXPECT_EQ(ask("GET", "/api/things/7").body, "7");
    EXPECT_EQ(ask("GET", "/api/now").body, "1970-01-01T00:00:01Z");
    EXPECT_EQ(ask("POST", "/api/things", {{"content-type", "application/json"}}).body, "made the body");
}

TEST_F(Router, decodes_a_key_after_it_has_taken_the_path_apart) {
    EXPECT_EQ(ask("GET", "/api/things/mastodon%3A%40ana%40mas.to").body, "mastodon:@ana@mas.to");
    EXPECT_EQ(ask("GET", "/api/things/https:%2F%2Fmas.to%2Fusers%2Fana").body, "https://mas.to/users/ana");
    EXPECT_EQ(ask("GET", "/api/things/a+b").body, "a+b");
    EXPECT_EQ(ask("GET", "/api/things/caf%C3%A9").body, "café");
    EXPECT_EQ(ask("GET", "/api/things/%C3").status, 400);
    EXPECT_EQ(ask("GET", "/api/things/%00").status, 400);
    EXPECT_EQ(ask("GET", "/api/things/a/b").status, 404);
    EXPECT_EQ(ask("GET", "/api/things/").status, 404);
}

TEST_F(Router, finds_a_key_that_stands_before_what_is_done_with_it) {
    const std::vector<Header> json = {{"content-type", "application/json"}};
    EXPECT_EQ(ask("POST", "/api/things/a%2Fturn/turn", json).body, "turned a/turn");
    for (const char* path : {"/api/things//turn", "/api/things/turn", "/api/things/a/b/turn", "/api/things/a/turns"}) {
        EXPECT_NE(ask("POST", path, json).status, 200) << path;
    }
    EXPECT_EQ(ask("GET", "/api/things/a/turn").status, 405);
}

TEST_F(Router, knows_no_other_address_and_no_other_method) {
    for (const char* path :
         {"/api", "/api/", "/api/thing", "/api/things2", "/API/things", "/api//things", "/api/%74hings"}) {
        const Response response = ask("GET", path);
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_THAT(response.body, HasSubstr(R"("kind":"not_found")")) << path;
    }
    const Response response = ask("DELETE", "/api/things");
    EXPECT_EQ(response.status, 405);
    ASSERT_EQ(response.headers.size(), 1U);
    EXPECT_EQ(response.headers[0].name, "Allow");
    EXPECT_EQ(response.headers[0].value, "GET, HEAD, POST");
    EXPECT_EQ(ask("HEAD", "/api/import").status, 405);
    EXPECT_EQ(ask("get", "/api/things").status, 405);
}

TEST_F(Router, refuses_parameters_that_the_route_does_not_take) {
    EXPECT_EQ(ask("GET", "/api/things?limit=0").status, 400);
    EXPECT_THAT(ask("GET", "/api/things?size=1").body,
                HasSubstr(R"(no parameter \"size\" here; there is limit and sort.)"));
    EXPECT_EQ(ask("GET", "/api/things/7?limit=1").status, 400);
}

TEST_F(Router, lets_no_other_site_post) {
    const auto post = [this](std::vector<Header> headers) {
        headers.push_back({"host", "localhost:8080"});
        return ask("POST", "/api/things", std::move(headers)).status;
    };
    const Header json{"content-type", "application/json"};
    EXPECT_EQ(post({json}), 200);
    EXPECT_EQ(post({json, {"origin", "http://localhost:8080"}}), 200);
    EXPECT_EQ(post({json, {"origin", "https://LOCALHOST:8080"}}), 200);
    for (const char* origin :
         {"http://localhost", "http://localhost:3000", "http://evil.example", "null", "http://localhost:8080/",
          "http://localhost:8080.evil.example", "localhost:8080", "file://localhost:8080"}) {
        EXPECT_EQ(post({json, {"origin", origin}}), 403) << origin;
    }
    EXPECT_EQ(post({{"content-type", "Application/JSON ; charset=utf-8"}}), 200);
    for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                             "application/jsonp", "application/octet-stream", "text/plain; application/json"}) {
        EXPECT_EQ(post({{"content-type", type}}), 415) << type;
    }
    EXPECT_EQ(ask("POST", "/api/import", {{"content-type", "application/octet-stream"}}).body, "imported");
    EXPECT_EQ(ask("POST", "/api/import", {json}).body, "imported");
    EXPECT_EQ(ask("POST", "/api/import", {{"content-type", "text/csv"}}).status, 415);
}

TEST_F(Router, turns_each_failure_into_its_status_and_a_sentence) {
    for (const app::Outcome& outcome : app::outcomes) {
        const Response response = ask("GET", "/api/fail/" + std::to_string(outcome.http_status));
        EXPECT_EQ(response.status, outcome.http_status);
        EXPECT_EQ(response.content_type, "application/json");
        EXPECT_THAT(response.body, HasSubstr(R"("sentence":"It failed \"as asked\".")"));
        EXPECT_EQ(app::outcome_of(outcome.kind).http_status, outcome.http_status);
        EXPECT_NE(outcome.exit_code, 0);
    }
    EXPECT_EQ(ask("GET", "/api/fail/other").status, 500);
    EXPECT_EQ(ask("GET", "/api/fail/memory").status, 500);
    EXPECT_THAT(ask("GET", "/api/fail/other").body, HasSubstr(R"("kind":"internal")"));
}

TEST(BodyLimit, is_large_for_payloads_alone) {
    EXPECT_EQ(body_limit("POST", "/api/import"), std::size_t{64} << 20);
    for (const char* path : {"/api/accounts", "/api/scores/refresh", "/api/import/", "/", "/import", ""}) {
        EXPECT_EQ(body_limit("POST", path), std::size_t{1} << 20) << path;
    }
    EXPECT_EQ(body_limit("GET", "/api/import"), std::size_t{1} << 20);
}

}  // namespace
}  // namespace fanal::http
