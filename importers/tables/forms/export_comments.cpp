#include "importers/tables/forms/export_comments.hpp"

#include "importers/facebook/ids.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"
#include "models/extra.hpp"

namespace fanal::importers::export_comments {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view last_part(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) {
        address.remove_suffix(1);
    }
    return address.substr(address.rfind('/') + 1);
}

/// Where the comments stand, as the address above the header says.
struct Post {
    std::string network, remote_id, page_id;
};

Post post_at(std::string_view address) {
    Post post{std::string(network_of_link(address)), {}, {}};
    if (post.network == "facebook") {
        const std::string_view part = last_part(address);
        post.remote_id =
            facebook::is_compound(part) ? std::string(part) : facebook::parse_permalink(address).place.post_id;
        post.page_id = facebook::head(post.remote_id);
    } else if (post.network == "youtube") {
        post.remote_id = query_value(address, "v");
    }
    if (post.remote_id.empty() && post.network != "facebook") {
        post.remote_id = last_part(address);
    }
    return post;
}

/// A comment's id as its network's API has it: Facebook's begin with the post's.
std::string whole_id(std::string_view id, const Post& post) {
    const bool needs_post = post.network == "facebook" && !post.remote_id.empty() && is_number(id);
    return (needs_post ? std::string(facebook::tail(post.remote_id)) + "_" : "") + std::string(id);
}

/// The id of a comment, which only its link holds.
std::string comment_id(std::string_view link, const Post& post) {
    for (const char* const name : {"reply_comment_id", "comment_id", "lc"}) {
        if (const std::string_view value = query_value(link, name); !value.empty()) {
            return whole_id(value, post);
        }
    }
    const std::string_view part = last_part(link);
    return is_number(part) ? whole_id(part, post) : std::string();
}

/// What a comment answers: another one when its link names both, otherwise the post.
std::string answered_id(std::string_view link, const Post& post) {
    const std::string_view above = query_value(link, "comment_id");
    return query_value(link, "reply_comment_id").empty() || above.empty() ? post.remote_id : whole_id(above, post);
}

/// A comment's text without the lines that lead to its photos, and where they lead.
std::string without_photos(std::string_view text, std::string& photo) {
    constexpr std::string_view mark = "[PHOTO]";
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) {
        return std::string(text);
    }
    photo = plain_link(text.substr(at + mark.size()));
    std::string_view kept = text.substr(0, at);
    return std::string(kept.substr(0, kept.find_last_not_of(" \r\n") + 1));
}

class Reader final : public RowReader {
  public:
    explicit Reader(const Table& table)
        : columns_(table),
          name_(columns_.take({"name_click_to_view_profile", "name"})),
          name_link_(columns_.take({"name_click_to_view_profile_link", "name_link", "profile_url"})),
          handle_(columns_.take({"username", "user_name"})),
          profile_id_(columns_.take({"profile_id", "user_id"})),
          date_(columns_.take({"date"})),
          text_(columns_.take({"comment"})),
          source_(columns_.take({"view_source", "view_comment"})),
          source_link_(columns_.take({"view_source_link", "view_comment_link", "comment_url"})),
          times_(table, date_) {
        columns_.use(table.column({""}));
        for (const auto& title : table.titles) {
            for (const std::string& value : title) {
                post_ = network_of_link(value).empty() ? post_ : post_at(value);
            }
        }
        if (!table.as_network.empty()) {
            post_.network = table.as_network;
        }
        for (const auto& row : table.first_rows) {
            if (post_.network.empty() && name_link_ < row.size()) {
                post_.network = network_of_link(row[name_link_]);
            }
        }
    }

    void read(const Row& row, RowSink& sink) override {
        const auto occurred_at = times_.read(row[date_]);
        if (post_.network.empty()) {
            sink.reject("Nothing above the header says which network this post is on: add --as NETWORK.");
            return;
        }
        if (!occurred_at) {
            sink.reject("Date is " + quoted_value(row[date_]) + ", which is no time that we can read.");
            return;
        }
        Record record;
        record.kind = InteractionKind::comment;
        record.occurred_at = *occurred_at;
        record.profile.network = post_.network;
        record.profile.observed_at = *occurred_at;
        if (is_ruined_id(row[profile_id_])) {
            sink.note("Profile ids such as " + quoted_value(row[profile_id_]) +
                      " were ruined by a spreadsheet, so that these people stay unknown: import the first export.");
        }
        record.profile.remote_id = plain_id(row[profile_id_]);
        record.profile.handle = plain_handle(row[handle_]);
        record.profile.display_name = row[name_];
        record.profile.url = plain_link(row[name_link_]);
        std::string photo;
        record.text = without_photos(row[text_], photo);
        const std::string_view link = row[source_link_].empty() ? row[source_] : row[source_link_];
        record.remote_id = comment_id(link, post_);
        record.url = network_of_link(link).empty() ? std::string() : plain_link(link);
        record.post_remote_id = post_.remote_id;
        record.in_reply_to_remote_id = answered_id(link, post_);
        if (record.in_reply_to_remote_id == post_.remote_id && post_.page_id != record.profile.remote_id) {
            record.to_profile_remote_id = post_.page_id;
        }
        record.extra = columns_.extra(row);
        if (!photo.empty()) {
            add_member(record.extra, "photo", photo);
        }
        sink.interaction(std::move(record));
    }

    void finish(RowSink& sink) override { times_.tell(sink); }

  private:
    Columns columns_;
    std::size_t name_, name_link_, handle_, profile_id_, date_, text_, source_, source_link_;
    TimeReader times_;
    Post post_;
};

bool recognise(const Table& table) {
    const bool people = table.has({"name_click_to_view_profile"}) || table.has({"name", "profile_id"});
    return people && table.has({"date", "comment"}) &&
           table.column({"view_source", "view_comment", "view_source_link"}) != Row::none;
}

std::unique_ptr<RowReader> open(const Table& table) {
    return std::make_unique<Reader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form it = {"ExportComments", "tables", recognise, open};
    return it;
}

}  // namespace fanal::importers::export_comments
