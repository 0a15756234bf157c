#pragma once
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "importers/importer.hpp"
#include "models/fan.hpp"

// What the tests of importers share: a sink that keeps everything, and a reader of whole documents.
namespace fanal::importers {

/// Everything that an importer handed over, in order.
class Collected final : public Sink {
  public:
    struct Refusal {
        std::string path;
        std::string reason;

        bool operator==(const Refusal&) const = default;
    };

    void interaction(Record&& record) override { interactions.push_back(std::move(record)); }
    void removal(Removal&& removal) override { removals.push_back(std::move(removal)); }
    void profile(ProfileSighting&& sighting) override { profiles.push_back(std::move(sighting)); }
    void account(AccountSighting&& sighting) override { accounts.push_back(std::move(sighting)); }
    void skip(const Payload& at, std::string_view reason) override {
        skips.push_back({at.path(), std::string(reason)});
    }
    void reject(const Payload& at, std::string_view reason) override {
        rejections.push_back({at.path(), std::string(reason)});
    }

    /// Records of the report: accounts are none.
    std::size_t count() const {
        return interactions.size() + removals.size() + profiles.size() + skips.size() + rejections.size();
    }
    bool operator==(const Collected& other) const {
        return interactions == other.interactions && removals == other.removals && profiles == other.profiles &&
               accounts == other.accounts && skips == other.skips && rejections == other.rejections;
    }

    std::vector<Record> interactions;
    std::vector<Removal> removals;
    std::vector<ProfileSighting> profiles;
    std::vector<AccountSighting> accounts;
    std::vector<Refusal> skips;
    std::vector<Refusal> rejections;
};

using Json = nlohmann::ordered_json;

inline void put(Json& object, const char* key, const std::string& value) {
    if (!value.empty()) {
        object[key] = value;
    }
}

inline Json to_json(const ProfileSighting& profile) {
    Json object = Json::object();
    put(object, "remote_id", profile.remote_id);
    put(object, "handle", profile.handle);
    put(object, "display_name", profile.display_name);
    put(object, "place", profile.place);
    put(object, "bio", profile.bio);
    put(object, "url", profile.url);
    put(object, "avatar_url", profile.avatar_url);
    if (!profile.links.empty()) {
        object["links"] = profile.links;
    }
    if (profile.followers_count) {
        object["followers_count"] = *profile.followers_count;
    }
    object["observed_at"] = to_text(profile.observed_at);
    return object;
}

inline Json to_json(const Record& record) {
    Json object;
    object["kind"] = to_text(record.kind);
    object["remote_id"] = record.remote_id.empty() ? derived_remote_id(record) : record.remote_id;
    object["occurred_at"] = to_text(record.occurred_at);
    if (record.edited_at) {
        object["edited_at"] = to_text(*record.edited_at);
    }
    object["profile"] = to_json(record.profile);
    put(object, "post_remote_id", record.post_remote_id);
    put(object, "in_reply_to_remote_id", record.in_reply_to_remote_id);
    put(object, "to_profile_remote_id", record.to_profile_remote_id);
    put(object, "to_handle", record.to_handle);
    put(object, "text", record.text);
    put(object, "language", record.language);
    put(object, "reaction", record.reaction);
    put(object, "url", record.url);
    put(object, "extra", record.extra);
    if (!record.alias_remote_ids.empty()) {
        object["alias_remote_ids"] = record.alias_remote_ids;
    }
    if (record.is_private) {
        object["is_private"] = true;
    }
    return object;
}

/// What was handed over, as people read it: only what was said, and toggles under their derived ids.
inline Json to_json(const Collected& collected) {
    Json whole = Json::object();
    for (const AccountSighting& account : collected.accounts) {
        Json object;
        object["remote_id"] = account.remote_id;
        put(object, "handle", account.handle);
        put(object, "display_name", account.display_name);
        whole["accounts"].push_back(std::move(object));
    }
    for (const Record& record : collected.interactions) {
        whole["interactions"].push_back(to_json(record));
    }
    for (const Removal& removal : collected.removals) {
        whole["removals"].push_back({{"remote_id", removal.remote_id}, {"removed_at", to_text(removal.removed_at)}});
    }
    for (const ProfileSighting& profile : collected.profiles) {
        whole["profiles"].push_back(to_json(profile));
    }
    for (const Collected::Refusal& skip : collected.skips) {
        whole["skips"].push_back({{"path", skip.path}, {"reason", skip.reason}});
    }
    return whole;
}

/// How much of what was handed over, by the kinds' plurals and the names of Collected's lists.
inline std::map<std::string, std::size_t> counts_of(const Collected& collected) {
    std::map<std::string, std::size_t> counts;
    const auto count = [&](const char* name, std::size_t number) {
        if (number > 0) {
            counts[name] += number;
        }
    };
    for (const Record& record : collected.interactions) {
        ++counts[std::string(plural(record.kind))];
    }
    count("removals", collected.removals.size());
    count("profiles", collected.profiles.size());
    count("accounts", collected.accounts.size());
    count("skips", collected.skips.size());
    count("rejections", collected.rejections.size());
    return counts;
}

/// The instant at which tests import: facts without a date of their own carry it.
inline constexpr Instant test_imported_at{1'795'000'000'000};

/// Visits the document in `json`, taken out of its recorded HTTP exchange where it stands in one; false, and no visit,
/// when it is no sound JSON.
inline bool with_document(const std::string& json, const std::function<void(const Payload&, const Origin&)>& visit) {
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    if (parser.parse(json).get(element) != simdjson::SUCCESS) {
        return false;
    }
    const Payload whole(element);
    const Payload request = whole["_request"];
    const std::string path = request["method"].text() + " " + request["path"].text();
    if (request.is_object()) {
        visit(whole["body"], {"test", path, test_imported_at});
    } else {
        visit(whole, {"test", {}, test_imported_at});
    }
    return true;
}

/// The importer that claims a document most surely; null when nobody does.
inline const Importer* claiming(const Payload& document, const Origin& origin) {
    const Importer* claimed = nullptr;
    for (const Importer* importer : all_importers()) {
        const Recognition recognition = importer->recognise(document, origin);
        if (recognition == Recognition::certain) {
            return importer;
        }
        claimed = claimed == nullptr && recognition == Recognition::maybe ? importer : claimed;
    }
    return claimed;
}

/// What one importer reads in a document.
inline Collected read_with(const Importer& importer, const Payload& document, const Origin& origin) {
    Collected collected;
    importer.read(document, origin, collected);
    return collected;
}

/// A whole file; empty when it cannot be read.
inline std::string read_file(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace fanal::importers
