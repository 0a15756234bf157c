#include "crm/http/server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <csignal>
#include <optional>
#include <unordered_set>
#include <utility>

#include "crm/http/admission.hpp"
#include "crm/http/page.hpp"
#include "crm/http/wire.hpp"
#include "crm/http/worker.hpp"

// GCC 12 may destroy twice what a temporary with captures or members owns when it stands inside a co_await expression.
// So what is awaited takes references to named things here, and no lambda.
namespace fanal::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using net::ip::tcp;
using Clock = std::chrono::steady_clock;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr std::size_t header_limit = 16 * 1024;
constexpr std::size_t buffer_limit = 64 * 1024;
constexpr std::size_t mebibyte = std::size_t{1} << 20;

auto into(error_code& error) {
    return net::redirect_error(net::use_awaitable, error);
}

/// A response that a worker is making, on the stack of the session that waits for it. Touched by the server's thread
/// alone.
struct Pending {
    explicit Pending(net::io_context& io) : finished(io, Clock::time_point::max()) {}

    Response response;
    bool done = false;
    net::steady_timer finished;  ///< never expires; cancelled when done
};

/// One client. Its session reads and writes; its watchdog cancels what takes longer than allowed.
struct Connection {
    explicit Connection(tcp::socket accepted) : socket(std::move(accepted)), timer(socket.get_executor()) {}

    void allow(std::int64_t ms) {
        deadline = Clock::now() + std::chrono::milliseconds(ms);
        timed_out = false;
        if (deadline < timer.expiry()) {
            timer.expires_at(deadline);
        }
    }

    void close() {
        error_code ignored;
        socket.close(ignored);
        timer.cancel();
    }

    tcp::socket socket;
    net::steady_timer timer;
    Clock::time_point deadline;
    bool timed_out = false;
    bool at_work = false;  ///< a whole request is here and not yet answered
    bool holds_payload = false;
    beast::flat_buffer buffer{buffer_limit};
};

/// What came of reading one request.
struct Incoming {
    Request request;
    std::optional<Response> refusal;  ///< instead of an answer; the connection ends with it
    bool gone = false;                ///< nobody is there to answer
    bool keep_alive = false;
};

int status_of(const error_code& error) {
    return error == beast::http::error::body_limit ? 413 : error == beast::http::error::header_limit ? 431 : 400;
}

std::string text(beast::string_view view) {
    return {view.data(), view.size()};
}

/// The header of `parser` as our own type. What a chunked body's trailer adds later is left out on purpose: it was not
/// there when the header was judged.
Request request_of(const Parser& parser) {
    const auto& header = parser.get().base();
    Request request;
    request.method = text(header.method_string());
    request.path = text(header.target());
    if (const auto question = request.path.find('?'); question != std::string::npos) {
        request.query = request.path.substr(question + 1);
        request.path.resize(question);
    }
    for (const auto& field : header) {
        std::string name = text(field.name_string());
        for (char& c : name) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        request.headers.push_back({std::move(name), text(field.value())});
    }
    return request;
}

Framing framing_of(const Parser& parser) {
    Framing framing{parser.get().version() == 11, parser.chunked(), std::nullopt};
    if (const auto length = parser.content_length()) {
        framing.content_length = *length;
    }
    return framing;
}

tcp::endpoint endpoint_of(const ServerOptions& options) {
    error_code error;
    const auto address = net::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address, error);
    if (error) {
        throw Error(ErrorKind::bad_input, "\"" + options.address + "\" is not an IP address.");
    }
    return {address, options.port};
}

tcp::acceptor listen(net::io_context& io, const ServerOptions& options) {
    const tcp::endpoint endpoint = endpoint_of(options);
    try {
        return {io, endpoint, true};
    } catch (const boost::system::system_error& error) {
        throw Error(ErrorKind::unavailable, "Port " + std::to_string(options.port) + " on " + options.address +
                                                " cannot be listened on: " + error.code().message() + '.');
    }
}

}  // namespace

