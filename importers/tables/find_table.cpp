#include "importers/tables/find_table.hpp"

#include <algorithm>
#include <array>

#include "importers/beginning.hpp"
#include "importers/canonical/fields.hpp"
#include "importers/table_guide.hpp"
#include "importers/tables/columns.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers {
namespace {

constexpr std::size_t look_size = 256U << 10;
constexpr std::size_t titles_max = 20;
constexpr std::size_t first_rows_max = 500;
constexpr std::size_t columns_max = 4096;
constexpr std::size_t headings_shown_max = 12;
constexpr std::size_t heading_size_max = 60;
constexpr std::array separators = {',', ';', '\t', '|'};

/// What begins like this is no text, and has its own advice.
struct Signature {
    std::string_view begins, what;
};

constexpr std::array signatures = {
    Signature{"\xD0\xCF\x11\xE0", "an old Excel or Word file: save it as .xlsx or as CSV"},
    Signature{"%PDF", "a PDF file"},
    Signature{"7z\xBC\xAF", "a 7z archive: unpack it first, or pack it as ZIP"},
    Signature{"Rar!", "a RAR archive: unpack it first, or pack it as ZIP"},
    Signature{"\xFD"
              "7zXZ",
              "an xz file: unpack it first"},
    Signature{"\x28\xB5\x2F\xFD", "a zstd file: unpack it first"},
    Signature{"BZh", "a bzip2 file: unpack it first"},
    Signature{"\xFF\xD8\xFF", "a picture"},
    Signature{"\x89PNG", "a picture"},
    Signature{"GIF8", "a picture"},
    Signature{"SQLite format 3", "a database"},
    Signature{"<", "HTML or XML: ask for the export as JSON or CSV"},
};

/// The beginning of a file.
struct Start {
    std::string_view bytes;
    bool at_end = false;                 ///< it is the whole file
    const Encoding* encoding = nullptr;  ///< null: UTF-8
};

/// The first rows of a file, cut by one separator.
struct Cut {
    char separator = ',';
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> ends;  ///< of the rows, in bytes
};

Cut cut_rows(const Start& start, char separator, std::size_t rows_max) {
    const auto& [bytes, at_end, encoding] = start;
    Cut cut;
    cut.separator = separator;
    Row row;
    for (std::size_t at = 0; at < bytes.size() && cut.rows.size() < rows_max;) {
        const auto size = row_size(bytes.substr(at), at_end, separator);
        // A lost quote swallows what follows: then its line is the row.
        const std::size_t line = std::min(bytes.find_first_of("\r\n", at), bytes.size() - 1) + 1 - at;
        const std::size_t taken = size.value_or(line);
        if (!size && !at_end && at + taken == bytes.size()) {
            break;  // not whole
        }
        std::string_view text = bytes.substr(at, taken);
        std::string mended;
        if (!simdjson::validate_utf8(text.data(), text.size())) {
            const Encoding* assumed = encoding;
            mended = mended_text(text, assumed);
            text = mended;
        }
        std::vector<std::string> values;
        if (!row.split(text, separator) && row.size() <= columns_max) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                values.emplace_back(row[i]);
            }
        }
        at += taken;
        cut.rows.push_back(std::move(values));
        cut.ends.push_back(at);
    }
    return cut;
}

/// The table whose header is one of the rows, with nothing below it yet.
Table table_at(const Cut& cut, std::size_t header, const RunOptions& options) {
    Table table;
    table.header = cut.rows[header];
    for (const std::string& heading : table.header) {
        table.names.push_back(folded_heading(heading));
    }
    table.titles.assign(cut.rows.begin(), cut.rows.begin() + static_cast<std::ptrdiff_t>(header));
    table.imported_at = options.origin.imported_at;
    if (options.as != nullptr && options.as->network != "canonical") {
        table.as_network = options.as->network;
    }
    return table;
}

/// Looks for the table in the beginning of a file.
class Finder {
  public:
    Finder(const Start& start, const RunOptions& options) : options_(options), start_(start) {
        for (const char separator : separators) {
            cuts_.push_back(cut_rows(start, separator, titles_max + 1));
        }
        for (const Cut& cut : cuts_) {
            for (std::size_t i = 0; i < cut.rows.size(); ++i) {
                if (cut.rows[i].size() > 1) {
                    candidates_.push_back({&cut, i, table_at(cut, i, options)});
                }
            }
        }
    }

