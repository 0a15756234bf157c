#pragma once
#include <array>
#include <cstddef>

#include "models/error.hpp"

namespace fanal::app {

/// How a failure shows at our two doors.
struct Outcome {
    ErrorKind kind;
    int http_status;
    int exit_code;  ///< of the command line; 0 is success
};

/// The one table from a kind of failure to what the outside sees, in the order of ErrorKind.
inline constexpr std::array<Outcome, 5> outcomes = {{
    {ErrorKind::bad_input, 400, 2},
    {ErrorKind::not_found, 404, 3},
    {ErrorKind::conflict, 409, 4},
    {ErrorKind::unavailable, 503, 5},
    {ErrorKind::internal, 500, 1},
}};

/// The line of the table for `kind`.
constexpr const Outcome& outcome_of(ErrorKind kind) {
    return outcomes[static_cast<std::size_t>(kind)];
}

}  // namespace fanal::app
