#include "crm/storage/column_maps.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace fanal::storage {
namespace {

/// Headings have no line ends here: where they had some, there are blanks.
std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        found.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return found;
}

}  // namespace

std::vector<KnownColumns> list_column_maps(Store& store) {
    std::vector<KnownColumns> found;
    Statement list = store.database().prepare(
        "SELECT header, columns FROM column_maps ORDER BY confirmed_at DESC, header LIMIT 1000");
    while (list.step()) {
        KnownColumns known{lines(list.text(0)), {}};
        for (const std::string& line : lines(list.text(1))) {
            const std::size_t sign = line.find('=');
            known.columns.push_back({line.substr(0, sign), line.substr(sign + 1)});
        }
        found.push_back(std::move(known));
    }
    return found;
}

void keep_column_map(Store& store, const KnownColumns& known, Instant confirmed_at) {
    std::string header, columns;
    for (const std::string& heading : known.header) {
        header += on_one_line(heading) + "\n";
    }
    for (const MappedColumn& mapped : known.columns) {
        columns += mapped.field + "=" + on_one_line(mapped.column) + "\n";
    }
    store.database()
        .prepare(
            "INSERT INTO column_maps (header, columns, confirmed_at) VALUES ($1,$2,$3) ON CONFLICT (header) DO UPDATE "
            "SET columns = excluded.columns, confirmed_at = excluded.confirmed_at")
        .bind(1, header)
        .bind(2, columns)
        .bind(3, confirmed_at.ms)
        .run();
}

}  // namespace fanal::storage
