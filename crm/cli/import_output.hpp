#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "crm/app/use_cases.hpp"
#include "crm/cli/command.hpp"

namespace fanal::cli {

/// The end of an import, for people: a line a network and their total, what was skipped whole, the first rejections.
std::string import_text(const Terminal& terminal, const ImportReport& report);

/// Shows what the columns of a table would be taken for, and asks. `terminal.in` answers.
ColumnAnswer confirm_columns(const Terminal& terminal, const ColumnGuess& guess);

/// One line of percent, records, rate and time left, drawn over and over while a person watches; otherwise it draws
/// nothing.
class ProgressLine {
  public:
    explicit ProgressLine(const Terminal& terminal) : terminal_(terminal) {}

    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void draw(const app::ImportProgress& progress, Instant now);
    void say(const std::string& line);
    void clear();

  private:
    const Terminal& terminal_;
    Instant started_at_{};
    std::string source_;
    app::ImportProgress::Step step_{};
    Instant step_started_at_{};      ///< of this source, if it is read
    std::int64_t bytes_before_ = 0;  ///< that were done then
    bool drawn_ = false;
};

/// What shells expect after Ctrl-C.
inline constexpr int interrupted_exit_code = 130;

struct Imported {
    ImportReport report;
    bool interrupted = false;  ///< by Ctrl-C or SIGTERM; what the report counts is kept
};

/// How the payloads of an import are to be read; empty: as they say themselves.
struct Reading {
    std::string as_network;
    std::string columns;           ///< of tables, as --map takes them
    bool include_private = false;  ///< records that are direct or for followers only, too
};

/// Imports with a progress line, and stops after the batch when asked to. Says so when it did. What the columns of an
/// unknown table are taken for is shown to a person at the terminal, and asked.
Imported import_with_progress(const Call& call, storage::Store& store, const std::vector<std::filesystem::path>& paths,
                              const Reading& reading);

}  // namespace fanal::cli
