#include "crm/storage/cascade_rows.hpp"

#include "models/id_text.hpp"

namespace fanal::storage {
namespace {

/// A reshare that says neither what nor whom it passes on makes no cascade.
constexpr std::string_view reshare_columns =
    "SELECT thread_id, interaction_id, in_reply_to_id, profile_id, occurred_at FROM interactions "
    "WHERE kind = 'reshare' AND removed_at IS NULL AND thread_id <> interaction_id ";

ReshareRow read_reshare(const Statement& statement) {
    return {{statement.integer(1)}, {statement.integer(2)}, {statement.integer(3)}, {statement.integer(4)}};
}

}  // namespace

void each_cascade(Store& store, const std::function<void(ThreadId, std::span<const ReshareRow>)>& visit) {
    Statement all = store.database().prepare(std::string(reshare_columns) + "ORDER BY thread_id");
    ThreadId current;
    std::vector<ReshareRow> reshares;
    while (all.step()) {
        const ThreadId thread{all.integer(0)};
        if (thread != current && !reshares.empty()) {
            visit(current, reshares);
            reshares.clear();
        }
        current = thread;
        reshares.push_back(read_reshare(all));
    }
    if (!reshares.empty()) {
        visit(current, reshares);
    }
}

std::vector<ReshareRow> reshares_of(Store& store, ThreadId id) {
    Statement find = store.database().prepare(std::string(reshare_columns) + "AND thread_id = $1");
    std::vector<ReshareRow> reshares;
    find.bind(1, id.value);
    while (find.step()) {
        reshares.push_back(read_reshare(find));
    }
    return reshares;
}

RootRow root_of(Store& store, ThreadId id) {
    RootRow root;
    Statement seen = store.database().prepare(
        "SELECT network, remote_id, profile_id, text, occurred_at FROM interactions WHERE interaction_id = $1");
    if (seen.bind(1, id.value).step()) {
        root.network = seen.text(0);
        root.remote_id = seen.text(1);
        root.profile_id = {seen.integer(2)};
        root.text = seen.text(3);
        root.published_at = Instant{seen.integer(4)};
        return root;
    }
    Statement named = store.database().prepare("SELECT network, remote_id FROM threads WHERE thread_id = $1");
    if (named.bind(1, id.value).step()) {
        root.network = named.text(0);
        root.remote_id = named.text(1);
    }
    return root;
}

std::vector<ThreadId> find_cascades(Store& store, std::string_view key) {
    const std::int64_t id = parse_id(key).value_or(0);
    const std::size_t colon = key.find(':');
    const std::string_view network = colon == std::string_view::npos ? std::string_view() : key.substr(0, colon);
    const std::string_view remote_id = colon == std::string_view::npos ? std::string_view() : key.substr(colon + 1);
    Statement find = store.database().prepare(
        "SELECT t.thread_id FROM (SELECT DISTINCT thread_id FROM interactions WHERE kind = 'reshare' AND removed_at IS "
        "NULL) t "
        "LEFT JOIN interactions i ON i.interaction_id = t.thread_id LEFT JOIN threads n ON n.thread_id = t.thread_id "
        "WHERE t.thread_id = $1 OR coalesce(i.remote_id, n.remote_id) = $2 "
        "OR (coalesce(i.network, n.network) = $3 AND coalesce(i.remote_id, n.remote_id) = $4) ORDER BY 1");
    std::vector<ThreadId> found;
    find.bind(1, id).bind(2, key).bind(3, network).bind(4, remote_id);
    while (find.step()) {
        found.push_back({find.integer(0)});
    }
    return found;
}

}  // namespace fanal::storage
