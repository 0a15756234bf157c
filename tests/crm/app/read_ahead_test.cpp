#include "crm/app/read_ahead.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace fanal::app {
namespace {

/// All that comes, taken by `size` bytes.
std::string all_of(ReadAhead& ahead, std::size_t size) {
    std::string all, buffer(size, '\0');
    while (const std::size_t count = ahead.take(buffer.data(), size)) {
        all.append(buffer, 0, count);
    }
    return all;
}

/// Gives `bytes` by at most `size` at a time.
importers::ReadBytes reader_of(const std::string& bytes, std::size_t size) {
    return [&bytes, size, at = std::size_t{0}](char* buffer, std::size_t room) mutable {
        const std::size_t count = bytes.copy(buffer, std::min(size, room), at);
        at += count;
        return count;
    };
}

TEST(ReadAhead, GivesTheSameBytesWhateverThePieces) {
    for (const std::size_t length : {0UL, 1UL, 262'143UL, 262'144UL, 262'145UL, 1'000'003UL}) {
        std::string bytes(length, '\0');
        for (std::size_t i = 0; i < length; ++i) {
            bytes[i] = static_cast<char>(i * 31 % 251);
        }
        for (const std::size_t given : {std::size_t{4'001}, std::size_t{1} << 20}) {
            const importers::ReadBytes read = reader_of(bytes, given);
            ReadAhead ahead(read);
            EXPECT_EQ(all_of(ahead, 65'536), bytes) << length << " bytes by " << given;
        }
    }
}

TEST(ReadAhead, SaysWhatWentWrongOnTheWay) {
    int pieces = 0;
    const importers::ReadBytes read = [&](char*, std::size_t room) {
        if (++pieces == 4) {
            throw std::runtime_error("The disk is gone.");
        }
        return room;
    };
    ReadAhead ahead(read);
    EXPECT_THROW(all_of(ahead, 65'536), std::runtime_error);
    EXPECT_EQ(pieces, 4);
}

TEST(ReadAhead, MayBeLeftInTheMiddle) {
    const std::string bytes(1'000'000, 'x');
    const importers::ReadBytes read = reader_of(bytes, 65'536);
    char byte = 0;
    {
        ReadAhead ahead(read);
        EXPECT_EQ(ahead.take(&byte, 1), 1U);
    }
    EXPECT_EQ(byte, 'x');
}

}  // namespace
}  // namespace fanal::app
