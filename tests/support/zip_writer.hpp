#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fanal::support {

/// A ZIP archive of these members, name and content, as they stand or deflated.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& members, bool deflated = true);

/// `bytes` as gzip.
std::string gzipped(std::string_view bytes);

/// One sheet of a workbook as its XML parts: `rows` are what stands in <sheetData>, the rest is around it.
std::string workbook(const std::string& rows, const std::string& behind_rows = {}, const std::string& relations = {},
                     const std::string& strings = {});

}  // namespace fanal::support
