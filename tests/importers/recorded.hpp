#pragma once
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "importers/import_run.hpp"
#include "tests/importers/collected.hpp"

// What the tests on recorded payloads share: where these lie, and how much an import of a folder of them gives.
namespace fanal::importers {

inline const std::filesystem::path recorded_data = FANAL_ROOT "/../shared/data";

/// How much of what there is, by the kinds' plurals and the words below. What there is none of is not named.
using Counts = std::map<std::string, std::size_t>;

/// Counts what a run hands over, and lists the rejections, which a person reads when a count is wrong.
class CountingSink final : public RunSink {
  public:
    void interaction(Record&& record, std::string_view importer) override {
        networks.insert(std::string(importer));
        ++counts_[std::string(plural(record.kind))];
        count("private", record.is_private);
        count("unknown_authors", record.profile.remote_id.empty());
        see(record.profile);
    }
    void removal(Removal&&) override { ++counts_["removals"]; }
    void profile(ProfileSighting&& sighting, std::string_view importer) override {
        networks.insert(std::string(importer));
        ++counts_["profiles"];
        see(sighting);
    }
    void account(AccountSighting&& sighting) override { accounts_.insert(sighting.remote_id); }
    void skip(std::string_view, std::string_view) override { ++counts_["skips"]; }
    void reject(std::string_view place, std::string_view reason, std::string_view) override {
        ++counts_["rejections"];
        rejections.push_back(std::string(place) + ": " + std::string(reason));
    }

    Counts counts() const {
        Counts all = counts_;
        for (const auto& [word, set] : {std::pair("people", &people_), std::pair("accounts", &accounts_)}) {
            if (!set->empty()) {
                all[word] = set->size();
            }
        }
        return all;
    }

    std::set<std::string> networks;
    std::vector<std::string> rejections;

  private:
    void count(const char* word, bool is_one) {
        if (is_one) {
            ++counts_[word];
        }
    }
    void see(const ProfileSighting& sighting) {
        if (!sighting.remote_id.empty()) {
            people_.insert(sighting.remote_id);
        }
    }

    Counts counts_;
    std::set<std::string> people_;
    std::set<std::string> accounts_;
};

/// Every file below a folder with one of these endings, in name order.
inline std::vector<std::filesystem::path> recorded_files(const std::filesystem::path& folder,
                                                         const std::set<std::string>& endings) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && endings.contains(entry.path().extension().string())) {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Imports a whole file into `sink`.
inline void import_file(const std::filesystem::path& path, RunSink& sink) {
    std::ifstream file(path, std::ios::binary);
    RunOptions options;
    const std::string name = path.filename().string();
    options.origin.source = name;
    options.origin.imported_at = test_imported_at;
    run_import(
        [&](char* buffer, std::size_t size) {
            file.read(buffer, static_cast<std::streamsize>(size));
            return static_cast<std::size_t>(file.gcount());
        },
        options, sink);
}

/// Imports every file below a folder of the recorded data with one of these endings.
inline CountingSink import_folder(const std::string& folder,
                                  const std::set<std::string>& endings = {".json", ".jsonl"}) {
    CountingSink sink;
    for (const auto& path : recorded_files(recorded_data / folder, endings)) {
        import_file(path, sink);
    }
    return sink;
}

/// Every test on a folder of recordings begins so: without the recordings there is nothing to hold.
#define SKIP_WITHOUT_RECORDINGS(folder)                                   \
    if (!std::filesystem::exists(recorded_data / (folder))) {             \
        GTEST_SKIP() << "The recorded payloads are not on this machine."; \
    }

}  // namespace fanal::importers
