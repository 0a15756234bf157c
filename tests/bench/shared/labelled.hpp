#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// Sets of people of whom it is known who is who, in whatever form they were published.
namespace fanal::bench {

/// One line of a set, by the name of its column in lower case, without spaces around.
using Row = std::map<std::string, std::string>;

struct LabelledSet {
    std::string name;  ///< of its file
    std::vector<std::string> columns;
    std::vector<Row> rows;

    bool has(const std::string& column) const;
};

/// Reads CSV and TSV, plain or gzip-compressed. Exits with 2 and a sentence when the file cannot be opened.
LabelledSet read_labelled(const std::filesystem::path& path);

/// Every such file under a folder, or the file itself, by name.
std::vector<std::filesystem::path> labelled_files(const std::filesystem::path& place);

/// The value of the first of several columns that has one; empty when none has.
std::string first_of(const Row& row, const std::vector<std::string>& columns);

}  // namespace fanal::bench
