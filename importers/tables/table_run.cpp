#include "importers/tables/table_run.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "importers/table_guide.hpp"
#include "importers/tables/encoding.hpp"
#include "importers/tables/find_table.hpp"
#include "importers/tables/values.hpp"
#include "models/extra.hpp"
#include "models/secrets.hpp"

namespace fanal::importers {
namespace {

/// A row is never longer than this; a longer one has lost a quote.
constexpr std::size_t row_size_max = 1U << 20;

bool is_utf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

/// A row without end has lost a quote: its first line is given up, and what follows goes on.
std::size_t first_line_size(std::string_view rows) {
    return std::min(std::min(rows.find_first_of("\r\n"), rows.size() - 1) + 1, row_size_max);
}

/// Gives what a form makes of a row its place, and counts by network.
class PlacedRows final : public RowSink {
  public:
    PlacedRows(const RunOptions& options, RunSink& sink) : options_(options), sink_(sink) {}

    void at(std::int64_t number, std::string_view bytes) {
        number_ = number;
        bytes_ = bytes;
        secrets_.clear();
    }
    /// A value of the row that is not to be kept.
    void hide(std::string_view secret) { secrets_.emplace_back(secret); }
    void from(std::string_view source) { source_ = source; }

    void interaction(Record&& record) override {
        count(record.profile.network);
        const ProfileSighting& author = record.profile;
        if (author.remote_id.empty() && author.handle.empty() && !author.display_name.empty()) {
            add_member(record.extra, "display_name", author.display_name);  // a name alone makes nobody a profile
        }
        sink_.interaction(std::move(record), source_);
    }
    void removal(Removal&& removal) override {
        count(removal.network);
        sink_.removal(std::move(removal));
    }
    void profile(ProfileSighting&& sighting) override {
        count(sighting.network);
        sink_.profile(std::move(sighting), source_);
    }
    void account(AccountSighting&& sighting) override { sink_.account(std::move(sighting)); }
    void skip(std::string_view reason) override { sink_.skip(place(), reason); }
    void reject(std::string_view reason) override {
        std::string kept(bytes_.substr(0, rejected_size_max));
        for (const std::string& secret : secrets_) {
            for (std::size_t at = kept.find(secret); at != kept.npos; at = kept.find(secret, at)) {
                kept.replace(at, secret.size(), "…");
            }
        }
        sink_.reject(place(), reason, kept);
    }
    void note(const std::string& sentence) override {
        if (options_.guide != nullptr && notes_.insert(sentence).second) {
            options_.guide->note(sentence);
        }
    }

    std::string network() const {
        const auto most = std::max_element(counts_.begin(), counts_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return source_ == "canonical" ? "canonical" : most == counts_.end() ? "" : most->first;
    }

  private:
    void count(const std::string& network) {
        if (last_ == nullptr || last_->first != network) {
            last_ = &*counts_.try_emplace(network, 0).first;
        }
        ++last_->second;
    }
    std::string place() const {
        return (options_.guide != nullptr && options_.guide->is_sheet() ? "row " : "line ") + std::to_string(number_);
    }

    const RunOptions& options_;
    RunSink& sink_;
    std::string_view source_ = "tables";
    std::int64_t number_ = 0;
    std::string_view bytes_;
    std::vector<std::string> secrets_;
    std::map<std::string, std::int64_t> counts_;
    std::pair<const std::string, std::int64_t>* last_ = nullptr;
    std::set<std::string> notes_;
};

class TableRun {
  public:
    TableRun(ByteWindow& window, const RunOptions& options, RunSink& sink)
        : window_(window), options_(options), placed_(options, sink), sink_(sink) {}

    std::string run() {
        FoundTable found = find_table(window_, options_);
        if (!found.reader) {
            if (found.refusal.empty()) {
                sink_.skip("byte 0", found.what_it_is);
            } else {
                placed_.at(found.line, window_.view().substr(0, rejected_size_max));
                placed_.reject(found.refusal);
            }
            return {};
        }
        separator_ = found.separator;
        columns_count_ = needed_count_ = found.table.header.size();
        while (needed_count_ > 1 && found.table.header[needed_count_ - 1].empty()) {
            --needed_count_;  // ";;;" at the end of the header
        }
        for (std::size_t i = 0; i < columns_count_; ++i) {
            if (is_secret(found.table.header[i])) {
                secret_columns_.push_back(i);
            }
        }
        encoding_ = found.encoding;
        placed_.from(found.source);
        for (const std::string& note : found.notes) {
            placed_.note(note);
        }
        lines_done_ = found.lines_above + lines_in(window_.view().substr(0, found.bytes_above));
        window_.consume(found.bytes_above);
        const bool at_end = run_rows(*found.reader);
        if (at_end && rows_count_ == 0) {
            sink_.skip("byte 0", "a header without rows");
        }
        if (encoding_ != nullptr) {
            placed_.note("What is not in UTF-8 was taken as " + std::string(to_text(*encoding_)) + ".");
        }
        found.reader->finish(placed_);
        return placed_.network();
    }

