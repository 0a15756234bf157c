#include "tests/bench/shared/labelled.hpp"

#include <algorithm>

#include "tests/bench/shared/dataset.hpp"

namespace fanal::bench {
namespace {

std::string trimmed(std::string value) {
    value.erase(0, std::min(value.find_first_not_of(" \t\r"), value.size()));
    value.erase(value.find_last_not_of(" \t\r") + 1);
    return value;
}

/// The cells of the line at `at`, which is moved behind it; quotes may hold separators and ends of lines.
std::vector<std::string> read_line(const std::string& text, std::size_t& at, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' && separator == ',') {
            const bool escaped = quoted && at + 1 < text.size() && text[at + 1] == '"';
            cells.back() += escaped ? "\"" : "";
            at += escaped ? 1 : 0;
            quoted = escaped ? quoted : !quoted;
        } else if (c == '\n' && !quoted) {
            ++at;
            break;
        } else if (c == separator && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    std::transform(cells.begin(), cells.end(), cells.begin(), trimmed);
    return cells;
}

}  // namespace

bool LabelledSet::has(const std::string& column) const {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

LabelledSet read_labelled(const std::filesystem::path& path) {
    const std::string text = read_dataset(path);
    LabelledSet set{path.filename().string(), {}, {}};
    const std::string header = text.substr(0, text.find('\n'));
    const char separator = header.find('\t') != header.npos ? '\t' : header.find(';') != header.npos ? ';' : ',';
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    set.columns = read_line(text, at, separator);
    for (std::string& column : set.columns) {
        std::transform(column.begin(), column.end(), column.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    }
    while (at < text.size()) {
        const std::vector<std::string> cells = read_line(text, at, separator);
        Row row;
        for (std::size_t i = 0; i < std::min(cells.size(), set.columns.size()); ++i) {
            row[set.columns[i]] = cells[i];
        }
        set.rows.push_back(std::move(row));
    }
    return set;
}

std::vector<std::filesystem::path> labelled_files(const std::filesystem::path& place) {
    std::vector<std::filesystem::path> found;
    if (!std::filesystem::is_directory(place)) {
        return {place};
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place)) {
        const std::string name = entry.path().filename().string();
        const auto ends = [&](const char* ending) { return name.ends_with(ending); };
        if (entry.is_regular_file() && (ends(".csv") || ends(".tsv") || ends(".csv.gz") || ends(".tsv.gz"))) {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string first_of(const Row& row, const std::vector<std::string>& columns) {
    for (const std::string& column : columns) {
        const auto found = row.find(column);
        if (found != row.end() && !found->second.empty()) {
            return found->second;
        }
    }
    return {};
}

}  // namespace fanal::bench
