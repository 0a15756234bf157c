#include "crm/storage/objection_rows.hpp"

#include <string>
#include <unordered_set>

namespace fanal::storage {

Objections::Objections(Store& store) : database_(store.database()) {
    read_key();
}

void Objections::read_key() {
    Statement find = database_.prepare("SELECT key FROM objection_keys");
    if (!find.step()) {
        return;
    }
    const std::string_view bytes = find.bytes(0);
    Key key;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::uint64_t& word = i < 8 ? key.first : key.second;
        word = word << 8 | static_cast<unsigned char>(bytes[i]);
    }
    key_ = key;
}

std::optional<std::int64_t> Objections::hash_of(ProfileId id) {
    Statement find = database_.prepare("SELECT network, remote_id FROM profiles WHERE profile_id = $1");
    if (!find.bind(1, id.value).step()) {
        return std::nullopt;
    }
    return hash_of(find.text(0), find.text(1));
}

std::int64_t Objections::hash_of(std::string_view network, std::string_view remote_id) const {
    const std::string name = std::string(network) + '\0' + std::string(remote_id);
    return static_cast<std::int64_t>(siphash(key_->first, key_->second, name));
}

std::vector<ProfileId> Objections::all() {
    if (!key_) {
        return {};
    }
    std::unordered_set<std::int64_t> hashes;
    Statement objections = database_.prepare("SELECT profile_hash FROM objections");
    while (objections.step()) {
        hashes.insert(objections.integer(0));
    }
    std::vector<ProfileId> found;
    Statement profiles = database_.prepare("SELECT profile_id, network, remote_id FROM profiles");
    while (profiles.step()) {
        if (hashes.contains(hash_of(profiles.text(1), profiles.text(2)))) {
            found.push_back({profiles.integer(0)});
        }
    }
    return found;
}

bool Objections::holds(ProfileId id) {
    const auto hash = key_ ? hash_of(id) : std::nullopt;
    return hash && database_.prepare("SELECT 1 FROM objections WHERE profile_hash = $1").bind(1, *hash).step();
}

void Objections::add(ProfileId id, Instant objected_at) {
    if (!key_) {
        database_.run("INSERT INTO objection_keys (key_id, key) VALUES (1, randomblob(16))");
        read_key();
    }
    if (const auto hash = hash_of(id)) {
        database_.prepare("INSERT INTO objections (profile_hash, objected_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(1, *hash)
            .bind(2, objected_at.ms)
            .run();
    }
}

}  // namespace fanal::storage
