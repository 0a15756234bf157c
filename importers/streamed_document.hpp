#pragma once
#include <string>
#include <string_view>

namespace fanal::importers {

/// Whether a file that begins so is a recorded stream of server-sent events.
bool looks_like_stream(std::string_view start);

/// The document that one server-sent event carries, gathered line by line: the name of what happened, and its data.
class StreamedDocument {
  public:
    /// Takes a line without its end; true when it is the empty one behind the last.
    bool add_line(std::string_view line);

    /// No data: nothing but comments, which keep the connection open.
    bool is_empty() const { return data_.empty(); }

    /// The data where it is a JSON object or list. Anything else, such as a bare id, stands in {"event", "payload"}
    /// with the name, which is how the same servers put it when they speak through a WebSocket.
    std::string json() const;

  private:
    std::string name_;
    std::string data_;
};

}  // namespace fanal::importers
