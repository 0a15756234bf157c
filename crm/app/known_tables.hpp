#pragma once
#include <string>
#include <vector>

#include "crm/app/use_cases.hpp"
#include "importers/table_guide.hpp"

namespace fanal::app {

/// What is known of tables' columns in one import: given on the command line, confirmed earlier, or asked for. Touches
/// the store only when it is made and by keep(), so that an import may write meanwhile.
class KnownTables final : public importers::TableGuide {
  public:
    /// Throws bad_input when the options' map is none.
    KnownTables(storage::Store& store, const ImportOptions& options);

    /// The next source: a sheet of a workbook, or anything else.
    void begin(bool is_sheet);
    /// What is to be said of the source since begin().
    std::vector<std::string> notes() const { return notes_; }
    /// Remembers what was given or confirmed.
    void keep(storage::Store& store) const;

    const ColumnMap& given() const override { return given_; }
    const ColumnMap* known(const std::vector<std::string>& header) const override;
    ColumnAnswer ask(const ColumnGuess& guess) override;
    void confirmed(const std::vector<std::string>& header, const ColumnMap& columns) override;
    void note(const std::string& sentence) override { notes_.push_back(sentence); }
    bool is_sheet() const override { return is_sheet_; }

  private:
    const ImportOptions& options_;
    ColumnMap given_;
    std::vector<KnownColumns> known_;      ///< from earlier imports, and from this one
    std::vector<KnownColumns> confirmed_;  ///< in this one
    std::vector<std::string> notes_;
    bool is_sheet_ = false;
};

}  // namespace fanal::app