/// Everything of a running server. All on its one thread, but for the workers' own and request_stop().
class Server::Sessions {
  public:
    Sessions(const ServerOptions& options, const std::function<Handler()>& make_handler)
        : options_(options),
          acceptor_(listen(io_, options)),
          signals_(io_),
          hosts_(host_names(endpoint_.address().to_string(), options.allowed_hosts)),
          reader_(make_handler(), stopping_),
          writer_(make_handler(), stopping_) {
        if (options.stop_on_signals) {
            signals_.add(SIGINT);
            signals_.add(SIGTERM);
        }
    }

    tcp::endpoint endpoint() const { return endpoint_; }

    void run() {
        reader_.start();
        writer_.start();
        net::co_spawn(io_, accept(), net::detached);
        if (options_.stop_on_signals) {
            net::co_spawn(io_, await_signal(), net::detached);
        }
        io_.run();
        reader_.finish();
        writer_.finish();
    }

    void request_stop() {
        stopping_ = true;
        net::post(io_, [this] { stop(); });
    }

  private:
    struct Leaving {
        Sessions& sessions;
        std::shared_ptr<Connection> connection;

        ~Leaving() { sessions.leave(connection); }
    };

    net::awaitable<void> accept();
    net::awaitable<void> await_signal();
    net::awaitable<void> watch(std::shared_ptr<Connection> connection);
    net::awaitable<void> serve(std::shared_ptr<Connection> connection);
    net::awaitable<bool> serve_one(Connection& connection);
    net::awaitable<void> read_request(Connection& connection, Incoming& incoming);
    net::awaitable<bool> parse(Connection& connection, Parser& parser, bool whole, Incoming& incoming);
    net::awaitable<bool> fill(Connection& connection);
    net::awaitable<bool> write(Connection& connection, const std::string& head, const std::string& body);
    net::awaitable<void> work(Request& request, Response& response);
    net::awaitable<void> drain(Connection& connection);

    void hand_over(Request& request, Pending& pending);
    void admit(tcp::socket socket);
    bool take_place(Connection& connection, const Request& request, const Parser& parser);
    void give_place_back(Connection& connection);
    void leave(const std::shared_ptr<Connection>& connection);
    void stop();

    const ServerOptions options_;
    std::atomic<bool> stopping_ = false;
    net::io_context io_{1};
    tcp::acceptor acceptor_;
    const tcp::endpoint endpoint_ = acceptor_.local_endpoint();
    net::signal_set signals_;
    const std::vector<std::string> hosts_;
    std::unordered_set<std::shared_ptr<Connection>> connections_;
    std::size_t payloads_count_ = 0;
    Worker reader_;
    Worker writer_;
};

net::awaitable<void> Server::Sessions::accept() {
    while (!stopping_) {
        error_code error;
        tcp::socket socket = co_await acceptor_.async_accept(into(error));
        if (!error) {
            admit(std::move(socket));
        } else if (!stopping_) {  // out of file descriptors, most likely: some will come free
            net::steady_timer pause(io_, std::chrono::milliseconds(50));
            co_await pause.async_wait(into(error));
        }
    }
}

void Server::Sessions::admit(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (connections_.size() >= options_.connections_max) {
        const Response response =
            failure(503, ErrorKind::unavailable, "Too many connections at once; try again in a moment.");
        socket.non_blocking(true, ignored);
        socket.write_some(net::buffer(response_head(response, false) + response.body), ignored);
        return;
    }
    auto connection = std::make_shared<Connection>(std::move(socket));
    connection->allow(options_.timeout_ms);
    connections_.insert(connection);
    net::co_spawn(io_, serve(connection), net::detached);
    net::co_spawn(io_, watch(connection), net::detached);
}

net::awaitable<void> Server::Sessions::await_signal() {
    error_code error;
    co_await signals_.async_wait(into(error));
    stopping_ = true;
    stop();
}

void Server::Sessions::stop() {
    error_code ignored;
    acceptor_.close(ignored);
    signals_.clear(ignored);  // a second signal ends the process, as it would without us
    for (const auto& connection : connections_) {
        if (!connection->at_work) {
            connection->close();
        } else {
            connection->allow(options_.linger_ms);
        }
    }
}

