#pragma once
#include <stdexcept>
#include <string>

namespace fanal {

/// Why something cannot go on. One table in crm/app/outcome.hpp turns a kind into an HTTP status and an exit code.
enum class ErrorKind {
    bad_input,    ///< what was asked or given is wrong, and the caller can mend it
    not_found,    ///< there is no such thing
    conflict,     ///< it contradicts what is there
    unavailable,  ///< the database is busy, a file cannot be read, a port is taken: trying later may help
    internal,     ///< our own mistake
};

/// The one exception type. `what()` is a whole sentence for a person. Thrown where work cannot go on, and caught in
/// three places only: an import run, the HTTP router, main. What is expected is a value instead: an optional, or a
/// Rejection.
class Error : public std::runtime_error {
  public:
    Error(ErrorKind error_kind, const std::string& sentence) : std::runtime_error(sentence), kind_(error_kind) {}

    ErrorKind kind() const { return kind_; }

  private:
    ErrorKind kind_;
};

}  // namespace fanal
