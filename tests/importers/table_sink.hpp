#pragma once
#include "importers/import_run.hpp"
#include "importers/table_guide.hpp"
#include "tests/importers/collected.hpp"

// What the tests of tables share: a sink that keeps what a run hands over, and a guide that says what a test wants.
namespace fanal::importers {

/// Keeps everything, in order.
class TableSink final : public RunSink {
  public:
    void interaction(Record&& record, std::string_view) override {
        collected.interactions.push_back(std::move(record));
    }
    void removal(Removal&& removal) override { collected.removals.push_back(std::move(removal)); }
    void profile(ProfileSighting&& sighting, std::string_view) override {
        collected.profiles.push_back(std::move(sighting));
    }
    void account(AccountSighting&& sighting) override { collected.accounts.push_back(std::move(sighting)); }
    void skip(std::string_view place, std::string_view reason) override {
        collected.skips.push_back({std::string(place), std::string(reason)});
    }
    void reject(std::string_view place, std::string_view reason, std::string_view) override {
        collected.rejections.push_back({std::string(place), std::string(reason)});
    }

    Collected collected;
};

/// Says what a test wants it to.
class TestGuide final : public TableGuide {
  public:
    const ColumnMap& given() const override { return columns; }
    const ColumnMap* known(const std::vector<std::string>& header) const override {
        return header == known_header ? &known_columns : nullptr;
    }
    ColumnAnswer ask(const ColumnGuess& guess) override {
        asked.push_back(guess);
        return answer;
    }
    void confirmed(const std::vector<std::string>& header, const ColumnMap& map) override {
        known_header = header;
        known_columns = map;
    }
    void note(const std::string& sentence) override { notes.push_back(sentence); }
    bool is_sheet() const override { return sheet; }

    ColumnMap columns;
    ColumnAnswer answer = ColumnAnswer::nobody_asked;
    bool sheet = false;
    std::vector<ColumnGuess> asked;
    std::vector<std::string> notes;
    std::vector<std::string> known_header;
    ColumnMap known_columns;
};

/// What came of a file.
struct TableRead {
    std::string network;
    Collected collected;
    std::vector<std::string> notes;
};

/// Reads bytes in pieces of a size that no buffer has.
inline TableRead read_table(std::string_view bytes, TestGuide& guide, std::string_view as_network = {}) {
    TableSink sink;
    RunOptions options;
    options.as = as_network.empty() ? nullptr : find_importer(as_network);
    options.origin = {"test", {}, test_imported_at};
    options.guide = &guide;
    const ReadBytes read = [left = bytes](char* buffer, std::size_t size) mutable {
        const std::size_t count = left.copy(buffer, std::min<std::size_t>(size, 4999));
        left.remove_prefix(count);
        return count;
    };
    TableRead result{run_import(read, options, sink), {}, {}};
    result.collected = std::move(sink.collected);
    result.notes = guide.notes;
    return result;
}

inline TableRead read_table(std::string_view bytes, std::string_view as_network = {}) {
    TestGuide guide;
    return read_table(bytes, guide, as_network);
}

}  // namespace fanal::importers
