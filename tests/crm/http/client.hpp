#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fanal::http {

/// What a client read: one response.
struct Answer {
    int status = 0;
    std::string head;
    std::string body;
};

/// A plain blocking socket to a server on this machine, which knows no more of HTTP than a test has to. Every wait ends
/// after ten seconds, and then the test fails.
class Client {
  public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval ten_seconds{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &ten_seconds, sizeof ten_seconds);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &ten_seconds, sizeof ten_seconds);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            ::close(socket_);
            throw std::runtime_error("The server does not accept connections.");
        }
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False when the server does not take it all.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// The next response, by its Content-Length; nothing when the connection ends before.
    std::optional<Answer> receive(bool without_body = false) {
        std::size_t end = 0;
        while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
            if (!receive_some()) {
                return std::nullopt;
            }
        }
        Answer answer;
        answer.head = buffer_.substr(0, end + 4);
        buffer_.erase(0, end + 4);
        answer.status = std::atoi(answer.head.c_str() + std::string_view("HTTP/1.1 ").size());
        const auto length_at = answer.head.find("Content-Length: ");
        const std::size_t length = without_body || length_at == std::string::npos
                                       ? 0
                                       : std::strtoull(answer.head.c_str() + length_at + 16, nullptr, 10);
        while (buffer_.size() < length) {
            if (!receive_some()) {
                return std::nullopt;
            }
        }
        answer.body = buffer_.substr(0, length);
        buffer_.erase(0, length);
        return answer;
    }

    /// Whether the server says nothing more and ends the connection.
    bool is_closed() { return buffer_.empty() && !receive_some() && !gave_up_; }

    /// Waits for the first byte, and leaves it where it is.
    bool hears_something() {
        char byte = 0;
        return ::recv(socket_, &byte, 1, MSG_PEEK) == 1;
    }

    /// Everything until the connection ends.
    std::string receive_all() {
        while (receive_some()) {
        }
        return std::move(buffer_);
    }

    int socket() const { return socket_; }

  private:
    bool receive_some() {
        char bytes[64 * 1024];
        const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
        gave_up_ = size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        buffer_.append(bytes, size > 0 ? static_cast<std::size_t>(size) : 0);
        return size > 0;
    }

    int socket_;
    std::string buffer_;
    bool gave_up_ = false;
};

/// A request as a browser on this machine would send it.
inline std::string get(std::string_view target, std::string_view more = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more) + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body, std::string_view type = "application/json") {
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace fanal::http
