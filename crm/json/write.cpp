#include <nlohmann/json.hpp>
#include <optional>

#include "crm/json/json.hpp"

namespace fanal::json {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json instant(Instant value) {
    return to_text(value);
}

Json instant(const std::optional<Instant>& value) {
    return value ? instant(*value) : Json();
}

template <class Number>
Json number(const std::optional<Number>& value) {
    return value ? Json(*value) : Json();
}

/// `object` called once an item of `items`.
template <class Items, class Object>
Json array(const Items& items, Object object) {
    Json list = Json::array();
    for (const auto& item : items) {
        list.push_back(object(item));
    }
    return list;
}

void add_counts(Json& json, const KindCounts& counts, const char* suffix) {
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        json[std::string(plural(static_cast<InteractionKind>(kind))) + suffix] = counts[kind];
    }
}

Json object(const Signal& signal) {
    return {{"name", signal.name}, {"value", signal.value}, {"reason", signal.reason}};
}

Json object(const QueueItem& item) {
    return {{"rank", item.rank},
            {"conversation_id", to_text(item.conversation_id)},
            {"fan_id", to_text(item.fan_id)},
            {"network", item.network},
            {"display_name", item.display_name},
            {"handle", item.handle},
            {"interaction_id", to_text(item.interaction_id)},
            {"kind", to_text(item.kind)},
            {"text", item.text},
            {"language", item.language},
            {"waiting_since", instant(item.waiting_since)},
            {"waiting_count", item.waiting_count},
            {"score", item.score},
            {"signals", array(item.signals, [](const Signal& signal) { return object(signal); })}};
}

Json object(const ConversationEntry& entry) {
    return {{"interaction_id", to_text(entry.interaction_id)},
            {"profile_id", to_text(entry.profile_id)},
            {"display_name", entry.display_name},
            {"kind", to_text(entry.kind)},
            {"occurred_at", instant(entry.occurred_at)},
            {"text", entry.text},
            {"url", entry.url},
            {"ours", entry.ours},
            {"removed", entry.removed}};
}

Json object(const ConversationView& view) {
    return {{"conversation_id", to_text(view.conversation_id)},
            {"fan_id", to_text(view.fan_id)},
            {"network", view.network},
            {"display_name", view.display_name},
            {"handle", view.handle},
            {"post", view.post ? object(*view.post) : Json()},
            {"entries", array(view.entries, [](const ConversationEntry& entry) { return object(entry); })},
            {"queue_item", view.queue_item ? object(*view.queue_item) : Json()}};
}

Json object(const Scores& scores) {
    return {{"influence", scores.influence},
            {"influence_low", number(scores.influence_low)},
            {"influence_high", number(scores.influence_high)},
            {"pagerank", scores.pagerank},
            {"core_number", scores.core_number},
            {"in_degree", scores.in_degree},
            {"out_degree", scores.out_degree}};
}

Json object(const FanSummary& fan) {
    Json json = {{"fan_id", to_text(fan.fan_id)},
                 {"display_name", fan.display_name},
                 {"handle", fan.handle},
                 {"networks", fan.networks},
                 {"followers_count", number(fan.followers_count)}};
    add_counts(json, fan.given, "_given");
    add_counts(json, fan.received, "_received");
    json["scores"] = fan.scores ? object(*fan.scores) : Json();
    return json;
}

Json object(const Fact& fact) {
    return {{"field", fact.field},
            {"value", fact.value},
            {"source", fact.source},
            {"first_observed_at", instant(fact.first_observed_at)},
            {"last_observed_at", instant(fact.last_observed_at)}};
}

Json object(const Profile& profile) {
    return {{"profile_id", to_text(profile.profile_id)},
            {"fan_id", to_text(profile.fan_id)},
            {"network", profile.network},
            {"remote_id", profile.remote_id},
            {"handle", profile.handle},
            {"display_name", profile.display_name},
            {"followers_count", number(profile.followers_count)},
            {"facts", array(profile.facts, [](const Fact& fact) { return object(fact); })}};
}

Json object(const HistoryEntry& entry) {
    return {{"interaction_id", to_text(entry.interaction_id)},
            {"profile_id", to_text(entry.profile_id)},
            {"thread_id", to_text(entry.thread_id)},
            {"network", entry.network},
            {"kind", to_text(entry.kind)},
            {"occurred_at", instant(entry.occurred_at)},
            {"text", entry.text},
            {"reaction", entry.reaction},
            {"url", entry.url}};
}