    FoundTable find() {
        const TableGuide* guide = options_.guide;
        if (guide != nullptr && !guide->given().empty()) {
            if (!look([&](const Table& table) { return columns_are_there(table, guide->given()); })) {
                return refuse_given(guide->given());
            }
            return mapped(guide->given(), true);
        }
        for (const Form* form : all_forms()) {
            if (look([&](const Table& table) { return form->recognise(table); })) {
                return opened(*form);
            }
        }
        const ColumnMap* known = nullptr;
        if (guide != nullptr && look([&](const Table& table) {
                known = guide->known(table.header);
                return known != nullptr;
            })) {
            return mapped(*known, false);
        }
        return guessed();
    }

  private:
    /// The first row, in any cut, of which a table can be made that pleases; `table_` is it afterwards.
    template <class Pleases>
    bool look(Pleases&& pleases) {
        for (const Candidate& candidate : candidates_) {
            if (pleases(candidate.table)) {
                take(*candidate.cut, candidate.row);
                return true;
            }
        }
        return false;
    }

    /// The row is the header: more of what stands below it is looked at.
    void take(const Cut& cut, std::size_t header) {
        found_.separator = cut.separator;
        found_.bytes_above = cut.ends[header];
        const std::size_t above = header == 0 ? 0 : cut.ends[header - 1];
        const bool sheet = options_.guide != nullptr && options_.guide->is_sheet();
        const std::string_view titles = start_.bytes.substr(0, above);
        const auto lines = std::count(titles.begin(), titles.end(), '\n');
        found_.line = 1 + (sheet ? static_cast<std::int64_t>(header) : lines);
        if (sheet) {
            found_.lines_above = static_cast<std::int64_t>(header) + 1;
        } else if (start_.bytes.substr(0, found_.bytes_above).find('\n') == std::string_view::npos) {
            found_.lines_above = static_cast<std::int64_t>(header) + 1;  // lines that end with CR alone
        }
        Cut longer = cut_rows(start_, cut.separator, header + 1 + first_rows_max);
        table_ = table_at(longer, header, options_);
        longer.rows.erase(longer.rows.begin(), longer.rows.begin() + static_cast<std::ptrdiff_t>(header) + 1);
        table_.first_rows = std::move(longer.rows);
    }

    static bool columns_are_there(const Table& table, const ColumnMap& columns) {
        return std::all_of(columns.begin(), columns.end(), [&](const MappedColumn& mapped) {
            return std::find(table.header.begin(), table.header.end(), mapped.column) != table.header.end() ||
                   table.column({folded_heading(mapped.column)}) != Row::none;
        });
    }

    FoundTable finished() {
        found_.table = std::move(table_);
        return std::move(found_);
    }

    FoundTable opened(const Form& form) {
        found_.reader = form.open(table_);
        found_.source = form.source;
        return finished();
    }

    FoundTable mapped(const ColumnMap& columns, bool by_person) {
        found_.refusal = missing_in(table_, columns);
        if (found_.refusal.empty()) {
            found_.reader = open_mapped(table_, columns);
            found_.notes.push_back(
                (by_person ? "Read by the columns given: " : "Read by the columns confirmed before: ") +
                to_text(columns) + ".");
            if (by_person) {
                options_.guide->confirmed(table_.header, columns);
            }
        }
        return finished();
    }

    /// The cut and row that look most like a header, by their headings.
    bool look_for_headings() {
        std::size_t most = 0;
        look([&](const Table& table) {
            most = std::max(most, headings_in(table));
            return false;
        });
        return most >= 2 && look([&](const Table& table) { return headings_in(table) == most; });
    }

    /// Whether a file without a heading that we know is a table all the same: every row cut alike.
    bool look_for_columns() {
        for (const Cut& cut : cuts_) {
            const std::size_t width = cut.rows.empty() ? 0 : cut.rows.front().size();
            const bool even = std::all_of(cut.rows.begin(), cut.rows.end(), [&](const auto& row) {
                return row.size() == width || (row.size() == 1 && row.front().empty());
            });
            if (even && width > 1 && cut.rows.size() > 1) {
                take(cut, 0);
                return true;
            }
        }
        return false;
    }

