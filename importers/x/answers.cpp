#include "importers/x/answers.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "importers/x/ids.hpp"
#include "importers/x/messages.hpp"
#include "importers/x/notices.hpp"
#include "importers/x/profiles.hpp"

namespace fanal::importers::x {
namespace {

bool is_post(const Payload& value) {
    return value["text"].is_text() && value["id"].exists();
}

bool is_message(const Payload& value) {
    return value["dm_conversation_id"].exists() || value["event_type"].is_text();
}

/// What one answer tells of its own posts and profiles.
class Page {
  public:
    explicit Page(const Payload& answer) : retrieved_at_(answer["__twarc"]["retrieved_at"].instant()) {
        const Payload includes = answer["includes"];
        const auto keep = [this](const Payload& post) {
            authors_.emplace(post["id"].view(), post["author_id"].view());
        };
        includes["tweets"].each(keep);
        answer["data"].each(keep);
        includes["users"].each([this](const Payload& profile) {
            if (profile["protected"].boolean()) {
                protected_.insert(profile["id"].view());
            }
        });
    }

    std::string author_of(std::string_view post_id) const {
        const auto found = authors_.find(post_id);
        return found == authors_.end() ? std::string() : std::string(found->second);
    }
    bool is_protected(std::string_view profile_id) const {
        return !protected_.empty() && protected_.contains(profile_id);
    }

    void saw(std::optional<Instant> version_at) { newest_ = std::max(newest_, version_at); }
    /// When the profiles were as the page shows them: when it was fetched; or else not before the newest post that was
    /// asked for.
    Instant observed_at(Instant otherwise) const {
        return retrieved_at_ ? *retrieved_at_ : newest_.value_or(otherwise);
    }

