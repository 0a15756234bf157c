#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "crm/storage/pending_rows.hpp"
#include "models/record.hpp"

namespace fanal::storage {

/// Records on their way into the store, in a compact form: some 350 bytes each with their text. Not thread-safe.
class ImportBatch final : public PendingRows {
  public:
    /// `source` names the importer, as the origin of the facts; it must outlive the batch. `file` groups the counts,
    /// `record` names the record in a refusal.
    void add(const Record& record, std::string_view source, std::uint32_t file, std::uint32_t record_number);
    void add(const Removal& removal, std::uint32_t file);
    void add(const ProfileSighting& sighting, std::string_view source, std::uint32_t file);
    void add(const AccountSighting& sighting, bool declared);
    void set_position(ImportPosition position);

    std::size_t size() const { return interactions_.size() + removals_.size() + sightings_count_; }
    /// Bytes held, roughly.
    std::size_t bytes() const { return bytes_; }
    bool empty() const { return size() == 0 && accounts_.empty() && positions_.empty(); }
    void clear();

    std::vector<PendingAccount> accounts() override { return accounts_; }
    std::vector<ImportPosition> positions() override { return positions_; }
    std::unique_ptr<RowStream<PendingAlias>> aliases() override;
    std::unique_ptr<RowStream<PendingRemoval>> removals() override;
    std::unique_ptr<RowStream<PendingInteraction>> interactions() override;
    std::unique_ptr<RowStream<PendingProfile>> profiles() override;
    std::unique_ptr<RowStream<PendingFact>> facts() override;
    std::unique_ptr<RowStream<PendingThread>> threads() override;

  private:
    /// Where a profile's newest entries stand, so that one who says a hundred things is kept once.
    struct Known {
        std::size_t profile;
        std::size_t first_fact;
        std::size_t facts_count;
    };

    std::string_view keep(std::string_view text);
    std::string_view keep_network(std::string_view network);
    bool says_nothing_new(const Known& known, std::span<const std::pair<std::string_view, std::string_view>> said,
                          std::string_view source) const;
    std::int64_t add_profile(const ProfileSighting& sighting, std::string_view source, std::uint32_t sighting_of_file);
    void refer_to_thread(std::int64_t id, std::string_view network, std::string_view remote_id);
    std::int64_t refer(std::string_view network, std::string_view remote_id);
    std::int64_t refer_to_profile(const Record& record);

    std::pmr::monotonic_buffer_resource arena_{1 << 20};
    std::size_t bytes_ = 0;
    std::size_t sightings_count_ = 0;
    std::vector<PendingInteraction> interactions_;
    std::vector<PendingAlias> aliases_;
    std::vector<PendingRemoval> removals_;
    std::vector<PendingProfile> profiles_;
    std::vector<PendingFact> facts_;
    std::vector<PendingThread> threads_;
    boost::unordered_flat_map<std::int64_t, Known> known_profiles_;
    boost::unordered_flat_set<std::int64_t> known_threads_;
    std::string_view last_network_;
    std::vector<std::pair<std::string_view, std::string_view>>
        said_;  ///< what the sighting at hand says, field by field
    std::vector<PendingAccount> accounts_;
    std::vector<ImportPosition> positions_;
};

}  // namespace fanal::storage
