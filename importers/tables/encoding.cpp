#include "importers/tables/encoding.hpp"

#include <simdjson.h>

#include <array>

#include "importers/mojibake.hpp"
#include "models/utf8.hpp"

namespace fanal::importers {
namespace {

constexpr std::size_t chunk_size = 32U << 10;

/// Windows-1252 is Latin-1 but for these. Five bytes stand for nothing.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

constexpr std::array<char16_t, 128> mac_roman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

constexpr Encoding windows = Encoding::windows_1252;
constexpr Encoding mac = Encoding::mac_roman;

char32_t character(unsigned char byte, Encoding encoding) {
    if (byte < 0x80) {
        return byte;
    }
    if (encoding == mac) {
        return mac_roman[byte - 0x80U];
    }
    return byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
}

/// The letters and signs that French, English and their neighbours write beyond ASCII.
bool is_usual(char32_t c) {
    constexpr std::u32string_view usual = U"àâäáçéèêëîïíôöóùûüúñœæßÀÂÇÉÈÊÎÔÛŒ’‘“”«»–—…€° ";
    return usual.find(c) != std::u32string_view::npos;
}

int points(std::string_view text, Encoding encoding) {
    int sum = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80) {
            const char32_t read = character(byte, encoding);
            sum += is_usual(read) ? 2 : read == replacement_character ? -4 : -1;
        }
    }
    return sum;
}

bool is_utf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

}  // namespace

std::string_view to_text(Encoding encoding) {
    return encoding == mac ? "Mac Roman" : "Windows-1252";
}

Encoding guess_encoding(std::string_view text) {
    return points(text, mac) > points(text, windows) ? mac : windows;
}

std::string mended_text(std::string_view text, const Encoding*& encoding) {
    std::string whole = join_surrogates(text).value_or(std::string(text));
    if (is_utf8(whole)) {
        return whole;
    }
    if (encoding == nullptr) {
        encoding = guess_encoding(text) == mac ? &mac : &windows;
    }
    whole.clear();
    for (const char c : text) {
        append_utf8(whole, character(static_cast<unsigned char>(c), *encoding));
    }
    return whole;
}

void Utf16Reader::begin() {
    packed_.resize(4);
    std::size_t held = 0;
    for (std::size_t count = 1; count > 0 && held < packed_.size(); held += count) {
        count = read_(packed_.data() + held, packed_.size() - held);
    }
    packed_.resize(held);
    const auto zero = [&](std::size_t i) { return i < packed_.size() && packed_[i] == '\0'; };
    const auto letter = [&](std::size_t i) { return i < packed_.size() && packed_[i] > 0; };
    const bool little = packed_.starts_with("\xFF\xFE") || (letter(0) && zero(1) && letter(2) && zero(3));
    const bool big = packed_.starts_with("\xFE\xFF") || (zero(0) && letter(1) && zero(2) && letter(3));
    order_ = little ? Order::little : big ? Order::big : Order::none;
    if (order_ == Order::none) {
        ready_.swap(packed_);
    }
}

void Utf16Reader::fill() {
    const std::size_t held = packed_.size();
    packed_.resize(held + chunk_size);
    const std::size_t count = read_(packed_.data() + held, chunk_size);
    packed_.resize(held + count);
    at_end_ = count == 0;
    const auto unit = [&](std::size_t i) -> char32_t {
        const auto first = static_cast<unsigned char>(packed_[i]);
        const auto second = static_cast<unsigned char>(packed_[i + 1]);
        return order_ == Order::little ? first | second << 8 : first << 8 | second;
    };
    std::size_t i = 0;
    for (; i + 1 < packed_.size(); i += 2) {
        char32_t c = unit(i);
        const bool high = c >= 0xD800 && c < 0xDC00;
        if (high && i + 3 >= packed_.size() && !at_end_) {
            break;
        }
        if (high && i + 3 < packed_.size() && (unit(i + 2) & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = replacement_character;
        }
        append_utf8(ready_, c);
    }
    packed_.erase(0, i);
}

std::size_t Utf16Reader::take(char* buffer, std::size_t size) {
    if (order_ == Order::unknown) {
        begin();
    }
    while (given_ == ready_.size()) {
        ready_.clear();
        given_ = 0;
        if (order_ == Order::none) {
            return read_(buffer, size);
        }
        if (at_end_) {
            return 0;
        }
        fill();
    }
    const std::size_t count = ready_.copy(buffer, size, given_);
    given_ += count;
    return count;
}

}  // namespace fanal::importers
