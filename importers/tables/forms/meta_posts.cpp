#include "importers/tables/forms/meta_posts.hpp"

#include <set>

#include "importers/facebook/ids.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers::meta_posts {
namespace {

const std::initializer_list<std::string_view> post_names = {"post_id", "id_de_publication", "id_de_la_publication",
                                                            "identifiant_de_la_publication"};
const std::initializer_list<std::string_view> time_names = {"publish_time", "posted", "heure_de_publication",
                                                            "date_de_publication", "heure_de_la_publication"};
const std::initializer_list<std::string_view> permalink_names = {"permalink", "permalien", "lien_permanent"};

class Reader final : public RowReader {
  public:
    explicit Reader(const Table& table)
        : columns_(table),
          id_(columns_.take(post_names)),
          time_(columns_.take(time_names)),
          permalink_(columns_.take(permalink_names)),
          page_id_(columns_.take({"page_id", "account_id", "id_de_la_page", "id_de_page", "identifiant_de_la_page",
                                  "id_du_compte", "identifiant_du_compte"})),
          page_name_(columns_.take({"page_name", "account_name", "nom_de_la_page", "nom_de_page", "nom_du_compte"})),
          handle_(columns_.take({"account_username", "nom_d_utilisateur_du_compte", "nom_d_utilisateur"})),
          message_(columns_.take({"post_message", "message_de_la_publication"})),
          title_(columns_.take({"title", "titre"})),
          description_(columns_.take({"description"})),
          times_(table, time_) {
        times_.set_pacific();
    }

    void read(const Row& row, RowSink& sink) override {
        const auto occurred_at = times_.read(row[time_]);
        std::string id = plain_id(row[id_]);
        if (id.empty() && !occurred_at) {
            sink.skip("a row that describes the columns");
            return;
        }
        if (id.empty() || !occurred_at) {
            sink.reject(!id.empty() ? "The time is " + quoted_value(row[time_]) + ", which is no time that we can read."
                        : is_ruined_id(row[id_]) ? "Post ID is " + quoted_value(row[id_]) +
                                                       ", which a spreadsheet has ruined: import Meta's own file."
                                                 : std::string("This post has no id."));
            return;
        }
        const std::string url = plain_link(row[permalink_]);
        const std::string network(network_of_link(url) == "instagram" || !row[handle_].empty() ? "instagram"
                                                                                               : "facebook");
        Record record;
        record.kind = InteractionKind::post;
        record.occurred_at = *occurred_at;
        record.profile.network = network;
        record.profile.observed_at = *occurred_at;
        record.profile.remote_id = plain_id(row[page_id_]);
        if (network == "facebook") {
            if (record.profile.remote_id.empty()) {
                record.profile.remote_id = facebook::head(id);
            } else if (!facebook::is_compound(id)) {
                id = record.profile.remote_id + "_" + id;
            }
        }
        record.remote_id = std::move(id);
        record.profile.handle = plain_handle(row[handle_]);
        record.profile.display_name = row[page_name_];
        record.text = !row[message_].empty()       ? row[message_]
                      : !row[description_].empty() ? row[description_]
                                                   : row[title_];
        record.url = url;
        record.extra = columns_.extra(row);
        if (!record.profile.remote_id.empty() && told_.insert(record.profile.remote_id).second) {
            // Only the owner of a page is given its numbers.
            sink.account({network, record.profile.remote_id, record.profile.handle, record.profile.display_name});
        }
        sink.interaction(std::move(record));
    }

    void finish(RowSink& sink) override { times_.tell(sink); }

  private:
    Columns columns_;
    std::size_t id_, time_, permalink_, page_id_, page_name_, handle_, message_, title_, description_;
    TimeReader times_;
    std::set<std::string> told_;
};

bool recognise(const Table& table) {
    return table.column(post_names) != Row::none && table.column(time_names) != Row::none &&
           table.column(permalink_names) != Row::none;
}

std::unique_ptr<RowReader> open(const Table& table) {
    return std::make_unique<Reader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form it = {"posts from Meta's own tools", "tables", recognise, open};
    return it;
}

}  // namespace fanal::importers::meta_posts
