#pragma once
#include <random>
#include <set>

#include "tests/importers/fixtures.hpp"
#include "tests/importers/table_sink.hpp"

// What must make no difference to what is read: the same documents, written another way.
namespace fanal::importers {

/// Adds what a file holds, read as one network's.
inline void read_file_of(std::string_view network, std::string_view bytes, TableSink& sink) {
    RunOptions options;
    options.as = find_importer(network);
    options.origin = {"test", {}, test_imported_at};
    run_import(
        [&bytes](char* buffer, std::size_t size) {
            const std::size_t count = bytes.copy(buffer, size);
            bytes.remove_prefix(count);
            return count;
        },
        options, sink);
}

inline Collected file_of(std::string_view network, std::string_view bytes) {
    TableSink sink;
    read_file_of(network, bytes, sink);
    return sink.collected;
}

/// One thing that was told. What a record says of others, the top of its thread and whom it answers, is known only when
/// these stand in the same file, and so it is held apart.
struct Fact {
    std::string own;
    std::vector<std::string> of_others;

    auto operator<=>(const Fact&) const = default;
};

/// Each once, whatever the order.
using Facts = std::set<Fact>;

/// The records alone.
inline Facts records_in(const Collected& collected) {
    Facts facts;
    for (const Record& record : collected.interactions) {
        Json own = to_json(record);
        for (const char* const key : {"post_remote_id", "in_reply_to_remote_id", "to_profile_remote_id"}) {
            own.erase(key);
        }
        facts.insert({"interaction " + own.dump(),
                      {record.post_remote_id, record.in_reply_to_remote_id, record.to_profile_remote_id}});
    }
    for (const Removal& removal : collected.removals) {
        facts.insert({"removal " + removal.remote_id + " " + to_text(removal.removed_at), {}});
    }
    for (const ProfileSighting& profile : collected.profiles) {
        facts.insert({"profile " + to_json(profile).dump(), {}});
    }
    return facts;
}

/// Everything that was told, without its place. Our own accounts may go by more names or by fewer.
inline Facts facts_in(const Collected& collected) {
    Facts facts = records_in(collected);
    for (const AccountSighting& account : collected.accounts) {
        facts.insert({"account " + account.remote_id, {}});
    }
    for (const Collected::Refusal& skip : collected.skips) {
        facts.insert({"skip " + skip.reason, {}});
    }
    for (const Collected::Refusal& rejection : collected.rejections) {
        facts.insert({"reject " + rejection.reason, {}});
    }
    return facts;
}

/// Whether a part's fact is the whole's: it may be silent of others, but says nothing else of them.
inline bool agrees(const Fact& part, const Fact& whole) {
    return part.own == whole.own &&
           std::equal(part.of_others.begin(), part.of_others.end(), whole.of_others.begin(), whole.of_others.end(),
                      [](const auto& said, const auto& known) { return said.empty() || said == known; });
}

/// Whether the whole has a part's fact.
inline bool holds(const Facts& whole, const Fact& part) {
    return std::any_of(whole.begin(), whole.end(), [&](const Fact& fact) { return agrees(part, fact); });
}

inline std::string to_text(const Fact& fact) {
    std::string text = fact.own;
    for (const std::string& other : fact.of_others) {
        text += " " + (other.empty() ? "-" : other);
    }
    return text;
}

/// What the whole has and its parts have not, and the other way round, a line each; empty when they agree.
inline std::string difference(const Facts& whole, const Facts& parts) {
    std::string lines;
    for (const Fact& fact : whole) {
        const bool found =
            std::any_of(parts.begin(), parts.end(), [&](const Fact& part) { return agrees(part, fact); });
        lines += found ? "" : "lost: " + to_text(fact) + "\n";
    }
    for (const Fact& part : parts) {
        lines += holds(whole, part) ? "" : "new: " + to_text(part) + "\n";
    }
    return lines;
}

/// The value with the members of every object in an order that `order` makes of theirs.
template <class Order>
Json reordered(const Json& value, Order&& order) {
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json& element : value) {
            list.push_back(reordered(element, order));
        }
        return list;
    }
    if (!value.is_object()) {
        return value;
    }
    std::vector<std::string> keys;
    for (const auto& member : value.items()) {
        keys.push_back(member.key());
    }
    order(keys);
    Json object = Json::object();
    for (const std::string& key : keys) {
        object[key] = reordered(value[key], order);
    }
    return object;
}

/// The value with two members that no network has in every object, before and behind its own.
inline Json with_unknown_members(const Json& value) {
    Json varied = value.is_object() ? Json({{"zz_before", {{"zz_id", "7"}, {"zz_list", {1, nullptr}}}}}) : value;
    if (value.is_object()) {
        for (const auto& member : value.items()) {
            varied[member.key()] = with_unknown_members(member.value());
        }
        varied["zz_behind"] = "zz";
    } else if (value.is_array()) {
        for (Json& element : varied) {
            element = with_unknown_members(element);
        }
    }
    return varied;
}

/// The lists of objects that stand highest in a document: itself, or those that one reaches by fewest keys.
inline std::vector<Json*> top_lists(Json& document) {
    std::vector<Json*> level = {&document};
    while (!level.empty()) {
        std::vector<Json*> lists, below;
        for (Json* value : level) {
            if (value->is_array() && !value->empty() && value->front().is_object()) {
                lists.push_back(value);
            } else if (value->is_object()) {
                for (auto& member : value->items()) {
                    below.push_back(&member.value());
                }
            }
        }
        if (!lists.empty()) {
            return lists;
        }
        level = below;
    }
    return {};
}

}  // namespace fanal::importers
