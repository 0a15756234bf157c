#include "importers/containers/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "importers/containers/xml.hpp"

namespace fanal::importers {
namespace {

constexpr std::uint32_t columns_max = 1024;
constexpr std::size_t value_size_max = 1U << 20;
constexpr std::size_t links_max = 200'000;
constexpr std::size_t chunk_size = 64U << 10;

std::uint64_t key_of(CellPlace place) {
    return std::uint64_t{place.row} << 32 | place.column;
}

/// The address in `HYPERLINK("https://…","…")`; empty when the formula is another.
std::string_view linked_by(std::string_view formula) {
    constexpr std::string_view call = "HYPERLINK(\"";
    const std::size_t begin = formula.find(call);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = formula.substr(begin + call.size());
    return rest.substr(0, std::min(rest.find('"'), rest.size()));
}

/// Where the links of a sheet lead. They stand behind its rows, so that they must be known before.
struct Links {
    std::unordered_map<std::uint64_t, std::string> by_cell;
    std::set<std::uint32_t> columns;

    void add(CellPlace place, std::string_view address) {
        if (!address.empty() && by_cell.size() < links_max) {
            by_cell.emplace(key_of(place), address);
            columns.insert(place.column);
        }
    }
};

class LinksListener final : public XmlListener {
  public:
    LinksListener(Links& links, const std::unordered_map<std::string, std::string>& targets)
        : links_(links), targets_(targets) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "hyperlink") {
            const auto target = targets_.find(std::string(attributes["id"]));
            if (target != targets_.end()) {
                links_.add(parse_cell_place(attributes["ref"]), target->second);
            }
        } else if (name == "c") {
            place_ = parse_cell_place(attributes["r"]);
        } else if (name == "f") {
            in_formula_ = true;
            formula_.clear();
        }
    }
    void close(std::string_view name) override {
        if (name == "f") {
            in_formula_ = false;
            links_.add(place_, linked_by(formula_));
        }
    }
    void text(std::string_view characters) override {
        if (in_formula_ && formula_.size() < value_size_max) {
            formula_ += characters;
        }
    }

  private:
    Links& links_;
    const std::unordered_map<std::string, std::string>& targets_;
    CellPlace place_;
    bool in_formula_ = false;
    std::string formula_;
};

/// Excel writes control characters as _x000D_; a line end of two needs only its second.
std::string unescaped(std::string value) {
    for (std::size_t at = value.find("_x00"); at != std::string::npos; at = value.find("_x00", at + 1)) {
        unsigned code = 0;
        const char* const digits = value.data() + at + 2;
        if (at + 7 > value.size() || value[at + 6] != '_' ||
            std::from_chars(digits, digits + 4, code, 16).ptr != digits + 4 || code >= 0x20) {
            continue;
        }
        const bool kept = code == '\n' || code == '\t';
        value.replace(at, 7, kept ? std::string(1, static_cast<char>(code)) : std::string());
    }
    return value;
}

/// Turns the rows of a sheet into CSV as they come.
class RowsListener final : public XmlListener {
  public:
    RowsListener(const WorkbookParts& parts, const Links& links) : parts_(parts), links_(links) {}

