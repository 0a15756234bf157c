#include "crm/demo/mastodon.hpp"

#include <algorithm>

#include "crm/demo/mastodon_objects.hpp"
#include "crm/demo/presences.hpp"

namespace fanal::demo {
namespace {

constexpr std::int64_t posts_per_page = 40;
constexpr std::int64_t notifications_per_page = 80;

class MastodonFiles : public NetworkFiles {
  public:
    MastodonFiles(const Crowd& crowd, const Calendar& calendar, const Write& write)
        : crowd_(crowd),
          calendar_(calendar),
          posts_(write, "mastodon/statuses"),
          contexts_(write, "mastodon/context"),
          notifications_(write, "mastodon/notifications"),
          home_(write, "mastodon/home") {}

    void add(const Discussion& discussion) override {
        const MastodonPost opening = opening_of(discussion);
        const std::vector<MastodonPost> lines = lines_of(discussion, opening);
        if (discussion.opening == Opening::post) {
            write_post(posts_, opening, nullptr);
            write_context(discussion, lines);
        } else {
            notify("mention", discussion.author, discussion.published_at, &opening);
            write_post(home_, opening, nullptr);
            for (const std::int32_t line : lines_by_time(discussion)) {
                write_post(home_, lines[static_cast<std::size_t>(line)], nullptr);
            }
        }
        notify_late_lines(discussion, lines);
        for (const Gesture& gesture : discussion.gestures) {
            write_gesture(discussion, gesture, opening);
        }
    }

    void finish() override {
        for (NumberedFiles* files : {&posts_, &notifications_, &home_}) {
            if (files->items_count > 0) {
                files->json.end();
                files->hand_over();
            }
        }
    }

  private:
    /// Milliseconds since 1970 and 16 bits of a counter: no two are alike unless 65,536 come in one second.
    std::string next_number(Instant at) {
        return std::to_string((static_cast<std::uint64_t>(at.ms) << 16) + (++given_ & 0xffff));
    }

    void place(MastodonPost& post) {
        post.number = next_number(post.created_at);
        const MastodonAccount author = mastodon_account(crowd_, post.author, calendar_);
        post.uri = author.presence.remote_id + "/statuses/" + post.number;
        post.url = author.presence.url + "/" + post.number;
    }

    MastodonPost opening_of(const Discussion& discussion) {
        MastodonPost post;
        post.author = discussion.author;
        post.created_at = discussion.published_at;
        post.language = language_names[static_cast<std::size_t>(discussion.language)];
        post.has_hashtags = discussion.opening == Opening::post;
        if (discussion.author != ours) {
            post.mentioned.push_back(ours);
        }
        post.content = html_content(discussion.text, accounts(post.mentioned), post.has_hashtags);
        for (const Line& line : discussion.lines) {
            post.replies_count += line.parent == none ? 1 : 0;
        }
        for (const Gesture& gesture : discussion.gestures) {
            post.reshares_count += gesture.kind == GestureKind::reshare ? 1 : 0;
            post.reactions_count += gesture.kind == GestureKind::reaction ? 1 : 0;
        }
        place(post);
        return post;
    }

    std::vector<MastodonAccount> accounts(const std::vector<std::int64_t>& authors) const {
        std::vector<MastodonAccount> found;
        for (const std::int64_t author : authors) {
            found.push_back(mastodon_account(crowd_, author, calendar_));
        }
        return found;
    }

    std::vector<MastodonPost> lines_of(const Discussion& discussion, const MastodonPost& opening) {
        std::vector<MastodonPost> posts;
        posts.reserve(discussion.lines.size());
        for (const Line& line : discussion.lines) {
            MastodonPost post;
            post.author = line.author;
            post.created_at = line.written_at;
            post.edited_at = line.edited_at;
            const bool says_language = mix(static_cast<std::uint64_t>(line.written_at.ms), posts.size()) % 12 != 0;
            post.language = says_language ? language_names[static_cast<std::size_t>(line.language)] : "";
            post.answered_number =
                line.parent == none ? opening.number : posts[static_cast<std::size_t>(line.parent)].number;
            post.answered_author = author_of(discussion, line.parent);
            std::string text = line.text;
            if (post.answered_author != line.author) {
                post.mentioned.push_back(post.answered_author);
                text = called(mastodon_account(crowd_, post.answered_author, calendar_).presence, Network::mastodon) +
                       " " + text;
            }
            if (line.companion != none && line.companion != post.answered_author) {
                post.mentioned.push_back(line.companion);
            }
            post.content = html_content(text, accounts(post.mentioned), false);
            post.reactions_count = line.reactions_count;
            place(post);
            posts.push_back(std::move(post));
        }
        for (const Line& line : discussion.lines) {
            if (line.parent != none) {
                ++posts[static_cast<std::size_t>(line.parent)].replies_count;
            }
        }
        return posts;
    }

