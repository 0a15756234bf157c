#pragma once
#include <span>
#include <string_view>

namespace fanal::web {

/// One file of the browser's page, built into the binary and compressed by gzip; `name` is its path on the server
/// without the leading slash, as in "app.js".
struct File {
    std::string_view name;
    std::string_view bytes;
};

/// Every file of the page; "index.html" is always among them. The bytes live as long as the program.
std::span<const File> files();

}  // namespace fanal::web
