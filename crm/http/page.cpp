#include "crm/http/page.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "crm/http/router.hpp"
#include "models/ids.hpp"

namespace fanal::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> content_types = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
}};

/// By the ending of the name; empty when it is none that a page is made of.
std::string_view content_type(std::string_view name) {
    for (const auto& [ending, type] : content_types) {
        if (name.ends_with(ending)) {
            return type;
        }
    }
    return {};
}

const web::File* find_file(std::span<const web::File> files, std::string_view name) {
    const auto found =
        std::find_if(files.begin(), files.end(), [name](const web::File& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Whether the element of Accept-Encoding, "gzip;q=0.5", allows gzip.
bool allows_gzip(std::string_view element) {
    const auto semicolon = std::min(element.find(';'), element.size());
    const std::string_view coding = trimmed(element.substr(0, semicolon));
    if (coding != "gzip" && coding != "x-gzip" && coding != "*") {
        return false;
    }
    const std::string_view weight = trimmed(element.substr(std::min(semicolon + 1, element.size())));
    const bool zero = weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == std::string_view::npos;
    return !zero;
}

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        const std::string_view element = accept_encoding.substr(0, accept_encoding.find(','));
        if (allows_gzip(element)) {
            return true;
        }
        accept_encoding.remove_prefix(std::min(element.size() + 1, accept_encoding.size()));
    }
    return false;
}

std::string inflated(std::string_view bytes) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    z_stream stream{};
    if (inflateInit2(&stream, gzip_only) != Z_OK) {
        throw std::runtime_error("The decompressor could not be set up.");
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::array<char, 32 * 1024> chunk;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = chunk.size();
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk.data(), chunk.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END) {
        throw std::runtime_error("A file of the page is not compressed as it should be.");
    }
    return out;
}

/// A strong validator: two encodings of one file are two different answers.
std::string strong_validator(std::string_view bytes, bool gzip) {
    char text[32];
    std::snprintf(text, sizeof text, "\"%016llx%s\"", static_cast<unsigned long long>(siphash(0, 0, bytes)),
                  gzip ? "-gz" : "");
    return text;
}

Response send(const Request& request, const web::File& file) {
    const bool gzip = accepts_gzip(request.header("accept-encoding"));
    const std::string validator = strong_validator(file.bytes, gzip);
    Response response;
    response.content_type = content_type(file.name);
    if (response.content_type.empty()) {
        response.content_type = "application/octet-stream";
    }
    response.headers = {{"Cache-Control", "no-cache"}, {"ETag", validator}, {"Vary", "Accept-Encoding"}};
    if (request.header("if-none-match").find(validator) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    if (gzip) {
        response.headers.push_back({"Content-Encoding", "gzip"});
    }
    response.body = gzip ? std::string(file.bytes) : inflated(file.bytes);
    return response;
}

}  // namespace

Response page(const Request& request, std::span<const web::File> files) {
    if (request.method != "GET" && request.method != "HEAD") {
        Response response = failure(405, ErrorKind::bad_input, "A page can only be read.");
        response.headers.push_back({"Allow", "GET, HEAD"});
        return response;
    }
    const std::string_view name = std::string_view(request.path).substr(std::min<std::size_t>(1, request.path.size()));
    const web::File* file = find_file(files, name);
    if (file == nullptr && content_type(name).empty()) {
        file = find_file(files, "index.html");
    }
    return file != nullptr ? send(request, *file) : failure(404, ErrorKind::not_found, "There is no such file.");
}

}  // namespace fanal::http