    FoundTable refuse_given(const ColumnMap& columns) {
        if (!look_for_headings() && !look_for_columns()) {
            return nothing();
        }
        found_.refusal = missing_in(table_, columns) + " " + headings_shown();
        return finished();
    }

    std::string headings_shown() const {
        std::string list;
        std::size_t shown = 0;
        for (const std::string& heading : table_.header) {
            if (!heading.empty() && ++shown <= headings_shown_max) {
                list += (shown == 1 ? "" : ", ") + std::string(beginning_of(heading, heading_size_max));
            }
        }
        return "Its columns are " + list + (shown > headings_shown_max ? ", …." : ".");
    }

    FoundTable guessed() {
        if (!look_for_headings() && !look_for_columns()) {
            return nothing();
        }
        ColumnGuess guess = guess_columns(table_);
        guess.source = options_.origin.source;
        const bool askable = guess.doubt.empty();
        const ColumnAnswer answer =
            askable && options_.guide != nullptr ? options_.guide->ask(guess) : ColumnAnswer::nobody_asked;
        if (!askable || answer == ColumnAnswer::no) {
            ColumnMap shown = guess.columns;
            const bool names_network = std::any_of(
                shown.begin(), shown.end(), [](const MappedColumn& mapped) { return mapped.field == "network"; });
            for (const char* const needed : {"occurred_at", "text"}) {
                if (std::none_of(shown.begin(), shown.end(),
                                 [&](const MappedColumn& mapped) { return mapped.field == needed; })) {
                    shown.push_back({needed, "COLUMN"});
                }
            }
            found_.refusal = (askable ? "The columns were not confirmed." : guess.doubt) + " " + headings_shown() +
                             " Say what they hold, such as --map '" + to_text(shown) + "'" +
                             (guess.network.empty() && !names_network ? " --as NETWORK." : ".");
            return finished();
        }
        found_.reader = open_mapped(table_, guess.columns);
        if (answer == ColumnAnswer::yes) {
            options_.guide->confirmed(table_.header, guess.columns);
        }
        found_.notes.push_back(
            "The columns were taken as " + to_text(guess.columns) +
            (guess.network.empty() || guess.network == "several" ? "." : ", of " + guess.network + "."));
        return finished();
    }

    FoundTable nothing() {
        found_.what_it_is = "neither JSON nor a table";
        return std::move(found_);
    }

    struct Candidate {
        const Cut* cut;
        std::size_t row;
        Table table;
    };

    const RunOptions& options_;
    const Start start_;
    std::vector<Cut> cuts_;
    std::vector<Candidate> candidates_;
    Table table_;
    FoundTable found_;
};

}  // namespace

FoundTable find_table(ByteWindow& window, const RunOptions& options) {
    bool at_end = false;
    while (window.view().size() < look_size && !at_end) {
        at_end = !window.grow();
    }
    const std::string_view start = window.view().substr(0, look_size);
    FoundTable nothing;
    for (const Signature& signature : signatures) {
        if (start.starts_with(signature.begins)) {
            nothing.what_it_is = signature.what;
            return nothing;
        }
    }
    // A stray NUL is a fault in a text; many are something else than one.
    if (static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0')) > start.size() / 100) {
        nothing.what_it_is = "no text";
        return nothing;
    }
    // The look may end inside a character, which is no other encoding.
    std::size_t whole = start.size();
    while (!at_end && start.size() - whole < 4 && whole > 0 &&
           (static_cast<unsigned char>(start[whole - 1]) & 0x80) != 0) {
        --whole;
    }
    const Encoding* encoding = nullptr;
    if (!simdjson::validate_utf8(start.data(), start.size()) && !simdjson::validate_utf8(start.data(), whole)) {
        mended_text(start, encoding);
    }
    FoundTable found = Finder({start, at_end, encoding}, options).find();
    found.encoding = encoding;
    return found;
}

}  // namespace fanal::importers