    /// `passed_on` is what the status passes on; null when it speaks for itself.
    void write_post(NumberedFiles& files, const MastodonPost& post, const MastodonPost* passed_on) {
        if (files.items_count == 0) {
            files.json.array();
        }
        begin_post(files.json, post, crowd_, calendar_);
        if (passed_on == nullptr) {
            files.json.null_member("reblog");
        } else {
            begin_post(files.json.key("reblog"), *passed_on, crowd_, calendar_);
            files.json.null_member("reblog").end();
        }
        files.json.end();
        if (++files.items_count == posts_per_page) {
            files.json.end();
            files.hand_over();
        }
    }

    /// The answer to GET /api/v1/statuses/…/context, in which our post itself is not.
    void write_context(const Discussion& discussion, const std::vector<MastodonPost>& lines) {
        if (lines.empty()) {
            return;
        }
        JsonText& json = contexts_.json;
        json.object().key("ancestors").array().end().key("descendants").array();
        for (const std::int32_t line : lines_by_time(discussion)) {
            if (discussion.lines[static_cast<std::size_t>(line)].removed_at.ms == 0) {
                begin_post(json, lines[static_cast<std::size_t>(line)], crowd_, calendar_);
                json.null_member("reblog").end();
            }
        }
        json.end().end();
        contexts_.hand_over();
    }

    /// What came in the last two days stands among the notifications too.
    void notify_late_lines(const Discussion& discussion, const std::vector<MastodonPost>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool to_us = lines[i].author != ours && lines[i].answered_author == ours;
            const bool late = lines[i].created_at.ms > calendar_.ends_at().ms - 2 * ms_per_day;
            if (to_us && late && discussion.lines[i].removed_at.ms == 0) {
                notify("mention", lines[i].author, lines[i].created_at, &lines[i]);
            }
        }
    }

    void notify(std::string_view type, std::int64_t author, Instant at, const MastodonPost* post) {
        JsonText& json = notifications_.json;
        if (notifications_.items_count == 0) {
            json.array();
        }
        const std::string number = std::to_string(++notified_ + 48'200);
        json.object().member("id", number).member("type", type).member("created_at", to_text(at));
        json.member("group_key", "ungrouped-" + number).key("account");
        write_account(json, mastodon_account(crowd_, author, calendar_), calendar_);
        if (post != nullptr) {
            begin_post(json.key("status"), *post, crowd_, calendar_);
            json.null_member("reblog").end();
        }
        json.end();
        if (++notifications_.items_count == notifications_per_page) {
            json.end();
            notifications_.hand_over();
        }
    }

    /// We are notified of what happens to our own posts. Of the reshares only every second one comes that way, the
    /// others stand in the home timeline, as all those of other people's posts do.
    void write_gesture(const Discussion& discussion, const Gesture& gesture, const MastodonPost& opening) {
        const bool is_ours = discussion.opening == Opening::post;
        switch (gesture.kind) {
            case GestureKind::follow:
                notify("follow", gesture.author, gesture.made_at, nullptr);
                break;
            case GestureKind::reaction:
                if (is_ours) {
                    notify("favourite", gesture.author, gesture.made_at, &opening);
                }
                break;
            case GestureKind::reshare:
                if (is_ours && gesture.author % 2 == 1) {
                    notify("reblog", gesture.author, gesture.made_at, &opening);
                } else {
                    write_reshare(gesture, opening);
                }
                break;
        }
    }

    void write_reshare(const Gesture& gesture, const MastodonPost& opening) {
        MastodonPost post;
        post.author = gesture.author;
        post.created_at = gesture.made_at;
        place(post);
        post.uri += "/activity";
        post.url = post.uri;
        write_post(home_, post, &opening);
    }

    const Crowd& crowd_;
    const Calendar& calendar_;
    NumberedFiles posts_;
    NumberedFiles contexts_;
    NumberedFiles notifications_;
    NumberedFiles home_;
    std::uint64_t given_ = 0;
    std::int64_t notified_ = 0;
};

}  // namespace

std::unique_ptr<NetworkFiles> mastodon_files(const Crowd& crowd, const Calendar& calendar, const Write& write) {
    return std::make_unique<MastodonFiles>(crowd, calendar, write);
}

}  // namespace fanal::demo
