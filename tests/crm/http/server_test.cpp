#include "crm/http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "tests/crm/http/running_server.hpp"

namespace fanal::http {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Server, answers_one_request_after_another_on_one_connection) {
    RunningServer server;
    Client client(server.port());
    for (int i = 0; i < 3; ++i) {
        client.send(get("/api/one?number=" + std::to_string(i)));
        const auto answer = client.receive();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 200);
        EXPECT_EQ(answer->body, "GET /api/one?number=" + std::to_string(i) + " 0 ");
        EXPECT_THAT(answer->head, Not(HasSubstr("Connection: close")));
    }
    client.send(post("/api/two", "{\"a\":1}"));
    EXPECT_EQ(client.receive().value_or(Answer{}).body, "POST /api/two? 7 {\"a\":1}");
    client.send(get("/api/three", "Connection: close\r\n"));
    EXPECT_THAT(client.receive().value_or(Answer{}).head, HasSubstr("Connection: close"));
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, answers_what_was_sent_all_at_once_in_its_order) {
    RunningServer server;
    Client client(server.port());
    std::string requests;
    for (int i = 0; i < 200; ++i) {
        requests += i % 3 == 0 ? post("/api/" + std::to_string(i), "{}") : get("/api/" + std::to_string(i));
    }
    client.send(requests);
    for (int i = 0; i < 200; ++i) {
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << i;
        EXPECT_THAT(answer->body, HasSubstr("/api/" + std::to_string(i) + '?'));
    }
}

TEST(Server, puts_a_chunked_body_together_and_ignores_what_its_trailer_says) {
    RunningServer server;
    Client client(server.port());
    std::string request =
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: "
        "chunked\r\n\r\n";
    for (int i = 0; i < 100; ++i) {
        request += "400\r\n" + std::string(1024, static_cast<char>('a' + i % 26)) + "\r\n";
    }
    client.send(request + "0\r\nHost: elsewhere\r\n\r\n" + get("/api/next"));
    EXPECT_THAT(client.receive().value_or(Answer{}).body, HasSubstr(" 102400 aaaa"));
    EXPECT_THAT(client.receive().value_or(Answer{}).body, HasSubstr("/api/next"));
}