  private:
    bool is_sheet() const { return options_.guide != nullptr && options_.guide->is_sheet(); }

    /// Of a spreadsheet a row is one line, whatever is in its values.
    std::int64_t lines_in(std::string_view row) const {
        return is_sheet() ? 0 : std::count(row.begin(), row.end(), '\n');
    }

    /// Whether it came to the end, and was not stopped before.
    bool run_rows(RowReader& reader) {
        bool at_end = false;
        for (;;) {
            const std::string_view view = window_.view();
            const auto size = row_size(view, at_end, separator_);
            if (!size && !at_end && view.size() <= row_size_max) {
                at_end = !window_.grow();
                continue;
            }
            if (!size && view.empty()) {
                return true;
            }
            const std::size_t taken = size ? *size : first_line_size(view);
            const std::string_view row = view.substr(0, taken);
            ++lines_done_;
            if (window_.position() + static_cast<std::int64_t>(taken) > options_.start.bytes_done) {
                take(reader, row);
            } else if (rows_count_ == 0 && !is_blank(row)) {
                rows_count_ = 1;  // handed over another time
            }
            lines_done_ += std::max<std::int64_t>(lines_in(row) - 1, 0);
            window_.consume(taken);
            if (options_.after_record && !options_.after_record({window_.position(), lines_done_})) {
                return false;
            }
        }
    }

    bool is_blank(std::string_view row) { return !row_.split(row, separator_) && row_.is_blank(); }

    void take(RowReader& reader, std::string_view bytes) {
        std::string_view text = bytes;
        if (!is_utf8(bytes)) {
            mended_ = mended_text(bytes, encoding_);
            text = mended_;
        }
        placed_.at(lines_done_, bytes);
        if (const auto sentence = row_.split(text, separator_)) {
            ++rows_count_;
            placed_.reject(*sentence);
            return;
        }
        if (row_.size() == 1 && columns_count_ > 1 && text.front() == '"' &&
            row_[0].find(separator_) != std::string_view::npos) {
            whole_ = row_[0];  // some programs quote a row as if it were one value
            if (row_.split(whole_, separator_)) {
                row_.split(text, separator_);
            }
        }
        if (row_.is_blank()) {
            return;
        }
        ++rows_count_;
        for (const std::size_t column : secret_columns_) {
            if (column < row_.size() && !row_[column].empty()) {
                placed_.hide(row_[column]);
            }
        }
        if (fits()) {
            reader.read(row_, placed_);
        }
    }

    /// Whether the row has the header's columns; empty ones behind the last count for nothing.
    bool fits() {
        std::size_t count = row_.size();
        while (count > columns_count_ && row_[count - 1].empty()) {
            --count;
        }
        if (count > columns_count_) {
            placed_.reject("The row has " + std::to_string(count) + " columns, but the header names " +
                           std::to_string(columns_count_) + ": a value with \"" + separator_shown() +
                           "\" in it must stand between quotes.");
            return false;
        }
        if (count < needed_count_ && !is_sheet()) {
            placed_.reject("The row has " + std::to_string(count) + (count == 1 ? " column" : " columns") +
                           ", but the header names " + std::to_string(columns_count_) +
                           ": it is cut short, or a line break in it does not stand between quotes.");
            return false;
        }
        row_.resize(columns_count_);
        return true;
    }

    std::string separator_shown() const { return separator_ == '\t' ? "a tab" : std::string(1, separator_); }

    ByteWindow& window_;
    const RunOptions& options_;
    PlacedRows placed_;
    RunSink& sink_;
    char separator_ = ',';
    std::size_t columns_count_ = 0;
    std::vector<std::size_t> secret_columns_;
    std::size_t needed_count_ = 0;  ///< without the last ones that have no heading
    const Encoding* encoding_ = nullptr;
    Row row_;
    std::string mended_, whole_;
    std::int64_t lines_done_ = 0;
    std::int64_t rows_count_ = 0;
};

}  // namespace

std::string run_table(ByteWindow& window, const RunOptions& options, RunSink& sink) {
    return TableRun(window, options, sink).run();
}

}  // namespace fanal::importers
