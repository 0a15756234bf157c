// One fuzz target: the build defines TARGET as the function, whose header has the same name, or NETWORK as the name of
// the network whose importer reads the bytes.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/canonical.hpp"
#include "tests/fuzz/instant.hpp"
#include "tests/fuzz/naming.hpp"
#include "tests/fuzz/network.hpp"
#include "tests/fuzz/payload.hpp"
#include "tests/fuzz/traits.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
#ifdef NETWORK
    fanal::fuzz::network(NETWORK, input);
#else
    fanal::fuzz::TARGET(input);
#endif
    return 0;
}
