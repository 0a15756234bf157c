#pragma once
#include <memory>
#include <string>

#include "importers/containers/workbook_parts.hpp"

namespace fanal::importers {

/// An XLSX workbook, each of whose sheets reads as the CSV that it could be saved as: dates as 2020-12-31 18:55:05, and
/// behind a column with links one more, whose heading ends " link", for where they lead. Empty rows are kept, so that
/// the row in reports is the spreadsheet's; rows end with their last value.
class Workbook {
  public:
    /// `archive` must outlive the workbook.
    explicit Workbook(const ZipArchive& archive);

    /// Why it cannot be read, as a sentence; empty when it can.
    const std::string& problem() const { return problem_; }
    const std::vector<SheetPart>& sheets() const { return parts_.sheets; }
    /// The size of a sheet's part, in bytes.
    std::int64_t size_of(const SheetPart& sheet) const;

    /// A sheet as CSV in UTF-8. `problem` is set where it ends for another reason than its end; it and the workbook
    /// must outlive what is returned.
    ReadBytes open(const SheetPart& sheet, std::string& problem) const;

  private:
    const ZipArchive& archive_;
    std::string problem_;
    WorkbookParts parts_;
};

/// Whether an archive is a workbook.
bool is_workbook(const ZipArchive& archive);

}  // namespace fanal::importers