/// Cancels what the session waits for from the other side when its time is over; the session sees timed_out and decides
/// what to do. A second time comes after linger_ms. While a worker is at work there is nothing to cancel.
net::awaitable<void> Server::Sessions::watch(std::shared_ptr<Connection> connection) {
    while (connection->socket.is_open()) {
        error_code error;
        connection->timer.expires_at(connection->deadline);
        co_await connection->timer.async_wait(into(error));
        if (connection->socket.is_open() && Clock::now() >= connection->deadline) {
            connection->timed_out = true;
            connection->deadline = Clock::now() + std::chrono::milliseconds(options_.linger_ms);
            connection->socket.cancel(error);
        }
    }
}

net::awaitable<void> Server::Sessions::serve(std::shared_ptr<Connection> connection) {
    const Leaving leaving{*this, connection};  // whatever ends the session, an exception too
    while (co_await serve_one(*connection)) {
    }
}

void Server::Sessions::leave(const std::shared_ptr<Connection>& connection) {
    give_place_back(*connection);
    connection->close();
    connections_.erase(connection);
}

/// Reads one request and answers it. Whether another may follow.
net::awaitable<bool> Server::Sessions::serve_one(Connection& connection) {
    Incoming incoming;
    co_await read_request(connection, incoming);
    if (incoming.gone) {
        co_return false;
    }
    connection.at_work = true;
    const bool head_only = incoming.request.method == "HEAD";
    Response response;
    if (incoming.refusal) {
        response = std::move(*incoming.refusal);
    } else if (is_api(incoming.request.path)) {
        co_await work(incoming.request, response);
    } else {
        response = page(incoming.request, web::files());
    }
    give_place_back(connection);
    const bool keep_alive = incoming.keep_alive && !incoming.refusal && !stopping_;
    const std::string head = response_head(response, keep_alive);
    if (head_only) {
        response.body.clear();
    }
    const bool written = co_await write(connection, head, response.body);
    connection.at_work = false;
    if (written && incoming.refusal) {
        co_await drain(connection);
    }
    co_return (written && keep_alive && !stopping_);
}

net::awaitable<void> Server::Sessions::read_request(Connection& connection, Incoming& incoming) {
    Parser parser;
    parser.header_limit(header_limit);
    parser.body_limit(payload_body_limit);
    connection.allow(options_.timeout_ms);
    if (!co_await parse(connection, parser, false, incoming)) {
        co_return;
    }
    incoming.request = request_of(parser);
    incoming.keep_alive = parser.get().version() == 11 && parser.keep_alive();
    incoming.refusal = refuse_header(incoming.request, framing_of(parser), hosts_);
    if (!incoming.refusal && !take_place(connection, incoming.request, parser)) {
        incoming.refusal =
            failure(503, ErrorKind::unavailable, "Too many payloads are being imported; try again in a moment.");
    }
    if (incoming.refusal || parser.is_done()) {
        co_return;
    }
    if (incoming.request.header("expect") == "100-continue" && connection.buffer.size() == 0) {
        const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await write(connection, go_on, incoming.request.body);  // a failure shows when we read on
    }
    parser.body_limit(body_limit(incoming.request.method, incoming.request.path));
    parser.eager(true);
    connection.allow(options_.timeout_ms);
    if (co_await parse(connection, parser, true, incoming)) {
        incoming.request.body = std::move(parser.get().body());
    }
}

/// A payload too large to be taken in for nothing holds a place until it is answered. False: there is none left.
bool Server::Sessions::take_place(Connection& connection, const Request& request, const Parser& parser) {
    const bool may_be_large = parser.chunked() || parser.content_length().value_or(0) > json_body_limit;
    if (may_be_large && body_limit(request.method, request.path) > json_body_limit) {
        connection.holds_payload = payloads_count_ < options_.payloads_max;
        payloads_count_ += connection.holds_payload ? 1 : 0;
        return connection.holds_payload;
    }
    return true;
}

void Server::Sessions::give_place_back(Connection& connection) {
    payloads_count_ -= connection.holds_payload ? 1 : 0;
    connection.holds_payload = false;
}

