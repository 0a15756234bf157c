#include "crm/storage/import_batch.hpp"

#include <algorithm>
#include <cstring>

#include "models/ids.hpp"

namespace fanal::storage {
namespace {

/// Two profiles' private exchange, whoever writes: the smaller id first.
std::int64_t message_thread_id(std::string_view network, std::int64_t one, std::int64_t other) {
    return derive_id("message thread", network,
                     std::to_string(std::min(one, other)) + "-" + std::to_string(std::max(one, other)));
}

/// Rows where they lie, visited in their order: what is sorted is small.
template <class Row>
class SortedRows final : public RowStream<Row> {
  public:
    explicit SortedRows(const std::vector<Row>& rows) : rows_(rows), places_(rows.size()) {
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            places_[i] = {leading_id(rows[i]), i};
        }
        std::sort(places_.begin(), places_.end(), [&rows](const Place& a, const Place& b) {
            if (a.id != b.id) {
                return a.id < b.id;
            }
            const auto &one = rows[a.index], &other = rows[b.index];
            return order(one) < order(other) || (!(order(other) < order(one)) && a.index < b.index);
        });
    }

    const Row* next() override { return at_ < places_.size() ? &rows_[places_[at_++].index] : nullptr; }

  private:
    struct Place {
        std::int64_t id;
        std::uint32_t index;
    };

    const std::vector<Row>& rows_;
    std::vector<Place> places_;
    std::size_t at_ = 0;
};

/// What an entry of known_profiles_ costs, its place in the table included.
constexpr std::size_t known_profile_bytes = 64;

}  // namespace

std::string_view ImportBatch::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    std::string whole;
    if (text.find('\0') != std::string_view::npos) {  // SQLite's functions, and a dump, would end a text there
        for (const char c : text) {
            whole += c == '\0' ? "\xEF\xBF\xBD" : std::string_view(&c, 1);
        }
        text = whole;
    }
    auto* copy = static_cast<char*>(arena_.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    bytes_ += text.size();
    return {copy, text.size()};
}

std::string_view ImportBatch::keep_network(std::string_view network) {
    if (network != last_network_) {
        last_network_ = keep(network);
    }
    return last_network_;
}

std::int64_t ImportBatch::refer(std::string_view network, std::string_view remote_id) {
    return remote_id.empty() ? 0 : interaction_id(network, remote_id).value;
}

std::int64_t ImportBatch::refer_to_profile(const Record& record) {
    const std::string& network = record.profile.network;
    if (!record.to_profile_remote_id.empty()) {
        ProfileSighting target;
        target.network = network;
        target.remote_id = record.to_profile_remote_id;
        target.handle = record.to_handle;
        target.observed_at = record.occurred_at;
        return add_profile(target, "reference", 0);
    }
    if (!record.to_handle.empty()) {
        ProfileSighting target;
        target.network = network;
        target.handle = record.to_handle;
        target.observed_at = record.occurred_at;
        return add_profile(target, "reference", 0);
    }
    return 0;
}

std::int64_t ImportBatch::add_profile(const ProfileSighting& sighting, std::string_view source,
                                      std::uint32_t sighting_of_file) {
    const std::string from_handle = sighting.remote_id.empty() ? remote_id_of_handle(sighting.handle) : std::string();
    const std::string_view remote_id = sighting.remote_id.empty() ? std::string_view(from_handle) : sighting.remote_id;
    if (remote_id == "@") {
        return 0;  // nobody is named
    }
    const std::int64_t id = profile_id(sighting.network, remote_id).value;
    const std::int64_t at = sighting.observed_at.ms;
    const std::int64_t followers = sighting.followers_count.value_or(-1);
    auto& said = said_;
    said.clear();
    const auto say = [&](std::string_view field, std::string_view value) {
        if (!value.empty()) {
            said.emplace_back(field, value);
        }
    };
    say("handle", sighting.handle);
    say("display_name", sighting.display_name);
    say("place", sighting.place);
    say("bio", sighting.bio);
    say("url", sighting.url);
    say("avatar_url", sighting.avatar_url);
    for (const std::string& link : sighting.links) {
        say("link", link);
    }
    const auto known = known_profiles_.find(id);
    if (sighting_of_file == 0 && known != known_profiles_.end() && says_nothing_new(known->second, said, source)) {
        PendingProfile& profile = profiles_[known->second.profile];
        const std::pair newest(profile.observed_at, profile.followers_count);
        if (followers >= 0 && (profile.followers_count < 0 || std::pair(at, followers) > newest)) {
            profile.observed_at = at;
            profile.followers_count = followers;
        }
        for (std::size_t i = 0; i < known->second.facts_count; ++i) {
            PendingFact& fact = facts_[known->second.first_fact + i];
            fact.first_observed_at = std::min(fact.first_observed_at, at);
            fact.last_observed_at = std::max(fact.last_observed_at, at);
        }
        return id;
    }
    known_profiles_.insert_or_assign(id, Known{profiles_.size(), facts_.size(), said.size()});
    profiles_.push_back({id, followers, at, keep_network(sighting.network), keep(remote_id), sighting_of_file});
    for (const auto& [field, value] : said) {
        facts_.push_back({id, field, keep(value), source, at, at});
    }
    bytes_ += sizeof(PendingProfile) + said.size() * sizeof(PendingFact) + known_profile_bytes;
    return id;
}

