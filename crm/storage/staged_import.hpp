#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crm/storage/batch_writer.hpp"
#include "crm/storage/import_batch.hpp"

namespace fanal::storage {

/// The rows of a large import on their way into the store, in a file beside the database ("fanal.db-import"): batches
/// are added in any order of rows, and come out as one sequence a table, in the table's own order. So the store is
/// written once from beginning to end instead of once a batch, and memory holds one batch. Whole batches outlive the
/// process; the file goes when its rows are in the store. One thread at a time.
class StagedImport final : public PendingRows {
  public:
    using OnProgress = std::function<void(std::int64_t bytes_done, std::int64_t bytes_total)>;

    /// Takes over what an import cut short has left, or begins anew. nullopt when another process is at it, or when the
    /// store is not in a file. Throws unavailable, also when the file is damaged.
    static std::optional<StagedImport> open(Database& database);
    /// Whether an import has left rows beside this database, or is at it.
    static bool exists(Database& database);

    /// Adds the batch with its positions, and empties it; on the disk when this returns. `sources` are the files that
    /// the batches' numbers stand for, which only grow.
    void append(ImportBatch& batch, const std::vector<std::string>& sources);

    /// Those files in order, so that another process can go on counting.
    std::vector<std::string> sources();

    std::optional<ImportPosition> find_position(std::string_view source, std::string_view fingerprint);

    /// Writes everything to the store and removes the file. The indexes may be gone afterwards: settle_all() in crm/app
    /// makes them. A kill loses nothing: the same write is then done again.
    /// `on_progress` hears of the bytes written and of all, every now and then.
    BatchOutcome write_to(Store& store, const OnProgress& on_progress = {});

    std::vector<PendingAccount> accounts() override;
    std::vector<ImportPosition> positions() override;
    std::unique_ptr<RowStream<PendingAlias>> aliases() override;
    std::unique_ptr<RowStream<PendingRemoval>> removals() override;
    std::unique_ptr<RowStream<PendingInteraction>> interactions() override;
    std::unique_ptr<RowStream<PendingProfile>> profiles() override;
    std::unique_ptr<RowStream<PendingFact>> facts() override;
    std::unique_ptr<RowStream<PendingThread>> threads() override;

  private:
    explicit StagedImport(const std::string& path);
    void remove();
    void append_positions(const std::vector<ImportPosition>& positions);
    void append_sources(const std::vector<std::string>& sources);

    template <class Row>
    void append_rows(std::int64_t batch, std::string_view table, RowStream<Row>& rows);
    template <class Row>
    std::unique_ptr<RowStream<Row>> merged(std::string_view table);

    std::string path_;
    Database database_;
    std::size_t sources_count_ = 0;  ///< as kept here
    std::function<void(std::size_t)> on_piece_ = [](std::size_t) {};
};

}  // namespace fanal::storage
