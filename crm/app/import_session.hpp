#pragma once
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/import_batch.hpp"
#include "crm/storage/import_log.hpp"
#include "crm/storage/staged_import.hpp"
#include "importers/import_run.hpp"

namespace fanal::app {

/// What was given to be imported: it is one source, or holds several.
struct GivenFile {
    std::string name;         ///< as it was called
    std::string path;         ///< absolute, on the disk; empty: it came in memory
    std::string fingerprint;  ///< of its content; empty: not known
};

/// One import from its first file to its report: gathers what the importers read into batches, writes each in one
/// transaction, counts what became of every record, and brings up what is derived at the end.
class ImportSession final : private importers::RunSink {
  public:
    ImportSession(storage::Store& store, const ImportOptions& options);

    /// The sources to come lie in this one.
    void enter(const GivenFile& given) { given_ = given; }
    /// Reads one source to its end, or until on_progress says stop. `content` is its fingerprint; empty: it cannot be
    /// gone on with later. `guide` knows what a table's bytes do not say; null: nobody does.
    void read(const std::string& source, const importers::ReadBytes& bytes, std::int64_t bytes_total,
              const std::string& content, Instant observed_at, importers::TableGuide* guide = nullptr);
    /// Something that could not even be opened.
    void refuse(const std::string& source, const std::string& reason);
    bool stopped() const { return stopped_; }

    ImportReport finish();

  private:
    void interaction(Record&& record, std::string_view importer) override;
    void removal(Removal&& removal) override;
    void profile(ProfileSighting&& sighting, std::string_view importer) override;
    void account(AccountSighting&& sighting) override;
    void skip(std::string_view place, std::string_view reason) override;
    void reject(std::string_view place, std::string_view reason, std::string_view record) override;

    /// Whence a source of report_.files comes, for what is kept of it.
    struct SourceOrigin {
        std::string source;  ///< absolute when it lies on the disk
        std::string file;
        std::string fingerprint;
        bool any_taken = false;
        bool read_whole = false;
    };
    struct PendingRejection {
        KeptRejection kept;
        std::size_t file;
    };

    FileReport& file() { return report_.files[file_]; }
    std::uint32_t file_number() const { return static_cast<std::uint32_t>(file_); }
    std::string begun_as(const std::string& fingerprint) const;
    /// Goes on from where an import cut short had come; true when nothing is left to read.
    bool resume(const std::string& fingerprint, importers::RunOptions& run);
    storage::ImportPosition position(const std::string& fingerprint, const importers::RunPosition& reached) const;
    bool after_record(const importers::RunPosition& position, std::int64_t bytes_total, const std::string& fingerprint);
    /// Hands the batch to the writer's thread, which alone touches the store until wait_for_writer(), and starts
    /// another.
    void write_batch();
    /// From the first full batch on, batches are staged; they come into the store all at once at the end.
    void stage();
    std::size_t enter_file(const std::string& source);
    void wait_for_writer();
    void note(const storage::BatchOutcome& outcome);
    void count(const storage::BatchOutcome& outcome);
    /// False when asked to stop.
    bool tell(const ImportProgress& progress) const;
    void taken(std::string_view importer);
    void keep(Rejection&& rejection, std::size_t file, std::string&& record);
    void keep_rejections();
    void log();

    storage::Store& store_;
    const ImportOptions& options_;
    const importers::Importer* as_ = nullptr;
    std::unique_ptr<storage::ImportBatch> batch_ = std::make_unique<storage::ImportBatch>();
    std::unique_ptr<storage::ImportBatch> batch_being_written_ = std::make_unique<storage::ImportBatch>();
    std::optional<storage::StagedImport> staged_;
    ImportReport report_;
    std::size_t file_ = 0;         ///< of report_.files, the one that is read
    std::size_t files_found_ = 0;  ///< of report_.files, those of which an import cut short had staged something
    GivenFile given_;
    std::vector<SourceOrigin> origins_;  ///< of report_.files
    std::vector<PendingRejection> rejections_;
    std::unordered_set<std::int64_t> refused_;  ///< the rejections kept in this import
    std::string_view last_importer_;
    Changes changes_;
    bool changes_are_complete_ = true;
    bool wrote_ = false;
    bool stopped_ = false;
    std::int64_t records_count_ = 0;
    std::int64_t records_at_last_progress_ = 0;
    std::future<std::optional<storage::BatchOutcome>> writer_;  ///< last, so that it ends before what it works on
};

}  // namespace fanal::app
