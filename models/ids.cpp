#include "models/ids.hpp"

#include <bit>
#include <charconv>
#include <cstring>

#include "models/id_text.hpp"

namespace fanal {
namespace {

constexpr std::uint64_t key0 = 0x66616e616c206964;  // "fanal id"
constexpr std::uint64_t key1 = 0x656e746974792031;  // "entity 1"

struct SipState {
    std::uint64_t v0, v1, v2, v3;

    void round() {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }

    void absorb(std::uint64_t word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }
};

}  // namespace

std::uint64_t siphash(std::uint64_t k0, std::uint64_t k1, std::string_view bytes) {
    SipState s{k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573};
    const std::size_t whole = bytes.size() & ~std::size_t{7};
    for (std::size_t i = 0; i < whole; i += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        s.absorb(word);
    }
    std::uint64_t last = static_cast<std::uint64_t>(bytes.size()) << 56;
    for (std::size_t i = whole; i < bytes.size(); ++i) {
        last |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * (i - whole));
    }
    s.absorb(last);
    s.v2 ^= 0xff;
    for (int i = 0; i < 4; ++i) {
        s.round();
    }
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

std::int64_t derive_id(std::string_view space, std::string_view network, std::string_view remote_id) {
    // The parts are joined by a byte that no network name contains, in a buffer on the stack when they fit.
    const std::size_t size = space.size() + network.size() + remote_id.size() + 2;
    char small[256];
    std::string large;
    char* buffer = small;
    if (size > sizeof small) {
        large.resize(size);
        buffer = large.data();
    }
    char* out = buffer;
    for (const std::string_view part : {space, network}) {
        out = std::copy(part.begin(), part.end(), out);
        *out++ = '\0';
    }
    std::copy(remote_id.begin(), remote_id.end(), out);
    const auto id = static_cast<std::int64_t>(siphash(key0, key1, {buffer, size}) >> 1);
    return id == 0 ? 1 : id;
}

ProfileId profile_id(std::string_view network, std::string_view remote_id) {
    return {derive_id("profile", network, remote_id)};
}

InteractionId interaction_id(std::string_view network, std::string_view remote_id) {
    return {derive_id("interaction", network, remote_id)};
}

std::string remote_id_of_handle(std::string_view handle) {
    std::string id = "@";
    for (const char c : handle.substr(handle.starts_with('@') ? 1 : 0)) {
        id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return id;
}

std::optional<std::int64_t> parse_id(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace fanal
