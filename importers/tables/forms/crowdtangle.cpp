#include "importers/tables/forms/crowdtangle.hpp"

#include "importers/facebook/ids.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers::crowdtangle {
namespace {

/// A list of pages: sightings of profiles, without an act.
class PagesReader final : public RowReader {
  public:
    explicit PagesReader(const Table& table)
        : name_(table.column({"page", "page_name", "nom", "account"})),
          handle_(table.column({"pseudo", "user_name"})),
          id_(table.column({"fbid", "facebook_id", "id_fb"})),
          guarded_id_(guarded_column(table)),
          followers_(table.column({"followers", "abonnes", "page_likes"})),
          observed_at_(table.imported_at) {}

    void read(const Row& row, RowSink& sink) override {
        ProfileSighting page;
        page.network = "facebook";
        page.remote_id = plain_id(row[id_]);
        if (page.remote_id.empty()) {
            page.remote_id = plain_id(row[guarded_id_]);
        }
        if (page.remote_id.empty()) {
            sink.reject("The page " + quoted_value(row[name_]) +
                        " has no id that we can use: " + quoted_value(row[id_]) + ".");
            return;
        }
        page.handle = plain_handle(row[handle_]);
        page.display_name = row[name_];
        page.followers_count = plain_count(row[followers_]);
        page.observed_at = observed_at_;
        sink.profile(std::move(page));
    }

  private:
    /// The second column of ids, "#123" so that a spreadsheet leaves them alone. Folded, it is called as the first.
    static std::size_t guarded_column(const Table& table) {
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            if (table.header[i].ends_with('#')) {
                return i;
            }
        }
        return Row::none;
    }

    std::size_t name_, handle_, id_, guarded_id_, followers_;
    Instant observed_at_;
};

class PostsReader final : public RowReader {
  public:
    explicit PostsReader(const Table& table)
        : columns_(table),
          name_(columns_.take({"page_name", "group_name", "account"})),
          handle_(columns_.take({"user_name"})),
          id_(columns_.take({"facebook_id"})),
          followers_(columns_.take({"followers_at_posting", "page_followers"})),
          created_(columns_.take({"post_created"})),
          url_(columns_.take({"url"})),
          text_(columns_.take({"message", "description"})),
          times_(table, created_) {}

    void read(const Row& row, RowSink& sink) override {
        const auto occurred_at = times_.read(row[created_]);
        const std::string url = plain_link(row[url_]);
        const std::string_view network = network_of_link(url);
        if (!occurred_at || network.empty()) {
            sink.reject(network.empty() ? "URL is " + quoted_value(row[url_]) + ", which is no post's address."
                                        : "Post Created is " + quoted_value(row[created_]) +
                                              ", which is no time that we can read.");
            return;
        }
        Record record;
        record.kind = InteractionKind::post;
        record.occurred_at = *occurred_at;
        record.profile.network = network;
        record.profile.observed_at = *occurred_at;
        record.profile.remote_id = plain_id(row[id_]);
        record.profile.handle = plain_handle(row[handle_]);
        record.profile.display_name = row[name_];
        record.profile.followers_count = plain_count(row[followers_]);
        const std::size_t end = url.find_last_not_of('/') + 1;
        const std::string last = url.substr(url.rfind('/', end - 1) + 1, end - 1 - url.rfind('/', end - 1));
        if (network == "facebook") {
            record.remote_id = facebook::parse_permalink(url).place.post_id;
            record.profile.remote_id =
                record.profile.remote_id.empty() ? facebook::head(record.remote_id) : record.profile.remote_id;
        } else {
            record.remote_id = last;
        }
        record.text = row[text_];
        record.url = url;
        record.extra = columns_.extra(row);
        sink.interaction(std::move(record));
    }

    void finish(RowSink& sink) override { times_.tell(sink); }

  private:
    Columns columns_;
    std::size_t name_, handle_, id_, followers_, created_, url_, text_;
    TimeReader times_;
};

bool lists_posts(const Table& table) {
    return table.has({"post_created", "url", "user_name"}) &&
           table.column({"page_name", "group_name", "account"}) != Row::none;
}

bool recognise(const Table& table) {
    return lists_posts(table) || table.has({"page", "pseudo", "fbid"}) ||
           (table.has({"page_name", "user_name", "facebook_id"}) && !table.has({"post_created"}));
}

std::unique_ptr<RowReader> open(const Table& table) {
    if (lists_posts(table)) {
        return std::make_unique<PostsReader>(table);
    }
    return std::make_unique<PagesReader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form it = {"CrowdTangle", "tables", recognise, open};
    return it;
}

}  // namespace fanal::importers::crowdtangle