Json object(const SaidFact& said) {
    return {{"profile_id", to_text(said.profile_id)}, {"network", said.network}, {"fact", object(said.fact)}};
}

Json object(const MergedProfile& profile) {
    return {{"profile_id", to_text(profile.profile_id)},
            {"network", profile.network},
            {"handle", profile.handle},
            {"display_name", profile.display_name}};
}

Json object(const MergeView& merge) {
    return {{"merge_id", to_text(merge.merge_id)},  {"fan_id", to_text(merge.fan_id)},
            {"profile", object(merge.profile)},     {"other_profile", object(merge.other_profile)},
            {"decided_by", merge.decided_by},       {"evidence", merge.evidence},
            {"merged_at", instant(merge.merged_at)}};
}

Json object(const FanView& view) {
    return {{"summary", object(view.summary)},
            {"profiles", array(view.profiles, [](const Profile& profile) { return object(profile); })},
            {"disagreements", array(view.disagreements, [](const SaidFact& said) { return object(said); })},
            {"merges", array(view.merges, [](const MergeView& merge) { return object(merge); })},
            {"history", array(view.history, [](const HistoryEntry& entry) { return object(entry); })},
            {"scores_as_of", instant(view.scores_as_of)},
            {"do_not_link", view.do_not_link}};
}

Json object(const SeparationView& separation) {
    return {{"match_id", to_text(separation.match_id)},
            {"profile", object(separation.profile)},
            {"other_profile", object(separation.other_profile)},
            {"reason", separation.reason},
            {"decided_at", instant(separation.decided_at)}};
}

Json object(const MatchPart& part) {
    return {{"name", part.name}, {"millibits", part.millibits}, {"compared", part.compared}};
}

Json object(const MatchSide& side) {
    return {{"profile_id", to_text(side.profile_id)},
            {"fan_id", to_text(side.fan_id)},
            {"network", side.network},
            {"remote_id", side.remote_id},
            {"handle", side.handle},
            {"display_name", side.display_name},
            {"url", side.url},
            {"avatar_url", side.avatar_url},
            {"bio", side.bio},
            {"place", side.place},
            {"followers_count", number(side.followers_count)},
            {"fan_networks", side.fan_networks},
            {"interactions_count", side.interactions_count},
            {"waiting_count", side.waiting_count},
            {"first_interaction_at", instant(side.first_interaction_at)},
            {"last_interaction_at", instant(side.last_interaction_at)}};
}

Json object(const Match& match) {
    return {{"match_id", to_text(match.match_id)},
            {"state", match.state},
            {"merge_id", to_text(match.merge_id)},
            {"model_id", match.model_id},
            {"profile", object(match.profile)},
            {"other_profile", object(match.other_profile)},
            {"parts", array(match.parts, [](const MatchPart& part) { return object(part); })},
            {"total_millibits", match.total_millibits},
            {"model_probability", match.model_probability},
            {"probability", match.probability},
            {"probability_low", match.probability_low},
            {"probability_high", match.probability_high},
            {"decisions_count", match.decisions_count},
            {"value", match.value}};
}

Json object(const CascadeMetrics& metrics) {
    return {{"size", metrics.size},
            {"depth", metrics.depth},
            {"breadth_max", metrics.breadth_max},
            {"structural_virality", number(metrics.structural_virality)}};
}

Json object(const CascadeSummary& cascade) {
    return {{"post_id", to_text(cascade.post_id)},
            {"network", cascade.network},
            {"remote_id", cascade.remote_id},
            {"display_name", cascade.display_name},
            {"text", cascade.text},
            {"published_at", instant(cascade.published_at)},
            {"metrics", object(cascade.metrics)}};
}

Json object(const CascadeNode& node) {
    return {{"interaction_id", to_text(node.interaction_id)},
            {"profile_id", to_text(node.profile_id)},
            {"fan_id", to_text(node.fan_id)},
            {"display_name", node.display_name},
            {"handle", node.handle},
            {"occurred_at", instant(node.occurred_at)},
            {"parent", node.parent},
            {"depth", node.depth},
            {"subtree_size", node.subtree_size},
            {"parent_assumed", node.parent_assumed}};
}

Json object(const CascadeView& view) {
    return {{"summary", object(view.summary)},
            {"nodes", array(view.nodes, [](const CascadeNode& node) { return object(node); })},
            {"most_viral_path", view.most_viral_path}};
}

