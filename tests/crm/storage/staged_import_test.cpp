#include "crm/storage/staged_import.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "crm/storage/packed_rows.hpp"
#include "models/ids.hpp"
#include "tests/support/store_dump.hpp"

namespace fanal::storage {
namespace {

Record comment(const std::string& remote_id, const std::string& alias) {
    Record record;
    record.remote_id = remote_id;
    record.occurred_at = {1'000'000};
    record.profile.network = "x";
    record.profile.remote_id = "ana";
    record.profile.observed_at = record.occurred_at;
    record.text = "bonjour";
    if (!alias.empty()) {
        record.alias_remote_ids = {alias};
    }
    return record;
}

TEST(Aliases, ARemovalUnderAnAliasHoldsInAnyOrder) {
    // The record with its alias, the removal under it, and the same record from a payload that does not know the alias.
    std::vector<int> steps = {0, 1, 2};
    std::string expected;
    do {
        Store store = Store::open(":memory:");
        for (const int step : steps) {
            ImportBatch batch;
            if (step == 1) {
                batch.add(Removal{"x", "version2", {2'000'000}}, 0);
            } else {
                batch.add(comment("version1", step == 0 ? "version2" : ""), "test", 0, 1);
            }
            write(store, batch);
        }
        EXPECT_EQ(
            store.database().integer("SELECT count(*) FROM interactions WHERE removed_at = 2000000 AND text = ''"), 1);
        const std::string dump = test::dump(store);
        expected = expected.empty() ? dump : expected;
        EXPECT_EQ(dump, expected);
    } while (std::next_permutation(steps.begin(), steps.end()));
}

TEST(PackedRows, ComeBackAsTheyWere) {
    const std::string long_text(70'000, 'x');
    PendingInteraction item;
    item.row = {
        1, -2, 3, 4, 5, 6, 7, 8, InteractionKind::quote, "x", "id", long_text, "", "fr", 0.5, "", "https://a.example",
        ""};
    item.file = 9;
    item.record = 10;
    std::string bytes;
    pack(item, bytes);
    pack(item, bytes);
    std::string_view rest = bytes;
    for (int i = 0; i < 2; ++i) {
        const auto back = unpack<PendingInteraction>(rest);
        EXPECT_EQ(back.row, item.row);
        EXPECT_EQ(back.file, 9U);
        EXPECT_EQ(back.record, 10U);
    }
    EXPECT_TRUE(rest.empty());
}

TEST(PackedRows, CutShortAnywhereAreSaidToBeDamaged) {
    PendingFact fact;
    fact.value = "a value";
    std::string bytes;
    pack(fact, bytes);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        std::string_view cut = std::string_view(bytes).substr(0, size);
        EXPECT_THROW(unpack<PendingFact>(cut), Error);
    }
}

TEST(StagedImport, GivesBatchesBackAsOneSequenceInOrder) {
    const auto path = std::filesystem::temp_directory_path() / ("fanal-staged-" + std::to_string(::getpid()) + ".db");
    Store store = Store::open(path.string());
    {
        auto staged = StagedImport::open(store.database());
        ASSERT_TRUE(staged);
        for (std::uint32_t batch_number = 0; batch_number < 7; ++batch_number) {
            ImportBatch batch;
            for (int i = 0; i < 2'000; ++i) {
                batch.add(comment(std::to_string((i * 7 + static_cast<int>(batch_number)) % 5'000), ""), "test", 0,
                          batch_number);
            }
            staged->append(batch, {"a.json"});
            EXPECT_TRUE(batch.empty());
        }
        std::size_t count = 0;
        std::pair<std::int64_t, std::uint32_t> last{-1, 0};
        const auto rows = staged->interactions();
        while (const PendingInteraction* row = rows->next()) {
            const std::pair at(row->row.interaction_id, row->record);
            EXPECT_LE(last, at);
            EXPECT_EQ(row->row.interaction_id, interaction_id("x", row->row.remote_id).value);
            last = at;
            ++count;
        }
        EXPECT_EQ(count, 14'000U);
    }
    for (const char* const suffix : {"", "-wal", "-shm", "-import"}) {
        std::filesystem::remove(path.string() + suffix);
    }
}

}  // namespace
}  // namespace fanal::storage
