#include "tests/support/store_dump.hpp"

#include <vector>

namespace fanal::test {

std::string dump(storage::Store& store) {
    std::string text;
    std::vector<std::string> tables;
    auto objects = store.database().prepare(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'import\\_%' ESCAPE '\\' "
        "AND tbl_name NOT LIKE 'decision\\_%' ESCAPE '\\' "
        "ORDER BY rowid");
    while (objects.step()) {
        text += std::string(objects.text(2)) + "\n";
        if (objects.text(0) == "table") {
            tables.emplace_back(objects.text(1));
        }
    }
    for (const std::string& table : tables) {
        std::string columns;
        auto names = store.database().prepare("SELECT name FROM pragma_table_info('" + table + "')");
        while (names.step()) {
            columns += (columns.empty() ? "quote(" : " || ',' || quote(") + std::string(names.text(0)) + ")";
        }
        auto rows = store.database().prepare("SELECT " + columns + " FROM " + table);
        while (rows.step()) {
            text += table + " " + std::string(rows.text(0)) + "\n";
        }
    }
    return text;
}

}  // namespace fanal::test
