// One fuzz target: the build defines TARGET as the function, and its header has the same name.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/canonical.hpp"
#include "tests/fuzz/instant.hpp"
#include "tests/fuzz/payload.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fanal::fuzz::TARGET({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
