#include "crm/app/import_session.hpp"

#include <algorithm>
#include <utility>

#include "crm/app/read_ahead.hpp"
#include "crm/storage/background_checkpoint.hpp"
#include "crm/storage/derived.hpp"
#include "crm/text/language.hpp"
#include "models/error.hpp"
#include "models/secrets.hpp"

namespace fanal::app {
namespace {

constexpr std::size_t reported_rejections_max = 1000;
constexpr std::int64_t progress_every_records = 20'000;

/// Tokens and signatures stand in the addresses that networks hand out; nobody needs them here.
void hide_secrets(ProfileSighting& sighting) {
    fanal::hide_secrets(sighting.url);
    fanal::hide_secrets(sighting.avatar_url);
    for (std::string& link : sighting.links) {
        fanal::hide_secrets(link);
    }
}

void hide_secrets(Record& record) {
    hide_secrets(record.profile);
    fanal::hide_secrets(record.url);
    fanal::hide_secrets(record.extra);
}

}  // namespace

ImportSession::ImportSession(storage::Store& store, const ImportOptions& options) : store_(store), options_(options) {
    // An import that was cut short left changes that nobody listed: this one ends with a whole rebuild.
    const bool stale = storage::derived_is_abandoned(store);
    changes_are_complete_ = !stale;
    wrote_ = stale;
    if (stale && storage::StagedImport::exists(store.database())) {
        stage();
    }
    if (!options.as_network.empty()) {
        as_ = importers::find_importer(options.as_network);
        if (as_ == nullptr) {
            std::string known;
            for (const importers::Importer* importer : importers::all_importers()) {
                known += (known.empty() ? "" : ", ") + std::string(importer->network);
            }
            throw Error(ErrorKind::bad_input,
                        "There is no network " + options.as_network + " here; there are " + known + ".");
        }
    }
}

/// An import cut short is gone on with only as it was begun.
std::string ImportSession::begun_as(const std::string& fingerprint) const {
    return fingerprint.empty() ? fingerprint
                               : fingerprint + "\n" + options_.as_network + "\n" + options_.columns +
                                     (options_.include_private ? "\nprivate" : "\n");
}

void ImportSession::read(const std::string& source, const importers::ReadBytes& bytes, std::int64_t bytes_total,
                         const std::string& content, Instant observed_at, importers::TableGuide* guide) {
    const std::string fingerprint = begun_as(content);
    file_ = enter_file(source);
    importers::RunOptions run;
    run.as = as_;
    run.guide = guide;
    run.origin = {source, {}, observed_at};
    wait_for_writer();
    if (resume(fingerprint, run)) {
        return;
    }
    run.after_record = [&](const importers::RunPosition& reached) {
        return after_record(reached, bytes_total, fingerprint);
    };
    ReadAhead ahead(bytes);
    const importers::ReadBytes pieces = [&](char* buffer, std::size_t size) { return ahead.take(buffer, size); };
    last_importer_ = {};
    const std::string network = importers::run_import(pieces, run, *this);
    if (!network.empty()) {
        file().network = network;
    }
    if (!stopped_) {
        origins_[file_].read_whole = run.start.bytes_done == 0;
        if (!fingerprint.empty()) {
            storage::ImportPosition end = position(fingerprint, {bytes_total, 0});
            end.finished = true;
            batch_->set_position(std::move(end));
        }
    }
}

bool ImportSession::resume(const std::string& fingerprint, importers::RunOptions& run) {
    const std::string& source = file().source;
    if (const auto staged = staged_ ? staged_->find_position(source, fingerprint) : std::nullopt) {
        run.start = {staged->bytes_done, staged->lines_done};
        return staged->finished;  // its records and its counts wait to be written
    }
    if (const auto stopped = storage::find_position(store_, source, fingerprint)) {
        run.start = {stopped->bytes_done, stopped->lines_done};
        file().network = stopped->so_far.network;
        file().resumed_at_bytes = stopped->bytes_done;
    }
    return false;
}

storage::ImportPosition ImportSession::position(const std::string& fingerprint,
                                                const importers::RunPosition& reached) const {
    storage::ImportPosition position{report_.files[file_].source, fingerprint, reached.bytes_done, reached.lines_done};
    position.so_far = report_.files[file_];
    if (position.so_far.network.empty()) {
        position.so_far.network = last_importer_;
    }
    return position;
}

void ImportSession::refuse(const std::string& source, const std::string& reason) {
    const bool is_being_read = file_ < report_.files.size() && report_.files[file_].source == source;
    file_ = is_being_read ? file_ : enter_file(source);
    reject("file", reason, "");
}

std::size_t ImportSession::enter_file(const std::string& source) {
    std::size_t entered = 0;
    while (entered < files_found_ && report_.files[entered].source != source) {
        ++entered;
    }
    if (entered == files_found_) {
        entered = report_.files.size();
        report_.files.emplace_back().source = source;
    }
    origins_.resize(report_.files.size());
    SourceOrigin& origin = origins_[entered];
    const bool on_disk = !given_.path.empty() && source.starts_with(given_.name);
    origin.source = on_disk ? given_.path + source.substr(given_.name.size()) : source;
    origin.file = given_.path;
    origin.fingerprint = given_.fingerprint;
    return entered;
}

bool ImportSession::after_record(const importers::RunPosition& reached, std::int64_t bytes_total,
                                 const std::string& fingerprint) {
    const bool batch_is_full = batch_->bytes() >= options_.batch_bytes;
    const bool progress_is_due = records_count_ - records_at_last_progress_ >= progress_every_records;
    if (progress_is_due || batch_is_full) {
        records_at_last_progress_ = records_count_;
        stopped_ = !tell({file().source, reached.bytes_done, bytes_total, records_count_});
    }
    if (batch_is_full || stopped_) {
        if (!fingerprint.empty()) {
            batch_->set_position(position(fingerprint, reached));
        }
        keep_rejections();  // before the place in the file moves past them
        if (batch_is_full && !stopped_ && !staged_) {
            stage();
        }
        write_batch();
    }
    return !stopped_;
}

bool ImportSession::tell(const ImportProgress& progress) const {
    return !options_.on_progress || options_.on_progress(progress);
}

void ImportSession::taken(std::string_view importer) {
    ++records_count_;
    origins_[file_].any_taken = true;
    last_importer_ = importer;
}

void ImportSession::interaction(Record&& record, std::string_view importer) {
    if (record.is_private && !options_.include_private) {
        ++file().private_count;
        skip("", "private: direct, or for followers only");
        return;
    }
    taken(importer);
    if (record.language.empty()) {
        if (const auto language = text::detect_language(record.text)) {
            record.detected_language = language->code;
            record.language_confidence = language->confidence;
        }
    }
    hide_secrets(record);
    file().unknown_author_count += record.profile.remote_id.empty() && record.profile.handle.empty() ? 1 : 0;
    batch_->add(record, importer, file_number(), static_cast<std::uint32_t>(records_count_));
}

void ImportSession::removal(Removal&& removal) {
    taken(last_importer_);
    batch_->add(removal, file_number());
}

void ImportSession::profile(ProfileSighting&& sighting, std::string_view importer) {
    taken(importer);
    hide_secrets(sighting);
    batch_->add(sighting, importer, file_number());
}

void ImportSession::account(AccountSighting&& sighting) {
    batch_->add(sighting, false);
}

void ImportSession::skip(std::string_view place, std::string_view reason) {
    ++records_count_;
    if (file().skipped_count++ == 0) {
        file().skipped_reason =
            without_secrets(reason) +
            (place.empty() || place == "$" || place == "byte 0" ? "" : " (" + without_secrets(place) + ")");
    }
}

void ImportSession::reject(std::string_view place, std::string_view reason, std::string_view record) {
    ++records_count_;
    ++file().rejected_count;
    keep({file().source, without_secrets(place), without_secrets(reason)}, file_, without_secrets(record));
    if (rejections_.size() >= reported_rejections_max) {
        keep_rejections();
    }
}

void ImportSession::keep(Rejection&& rejection, std::size_t file, std::string&& record) {
    if (report_.rejections.size() < reported_rejections_max) {
        report_.rejections.push_back(rejection);
    }
    if (options_.keep_rejections) {
        rejection.source = origins_[file].source;
        rejections_.push_back({{std::move(rejection), std::move(record)}, file});
    }
}

void ImportSession::keep_rejections() {
    wait_for_writer();
    if (rejections_.empty()) {
        return;
    }
    storage::Transaction transaction(store_.database());
    for (const auto& [kept, file] : rejections_) {
        const SourceOrigin& from = origins_[file];
        refused_.insert(storage::keep_rejection(
            store_, kept,
            {from.file, from.fingerprint, options_.as_network, options_.columns, options_.include_private}));
    }
    transaction.commit();
    rejections_.clear();
}

void ImportSession::stage() {
    wait_for_writer();
    wrote_ = true;
    changes_are_complete_ = false;
    storage::mark_derived_stale(store_.database());
    staged_ = storage::StagedImport::open(store_.database());
    if (staged_ && report_.files.empty()) {
        const auto positions = staged_->positions();
        for (const std::string& source : staged_->sources()) {
            const auto reached = std::find_if(positions.begin(), positions.end(),
                                              [&](const auto& position) { return position.source == source; });
            report_.files.push_back(reached == positions.end() ? FileReport{} : reached->so_far);
            report_.files.back().source = source;
            origins_.emplace_back().source = source;
        }
        files_found_ = report_.files.size();
    }
}

void ImportSession::write_batch() {
    wait_for_writer();
    if (batch_->empty()) {
        return;
    }
    wrote_ = true;
    std::swap(batch_, batch_being_written_);
    if (!staged_) {
        writer_ = std::async(std::launch::async, [this]() -> std::optional<storage::BatchOutcome> {
            storage::BatchOutcome outcome = storage::write(store_, *batch_being_written_);
            batch_being_written_->clear();
            return outcome;
        });
        return;
    }
    std::vector<std::string> sources;
    for (const FileReport& known : report_.files) {
        sources.push_back(known.source);
    }
    writer_ = std::async(std::launch::async, [this, sources]() -> std::optional<storage::BatchOutcome> {
        staged_->append(*batch_being_written_, sources);
        return std::nullopt;
    });
}

void ImportSession::wait_for_writer() {
    if (writer_.valid()) {
        if (const auto outcome = writer_.get()) {
            count(*outcome);
            note(*outcome);
        }
    }
}

void ImportSession::count(const storage::BatchOutcome& outcome) {
    for (std::size_t i = 0; i < outcome.files.size(); ++i) {
        report_.files[i].accepted_count += outcome.files[i].accepted_count;
        report_.files[i].repeated_count += outcome.files[i].repeated_count;
    }
    for (const storage::BatchRefusal& refusal : outcome.refusals) {
        FileReport& refused = report_.files[refusal.file];
        ++refused.rejected_count;
        keep({refused.source, "record " + std::to_string(refusal.record), refusal.reason}, refusal.file, "");
    }
}

void ImportSession::note(const storage::BatchOutcome& outcome) {
    changes_.links |= outcome.links_changed;
    changes_are_complete_ &= outcome.changed_is_complete &&
                             changes_.interactions.size() + outcome.changed.size() <= storage::changed_limit &&
                             changes_.profiles.size() + outcome.changed_profiles.size() <= storage::changed_limit;
    changes_.named_is_complete &= outcome.named_is_complete;
    if (changes_are_complete_) {
        changes_.named.insert(changes_.named.end(), outcome.named_profiles.begin(), outcome.named_profiles.end());
        for (const auto& [network, count] : outcome.new_profiles) {
            changes_.new_profiles[network] += count;
        }
        changes_.interactions.insert(changes_.interactions.end(), outcome.changed.begin(), outcome.changed.end());
        changes_.profiles.insert(changes_.profiles.end(), outcome.changed_profiles.begin(),
                                 outcome.changed_profiles.end());
    }
}

void ImportSession::log() {
    std::map<storage::SourceInFile, std::string> mended;
    storage::Transaction transaction(store_.database());
    for (std::size_t i = 0; i < report_.files.size(); ++i) {
        const SourceOrigin& origin = origins_[i];
        storage::log_import(store_, origin.source, report_.files[i], options_.imported_at);
        if (origin.read_whole && origin.any_taken && !origin.file.empty()) {
            mended[{origin.file, origin.source}] = origin.fingerprint;
        }
    }
    storage::forget_mended(store_, mended, refused_);
    transaction.commit();
}

ImportReport ImportSession::finish() {
    keep_rejections();  // before their places count as done
    write_batch();
    wait_for_writer();
    batch_.reset();  // a rebuild wants the memory
    batch_being_written_.reset();
    std::optional<storage::BackgroundCheckpoint> checkpoint;
    if (staged_) {
        checkpoint.emplace(store_);
        count(staged_->write_to(store_, [this](std::int64_t bytes_done, std::int64_t bytes_total) {
            tell({"", bytes_done, bytes_total, records_count_, ImportProgress::Step::writing});
        }));
    }
    keep_rejections();  // what the store itself refused
    log();
    for (const FileReport& one : report_.files) {
        report_.accepted_count += one.accepted_count;
        report_.repeated_count += one.repeated_count;
        report_.skipped_count += one.skipped_count;
        report_.rejected_count += one.rejected_count;
        report_.private_count += one.private_count;
        report_.unknown_author_count += one.unknown_author_count;
    }
    if (wrote_) {
        changes_are_complete_ ? settle(store_, changes_) : settle_all(store_, [this](double done) {
            constexpr std::int64_t whole = 1000;
            const auto part = static_cast<std::int64_t>(done * whole);
            tell({"", part, whole, records_count_, ImportProgress::Step::settling});
        });
    }
    return std::move(report_);
}

}  // namespace fanal::app
