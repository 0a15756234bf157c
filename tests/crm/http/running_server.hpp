#pragma once
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "crm/http/server.hpp"
#include "tests/crm/http/client.hpp"

namespace fanal::http {

/// Answers what a test wants to see: /api/slow sleeps, /api/until_stopped waits to be told, and fails after five
/// seconds, /api/large is 32 MB, and everything else says what came in.
inline Response echo(const Request& request, const KeepGoing& keep_going) {
    using std::chrono::milliseconds;
    Response response;
    if (request.path == "/api/large") {
        response.body = std::string(32 << 20, 'x');
        return response;
    }
    if (request.path == "/api/slow") {
        std::this_thread::sleep_for(milliseconds(600));
    }
    for (int i = 0; i < 5'000 && request.path == "/api/until_stopped" && keep_going(); ++i) {
        std::this_thread::sleep_for(milliseconds(1));
    }
    response.status = request.path == "/api/until_stopped" && keep_going() ? 500 : 200;
    response.body = request.method + ' ' + request.path + '?' + request.query + ' ' +
                    std::to_string(request.body.size()) + ' ' + request.body.substr(0, 20);
    return response;
}

/// A server on a free port for one test, with times that a test can wait for.
class RunningServer {
  public:
    static ServerOptions quick() {
        ServerOptions options;
        options.timeout_ms = 5'000;
        options.linger_ms = 200;
        return options;
    }

    explicit RunningServer(const ServerOptions& options = quick(), const Handler& handler = echo)
        : server_(options, [&handler] { return handler; }), thread_([this] {
              server_.run();
              returned_ = true;
          }) {}

    ~RunningServer() { stop(); }

    /// Waits until run() has returned; how many milliseconds that took.
    std::int64_t stop() {
        const auto begin = std::chrono::steady_clock::now();
        server_.stop();
        if (thread_.joinable()) {
            thread_.join();
        }
        const auto time = std::chrono::steady_clock::now() - begin;
        return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    }

    void ask_to_stop() { server_.stop(); }
    bool has_returned() const { return returned_; }
    std::uint16_t port() const { return server_.port(); }

    /// One request on its own connection.
    Answer ask(const std::string& request) const {
        Client client(port());
        client.send(request);
        return client.receive().value_or(Answer{});
    }

  private:
    Server server_;
    std::atomic<bool> returned_ = false;
    std::thread thread_;
};

}  // namespace fanal::http
