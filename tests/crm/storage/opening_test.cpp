#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/error.hpp"

namespace fanal::storage {
namespace {

namespace fs = std::filesystem;

class Opening : public testing::Test {
  protected:
    Opening() : folder(fs::temp_directory_path() / ("fanal-opening-" + std::to_string(::getpid()))) {
        fs::create_directories(folder);
    }
    ~Opening() override { fs::remove_all(folder); }

    fs::path folder;
};

TEST_F(Opening, WhoBeginsADatabaseTogetherWaitsForTheOther) {
    for (int round = 0; round < 20; ++round) {
        const std::string path = (folder / (std::to_string(round) + ".db")).string();
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&] {
                EXPECT_NO_THROW({
                    Store store = Store::open(path);
                    store.database().integer("SELECT count(*) FROM interactions");
                });
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
    }
}

TEST_F(Opening, AFileThatIsNoDatabaseIsNamedAndLeftAlone) {
    const std::string path = (folder / "letter.txt").string();
    std::ofstream(path) << std::string(2'000, 'a');
    try {
        Store::open_existing(path);
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_input);
        EXPECT_EQ(error.what(), path + " is not a Fanal database.");
    }
    EXPECT_EQ(fs::file_size(path), 2'000U);
}

}  // namespace
}  // namespace fanal::storage