    std::string csv;  ///< what is ready, and taken away by whoever reads

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            const std::string row(attributes["r"]);
            place_.row = row.empty() ? next_row_ : parse_cell_place("A" + row).row;
            place_.column = 0;
        } else if (name == "c") {
            const std::string_view reference = attributes["r"];
            place_.column = reference.empty() ? place_.column : parse_cell_place(reference).column;
            type_ = attributes["t"];
            std::size_t style = 0;
            const std::string_view shown = attributes["s"];
            std::from_chars(shown.data(), shown.data() + shown.size(), style);
            is_date_ = style < parts_.style_is_date.size() && parts_.style_is_date[style];
            value_.clear();
        } else if (name == "rPh") {
            ++in_reading_;
        }
        in_value_ = name == "v" || (name == "t" && in_reading_ == 0);
    }

    void close(std::string_view name) override {
        in_value_ = false;
        if (name == "rPh") {
            --in_reading_;
        } else if (name == "c") {
            set(place_.column, shown_value());
            ++place_.column;
        } else if (name == "row") {
            finish_row();
        }
    }

    void text(std::string_view characters) override {
        if (in_value_ && value_.size() + characters.size() <= value_size_max) {
            value_ += characters;
        }
    }

  private:
    std::string shown_value() const {
        if (type_ == "s") {
            std::size_t index = SIZE_MAX;
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
            return unescaped(std::string(parts_.shared_string(index)));
        }
        if (type_ == "inlineStr" || type_ == "str") {
            return unescaped(value_);
        }
        if (type_ == "b") {
            return value_ == "1" ? "TRUE" : "FALSE";
        }
        if (type_ == "e") {
            return {};
        }
        return is_date_ && type_ != "d" ? date_of_serial(value_, parts_.counts_from_1904) : value_;
    }

    void set(std::uint32_t column, std::string value) {
        if (column >= columns_max || value.empty()) {
            return;
        }
        if (values_.size() <= column) {
            values_.resize(column + 1);
        }
        values_[column] = std::move(value);
    }

    void put(std::string_view value) {
        if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
            csv += value;
            return;
        }
        csv += '"';
        for (const char c : value) {
            csv += c;
            if (c == '"') {
                csv += c;
            }
        }
        csv += '"';
    }

    void finish_row() {
        for (; next_row_ < place_.row; ++next_row_) {
            csv += '\n';
        }
        const auto width = std::max<std::uint32_t>(static_cast<std::uint32_t>(values_.size()),
                                                   links_.columns.empty() ? 0 : *links_.columns.rbegin() + 1);
        for (std::uint32_t column = 0; column < width && !values_.empty(); ++column) {
            csv += column == 0 ? "" : ",";
            const std::string_view value = column < values_.size() ? std::string_view(values_[column]) : "";
            put(value);
            if (!links_.columns.contains(column)) {
                continue;
            }
            csv += ',';
            const auto link = links_.by_cell.find(key_of({place_.row, column}));
            if (link != links_.by_cell.end()) {
                seen_links_.insert(column);
                put(link->second);
            } else if (!seen_links_.contains(column) && !value.empty()) {
                put(std::string(value) + " link");  // above the first link, what stands here is a heading
            }
        }
        csv += '\n';
        values_.clear();
        next_row_ = place_.row + 1;
    }

    const WorkbookParts& parts_;
    const Links& links_;
    CellPlace place_;
    std::uint32_t next_row_ = 0;
    std::vector<std::string> values_;
    std::set<std::uint32_t> seen_links_;
    std::string type_, value_;
    bool in_value_ = false;
    bool is_date_ = false;
    int in_reading_ = 0;
};

/// A sheet while it is read: one chunk of XML in, some rows of CSV out.
struct SheetStream {
    SheetStream(const WorkbookParts& parts, Links found, ReadBytes bytes)
        : links(std::move(found)), rows(parts, links), xml(rows), read(std::move(bytes)) {}

    Links links;
    RowsListener rows;
    XmlReader xml;
    ReadBytes read;
    std::string chunk = std::string(chunk_size, '\0');
    std::size_t given = 0;
    bool done = false;

    std::size_t take(char* buffer, std::size_t size, std::string& problem) {
        while (given == rows.csv.size() && !done) {
            rows.csv.clear();
            given = 0;
            const std::size_t count = read(chunk.data(), chunk.size());
            done = count == 0;
            if (problem.empty() && !xml.feed({chunk.data(), count})) {
                problem = "This sheet is damaged; the rows before the damage were read.";
                done = true;
            }
        }
        const std::size_t count = rows.csv.copy(buffer, size, given);
        given += count;
        return count;
    }
};

}  // namespace

bool is_workbook(const ZipArchive& archive) {
    return archive.find("xl/workbook.xml") != nullptr;
}

Workbook::Workbook(const ZipArchive& archive) : archive_(archive), parts_(read_workbook_parts(archive, problem_)) {
    if (problem_.empty() && parts_.sheets.empty()) {
        problem_ = "This workbook has no sheet that can be read: save it as CSV.";
    }
}

std::int64_t Workbook::size_of(const SheetPart& sheet) const {
    return archive_.find(sheet.path)->size;
}

ReadBytes Workbook::open(const SheetPart& sheet, std::string& problem) const {
    const ZipArchive::Member& member = *archive_.find(sheet.path);
    problem = member.refusal;
    Links links;
    const auto targets = read_relations(archive_, sheet.path, problem);
    if (problem.empty()) {
        LinksListener listener(links, targets);
        std::string ignored;  // it comes again when the rows are read
        read_xml(archive_.open(member, ignored), listener);
    }
    const auto stream = std::make_shared<SheetStream>(parts_, std::move(links), archive_.open(member, problem));
    return [stream, &problem](char* buffer, std::size_t size) { return stream->take(buffer, size, problem); };
}

}  // namespace fanal::importers
