#include "models/extra.hpp"

#include <algorithm>
#include <map>

namespace fanal {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_text(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += hex_digits[byte >> 4];
            json += hex_digits[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

/// Writes `"name":` where the next member belongs; whoever calls adds the value and the brace.
void begin_member(std::string& extra, std::string_view name) {
    if (extra.empty()) {
        extra = "{";
    } else {
        extra.back() = ',';
    }
    append_text(extra, name);
    extra += ':';
}

/// Bytes of the string that `json` begins with, its quotes included.
std::size_t string_size(std::string_view json) {
    std::size_t end = 1;
    while (end < json.size() && json[end] != '"') {
        end += json[end] == '\\' ? 2 : 1;
    }
    return std::min(end + 1, json.size());
}

/// Bytes of the value that `json` begins with.
std::size_t value_size(std::string_view json) {
    std::size_t depth = 0, end = 0;
    while (end < json.size()) {
        const char c = json[end];
        if (c == '"') {
            end += string_size(json.substr(end));
            continue;
        }
        const bool closes = c == '}' || c == ']';
        if (depth == 0 && (closes || c == ',')) {
            break;
        }
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= closes ? 1 : 0;
        ++end;
    }
    return end;
}

/// The character behind a backslash; `rest` begins with it, and ends behind it when this returns.
char unescaped(std::string_view& rest) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == 'u' && rest.size() >= 4) {  // only controls are written so
        const auto value = hex_digits.find(rest[2]) * 16 + hex_digits.find(rest[3]);
        rest.remove_prefix(4);
        return static_cast<char>(value);
    }
    constexpr std::string_view letters = "bfnrt", controls = "\b\f\n\r\t";
    const std::size_t control = letters.find(c);
    return control == letters.npos ? c : controls[control];
}

}  // namespace

void add_member(std::string& extra, std::string_view name, std::string_view text) {
    begin_member(extra, name);
    append_text(extra, text);
    extra += '}';
}

void add_json_member(std::string& extra, std::string_view name, std::string_view json) {
    begin_member(extra, name);
    extra.append(json) += '}';
}

std::optional<WrittenMember> next_member(std::string_view& rest) {
    rest.remove_prefix(std::min<std::size_t>(1, rest.size()));  // the brace, or the comma behind the last one
    if (!rest.starts_with('"')) {
        return std::nullopt;
    }
    const std::size_t name_size = string_size(rest);
    const std::size_t value_begin = std::min(name_size + 1, rest.size());
    const std::size_t size = value_begin + value_size(rest.substr(value_begin));
    const WrittenMember member{rest.substr(0, size), rest.substr(0, name_size),
                               rest.substr(value_begin, size - value_begin)};
    rest.remove_prefix(size);
    return member;
}

std::string plain_text(std::string_view json) {
    if (json.size() < 2 || json.front() != '"') {
        return std::string(json);
    }
    std::string text;
    std::string_view rest = json.substr(1, json.size() - 2);
    while (!rest.empty()) {
        const std::size_t plain = std::min(rest.find('\\'), rest.size());
        text.append(rest, 0, plain);
        rest.remove_prefix(std::min(plain + 1, rest.size()));
        if (!rest.empty()) {
            text += unescaped(rest);
        }
    }
    return text;
}

std::string united_members(std::string_view one, std::string_view other) {
    if (one == other || other.empty()) {
        return std::string(one);
    }
    if (one.empty()) {
        return std::string(other);
    }
    std::map<std::string_view, std::string_view> by_name;
    for (std::string_view rest : {one, other}) {
        while (const auto member = next_member(rest)) {
            std::string_view& kept = by_name[member->name];
            kept = std::max(kept, member->whole);
        }
    }
    std::string both;
    for (const auto& [name, whole] : by_name) {
        (both += both.empty() ? '{' : ',').append(whole);
    }
    return both.empty() ? both : both + "}";
}

std::string without_members(std::string_view extra, std::span<const std::string> names) {
    std::string left;
    std::string_view rest = extra;
    while (const auto member = next_member(rest)) {
        if (std::find(names.begin(), names.end(), plain_text(member->name)) == names.end()) {
            (left += left.empty() ? '{' : ',').append(member->whole);
        }
    }
    return left.empty() ? left : left + "}";
}

}  // namespace fanal
