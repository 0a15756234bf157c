#include "importers/containers/workbook_parts.hpp"

#include <charconv>
#include <cmath>

#include "importers/containers/xml.hpp"
#include "models/instant.hpp"

namespace fanal::importers {
namespace {

constexpr std::size_t strings_bytes_max = 96U << 20;
constexpr std::size_t relations_max = 200'000;
constexpr std::int64_t part_size_max = 512LL << 20;

std::int64_t number_of(std::string_view text, std::int64_t otherwise) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? number : otherwise;
}

struct SheetEntry {
    std::string name, relation;
};

/// xl/workbook.xml: the sheets, and from when dates are counted.
class WorkbookListener final : public XmlListener {
  public:
    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet" && (attributes["state"].empty() || attributes["state"] == "visible")) {
            sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"])});
        } else if (name == "workbookPr") {
            counts_from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        }
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<SheetEntry> sheets;
    bool counts_from_1904 = false;
};

class RelationsListener final : public XmlListener {
  public:
    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship" && targets.size() < relations_max) {
            targets.emplace(attributes["Id"], attributes["Target"]);
        }
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::unordered_map<std::string, std::string> targets;
};

class StringsListener final : public XmlListener {
  public:
    explicit StringsListener(WorkbookParts& parts) : parts_(parts) {}

    void open(std::string_view name, const XmlAttributes&) override {
        in_reading_ += name == "rPh" ? 1 : 0;
        in_text_ = name == "t" && in_reading_ == 0;
    }
    void close(std::string_view name) override {
        in_reading_ -= name == "rPh" ? 1 : 0;
        in_text_ = false;
        if (name == "si") {
            parts_.string_ends.push_back(parts_.strings.size());
        }
    }
    void text(std::string_view characters) override {
        const std::size_t held = parts_.strings.size() + parts_.string_ends.size() * sizeof(std::size_t);
        too_large = too_large || held + characters.size() > strings_bytes_max;
        if (in_text_ && !too_large) {
            parts_.strings += characters;
        }
    }

    bool too_large = false;

  private:
    WorkbookParts& parts_;
    bool in_text_ = false;
    int in_reading_ = 0;  ///< how a word is spoken, which stands beside Japanese ones
};

/// Whether a number's format shows days or hours: letters of dates outside quotes, brackets and escapes.
bool is_date_format(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const std::size_t close = format.find(c == '"' ? '"' : ']', i + 1);
            if (close == std::string_view::npos) {
                return false;
            }
            i = close;
        } else if (std::string_view("dDmMyYhH").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_date_format(std::int64_t id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

class StylesListener final : public XmlListener {
  public:
    explicit StylesListener(WorkbookParts& parts) : parts_(parts) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            is_date_[number_of(attributes["numFmtId"], -1)] = is_date_format(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            in_cells_ = true;
        } else if (name == "xf" && in_cells_) {
            const std::int64_t id = number_of(attributes["numFmtId"], 0);
            const auto own = is_date_.find(id);
            parts_.style_is_date.push_back(own == is_date_.end() ? is_date_format(id) : own->second);
        }
    }
    void close(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }
    void text(std::string_view) override {}

  private:
    WorkbookParts& parts_;
    std::map<std::int64_t, bool> is_date_;
    bool in_cells_ = false;
};

/// Reads one part with its listener; a part that is not there says nothing.
void read_part(const ZipArchive& archive, std::string_view path, XmlListener& listener, std::string& problem) {
    const ZipArchive::Member* member = archive.find(path);
    if (member == nullptr || !problem.empty()) {
        return;
    }
    if (!member->refusal.empty() || member->size > part_size_max) {
        problem = member->refusal.empty() ? "A part of this workbook is larger than 512 MB: save it as CSV."
                                          : member->refusal;
        return;
    }
    std::string broken;
    if (!read_xml(archive.open(*member, broken), listener) && problem.empty()) {
        problem =
            broken.empty() ? "This workbook is damaged: open it in a spreadsheet program and save it as CSV." : broken;
    }
}

/// A target as the member's path: relative to the folder of the part that names it, or absolute.
std::string member_path(std::string_view target) {
    return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

}  // namespace

std::string_view WorkbookParts::shared_string(std::size_t index) const {
    if (index >= string_ends.size()) {
        return {};
    }
    const std::size_t begin = index == 0 ? 0 : string_ends[index - 1];
    return std::string_view(strings).substr(begin, string_ends[index] - begin);
}

std::unordered_map<std::string, std::string> read_relations(const ZipArchive& archive, std::string_view part_path,
                                                            std::string& problem) {
    const std::size_t slash = part_path.rfind('/');
    RelationsListener listener;
    read_part(archive,
              std::string(part_path.substr(0, slash)) + "/_rels" + std::string(part_path.substr(slash)) + ".rels",
              listener, problem);
    return std::move(listener.targets);
}

WorkbookParts read_workbook_parts(const ZipArchive& archive, std::string& problem) {
    WorkbookParts parts;
    WorkbookListener workbook;
    read_part(archive, "xl/workbook.xml", workbook, problem);
    parts.counts_from_1904 = workbook.counts_from_1904;
    const auto targets = read_relations(archive, "xl/workbook.xml", problem);
    for (SheetEntry& sheet : workbook.sheets) {
        const auto target = targets.find(sheet.relation);
        const std::string path = target == targets.end() ? "" : member_path(target->second);
        if (archive.find(path) != nullptr) {
            parts.sheets.push_back({std::move(sheet.name), path});
        }
    }
    StylesListener styles(parts);
    read_part(archive, "xl/styles.xml", styles, problem);
    StringsListener strings(parts);
    read_part(archive, "xl/sharedStrings.xml", strings, problem);
    if (strings.too_large && problem.empty()) {
        problem = "The texts of this workbook are larger than 96 MB: save it as CSV.";
    }
    return parts;
}

CellPlace parse_cell_place(std::string_view reference) {
    CellPlace place;
    std::size_t i = 0;
    for (; i < reference.size() && i < 4 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
        place.column = place.column * 26 + static_cast<std::uint32_t>(reference[i] - 'A' + 1);
    }
    place.column -= place.column > 0 ? 1 : 0;
    const std::int64_t row = number_of(reference.substr(i), 1);
    place.row = row >= 1 && row <= 1'048'576 ? static_cast<std::uint32_t>(row - 1) : 0;
    return place;
}

std::string date_of_serial(std::string_view number, bool counts_from_1904) {
    double days = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), days);
    // Days are counted from 1899-12-30 or 1904-01-01; our calendar begins in 1970.
    const double since_1970 = days - (counts_from_1904 ? 24'107.0 : 25'569.0);
    if (error != std::errc{} || since_1970 < 0 || since_1970 > 80'000) {
        return std::string(number);
    }
    const auto ms = static_cast<std::int64_t>(std::llround(since_1970 * static_cast<double>(ms_per_day)));
    std::string text = to_text(Instant{ms});
    text.pop_back();  // a spreadsheet's dates have no zone
    text[10] = ' ';
    return text;
}

}  // namespace fanal::importers
