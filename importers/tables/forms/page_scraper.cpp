#include "importers/tables/forms/page_scraper.hpp"

#include "importers/facebook/ids.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers::page_scraper {
namespace {

constexpr std::int64_t taken_off_ms = 5 * ms_per_hour;

/// What the three kinds of table share: the post's id, and a time that is five hours early.
class Reader : public RowReader {
  public:
    Reader(const Table& table, std::initializer_list<std::string_view> time_names)
        : columns_(table),
          status_(columns_.take({"status_id"})),
          time_(columns_.take(time_names)),
          times_(table, time_) {
        times_.set_zone(taken_off_ms);
    }

    void read(const Row& row, RowSink& sink) final {
        const auto occurred_at = times_.read(row[time_]);
        if (is_ruined_id(row[status_])) {
            sink.reject("status_id is " + quoted_value(row[status_]) +
                        ", which a spreadsheet has ruined: import the scraper's own file.");
            return;
        }
        if (!occurred_at) {
            sink.reject("The time is " + quoted_value(row[time_]) + ", which is no time that we can read.");
            return;
        }
        Record record;
        record.occurred_at = *occurred_at;
        record.profile.network = "facebook";
        record.profile.observed_at = *occurred_at;
        fill(row, plain_id(row[status_]), record);
        record.extra = columns_.extra(row);
        sink.interaction(std::move(record));
    }

    void finish(RowSink& sink) final { times_.tell(sink); }

  protected:
    virtual void fill(const Row& row, std::string post_id, Record& record) = 0;

    Columns columns_;

  private:
    std::size_t status_, time_;
    TimeReader times_;
};

class PostsReader final : public Reader {
  public:
    explicit PostsReader(const Table& table)
        : Reader(table, {"status_published"}),
          text_(columns_.take({"status_message"})),
          permalink_(columns_.take({"permalink_url"})) {}

  private:
    void fill(const Row& row, std::string post_id, Record& record) override {
        record.kind = InteractionKind::post;
        record.profile.remote_id = facebook::head(post_id);
        record.remote_id = std::move(post_id);
        record.text = row[text_];
        record.url = plain_link(row[permalink_]);
    }

    std::size_t text_, permalink_;
};

class CommentsReader final : public Reader {
  public:
    explicit CommentsReader(const Table& table)
        : Reader(table, {"comment_published"}),
          id_(columns_.take({"comment_id"})),
          parent_(columns_.take({"parent_id"})),
          text_(columns_.take({"comment_message"})),
          author_(columns_.take({"comment_author"})),
          author_id_(columns_.take({"comment_author_id", "author_id"})) {}

  private:
    void fill(const Row& row, std::string post_id, Record& record) override {
        record.kind = InteractionKind::comment;
        record.remote_id = facebook::comment_id(plain_id(row[id_]));
        const std::string parent = facebook::comment_id(plain_id(row[parent_]));
        const bool top = parent.empty() || parent == post_id;
        record.profile.remote_id = plain_id(row[author_id_]);
        record.profile.display_name = row[author_];
        record.in_reply_to_remote_id = top ? post_id : parent;
        if (top && record.profile.remote_id != facebook::head(post_id)) {
            record.to_profile_remote_id = facebook::head(post_id);
        }
        record.post_remote_id = std::move(post_id);
        record.text = row[text_];
    }

    std::size_t id_, parent_, text_, author_, author_id_;
};

class ResharesReader final : public Reader {
  public:
    explicit ResharesReader(const Table& table)
        : Reader(table, {"status_shared", "share_published"}), name_(columns_.take({"sharer"})) {}

  private:
    void fill(const Row& row, std::string post_id, Record& record) override {
        record.kind = InteractionKind::reshare;
        record.profile.display_name = row[name_];
        record.to_profile_remote_id = facebook::head(post_id);
        record.in_reply_to_remote_id = post_id;
        record.post_remote_id = std::move(post_id);
    }

    std::size_t name_;
};

bool lists_comments(const Table& table) {
    return table.has({"comment_id", "status_id", "comment_message", "comment_published"});
}

bool lists_reshares(const Table& table) {
    return table.has({"status_id", "sharer"}) && table.column({"status_shared", "share_published"}) != Row::none;
}

bool recognise(const Table& table) {
    return lists_comments(table) || lists_reshares(table) ||
           table.has({"status_id", "status_message", "status_published"});
}

std::unique_ptr<RowReader> open(const Table& table) {
    if (lists_comments(table)) {
        return std::make_unique<CommentsReader>(table);
    }
    if (lists_reshares(table)) {
        return std::make_unique<ResharesReader>(table);
    }
    return std::make_unique<PostsReader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form it = {"a scraper of Facebook pages", "tables", recognise, open};
    return it;
}

}  // namespace fanal::importers::page_scraper
