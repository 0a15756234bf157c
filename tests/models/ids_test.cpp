#include "models/ids.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace fanal {
namespace {

struct Vector {
    int size;
    std::uint64_t hash;
};

// The published vectors of SipHash-2-4: key 00 01 … 0f, input 00 01 … of the given size.
constexpr Vector published[] = {
    {0, 0x726fdb47dd0e0e31}, {1, 0x74f839c593dc67fd},  {2, 0x0d6c8009d9a94f5a},  {3, 0x85676696d7fb7e2d},
    {4, 0xcf2794e0277187b7}, {5, 0x18765564cd99a68d},  {6, 0xcbc9466e58fee3ce},  {7, 0xab0200f58b01d137},
    {8, 0x93f5f5799a932462}, {15, 0xa129ca6149be45e5}, {63, 0x958a324ceb064572},
};

TEST(Siphash, gives_the_published_vectors) {
    for (const Vector& vector : published) {
        std::string bytes;
        for (int i = 0; i < vector.size; ++i) {
            bytes += static_cast<char>(i);
        }
        EXPECT_EQ(siphash(0x0706050403020100, 0x0f0e0d0c0b0a0908, bytes), vector.hash) << vector.size << " bytes";
    }
}

TEST(DeriveId, keeps_its_promise_to_databases_already_written) {
    // These numbers stand in databases: a change here is a change of every id.
    EXPECT_EQ(profile_id("facebook", "4").value, 7201759364665424034);
    EXPECT_EQ(interaction_id("youtube", "UgzOysters").value, 984652387454491603);
}

TEST(DeriveId, is_positive_and_tells_spaces_networks_and_ids_apart) {
    std::set<std::int64_t> ids;
    for (const char* space : {"profile", "interaction"}) {
        for (const char* network : {"facebook", "youtube", "x"}) {
            for (const char* remote_id : {"", "1", "11", "facebook", "x"}) {
                const std::int64_t id = derive_id(space, network, remote_id);
                EXPECT_GT(id, 0);
                ids.insert(id);
            }
        }
    }
    EXPECT_EQ(ids.size(), 30u);
}

TEST(DeriveId, reads_long_ids_and_embedded_zeros_to_the_end) {
    const std::string long_id(1000, 'a');
    EXPECT_NE(derive_id("profile", "x", long_id), derive_id("profile", "x", long_id + "b"));
    EXPECT_NE(derive_id("profile", "x", std::string("a\0b", 3)), derive_id("profile", "x", std::string("a\0c", 3)));
    // A buffer on the stack and one on the heap give the same hash of the same bytes.
    for (std::size_t size = 230; size < 270; ++size) {
        const std::string id(size, 'z');
        const std::string whole = std::string("profile\0x\0", 10) + id;
        const auto hash = static_cast<std::int64_t>(siphash(0x66616e616c206964, 0x656e746974792031, whole) >> 1);
        EXPECT_EQ(derive_id("profile", "x", id), hash) << size;
    }
}

}  // namespace
}  // namespace fanal
