#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "crm/http/router.hpp"

namespace fanal::http {

struct ServerOptions {
    std::string address =
        "127.0.0.1";  ///< of the interface; there is no sign-in, so another than loopback shows all to its network
    std::uint16_t port = 0;  ///< 0: any that is free
    std::vector<std::string>
        allowed_hosts;             ///< names under which we are asked for, besides localhost, loopback and `address`
    bool stop_on_signals = false;  ///< SIGINT and SIGTERM do what stop() does
    std::size_t connections_max = 256;  ///< more are told 503
    std::size_t payloads_max = 4;       ///< large bodies held in memory at once; more are told 503
    std::int64_t timeout_ms =
        30'000;  ///< for a request's header, for each MiB of its body, for a response, between requests
    std::int64_t linger_ms = 2'000;  ///< for a client to read why it was refused, and for responses once we stop
};

/// An HTTP/1.1 server. One thread, the one inside run(), serves all connections and the page. What reads and what
/// writes the database goes through one handler each on a thread of its own, so that an import delays neither the page
/// nor the queue. Requests of one connection are answered in their order; at most 64 KiB of what follows the one at
/// work is read.
class Server {
  public:
    /// Listens from here on, and makes the two handlers. Throws Error: bad_input for an address that is none,
    /// unavailable for a port that is taken, and whatever the making of a handler throws.
    Server(const ServerOptions& options, const std::function<Handler()>& make_handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// "http://127.0.0.1:8080"
    std::string url() const;

    /// Serves until stop(), and returns when what was at work is answered. Once only; the two handlers are called in
    /// here alone.
    void run();
    /// From any thread, before or during run(). Takes no more requests; handlers are told by their KeepGoing.
    void stop();

  private:
    class Sessions;

    std::unique_ptr<Sessions> sessions_;
};

}  // namespace fanal::http
