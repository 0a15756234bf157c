#include "tests/bench/shared/dataset.hpp"

#include <zlib.h>

#include <cstdio>
#include <cstdlib>

namespace fanal::bench {

std::string read_dataset(const std::filesystem::path& path) {
    const gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) {
        std::fprintf(stderr, "%s cannot be opened.\n", path.c_str());
        std::exit(2);
    }
    std::string text;
    char bytes[1 << 16];
    for (int count = 0; (count = gzread(file, bytes, sizeof bytes)) > 0;) {
        text.append(bytes, static_cast<std::size_t>(count));
    }
    gzclose(file);
    return text;
}

}  // namespace fanal::bench
