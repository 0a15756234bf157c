#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/account.hpp"
#include "models/cascade.hpp"
#include "models/column_map.hpp"
#include "models/conversation.hpp"
#include "models/export_report.hpp"
#include "models/fan.hpp"
#include "models/identity_evaluation.hpp"
#include "models/identity_training.hpp"
#include "models/import_report.hpp"
#include "models/instant.hpp"
#include "models/match.hpp"
#include "models/record.hpp"
#include "models/score_evaluation.hpp"
#include "models/scores_report.hpp"
#include "models/unknown_field.hpp"

namespace fanal::storage {
class Store;
}

/// Every use case of the product, one verb each; the command line and the HTTP API are two thin doors onto these.
/// All throw Error. None reads a clock. Each works on one Store, from one thread at a time.
namespace fanal::app {

/// Opens the database at `path`, or makes it. Throws unavailable.
std::shared_ptr<storage::Store> open_store(const std::string& path);
/// Opens what is there. Throws not_found with a sentence that says how to make one.
std::shared_ptr<storage::Store> open_existing_store(const std::string& path);

struct ImportProgress {
    enum class Step {
        reading,   ///< a source, of which so many bytes are done
        writing,   ///< all that was read, of a large import
        settling,  ///< fans and queue, which have no bytes: of bytes_total, so much is done
    };
    std::string_view source;  ///< empty behind reading
    std::int64_t bytes_done = 0;
    std::int64_t bytes_total = 0;
    std::int64_t records_count = 0;  ///< read so far
    Step step = Step::reading;
};

struct ImportOptions {
    std::string as_network;  ///< empty: each payload is recognised by what is in it
    Instant imported_at;     ///< written in the import log, and the date of facts whose payload has none
    std::function<bool(const ImportProgress&)>
        on_progress;  ///< called a few times a second; false asks to stop reading, after which what is read is written
    bool include_private = false;  ///< takes records that are direct or for followers only, too
    /// Of what was read, this much is held in memory, twice; an import of more is staged (storage::StagedImport).
    std::size_t batch_bytes = std::size_t{60} << 20;
    std::string columns{};        ///< of tables of other programs: "occurred_at=Date,text=Commentaire"; empty: guessed
    bool keep_rejections = true;  ///< false: what is refused stands in the report alone
    std::function<ColumnAnswer(const ColumnGuess&)>
        confirm_columns{};  ///< asks a person whether a guess is right; null: nobody can be asked
};

/// Imports files and folders (walked in name order), and what lies in ZIP archives, gzip files and workbooks. A file
/// that was cut short goes on from where it was. What was given or confirmed of tables' columns is remembered.
ImportReport import_paths(storage::Store& store, const std::vector<std::filesystem::path>& paths,
                          const ImportOptions& options);

/// Imports one payload from memory, as it comes in over HTTP. `source` names it in the report.
ImportReport import_bytes(storage::Store& store, std::string_view source, std::string_view bytes,
                          const ImportOptions& options);

/// Records that were refused, by file and place.
std::vector<KeptRejection> list_rejections(storage::Store& store, std::int64_t limit);
std::int64_t count_rejections(storage::Store& store);

/// From where refused records are read when they are tried again.
enum class RetryFrom {
    files,       ///< the files they stood in, where these were given by path and are still there
    kept_bytes,  ///< only what was kept of them: opens nothing
};

/// Tries every refused record again, as its import was told to unless `options` name a network: the file where it may
/// be opened and is what it was, otherwise the bytes that were kept. A file that is another now is read too, but what
/// was refused of the old one stays until its own bytes can be read. What is still broken stays.
ImportReport retry_rejections(storage::Store& store, const ImportOptions& options, RetryFrom from);

/// Forgets what was refused of a source, called as list_rejections() does, or of a file by any path; how many records.
/// Throws not_found when there is none.
std::int64_t forget_rejections(storage::Store& store, const std::string& source);

/// The fields of records and columns of tables that nobody here knows: those that interactions keep, the most frequent
/// first, then those that were dropped. Reads every interaction, in memory that does not grow with their number.
UnknownFieldList list_fields(storage::Store& store);

/// Takes an unknown field out of every interaction, for good, and out of every later import. Dropping it again is
/// fine. Throws not_found, with the name that may be meant, when no interaction keeps it.
UnknownFieldChange drop_field(storage::Store& store, const std::string& name, Instant dropped_at);

/// Lets later imports keep a dropped field again; what was dropped stays gone. Throws not_found when it was not
/// dropped.
UnknownFieldChange keep_field(storage::Store& store, const std::string& name);

std::vector<Account> list_accounts(storage::Store& store);

/// Declares one of our own presences; everything derived follows. Declaring it again updates its names.
Account add_account(storage::Store& store, std::string_view network, std::string_view remote_id,
                    std::string_view handle, std::string_view display_name);

/// `sort` is one of score_sort_fields or "<plural>_given" / "<plural>_received"; largest first, ties by id.
std::vector<FanSummary> list_fans(storage::Store& store, std::string_view sort, std::int64_t limit);

/// For which instant the scores hold; nullopt before the first refresh.
std::optional<Instant> scores_as_of(storage::Store& store);

/// `key` is a fan id, a profile id of the fan, or a handle ("@ana", "mastodon:@ana"). Throws not_found; a handle that
/// several fans share is a conflict whose sentence lists their ids.
FanView view_fan(storage::Store& store, std::string_view key);

/// Who decides something about merges, why and when: the decision log keeps it.
struct Decision {
    std::string by;   ///< the name that the person gave; never empty, at most 200 bytes
    std::string why;  ///< may be empty; at most 2000 bytes
    Instant at;
};

/// Says that two fans are one person: the profiles that the keys name, as view_fan() takes them, are merged; the first
/// profile where a key names a fan. No interaction changes. Throws not_found; conflict when that was said before, and
/// where it must not be.
MergeView merge_fans(storage::Store& store, std::string_view key, std::string_view other_key, const Decision& decision);

/// The merges that stand, the newest first, and how many there are in all.
std::vector<MergeView> list_merges(storage::Store& store, std::int64_t limit);
std::int64_t count_merges(storage::Store& store);

/// Takes a merge back, at any time and in any order: everything derived, scores included, becomes what it would be
/// without it. One that the networks vouch for stays undone. Returns what it was. Throws not_found.
MergeView undo_merge(storage::Store& store, std::string_view id, const Decision& decision);

/// Marks a fan as never to be linked: each of their profiles becomes a fan of its own, at once and for good, also after
/// everything known of it was erased and imported again. Their merges are undone. Doing so again is fine. `key` is as
/// in view_fan(). Returns the fans that they are now. Throws not_found.
std::vector<FanId> object_to_linking(storage::Store& store, std::string_view key, const Decision& decision);

/// Two profiles of different networks that may be one person, from this probability on, otherwise from that of
/// crm/identity/match_settings.hpp, the most valuable to decide first; how many there are in all. Value is probability
/// × log2(2 + interactions of the profile that has fewer, counted up to 1,000, + 4 × waiting conversations of both).
MatchList list_matches(storage::Store& store, std::int64_t limit, std::optional<double> min_probability);

/// A match, also when it is decided. Throws not_found.
Match view_match(storage::Store& store, std::string_view id);

/// Says that the two profiles of a match are one person, as merge_fans() does; undo_merge() takes it back. Gives the
/// match as it is then. Throws not_found; conflict where the two must not be one.
Match accept_match(storage::Store& store, std::string_view id, const Decision& decision);

/// Says that the two profiles of a match are two people, and so the fans that they belong to: nothing but
/// forget_match() proposes or joins them again. Throws not_found; conflict when they are one fan, or that was said
/// before.
Match reject_match(storage::Store& store, std::string_view id, const Decision& decision);

/// What people keep apart, the newest first, whether or not the two still match; and how many there are in all.
std::vector<SeparationView> list_separations(storage::Store& store, std::int64_t limit);
std::int64_t count_separations(storage::Store& store);

/// Keeps the fans of a match apart no more, whose id may be that of a separation without a match: every rejection and
/// every undone link between the two is taken back. Returns these. Throws not_found; conflict when there is none.
std::vector<SeparationView> forget_match(storage::Store& store, std::string_view id, const Decision& decision);

/// Accepts every match from this probability on, otherwise from that of crm/identity/match_settings.hpp, the surest
/// first, as far as each person then has one profile on each network. Without a decision nothing is done: it says what
/// would be, and a digest of it. Throws bad_input below the probability from which on matches are proposed; conflict
/// when `previewed` is a digest, and what would be accepted is no longer that.
AcceptedMatches accept_matches(storage::Store& store, std::optional<double> above,
                               const std::optional<Decision>& decision, std::string_view previewed = {});

/// Whether the log of what people decided about merges is as it was written. Reads all of it.
DecisionLogCheck check_decisions(storage::Store& store);

/// The first `limit` conversations that wait, best first, as of `now`.
std::vector<QueueItem> list_queue(storage::Store& store, std::int64_t limit, Instant now);
std::int64_t count_queue(storage::Store& store);

ConversationView view_conversation(storage::Store& store, ConversationId id, Instant now);

/// Computes every fan's scores from the interactions up to `as_of`, tests how well they would have ranked what came,
/// and reorders the queue by them. `on_progress` hears how much is done, up to 1, and false stops without any change.
/// Throws conflict when it was stopped.
ScoresReport refresh_scores(storage::Store& store, Instant as_of, const std::function<bool(double)>& on_progress = {});

/// How well each score ranked, on this database's own past, who would be taken up next, the best first; as the last
/// refresh found out. None when there were too few interactions to say.
std::vector<ScoreEvaluation> evaluate_scores(storage::Store& store);

/// Writes the fans and their ties as the last refresh of the scores saw them, for other programs, as `file` ends:
/// .graphml, .gexf or .csv (two tables). Each fan carries the scores and the community of that graph. What was there is
/// replaced, whole or not at all. Throws not_found before the first refresh.
ExportReport export_graph(storage::Store& store, const std::filesystem::path& file);

/// Cascades of at least two posts, largest first, ties by remote id.
std::vector<CascadeSummary> list_cascades(storage::Store& store, std::int64_t limit);

/// `key` is a post's id or its remote_id ("network:remote_id" where two networks share one).
CascadeView view_cascade(storage::Store& store, std::string_view key);
/// Writes a cascade for other programs or for the eye, as `file` ends: .graphml, .gexf, .csv (two tables, of nodes and
/// of edges) or .svg. What was there is replaced, whole or not at all.
ExportReport export_cascade(storage::Store& store, std::string_view key, const std::filesystem::path& file);

/// How large a demo to make. The same numbers give the same bytes.
struct DemoPlan {
    std::int64_t fans_count = 400;
    std::int64_t days_count = 30;
    std::uint64_t seed = 7;
    Instant ends_at;
};

/// Writes the payloads of a made-up seafood bar in Bordeaux, in the networks' own formats, into a folder that is made
/// when missing. Returns how many files. Throws unavailable when one cannot be written.
std::int64_t write_demo(const std::filesystem::path& folder, const DemoPlan& plan);

/// The demo brand's presences, for add_account().
std::vector<AccountSighting> demo_accounts();

/// Of a profile, whose it is: any name for the person, the same for all that person's profiles.
struct LabelledProfile {
    std::string network;
    std::string remote_id;
    std::string person;
};

/// Matches every profile as the database does, with the model that serves and as if nobody had decided anything, reads
/// the labels, and says how right that was. Changes nothing. Throws bad_input when none of them is there.
IdentityEvaluation evaluate_identity(storage::Store& store, const std::vector<LabelledProfile>& labels);

/// Learns from every profile, without anybody saying who is who, how common names and handles are and what agreement
/// between each two networks is worth; keeps that as the next model, which serves from then on, and matches everything
/// anew. `on_progress` hears how much is done, up to 1, and false stops without any change. Throws bad_input when there
/// are no two networks to learn from; conflict when it was stopped.
IdentityTraining train_identity(storage::Store& store, const Decision& decision,
                                const std::function<bool(double)>& on_progress = {});

}  // namespace fanal::app