TEST(Server, tells_a_client_that_waits_for_it_to_send_the_body) {
    RunningServer server;
    Client client(server.port());
    client.send(
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
        "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive().value_or(Answer{}).status, 100);
    client.send("{}");
    EXPECT_THAT(client.receive().value_or(Answer{}).body, EndsWith(" 2 {}"));
}

TEST(Server, sends_no_body_to_a_head_request) {
    RunningServer server;
    Client client(server.port());
    client.send("HEAD /api/x HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/api/y"));
    const auto head = client.receive(true);
    ASSERT_TRUE(head);
    EXPECT_THAT(head->head, HasSubstr("Content-Length: 15\r\n"));
    EXPECT_THAT(client.receive().value_or(Answer{}).head, StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST(Server, closes_after_a_request_of_http_1_0) {
    RunningServer server;
    Client client(server.port());
    client.send("GET /api/x HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(client.receive().value_or(Answer{}).status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, serves_the_page_too_and_protects_every_response) {
    RunningServer server;
    for (const Answer& answer : {server.ask(get("/")), server.ask(get("/api/x")), server.ask(get("/nothing.js"))}) {
        EXPECT_THAT(answer.head, HasSubstr("Content-Security-Policy: default-src 'self'"));
        EXPECT_THAT(answer.head, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
        EXPECT_THAT(answer.head, HasSubstr("Referrer-Policy: no-referrer\r\n"));
    }
    EXPECT_THAT(server.ask(get("/api/x")).head, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_THAT(server.ask(get("/")).body, HasSubstr("<html"));
    EXPECT_EQ(server.ask(get("/nothing.js")).status, 404);
}

TEST(Server, is_asked_for_under_its_own_names_alone) {
    ServerOptions options = RunningServer::quick();
    options.allowed_hosts = {"Fanal.example"};
    RunningServer server(options);
    const std::string port = ':' + std::to_string(server.port());
    for (const std::string host : {"localhost", "LOCALHOST:1", "127.0.0.1", "[::1]", "[::1]:8080", "fanal.EXAMPLE"}) {
        EXPECT_EQ(server.ask("GET /api/x HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status, 200) << host;
    }
    for (const std::string host :
         {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:80:80", "", "[::1",
          "localhost:http", "fanal.example.", "user@localhost"}) {
        const Answer answer = server.ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        EXPECT_EQ(answer.status, 403) << host;
    }
}

TEST(Server, a_slow_use_case_delays_neither_the_page_nor_what_reads) {
    std::atomic<bool> go_on = false;
    RunningServer server(RunningServer::quick(), [&go_on](const Request& request, const KeepGoing& keep_going) {
        while (request.method == "POST" && !go_on) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return echo(request, keep_going);
    });
    Client importing(server.port());
    importing.send(post("/api/import", "{}"));
    Client waiting(server.port());
    waiting.send(post("/api/import", "{}"));
    EXPECT_EQ(server.ask(get("/")).status, 200);
    EXPECT_EQ(server.ask(get("/api/queue")).status, 200);
    go_on = true;
    EXPECT_EQ(importing.receive().value_or(Answer{}).status, 200);
    EXPECT_EQ(waiting.receive().value_or(Answer{}).status, 200);
}

TEST(Server, stops_when_it_has_nothing_to_do) {
    RunningServer server;
    Client idle(server.port());
    Client half(server.port());
    half.send("GET /api/x HT");
    EXPECT_EQ(server.ask(get("/api/x")).status, 200);
    EXPECT_LT(server.stop(), 2'000);
    EXPECT_TRUE(idle.is_closed());
    EXPECT_TRUE(half.is_closed());
    EXPECT_THROW(Client{server.port()}, std::runtime_error);
}

TEST(Server, answers_what_is_at_work_before_it_stops) {
    RunningServer server;
    Client slow(server.port());
    slow.send(get("/api/until_stopped") + get("/api/too_late"));
    Client patient(server.port());
    patient.send(post("/api/until_stopped", "{}"));
    while (server.ask(get("/")).status != 200) {
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    server.ask_to_stop();
    const auto answer = slow.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_THAT(answer->body, HasSubstr("GET /api/until_stopped"));
    EXPECT_THAT(answer->head, HasSubstr("Connection: close"));
    EXPECT_TRUE(slow.is_closed());
    EXPECT_THAT(patient.receive().value_or(Answer{}).body, HasSubstr("POST /api/until_stopped"));
    EXPECT_LT(server.stop(), 2'000);
    EXPECT_TRUE(server.has_returned());
}

TEST(Server, can_be_stopped_before_it_runs) {
    Server server(RunningServer::quick(), [] { return echo; });
    server.stop();
    server.run();
}

TEST(Server, stops_on_a_signal_when_told_to) {
    ServerOptions options = RunningServer::quick();
    options.stop_on_signals = true;
    RunningServer server(options);
    EXPECT_EQ(server.ask(get("/api/x")).status, 200);
    ::kill(::getpid(), SIGTERM);
    for (int i = 0; i < 5'000 && !server.has_returned(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_TRUE(server.has_returned());
}

TEST(Server, says_why_it_cannot_listen) {
    Server first(RunningServer::quick(), [] { return echo; });
    EXPECT_NE(first.port(), 0);
    EXPECT_EQ(first.url(), "http://127.0.0.1:" + std::to_string(first.port()));
    ServerOptions options;
    options.port = first.port();
    try {
        Server second(options, [] { return echo; });
        FAIL() << "Two servers listen on one port.";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unavailable);
        EXPECT_THAT(error.what(), HasSubstr(std::to_string(first.port())));
    }
    options.address = "not an address";
    EXPECT_THROW(Server(options, [] { return echo; }), Error);
}

TEST(Server, lets_through_what_the_making_of_a_handler_throws) {
    EXPECT_THROW(
        Server(RunningServer::quick(), []() -> Handler { throw Error(ErrorKind::not_found, "There is no database."); }),
        Error);
}

}  // namespace
}  // namespace fanal::http
