// What a hostile or a broken client can do to the server: each is answered or closed in its time, and none keeps
// another out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <list>
#include <random>

#include "tests/crm/http/running_server.hpp"

namespace fanal::http {
namespace {

using testing::HasSubstr;

ServerOptions impatient() {
    ServerOptions options = RunningServer::quick();
    options.timeout_ms = 400;
    return options;
}

std::int64_t ms_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Abuse, a_request_that_comes_byte_by_byte_is_told_so) {
    RunningServer server(impatient());
    const auto begin = std::chrono::steady_clock::now();
    Client client(server.port());
    client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    std::thread dripping([&client] {
        for (int i = 0; i < 1'000 && client.send("x"); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    EXPECT_EQ(client.receive().value_or(Answer{}).status, 408);
    EXPECT_GE(ms_since(begin), 399);
    EXPECT_LT(ms_since(begin), 5'000);
    dripping.join();
}

TEST(Abuse, a_body_that_stops_coming_is_told_so) {
    RunningServer server(impatient());
    Client client(server.port());
    client.send("POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    EXPECT_EQ(client.receive().value_or(Answer{}).status, 408);
    EXPECT_TRUE(client.is_closed());
}

TEST(Abuse, a_silent_connection_is_closed_without_a_word) {
    RunningServer server(impatient());
    Client silent(server.port());
    Client served(server.port());
    served.send(get("/api/x"));
    EXPECT_EQ(served.receive().value_or(Answer{}).status, 200);
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(served.is_closed());
}

TEST(Abuse, who_does_not_read_a_large_response_is_cut_off) {
    RunningServer server(impatient());
    Client client(server.port());
    client.send(get("/api/large"));
    EXPECT_TRUE(client.hears_something());
    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
    EXPECT_LT(client.receive_all().size(), std::size_t{32} << 20);
}

TEST(Abuse, a_slow_use_case_is_not_a_slow_client) {
    RunningServer server(impatient());
    EXPECT_EQ(server.ask(get("/api/slow")).status, 200);
}

ServerOptions lingering() {
    ServerOptions options = RunningServer::quick();
    options.linger_ms = 5'000;
    return options;
}

/// A connection that was closed answers the first bytes with a reset, and the next ones cannot be sent.
bool is_still_heard(Client& client) {
    client.send("more");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return client.send("and more");
}

TEST(Abuse, a_header_too_large_is_refused_while_it_is_still_sent) {
    RunningServer server(lingering());
    Client client(server.port());
    client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nX-Large: " + std::string(400'000, 'x') + "\r\n\r\n");
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 431);
    EXPECT_THAT(answer->body, HasSubstr("16 KiB"));
    EXPECT_TRUE(is_still_heard(client));
    EXPECT_EQ(server.ask(get("/api/" + std::string(100'000, 'x'))).status, 431);
    EXPECT_EQ(server.ask(get("/api/x", "X-Fits: " + std::string(12'000, 'x') + "\r\n")).status, 200);
}

TEST(Abuse, a_body_too_large_is_refused_while_it_is_still_sent) {
    RunningServer server(lingering());
    Client client(server.port());
    client.send(post("/api/accounts", std::string(2 << 20, ' ')));
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_THAT(answer->body, HasSubstr("64 MiB"));
    EXPECT_TRUE(is_still_heard(client));
    EXPECT_EQ(server.ask(post("/api/accounts", std::string(1 << 20, ' '))).status, 200);
    EXPECT_EQ(server.ask(post("/api/import", std::string((1 << 20) + 1, ' '))).status, 200);
    const std::string length = std::to_string((64 << 20) + 1);
    for (const std::string& number : {length, std::string("18446744073709551615")}) {
        EXPECT_EQ(
            server.ask("POST /api/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + number + "\r\n\r\n").status,
            413);
    }
}

TEST(Abuse, a_chunked_body_too_large_is_refused_too) {
    RunningServer server;
    Client client(server.port());
    client.send("POST /api/accounts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
    for (int i = 0; i < 17; ++i) {
        client.send(chunk);
    }
    EXPECT_EQ(client.receive().value_or(Answer{}).status, 413);
    EXPECT_EQ(
        server.ask("POST /api/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n")
            .status,
        413);
}

TEST(Abuse, what_two_servers_could_read_differently_is_refused) {
    RunningServer server;
    const std::string smuggled = "\r\n" + get("/api/smuggled");
    const auto with = [&smuggled](const std::string& fields) {
        return "POST /api/x HTTP/1.1\r\nHost: localhost\r\n" + fields + smuggled;
    };
    for (const std::string& request :
         {with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
          with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
          with("Content-Length: 5\r\nContent-Length: 6\r\n"),
          with("Content-Length: 0\r\nContent-Length: 0\r\n"),
          with("Content-Length: 5, 5\r\n"),
          with("Content-Length: -1\r\n"),
          with("Content-Length: +5\r\n"),
          with("Content-Length: 0x5\r\n"),
          with("Content-Length:\r\n"),
          with("Transfer-Encoding: gzip\r\n"),
          with("Transfer-Encoding: xchunked\r\n"),
          with("Transfer-Encoding: chunked, gzip\r\n"),
          with("Transfer-Encoding: gzip, chunked\r\n"),
          with("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n"),
          with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"),
          with("Transfer-Encoding:\r\n"),
          with("Content-Length : 5\r\n"),
          with("Transfer-Encoding : chunked\r\n"),
          with("Host: localhost\r\n"),
          with("X\r\n"),
          with(": x\r\n"),
          with("X: \x01\r\n"),
          "POST /api/x HTTP/1.1\r\n" + smuggled,
          "POST /api/x HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + smuggled,
          "GET http://localhost/api/x HTTP/1.1\r\nHost: localhost\r\n" + smuggled}) {
        Client client(server.port());
        client.send(request);
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << request;
        EXPECT_EQ(answer->status, 400) << request;
        EXPECT_THAT(answer->body, HasSubstr(R"({"error":{"kind":"bad_input")"));
        EXPECT_TRUE(client.is_closed()) << request;
    }
}

TEST(Abuse, what_is_not_http_is_refused) {
    RunningServer server;
    for (const std::string& bytes :
         {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
          std::string("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), std::string("GET /api/x\r\n\r\n"),
          std::string("GET  /api/x HTTP/1.1\r\n\r\n"), std::string(64, '\0'),
          std::string("GET /api/\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n"), std::string("\r\n\r\n\r\n\r\n"),
          std::string("GET /api/x HTTP/1.1\nHost: localhost\n\n"),
          std::string("POST /api/x HTTP/9.9\r\nHost: localhost\r\n\r\n")}) {
        EXPECT_EQ(server.ask(bytes).status, 400) << bytes;
    }
    const Answer bad_chunk =
        server.ask("POST /api/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\n");
    EXPECT_EQ(bad_chunk.status, 400);
    EXPECT_EQ(server
                  .ask("POST /api/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5;" +
                       std::string(200'000, 'x'))
                  .status,
              400);
}

TEST(Abuse, fifty_idle_connections_keep_nobody_out) {
    RunningServer server;
    std::list<Client> idle;
    for (int i = 0; i < 50; ++i) {
        idle.emplace_back(server.port()).send(i % 2 == 0 ? "GET /api/x HTTP/1.1\r\nHo" : get("/api/x"));
    }
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(server.ask(get("/api/x")).status, 200);
    EXPECT_LT(ms_since(begin), 2'000);
}

TEST(Abuse, one_connection_too_many_is_told_so_and_the_next_is_served_again) {
    ServerOptions options = RunningServer::quick();
    options.connections_max = 3;
    RunningServer server(options);
    {
        std::list<Client> clients;
        for (int i = 0; i < 3; ++i) {
            clients.emplace_back(server.port()).send(get("/api/x"));
            ASSERT_TRUE(clients.back().receive());
        }
        Client fourth(server.port());
        EXPECT_EQ(fourth.receive().value_or(Answer{}).status, 503);
        EXPECT_TRUE(fourth.is_closed());
    }
    int status = 0;
    for (int i = 0; i < 1'000 && status != 200; ++i) {
        status = server.ask(get("/api/x")).status;
    }
    EXPECT_EQ(status, 200);
}

TEST(Abuse, large_payloads_take_turns_for_the_memory) {
    ServerOptions options = RunningServer::quick();
    options.payloads_max = 1;
    RunningServer server(options);
    const std::string begun = "POST /api/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n";
    {
        Client first(server.port());
        first.send(begun + "x");
        EXPECT_EQ(server.ask(get("/api/x")).status, 200);
        EXPECT_EQ(server.ask(begun).status, 503);
        EXPECT_EQ(server.ask(post("/api/import", "small")).status, 200);
        first.send(std::string(1'999'999, 'x'));
        EXPECT_THAT(first.receive().value_or(Answer{}).body, HasSubstr(" 2000000 xxx"));
        first.send(begun + "gone in the middle of it");
        EXPECT_EQ(server.ask(get("/api/x")).status, 200);
    }
    int status = 0;
    for (int i = 0; i < 1'000 && status != 200; ++i) {
        status = server.ask(post("/api/import", std::string(2'000'000, 'y'))).status;
    }
    EXPECT_EQ(status, 200);
}

TEST(Abuse, who_goes_away_is_not_waited_for) {
    RunningServer server;
    for (int i = 0; i < 8; ++i) {
        Client(server.port())
            .send(get(i % 2 == 0 ? "/api/large" : "/api/slow").substr(0, i < 4 ? std::string::npos : 20));
    }
    EXPECT_LT(server.stop(), 8'000);
}

/// Drawn requests, spoiled at random: whatever comes back, the next one is served.
TEST(Abuse, spoiled_requests_never_stop_the_server) {
    RunningServer server;
    std::mt19937 random(20261123);
    const std::string sound =
        post("/api/import?source=a", "{\"a\":1}") + get("/api/fans/%40ana?limit=1", "Accept-Encoding: gzip\r\n") +
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (int round = 0; round < 300; ++round) {
        std::string spoiled = sound;
        for (unsigned flips = random() % 6; flips > 0; --flips) {
            spoiled[random() % spoiled.size()] = static_cast<char>(random());
        }
        spoiled.resize(spoiled.size() - random() % 40);
        Client client(server.port());
        client.send(spoiled);
        ::shutdown(client.socket(), SHUT_WR);
        client.receive_all();
    }
    EXPECT_EQ(server.ask(get("/api/x")).status, 200);
}

}  // namespace
}  // namespace fanal::http
