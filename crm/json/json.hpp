#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/account.hpp"
#include "models/cascade.hpp"
#include "models/conversation.hpp"
#include "models/error.hpp"
#include "models/export_report.hpp"
#include "models/fan.hpp"
#include "models/identity_evaluation.hpp"
#include "models/identity_training.hpp"
#include "models/import_report.hpp"
#include "models/match.hpp"
#include "models/record.hpp"
#include "models/score_evaluation.hpp"
#include "models/scores_report.hpp"
#include "models/unknown_field.hpp"

/// Our own types as JSON text, one compact line without a newline. The HTTP API answers these objects and the command
/// line's
/// --json prints them; schemas/api.openapi.json describes each, and a test compares the two.
///
/// Keys are the C++ field names in their declared order, always all of them. Ids are strings, because JavaScript cannot
/// hold 63 bits, "0" for none; instants are ISO 8601 strings; an empty optional is null. Counts by kind are written out
/// as `comments_given`, `reshares_received` …. A list is an object with an array in it, so that it can grow. Bytes that
/// are not UTF-8 become U+FFFD: none of these functions throws for what a text holds. Any thread.
namespace fanal::json {

std::string to_json(const QueueItem& item);
/// `waiting_count`: all that wait, not only those in `items`.
std::string to_json(const std::vector<QueueItem>& items, std::int64_t waiting_count);
std::string to_json(const ConversationView& view);
std::string to_json(const std::vector<FanSummary>& fans);
std::string to_json(const FanView& view);
std::string to_json(const MergeView& merge);
/// `merges_count`: all that stand, not only those in `merges`.
std::string to_json(const std::vector<MergeView>& merges, std::int64_t merges_count);
std::string to_json(const Match& match);
std::string to_json(const MatchList& list);
std::string to_json(const AcceptedMatches& accepted);
/// `separations_count`: all that stand, not only those in `separations`.
std::string to_json(const std::vector<SeparationView>& separations, std::int64_t separations_count);
std::string to_json(const DecisionLogCheck& check);
std::string to_json(const std::vector<FanId>& fan_ids);
std::string to_json(const std::vector<CascadeSummary>& cascades);
std::string to_json(const CascadeView& view);
std::string to_json(const ExportReport& report);
std::string to_json(const Account& account);
std::string to_json(const std::vector<Account>& accounts);
std::string to_json(const ImportReport& report);
/// `rejections_count`: all that are kept, not only those in `rejections`.
std::string to_json(const std::vector<KeptRejection>& rejections, std::int64_t rejections_count);
std::string to_json(const UnknownFieldList& list);
std::string to_json(const UnknownFieldChange& change);
std::string to_json(const ScoresReport& report);
std::string to_json(const std::vector<ScoreEvaluation>& evaluations, std::optional<Instant> as_of);
std::string to_json(const IdentityEvaluation& evaluation);
std::string to_json(const IdentityTraining& training);
std::string to_json(const Error& error);

/// Reads `{"network", "remote_id", "handle", "display_name"}`, of which the first two are required. Throws bad_input
/// with a sentence for anything else: no JSON, another type, a key we do not know, a required one missing or empty.
AccountSighting account_from_json(std::string_view text);

/// Who decides, and why; the page sends nothing more to undo a merge.
struct DecisionRequest {
    std::string by;
    std::string why;
};

/// Reads `{"by", "why"}`, of which the first is required. Throws bad_input like account_from_json().
DecisionRequest decision_request_from_json(std::string_view text);

/// Which two fans are one, who says so, and why.
struct MergeRequest {
    std::string fan;
    std::string other;
    std::string by;
    std::string why;
};

/// Reads `{"fan", "other", "by", "why"}`, of which all but the last are required. Throws bad_input like
/// account_from_json().
MergeRequest merge_request_from_json(std::string_view text);

}  // namespace fanal::json