Json object(const Account& account) {
    return {{"account_id", to_text(account.account_id)},
            {"network", account.network},
            {"remote_id", account.remote_id},
            {"handle", account.handle},
            {"display_name", account.display_name},
            {"declared", account.declared}};
}

Json object(const FileReport& file) {
    return {{"source", file.source},
            {"network", file.network},
            {"accepted_count", file.accepted_count},
            {"repeated_count", file.repeated_count},
            {"skipped_count", file.skipped_count},
            {"rejected_count", file.rejected_count},
            {"skipped_reason", file.skipped_reason},
            {"notes", file.notes},
            {"private_count", file.private_count},
            {"unknown_author_count", file.unknown_author_count},
            {"resumed_at_bytes", file.resumed_at_bytes}};
}

Json object(const Rejection& rejection) {
    return {{"source", rejection.source}, {"path", rejection.path}, {"reason", rejection.reason}};
}

Json object(const UnknownField& field) {
    return {{"name", field.name},
            {"interactions_count", field.interactions_count},
            {"networks", field.networks},
            {"example", field.example},
            {"dropped_at", instant(field.dropped_at)}};
}

const char* name(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::bad_input:
            return "bad_input";
        case ErrorKind::not_found:
            return "not_found";
        case ErrorKind::conflict:
            return "conflict";
        case ErrorKind::unavailable:
            return "unavailable";
        case ErrorKind::internal:
            break;
    }
    return "internal";
}

}  // namespace

std::string to_json(const QueueItem& item) {
    return dump(object(item));
}

std::string to_json(const std::vector<QueueItem>& items, std::int64_t waiting_count) {
    return dump({{"queue", array(items, [](const QueueItem& item) { return object(item); })},
                 {"waiting_count", waiting_count}});
}

std::string to_json(const ConversationView& view) {
    return dump(object(view));
}

std::string to_json(const std::vector<FanSummary>& fans) {
    return dump({{"fans", array(fans, [](const FanSummary& fan) { return object(fan); })}});
}

std::string to_json(const FanView& view) {
    return dump(object(view));
}

std::string to_json(const MergeView& merge) {
    return dump(object(merge));
}

std::string to_json(const std::vector<MergeView>& merges, std::int64_t merges_count) {
    return dump({{"merges", array(merges, [](const MergeView& merge) { return object(merge); })},
                 {"merges_count", merges_count}});
}

std::string to_json(const std::vector<FanId>& fan_ids) {
    return dump({{"fan_ids", array(fan_ids, [](FanId id) { return to_text(id); })}});
}

std::string to_json(const Match& match) {
    return dump(object(match));
}

std::string to_json(const MatchList& list) {
    return dump({{"matches", array(list.matches, [](const Match& match) { return object(match); })},
                 {"matches_count", list.matches_count}});
}

std::string to_json(const AcceptedMatches& accepted) {
    return dump({{"matches_count", accepted.matches_count},
                 {"wrong_expected_count", accepted.wrong_expected_count},
                 {"least_certain", array(accepted.least_certain, [](const Match& match) { return object(match); })},
                 {"digest", accepted.digest},
                 {"accepted", accepted.accepted}});
}

std::string to_json(const std::vector<SeparationView>& separations, std::int64_t separations_count) {
    return dump({{"separations", array(separations, [](const SeparationView& one) { return object(one); })},
                 {"separations_count", separations_count}});
}

std::string to_json(const DecisionLogCheck& check) {
    return dump({{"decisions_count", check.decisions_count},
                 {"erased_count", check.erased_count},
                 {"last_digest", check.last_digest},
                 {"broken_at", number(check.broken_at)},
                 {"problem", check.problem}});
}

std::string to_json(const std::vector<CascadeSummary>& cascades) {
    return dump({{"cascades", array(cascades, [](const CascadeSummary& cascade) { return object(cascade); })}});
}

std::string to_json(const CascadeView& view) {
    return dump(object(view));
}

std::string to_json(const ExportReport& report) {
    return dump({{"files", report.files}, {"nodes_count", report.nodes_count}, {"edges_count", report.edges_count}});
}

std::string to_json(const Account& account) {
    return dump(object(account));
}

std::string to_json(const std::vector<Account>& accounts) {
    return dump({{"accounts", array(accounts, [](const Account& account) { return object(account); })}});
}

