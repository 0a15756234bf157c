#include "crm/cli/import_output.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <map>
#include <ostream>

#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/interrupt.hpp"
#include "crm/cli/table.hpp"

namespace fanal::cli {
namespace {

constexpr std::size_t rejections_shown = 20;
constexpr std::size_t skipped_files_shown = 10;
constexpr std::size_t files_with_notes_shown = 10;

std::vector<std::string> counts_row(const std::string& name, const FileReport& counts) {
    return {name, grouped(counts.accepted_count), grouped(counts.repeated_count), grouped(counts.skipped_count),
            grouped(counts.rejected_count)};
}

std::string counts_table(const Terminal& terminal, const ImportReport& report) {
    std::map<std::string, FileReport> networks;
    for (const FileReport& file : report.files) {
        FileReport& sum = networks[file.network.empty() ? "not recognised" : file.network];
        sum.accepted_count += file.accepted_count;
        sum.repeated_count += file.repeated_count;
        sum.skipped_count += file.skipped_count;
        sum.rejected_count += file.rejected_count;
    }
    using enum Table::Kind;
    Table table({{"network"}, {"accepted", number}, {"repeated", number}, {"skipped", number}, {"rejected", number}});
    for (const auto& [network, sum] : networks) {
        table.add(counts_row(network, sum));
    }
    FileReport total;
    total.accepted_count = report.accepted_count;
    total.repeated_count = report.repeated_count;
    total.skipped_count = report.skipped_count;
    total.rejected_count = report.rejected_count;
    table.add(counts_row("total", total));
    return table.text(terminal);
}

std::string skipped_text(const Terminal& terminal, const ImportReport& report) {
    const auto columns = static_cast<std::size_t>(terminal.width);
    std::string text;
    std::size_t count = 0;
    for (const FileReport& file : report.files) {
        const bool skipped = file.accepted_count + file.repeated_count + file.rejected_count == 0 &&
                             (file.skipped_count > 0 || file.resumed_at_bytes == 0);
        if (skipped && ++count <= skipped_files_shown) {
            const std::string reason = file.skipped_reason.empty() ? "nothing for us in it" : file.skipped_reason;
            text += "  " + fitted(file.source, columns - 2) + "\n" + wrapped(reason, columns - 6, 6, 6);
        }
    }
    if (count > skipped_files_shown) {
        text +=
            "  … and " + grouped(static_cast<std::int64_t>(count - skipped_files_shown)) + " more; --json lists them\n";
    }
    return text.empty() ? text : "\nSkipped whole\n" + text;
}

std::string notes_text(const Terminal& terminal, const ImportReport& report) {
    std::string text;
    std::size_t count = 0;
    for (const FileReport& file : report.files) {
        if (file.notes.empty() || ++count > files_with_notes_shown) {
            continue;
        }
        text += "  " + fitted(file.source, static_cast<std::size_t>(terminal.width) - 2) + "\n";
        for (const std::string& note : file.notes) {
            text += wrapped(note, static_cast<std::size_t>(terminal.width) - 6, 6, 6);
        }
    }
    if (count > files_with_notes_shown) {
        text += "  … and " + grouped(static_cast<std::int64_t>(count - files_with_notes_shown)) +
                " files more; --json lists them\n";
    }
    return text.empty() ? text : "\nAssumed\n" + text;
}

std::string left_out_text(const ImportReport& report) {
    std::string text;
    if (report.private_count > 0) {
        text += "\n" + counted(report.private_count, "private record", "private records") +
                " left out (direct, or for followers only); --include-private takes them in\n";
    }
    const auto resumed = std::count_if(report.files.begin(), report.files.end(),
                                       [](const FileReport& file) { return file.resumed_at_bytes > 0; });
    if (resumed > 0) {
        text += "\n" + counted(resumed, "file", "files") +
                " gone on with from where an import was cut short; what stands before is already in\n";
    }
    if (report.unknown_author_count > 0) {
        text += "\n" + grouped(report.unknown_author_count) + " by unknown authors (no id, no handle)\n";
    }
    return text;
}

std::string rejections_text(const Terminal& terminal, const ImportReport& report) {
    if (report.rejected_count == 0) {
        return {};
    }
    const auto columns = static_cast<std::size_t>(terminal.width);
    std::string text = "\nRejected\n";
    const std::size_t shown = std::min(report.rejections.size(), rejections_shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const Rejection& rejection = report.rejections[i];
        text += "  " + fitted(rejection.source + ", " + rejection.path, columns - 2) + "\n";
        text += wrapped(rejection.reason, columns - 6, 6, 3);
    }
    const auto left = report.rejected_count - static_cast<std::int64_t>(shown);
    return left <= 0 ? text : text + "  … and " + grouped(left) + " more; `fanal rejections` lists them\n";
}

}  // namespace

std::string import_text(const Terminal& terminal, const ImportReport& report) {
    return counts_table(terminal, report) + skipped_text(terminal, report) + left_out_text(report) +
           notes_text(terminal, report) + rejections_text(terminal, report) + "\n" +
           counted(static_cast<std::int64_t>(report.files.size()), "file", "files") + " in " +
           decimal(report.seconds, 1) + " s, " + grouped(static_cast<std::int64_t>(report.records_per_second)) +
           " records per second\n";
}

ColumnAnswer confirm_columns(const Terminal& terminal, const ColumnGuess& guess) {
    const auto columns = static_cast<std::size_t>(terminal.width);
    terminal.err << "\n"
                 << fitted(guess.source, columns - 40)
                 << " is a table that is not known here. It would be read so:\n\n";
    Table table({{"column"}, {"holds"}, {"such as"}});
    for (std::size_t i = 0; i < guess.columns.size(); ++i) {
        table.add({guess.columns[i].column, guess.columns[i].field, one_line(guess.examples[i])});
    }
    terminal.err << table.text(terminal);
    if (!guess.network.empty() && guess.network != "several") {
        terminal.err << "\nEvery row would be from " << guess.network << ".\n";
    }
    terminal.err << "\nIs that right? It is remembered for files with the same header. [y/N] " << std::flush;
    std::string answer;
    std::getline(*terminal.in, answer);
    const bool yes =
        answer.starts_with('y') || answer.starts_with('Y') || answer.starts_with('o') || answer.starts_with('O');
    return yes ? ColumnAnswer::yes : ColumnAnswer::no;
}

void ProgressLine::draw(const app::ImportProgress& progress, Instant now) {
    if (!terminal_.err_is_live) {
        return;
    }
    using enum app::ImportProgress::Step;
    started_at_ = drawn_ ? started_at_ : now;
    if (!drawn_ || progress.source != source_ || progress.step != step_) {
        source_ = progress.source;
        step_ = progress.step;
        step_started_at_ = now;
        bytes_before_ = progress.bytes_done;
    }
    const std::int64_t ms = now.ms - started_at_.ms;
    // Of what is packed, the size is known only at the end; of UTF-16 and workbooks it is another than what is read.
    const bool known = progress.bytes_total > 0 && progress.bytes_done <= progress.bytes_total;
    std::string line = known ? std::to_string(progress.bytes_done * 100 / progress.bytes_total) + " %, " : "";
    line += counted(progress.records_count, "record", "records");
    if (ms > 0 && step_ == reading) {
        line += ", " + grouped(progress.records_count * ms_per_second / ms) + " per second";
    }
    const std::int64_t step_ms = now.ms - step_started_at_.ms;
    const std::int64_t step_bytes = progress.bytes_done - bytes_before_;
    if (known && step_ms >= ms_per_second && step_bytes > 0) {
        const double left = static_cast<double>(progress.bytes_total - progress.bytes_done);
        line += ", " + duration(std::llround(static_cast<double>(step_ms) / static_cast<double>(step_bytes) * left)) +
                " left";
    }
    say(line + ", " +
        (step_ == reading   ? source_
         : step_ == writing ? "writing"
                            : "bringing fans and queue up to date"));
}

void ProgressLine::say(const std::string& line) {
    if (terminal_.err_is_live) {
        // Back to the beginning, the line, and the rest of the old one erased.
        terminal_.err << '\r' << fitted(line, static_cast<std::size_t>(terminal_.width) - 1) << "\x1b[K" << std::flush;
        drawn_ = true;
    }
}

void ProgressLine::clear() {
    if (drawn_) {
        terminal_.err << "\r\x1b[K" << std::flush;
        drawn_ = false;
    }
}

Imported import_with_progress(const Call& call, storage::Store& store, const std::vector<std::filesystem::path>& paths,
                              const Reading& reading) {
    const Interrupt interrupt;
    ProgressLine progress(call.terminal);
    app::ImportOptions options;
    options.as_network = reading.as_network;
    options.columns = reading.columns;
    options.include_private = reading.include_private;
    options.imported_at = call.clock();
    options.on_progress = [&](const app::ImportProgress& at) {
        progress.draw(at, call.clock());
        if (interrupt.asked()) {
            progress.say("Stopping when what is read is written; Ctrl-C again stops at once, and loses nothing …");
        }
        return !interrupt.asked();
    };
    if (call.terminal.in != nullptr) {
        options.confirm_columns = [&](const ColumnGuess& guess) {
            progress.clear();
            return confirm_columns(call.terminal, guess);
        };
    }
    const ImportReport report = app::import_paths(store, paths, options);
    progress.clear();
    if (interrupt.asked()) {
        call.terminal.err << "Stopped. What is reported is kept; run the same command again to go on." << std::endl;
    }
    return {report, interrupt.asked()};
}

}  // namespace fanal::cli