  private:
    std::unordered_map<std::string_view, std::string_view> authors_;
    std::set<std::string_view> protected_;
    std::optional<Instant> retrieved_at_;
    std::optional<Instant> newest_;
};

void cite(const Payload& references, const Page& page, Telling& telling) {
    references.each([&](const Payload& reference) {
        const std::string_view type = reference["type"].view();
        Cited cited;
        cited.id = reference["id"].text();
        const Payload inlined = reference["author_id"];
        cited.author.id = inlined.is_text() ? inlined.text() : page.author_of(cited.id);
        if (type == "replied_to") {
            telling.answered.id = std::move(cited.id);
            if (telling.answered.author.id.empty()) {
                telling.answered.author = std::move(cited.author);
            }
        } else if (type == "quoted") {
            telling.quoted = std::move(cited);
        } else if (type == "retweeted") {
            telling.reshared = std::move(cited);
        }
    });
}

/// Returns when this version of the post appeared; nullopt when it was rejected. The post may carry whole profiles and
/// posts, where somebody has put its expansions into it.
std::optional<Instant> read_post(const Payload& post, const Page& page, Reading& reading) {
    Telling telling{post["id"].text(), ids_in(post["edit_history_tweet_ids"]), post["created_at"].instant()};
    const Payload references = post["referenced_tweets"];
    const std::string_view author_id = post["author_id"].view();
    telling.profile = reading.profile(std::string(author_id), {});
    telling.top_id = post["conversation_id"].text();
    telling.answered.author.id = post["in_reply_to_user_id"].text();
    cite(references, page, telling);
    telling.mentioned = first_mentioned(post["entities"]["mentions"]);
    const Payload whole_text = post["note_tweet"]["text"];
    telling.text = whole_text.is_text() ? whole_text.view() : post["text"].view();
    telling.language = post["lang"].view();
    telling.is_private = page.is_protected(author_id) || post["author"]["protected"].boolean();
    const auto version_at = hand_over(post, std::move(telling), reading);
    references.each([&](const Payload& reference) {
        if (is_post(reference) && reference.depth() <= depth_max) {
            read_post(reference, page, reading);
        } else if (is_post(reference)) {
            reading.sink().skip(reference, "a post inside too many others");
        }
    });
    for (const char* const role : {"author", "in_reply_to_user"}) {
        if (const Payload profile = post[role]; is_profile(profile)) {
            read_profile(profile, page.observed_at(version_at.value_or(reading.origin().imported_at)), reading);
        }
    }
    return version_at;
}

/// A conversation of two is named after both.
std::string other_of(std::string_view conversation, std::string_view sender) {
    const std::string_view first = conversation.substr(0, conversation.find('-'));
    const std::string_view second = last_part(conversation, '-');
    return std::string(sender == first ? second : sender == second ? first : std::string_view());
}

void read_message(const Payload& message, Reading& reading) {
    const std::string_view type = message["event_type"].view();
    const Payload text = message["text"];
    if (!text.is_text() || !(type.empty() || type == "MessageCreate")) {
        reading.sink().skip(message, "a conversation's coming and going");
        return;
    }
    const Payload sender = message["sender_id"];
    hand_over(message,
              MessageTelling{message["id"].text(), message["created_at"].instant(), sender.text(),
                             other_of(message["dm_conversation_id"].view(), sender.view()), text.view()},
              reading);
}

/// What else answers hold, told by a member that it has.
struct Other {
    const char* member;
    std::string_view reason;
};

constexpr std::array others = std::to_array<Other>({
    {"tweet_count", "a count of posts"},
    {"host_ids", "a Space"},
    {"member_count", "a list of profiles"},
    {"owner_id", "a list of profiles"},
    {"value", "a rule of a stream"},
    {"upload_url", "a job of the API"},
    {"blocking", "an act of our own"},
    {"following", "an act of our own"},
});

void read_item(const Payload& item, Page& page, Reading& reading) {
    if (is_message(item)) {
        read_message(item, reading);
    } else if (is_post(item)) {
        page.saw(read_post(item, page, reading));
    } else if (is_profile(item) && !item["owner_id"].exists()) {
        read_profile(item, page.observed_at(reading.origin().imported_at), reading);
    } else if (is_notice(item)) {
        read_notice(item, reading);
    } else {
        const auto has = [&](const Other& other) { return item[other.member].exists(); };
        const auto found = std::find_if(others.begin(), others.end(), has);
        reading.sink().skip(item, found == others.end() ? "nothing that holds posts or profiles" : found->reason);
    }
}

/// Whose token it was: "/2/users/me" is answered with our own profile.
void tell_ours(const Payload& data, Reading& reading) {
    const std::string_view path = reading.origin().request_path;
    if (path.substr(0, path.find('?')).ends_with("/2/users/me") && is_profile(data)) {
        reading.account(data["id"].text(), data["username"].text(), data["name"].text());
    }
}

bool is_problem(const Payload& value) {
    const std::string_view type = value["type"].view();
    return type.starts_with("https://api.twitter.com/2/problems/") || type.starts_with("https://api.x.com/2/problems/");
}

std::string_view reason_of(const Payload& error) {
    const std::string_view title = error["title"].view();
    return title == "Not Found Error"                               ? "a reference to what is no longer there"
           : title == "Authorization Error" || title == "Forbidden" ? "a reference to what X does not show"
                                                                    : "an error of the API";
}

Recognition recognise_item(const Payload& item) {
    if (is_post(item)) {
        const bool own = item.has_any({"author_id", "edit_history_tweet_ids", "conversation_id", "referenced_tweets",
                                       "in_reply_to_user_id", "reply_settings", "sender_id"}) ||
                         item["public_metrics"]["retweet_count"].exists() || item["attachments"]["media_keys"].exists();
        const bool other = item["timestamp"].exists() || !time_in(item["id"].view());
        return own ? Recognition::certain : other ? Recognition::no : Recognition::maybe;
    }
    const bool own_profile =
        is_profile(item) && item["username"].is_text() &&
        (item["public_metrics"]["tweet_count"].exists() || item.has_any({"pinned_tweet_id", "verified_type"}));
    return own_profile || item.has_any({"dm_conversation_id", "tweet_count"}) || is_notice(item) ? Recognition::certain
                                                                                                 : Recognition::no;
}

}  // namespace

Recognition recognise_answer(const Payload& value) {
    if (value["__twarc"].is_object() || is_problem(value) || is_problem(value["errors"].first())) {
        return Recognition::certain;
    }
    const Payload includes = value["includes"];
    if (value["meta"].has_any({"result_count", "next_token"}) || includes.has_any({"users", "tweets"}) ||
        value["matching_rules"].is_array()) {
        return Recognition::certain;
    }
    const Payload data = value["data"];
    const Payload items = data.is_array() ? data.first() : data;
    return recognise_item(items.is_object() ? items : value);
}

void read_answer(const Payload& answer, Reading& reading) {
    Page page(answer);
    const Instant imported_at = reading.origin().imported_at;
    const Payload data = answer["data"];
    const Payload includes = answer["includes"];
    const Payload errors = answer["errors"];
    const bool bare = !data.exists() && !includes.exists() && !errors.exists() && !answer["meta"].exists();
    std::int64_t count = 0;
    const auto read_each = [&](const Payload& list, auto&& read) {
        list.each([&](const Payload& item) {
            ++count;
            read(item);
        });
    };
    tell_ours(data, reading);
    if (data.is_object() || (bare && !is_problem(answer))) {
        ++count;
        read_item(bare ? answer : data, page, reading);
    }
    read_each(data, [&](const Payload& item) { read_item(item, page, reading); });
    read_each(includes["tweets"], [&](const Payload& post) { read_post(post, page, reading); });
    read_each(includes["users"],
              [&](const Payload& profile) { read_profile(profile, page.observed_at(imported_at), reading); });
    read_each(errors, [&](const Payload& error) { reading.sink().skip(error, reason_of(error)); });
    if (count == 0) {
        reading.sink().skip(answer, is_problem(answer) ? "an error of the API" : "an empty page of results");
    }
}

}  // namespace fanal::importers::x
