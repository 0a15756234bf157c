#pragma once
#include <string>
#include <string_view>

namespace fanal {

/// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits. For what must not be rewritten without a
/// trace; not for passwords.
std::string sha256(std::string_view bytes);

}  // namespace fanal
