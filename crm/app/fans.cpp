#include <charconv>
#include <optional>

#include "crm/app/use_cases.hpp"
#include "crm/storage/fan_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

constexpr std::int64_t history_limit = 200;

std::optional<FanId> fan_by_id(storage::FanReader& reader, std::string_view key) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (error != std::errc{} || end != key.data() + key.size()) {
        return std::nullopt;
    }
    return reader.fan_of({id});
}

/// "@ana", "ana", "mastodon:@ana"
FanId fan_by_handle(storage::FanReader& reader, std::string_view key) {
    const std::size_t colon = key.find(':');
    const std::string_view network = colon == std::string_view::npos ? std::string_view() : key.substr(0, colon);
    std::string_view handle = colon == std::string_view::npos ? key : key.substr(colon + 1);
    if (handle.starts_with('@')) {
        handle.remove_prefix(1);
    }
    const auto fans = handle.empty() ? std::vector<FanId>() : reader.with_handle(handle, network);
    if (fans.empty()) {
        throw Error(ErrorKind::not_found, "There is no fan with the id or handle " + std::string(key) + ".");
    }
    if (fans.size() > 1) {
        std::string ids;
        for (const FanId id : fans) {
            ids += (ids.empty() ? "" : ", ") + to_text(id);
        }
        throw Error(ErrorKind::conflict,
                    "Several fans have the handle " + std::string(key) + ": give one of " + ids + ".");
    }
    return fans.front();
}

}  // namespace

std::vector<FanSummary> list_fans(storage::Store& store, std::string_view sort, std::int64_t limit) {
    storage::FanReader reader(store);
    std::vector<FanSummary> fans;
    for (const FanId id : reader.sorted_by(sort, limit)) {
        fans.push_back(reader.summary(id));
    }
    return fans;
}

std::optional<Instant> scores_as_of(storage::Store& store) {
    return storage::scores_as_of(store);
}

FanView view_fan(storage::Store& store, std::string_view key) {
    storage::FanReader reader(store);
    const auto by_id = fan_by_id(reader, key);
    const FanId id = by_id ? *by_id : fan_by_handle(reader, key);
    return {reader.summary(id), reader.profiles_of(id), reader.history(id, history_limit),
            storage::scores_as_of(store)};
}

}  // namespace fanal::app
