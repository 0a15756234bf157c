#include "importers/containers/gzip.hpp"

#include <zlib.h>

#include <array>

namespace fanal::importers {
namespace {

constexpr std::size_t packed_chunk = 64U << 10;
constexpr std::int64_t harmless_bytes = 256LL << 20;
constexpr std::int64_t ratio_max = 300;
constexpr int gzip_window_bits = 15 + 16;  // the largest window, and gzip's own header only

}  // namespace

struct GzipReader::State {
    z_stream stream{};
    std::array<char, packed_chunk> chunk;
    std::int64_t packed_bytes = 0;
    std::int64_t unpacked_bytes = 0;
    bool in_member = false;
};

GzipReader::GzipReader(const ReadBytes& packed) : packed_(packed), state_(std::make_unique<State>()) {
    if (inflateInit2(&state_->stream, gzip_window_bits) != Z_OK) {
        problem_ = "There is no memory to unpack this file.";
        done_ = true;
    }
}

GzipReader::~GzipReader() {
    inflateEnd(&state_->stream);
}

bool GzipReader::fill() {
    z_stream& stream = state_->stream;
    if (stream.avail_in == 0) {
        const std::size_t count = packed_(state_->chunk.data(), state_->chunk.size());
        state_->packed_bytes += static_cast<std::int64_t>(count);
        stream.next_in = reinterpret_cast<Bytef*>(state_->chunk.data());
        stream.avail_in = static_cast<uInt>(count);
    }
    return stream.avail_in > 0;
}

std::size_t GzipReader::read(char* buffer, std::size_t size) {
    z_stream& stream = state_->stream;
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = static_cast<uInt>(size);
    while (!done_ && stream.avail_out == size) {
        if (!fill()) {
            problem_ = state_->in_member ? "This gzip file is cut short; what stands before the cut was read." : "";
            done_ = true;
            break;
        }
        state_->in_member = true;
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            state_->in_member = false;
            inflateReset(&stream);
        } else if (result != Z_OK) {
            // Some writers pad the end with zeros, which are no further member.
            const bool padding = state_->unpacked_bytes > 0 && stream.total_out == 0 && stream.total_in < 10;
            problem_ = padding ? "" : "This gzip file is damaged; what stands before the damage was read.";
            done_ = true;
        }
    }
    const std::size_t count = size - stream.avail_out;
    state_->unpacked_bytes += static_cast<std::int64_t>(count);
    if (is_bomb(state_->packed_bytes, state_->unpacked_bytes)) {
        problem_ = bomb_sentence;
        done_ = true;
    }
    return count;
}

bool is_gzip(std::string_view start) {
    return start.starts_with("\x1f\x8b\x08");
}

bool is_bomb(std::int64_t packed_bytes, std::int64_t unpacked_bytes) {
    return unpacked_bytes > harmless_bytes && unpacked_bytes / ratio_max > packed_bytes;
}

}  // namespace fanal::importers