bool ImportBatch::says_nothing_new(const Known& known,
                                   std::span<const std::pair<std::string_view, std::string_view>> said,
                                   std::string_view source) const {
    const auto same = [source](const PendingFact& fact, const auto& one) {
        return fact.field == one.first && fact.value == one.second && fact.source == source;
    };
    const auto first = facts_.begin() + static_cast<std::ptrdiff_t>(known.first_fact);
    return profiles_[known.profile].sighting_of_file == 0 &&
           std::equal(first, first + static_cast<std::ptrdiff_t>(known.facts_count), said.begin(), said.end(), same);
}

void ImportBatch::refer_to_thread(std::int64_t id, std::string_view network, std::string_view remote_id) {
    if (known_threads_.insert(id).second) {
        threads_.push_back({id, network, keep(remote_id)});
        bytes_ += sizeof(PendingThread);
    }
}

void ImportBatch::add(const Record& record, std::string_view source, std::uint32_t file, std::uint32_t record_number) {
    const std::string& network = record.profile.network;
    const std::string derived = record.remote_id.empty() ? derived_remote_id(record) : std::string();
    const std::string_view remote_id = record.remote_id.empty() ? std::string_view(derived) : record.remote_id;

    InteractionRow row;
    row.interaction_id = interaction_id(network, remote_id).value;
    row.kind = record.kind;
    row.network = keep_network(network);
    row.remote_id = keep(remote_id);
    row.occurred_at = record.occurred_at.ms;
    row.version_at = record.edited_at.value_or(record.occurred_at).ms;
    row.profile_id = add_profile(record.profile, source, 0);
    row.to_profile_id = refer_to_profile(record);
    row.in_reply_to_id = refer(network, record.in_reply_to_remote_id);
    row.post_id = record.kind == InteractionKind::post ? 0 : refer(network, record.post_remote_id);
    if (row.post_id != 0 && row.post_id != row.interaction_id) {
        refer_to_thread(row.post_id, row.network, record.post_remote_id);
    } else if (row.post_id == 0 && row.in_reply_to_id != 0) {
        refer_to_thread(row.in_reply_to_id, row.network, record.in_reply_to_remote_id);
    }
    if (record.kind == InteractionKind::message && row.profile_id != 0 && row.to_profile_id != 0) {
        row.post_id = message_thread_id(network, row.profile_id, row.to_profile_id);
    }
    if (row.in_reply_to_id == row.interaction_id) {
        row.in_reply_to_id = 0;  // nothing answers itself
    }
    row.text = keep(record.text);
    row.language = keep(record.language);
    if (row.language.empty()) {
        row.detected_language = keep(record.detected_language);
        row.language_confidence = row.detected_language.empty() ? 0 : static_cast<double>(record.language_confidence);
    }
    row.reaction = keep(record.reaction);
    row.url = keep(record.url);
    row.extra = keep(record.extra);
    interactions_.push_back({row, file, record_number});
    for (const std::string& alias : record.alias_remote_ids) {
        aliases_.push_back({row.interaction_id, interaction_id(network, alias).value});
    }
    bytes_ += sizeof(PendingInteraction) + record.alias_remote_ids.size() * sizeof(PendingAlias);
}

void ImportBatch::add(const Removal& removal, std::uint32_t file) {
    removals_.push_back({interaction_id(removal.network, removal.remote_id).value, removal.removed_at.ms,
                         keep(removal.network), keep(removal.remote_id), file});
    bytes_ += sizeof(PendingRemoval);
}

void ImportBatch::add(const ProfileSighting& sighting, std::string_view source, std::uint32_t file) {
    add_profile(sighting, source, file + 1);
    ++sightings_count_;
}

void ImportBatch::add(const AccountSighting& sighting, bool declared) {
    const PendingAccount account{sighting, declared};
    if (std::find(accounts_.begin(), accounts_.end(), account) == accounts_.end()) {  // every page of answers says it
        accounts_.push_back(account);
    }
}

void ImportBatch::set_position(ImportPosition position) {
    const auto same = [&](const ImportPosition& known) { return known.source == position.source; };
    if (const auto found = std::find_if(positions_.begin(), positions_.end(), same); found != positions_.end()) {
        *found = std::move(position);
    } else {
        positions_.push_back(std::move(position));
    }
}

std::unique_ptr<RowStream<PendingAlias>> ImportBatch::aliases() {
    return std::make_unique<SortedRows<PendingAlias>>(aliases_);
}
std::unique_ptr<RowStream<PendingRemoval>> ImportBatch::removals() {
    return std::make_unique<SortedRows<PendingRemoval>>(removals_);
}
std::unique_ptr<RowStream<PendingInteraction>> ImportBatch::interactions() {
    return std::make_unique<SortedRows<PendingInteraction>>(interactions_);
}
std::unique_ptr<RowStream<PendingProfile>> ImportBatch::profiles() {
    return std::make_unique<SortedRows<PendingProfile>>(profiles_);
}
std::unique_ptr<RowStream<PendingFact>> ImportBatch::facts() {
    return std::make_unique<SortedRows<PendingFact>>(facts_);
}
std::unique_ptr<RowStream<PendingThread>> ImportBatch::threads() {
    return std::make_unique<SortedRows<PendingThread>>(threads_);
}

void ImportBatch::clear() {
    interactions_.clear();
    aliases_.clear();
    removals_.clear();
    profiles_.clear();
    facts_.clear();
    threads_.clear();
    known_profiles_.clear();
    known_threads_.clear();
    last_network_ = {};
    accounts_.clear();
    positions_.clear();
    arena_.release();
    bytes_ = 0;
    sightings_count_ = 0;
}

}  // namespace fanal::storage
