#include "importers/x/ids.hpp"

#include <charconv>

namespace fanal::importers::x {
namespace {

constexpr std::uint64_t first_timed_id = 29'700'859'247;
constexpr std::int64_t ids_began_at_ms = 1'288'834'974'657;
constexpr int bits_below_time = 22;

}  // namespace

bool is_id(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string id_of(const Payload& object) {
    const Payload text = object["id_str"];
    return text.is_text() ? text.text() : object["id"].text();
}

std::string_view last_part(std::string_view name, char separator) {
    const std::size_t at = name.rfind(separator);
    return at == std::string_view::npos ? std::string_view() : name.substr(at + 1);
}

std::optional<Instant> time_in(std::string_view id) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size() || number < first_timed_id) {
        return std::nullopt;
    }
    const std::int64_t ms = static_cast<std::int64_t>(number >> bits_below_time) + ids_began_at_ms;
    return Instant{ms - ms % ms_per_second};
}

std::vector<std::string> ids_in(const Payload& list) {
    std::vector<std::string> found;
    list.each([&](const Payload& id) {
        if (std::string text = id.text(); !text.empty()) {
            found.push_back(std::move(text));
        }
    });
    return found;
}

std::string permalink(std::string_view id) {
    std::string address = "https://x.com/i/web/status/";
    return address.append(id);
}

}  // namespace fanal::importers::x