std::string to_json(const ImportReport& report) {
    return dump({{"files", array(report.files, [](const FileReport& file) { return object(file); })},
                 {"rejections", array(report.rejections, [](const Rejection& rejection) { return object(rejection); })},
                 {"accepted_count", report.accepted_count},
                 {"repeated_count", report.repeated_count},
                 {"skipped_count", report.skipped_count},
                 {"rejected_count", report.rejected_count},
                 {"private_count", report.private_count},
                 {"unknown_author_count", report.unknown_author_count},
                 {"seconds", report.seconds},
                 {"records_per_second", report.records_per_second}});
}

std::string to_json(const std::vector<KeptRejection>& rejections, std::int64_t rejections_count) {
    const auto kept = [](const KeptRejection& one) {
        Json written = object(one.rejection);
        written["record"] = one.record;
        return written;
    };
    return dump({{"rejections", array(rejections, kept)}, {"rejections_count", rejections_count}});
}

std::string to_json(const UnknownFieldList& list) {
    return dump({{"fields", array(list.fields, [](const UnknownField& field) { return object(field); })},
                 {"complete", list.complete}});
}

std::string to_json(const UnknownFieldChange& change) {
    return dump({{"name", change.name}, {"dropped", change.dropped}, {"lost_count", change.lost_count}});
}

std::string to_json(const ScoresReport& report) {
    return dump({{"as_of", instant(report.as_of)},
                 {"fans_count", report.fans_count},
                 {"edges_count", report.edges_count},
                 {"seconds", report.seconds}});
}

std::string to_json(const std::vector<ScoreEvaluation>& evaluations, std::optional<Instant> as_of) {
    Json list = Json::array();
    for (const ScoreEvaluation& one : evaluations) {
        list.push_back({{"score", one.score},
                        {"splits_count", one.splits_count},
                        {"received_count", one.received_count},
                        {"from_at", instant(one.from_at)},
                        {"ndcg_at_100", one.ndcg_at_100},
                        {"capture_at_100", one.capture_at_100}});
    }
    return dump({{"as_of", as_of ? Json(instant(*as_of)) : Json()}, {"evaluations", list}});
}

static Json said(const IdentityEvaluation::Said& said) {
    return {{"precision", said.precision},
            {"recall", said.recall},
            {"f1", said.f1},
            {"recall_at_precision_99", said.recall_at_precision_99}};
}

std::string to_json(const IdentityEvaluation& evaluation) {
    return dump({{"profiles_count", evaluation.profiles_count},
                 {"unknown_count", evaluation.unknown_count},
                 {"people_count", evaluation.people_count},
                 {"true_pairs_count", evaluation.true_pairs_count},
                 {"blocking_recall", evaluation.blocking_recall},
                 {"pairs", said(evaluation.pairs)},
                 {"after_clustering", said(evaluation.after_clustering)},
                 {"b_cubed_f1", evaluation.b_cubed_f1},
                 {"largest_cluster", evaluation.largest_cluster},
                 {"automatic_links_wrong", evaluation.automatic_links_wrong},
                 {"seconds", evaluation.seconds}});
}

static Json weights(const std::optional<IdentityTraining::Weights>& weights) {
    return !weights ? Json() : Json{{"expected_matches_count", weights->expected_matches_count},
                                    {"prior_millibits", weights->prior_millibits},
                                    {"handle_least_millibits", weights->handle_least_millibits},
                                    {"handle_most_millibits", weights->handle_most_millibits},
                                    {"name_least_millibits", weights->name_least_millibits},
                                    {"name_most_millibits", weights->name_most_millibits}};
}

std::string to_json(const IdentityTraining& training) {
    const auto fit = [](const IdentityTraining::Fit& one) {
        return Json{{"network", one.network},
                    {"other_network", one.other_network},
                    {"candidates_count", one.candidates_count},
                    {"now", weights(one.now)},
                    {"before", weights(one.before)}};
    };
    return dump({{"model_id", training.model_id},
                 {"previous_model_id", training.previous_model_id},
                 {"profiles_count", training.profiles_count},
                 {"previous_profiles_count", training.previous_profiles_count},
                 {"fits", array(training.fits, fit)},
                 {"matches_count", training.matches_count},
                 {"previous_matches_count", training.previous_matches_count},
                 {"came_count", training.came_count},
                 {"went_count", training.went_count},
                 {"rose_count", training.rose_count},
                 {"fell_count", training.fell_count},
                 {"seconds", training.seconds}});
}

std::string to_json(const Error& error) {
    return dump({{"error", {{"kind", name(error.kind())}, {"sentence", error.what()}}}});
}

}  // namespace fanal::json
