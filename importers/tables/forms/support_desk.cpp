#include "importers/tables/forms/support_desk.hpp"
#include "importers/html_entities.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers::support_desk {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The handle with which a text begins: whom it speaks to.
std::string_view spoken_to(std::string_view text) {
    if (!text.starts_with('@')) {
        return {};
    }
    const std::size_t end =
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", 1);
    return text.substr(1, std::min(end, text.size()) - 1);
}

class Reader final : public RowReader {
  public:
    explicit Reader(const Table& table)
        : columns_(table),
          network_(table.as_network.empty() ? "x" : table.as_network),
          id_(columns_.take({"tweet_id"})),
          author_(columns_.take({"author_id"})),
          inbound_(columns_.take({"inbound"})),
          created_(columns_.take({"created_at"})),
          text_(columns_.take({"text"})),
          answered_(columns_.take({"in_response_to_tweet_id"})),
          times_(table, created_) {
        columns_.take({"response_tweet_id"});  // the other end of what the answers say
    }

    void read(const Row& row, RowSink& sink) override {
        const auto occurred_at = times_.read(row[created_]);
        const std::string id = plain_id(row[id_]);
        if (id.empty() || !occurred_at) {
            sink.reject(id.empty()
                            ? "tweet_id is " + quoted_value(row[id_]) + ", which is no id."
                            : "created_at is " + quoted_value(row[created_]) + ", which is no time that we can read.");
            return;
        }
        const bool inbound = row[inbound_] == "True" || row[inbound_] == "true" || row[inbound_] == "1";
        Record record;
        record.occurred_at = *occurred_at;
        record.remote_id = id;
        record.profile.network = network_;
        record.profile.observed_at = *occurred_at;
        // People are numbers here, support desks go by their handles.
        (is_number(row[author_]) ? record.profile.remote_id : record.profile.handle) = row[author_];
        record.in_reply_to_remote_id = plain_id(row[answered_]);
        record.text = decode_entities(row[text_]);
        const std::string_view to = spoken_to(record.text);
        (is_number(to) ? record.to_profile_remote_id : record.to_handle) = to;
        record.kind = !record.in_reply_to_remote_id.empty() ? InteractionKind::comment
                      : inbound                             ? InteractionKind::mention
                                                            : InteractionKind::post;
        record.extra = columns_.extra(row);
        sink.interaction(std::move(record));
    }

    void finish(RowSink& sink) override { times_.tell(sink); }

  private:
    Columns columns_;
    std::string network_;
    std::size_t id_, author_, inbound_, created_, text_, answered_;
    TimeReader times_;
};

bool recognise(const Table& table) {
    return table.has({"tweet_id", "author_id", "inbound", "created_at", "text"});
}

std::unique_ptr<RowReader> open(const Table& table) {
    return std::make_unique<Reader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form it = {"a support desk on X", "tables", recognise, open};
    return it;
}

}  // namespace fanal::importers::support_desk