/// Feeds `parser` until the header, or the `whole` request, is there; otherwise says in `incoming` why not.
net::awaitable<bool> Server::Sessions::parse(Connection& connection, Parser& parser, bool whole, Incoming& incoming) {
    std::size_t unrewarded_count = 0;
    for (;;) {
        error_code error;
        if (connection.buffer.size() > 0) {
            connection.buffer.consume(parser.put(connection.buffer.data(), error));
            if (error && error != beast::http::error::need_more) {
                incoming.refusal = unreadable(status_of(error));
                co_return false;
            }
            if (whole ? parser.is_done() : parser.is_header_done()) {
                co_return true;
            }
            if (!error && connection.buffer.size() > 0) {
                continue;
            }
        }
        if (connection.buffer.size() == connection.buffer.max_size()) {
            incoming.refusal = unreadable(400);
            co_return false;
        }
        const std::size_t before = connection.buffer.size();
        if (!co_await fill(connection)) {
            incoming.gone = !connection.timed_out || !(parser.got_some() || before > 0);
            incoming.refusal = unreadable(408);
            co_return false;
        }
        unrewarded_count += connection.buffer.size() - before;
        if (whole && unrewarded_count >= mebibyte) {
            unrewarded_count = 0;
            connection.allow(options_.timeout_ms);
        }
    }
}

/// Waits for more bytes. False: there will be none, because the other side went or was too slow.
net::awaitable<bool> Server::Sessions::fill(Connection& connection) {
    constexpr std::size_t read_size = 32 * 1024;
    error_code error;
    const auto free = connection.buffer.max_size() - connection.buffer.size();
    const auto room = connection.buffer.prepare(std::min(read_size, free));
    const std::size_t size = co_await connection.socket.async_read_some(room, into(error));
    connection.buffer.commit(size);
    co_return !error && !connection.timed_out;
}

net::awaitable<bool> Server::Sessions::write(Connection& connection, const std::string& head, const std::string& body) {
    connection.allow(stopping_ ? options_.linger_ms : options_.timeout_ms);
    error_code error;
    const std::array<net::const_buffer, 2> parts = {net::buffer(head), net::buffer(body)};
    co_await net::async_write(connection.socket, parts, into(error));
    co_return !error && !connection.timed_out;
}

/// Has the request answered by the worker for its method; the request is moved away.
net::awaitable<void> Server::Sessions::work(Request& request, Response& response) {
    Pending pending(io_);
    hand_over(request, pending);
    while (!pending.done) {
        error_code cancelled;
        co_await pending.finished.async_wait(into(cancelled));
    }
    response = std::move(pending.response);
}

void Server::Sessions::hand_over(Request& request, Pending& pending) {
    Worker& worker = request.method == "POST" ? writer_ : reader_;
    worker.add(std::move(request), [this, &pending](Response made) {
        net::post(io_, [&pending, made = std::move(made)]() mutable {
            pending.response = std::move(made);
            pending.done = true;
            pending.finished.cancel();
        });
    });
}

/// Lets a client that is still sending read why it was refused: closing at once would throw that away.
net::awaitable<void> Server::Sessions::drain(Connection& connection) {
    error_code error;
    connection.socket.shutdown(tcp::socket::shutdown_send, error);
    connection.allow(options_.linger_ms);
    while (!error && !connection.timed_out && !stopping_) {
        connection.buffer.clear();
        const auto room = connection.buffer.prepare(buffer_limit);
        co_await connection.socket.async_read_some(room, into(error));
    }
}

Server::Server(const ServerOptions& options, const std::function<Handler()>& make_handler)
    : sessions_(std::make_unique<Sessions>(options, make_handler)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return sessions_->endpoint().port();
}

std::string Server::url() const {
    const auto address = sessions_->endpoint().address();
    const std::string host = address.is_v6() ? '[' + address.to_string() + ']' : address.to_string();
    return "http://" + host + ':' + std::to_string(port());
}

void Server::run() {
    sessions_->run();
}

void Server::stop() {
    sessions_->request_stop();
}

}  // namespace fanal::http
