#include "crm/demo/facebook.hpp"

#include <algorithm>

#include "crm/demo/presences.hpp"

namespace fanal::demo {
namespace {

constexpr std::int64_t posts_per_page = 25;
constexpr std::size_t page_bytes = 8'000'000;
constexpr std::int64_t changes_per_delivery = 400;

std::int64_t unix_seconds(Instant instant) {
    return instant.ms / ms_per_second;
}

/// UTF-16 units, in which Facebook counts.
std::int64_t utf16_length(std::string_view text) {
    std::int64_t length = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        length += (value & 0xc0) == 0x80 ? 0 : value >= 0xf0 ? 2 : 1;
    }
    return length;
}

class FacebookFiles : public NetworkFiles {
  public:
    FacebookFiles(const Crowd& crowd, const Calendar& calendar, const Write& write)
        : crowd_(crowd),
          calendar_(calendar),
          read_at_{calendar.ends_at().ms - calendar.days_count() * ms_per_day / 5 / ms_per_second * ms_per_second},
          feed_(write, "facebook/feed"),
          deliveries_(write, "facebook/webhook") {}

    void add(const Discussion& discussion) override {
        if (discussion.published_at < read_at_) {
            add_to_feed(discussion);
        } else {
            deliver_opening(discussion);
        }
        for (const std::int32_t line : lines_by_time(discussion)) {
            deliver_line(discussion, line);
        }
        for (std::size_t i = 0; i < discussion.gestures.size(); ++i) {
            deliver_gesture(discussion, static_cast<std::int64_t>(i));
        }
    }

    void finish() override {
        if (feed_.items_count > 0) {
            end_feed_page(false);
        }
        if (deliveries_.items_count > 0) {
            end_delivery();
        }
    }

  private:
    std::string post_number(const Discussion& discussion) const {
        return std::to_string(122'000'000'000'000'000 + scramble(item_number(discussion, 0), 52, 0xfb01));
    }
    std::string post_id(const Discussion& discussion) const {
        return std::string(us_on(Network::facebook).remote_id) + "_" + post_number(discussion);
    }
    std::string comment_number(const Discussion& discussion, std::int32_t line) const {
        return std::to_string(1'000'000'000'000'000 + scramble(item_number(discussion, line + 1), 50, 0xfb02));
    }
    std::string comment_id(const Discussion& discussion, std::int32_t line) const {
        return post_number(discussion) + "_" + comment_number(discussion, line);
    }

    static const Line& line_of(const Discussion& discussion, std::int32_t line) {
        return discussion.lines[static_cast<std::size_t>(line)];
    }

    Presence presence(std::int64_t author) const { return crowd_.presence(crowd_.fan(author), Network::facebook); }

    void write_from(JsonText& json, std::int64_t author) const {
        json.key("from").object();
        if (author == ours) {
            json.member("name", our_name).member("id", us_on(Network::facebook).remote_id);
        } else {
            const Presence who = presence(author);
            json.member("name", who.display_name).member("id", who.remote_id);
        }
        json.end();
    }

    /// Whom a line calls by name, if it does: a friend, or whoever wrote the comment below another that it answers.
    std::string named(const Discussion& discussion, const Line& line) const {
        if (line.companion != none) {
            return presence(line.companion).display_name;
        }
        const std::int64_t other = author_of(discussion, line.parent);
        return needs_name(discussion, line) ? presence(other).display_name : std::string();
    }

    std::string message(const Discussion& discussion, const Line& line, const std::string& text) const {
        const std::string name = named(discussion, line);
        return name.empty() || line.companion != none ? text : name + " " + text;
    }

    void write_named(JsonText& json, const Discussion& discussion, const Line& line, const std::string& text) const {
        const std::string name = named(discussion, line);
        const std::size_t at = name.empty() ? std::string::npos : text.find(name);
        if (at == std::string::npos) {
            return;
        }
        const std::int64_t who = line.companion != none ? line.companion : author_of(discussion, line.parent);
        json.key("message_tags")
            .array()
            .object()
            .member("id", presence(who).remote_id)
            .member("name", name)
            .member("type", "user");
        json.member("offset", utf16_length(std::string_view(text).substr(0, at)))
            .member("length", utf16_length(name))
            .end()
            .end();
    }

    // The feed
    // ----------------------------------------------------------------------------------------------------------

    bool in_feed(const Line& line) const {
        return line.written_at < read_at_ && (line.removed_at.ms == 0 || line.removed_at >= read_at_);
    }

    /// What stood there when the feed was read.
    const std::string& text_when_read(const Line& line) const {
        return line.edited_at >= read_at_ ? line.first_text : line.text;
    }

    void add_to_feed(const Discussion& discussion) {
        JsonText& json = feed_.json;
        if (feed_.items_count == 0) {
            json.object().key("data").array();
        }
        json.object().member("id", post_id(discussion)).member("message", discussion.text);
        json.member("created_time", graph_time(discussion.published_at));
        json.member("updated_time", graph_time(discussion.published_at));
        write_from(json, discussion.author);
        json.member("permalink_url", "https://www.facebook.com/lacalebavarde/posts/" + post_number(discussion));
        json.member("status_type", discussion.author == ours ? "added_photos" : "wall_post");
        write_comments(discussion);
        write_reactions(discussion);
        json.end();
        if (++feed_.items_count == posts_per_page || json.size() > page_bytes) {
            end_feed_page(true);
        }
    }

    void end_feed_page(bool more) {
        JsonText& json = feed_.json;
        const std::string page = std::to_string(feed_.number());
        json.end().key("paging").object().key("cursors").object();
        json.member("before", base64_id(static_cast<std::uint64_t>(feed_.number()), 24, 0xfb03));
        json.member("after", base64_id(static_cast<std::uint64_t>(feed_.number()), 24, 0xfb04)).end();
        if (more) {
            json.member("next",
                        "https://graph.facebook.com/v19.0/104857230911842/feed?access_token=REDACTED&limit=25&after=" +
                            base64_id(static_cast<std::uint64_t>(feed_.number()), 24, 0xfb04));
        }
        json.end().end();
        feed_.hand_over();
    }

    void write_comments(const Discussion& discussion) {
        JsonText& json = feed_.json;
        const std::vector<std::int32_t> order = lines_by_time(discussion);
        std::vector<std::vector<std::int32_t>> below(discussion.lines.size());
        std::int64_t count = 0;
        for (const std::int32_t line : order) {
            if (in_feed(line_of(discussion, line))) {
                below[static_cast<std::size_t>(top_line(discussion, line))].push_back(line);
                ++count;
            }
        }
        json.key("comments").object().key("data").array();
        for (const std::int32_t line : order) {
            const auto& together = below[static_cast<std::size_t>(line)];
            if (!together.empty()) {
                write_thread(discussion, line, together);
            }
        }
        json.end().key("summary").object().member("order", "chronological").member("total_count", count).end().end();
    }

    /// A comment of the top level with those below it; `together` holds them all.
    void write_thread(const Discussion& discussion, std::int32_t top, const std::vector<std::int32_t>& together) {
        JsonText& json = feed_.json;
        write_comment(discussion, top);
        json.member("comment_count", static_cast<std::int64_t>(together.size()) - 1);
        if (together.size() > 1) {
            json.key("comments").object().key("data").array();
            for (const std::int32_t line : together) {
                if (line != top) {
                    write_comment(discussion, line);
                    json.key("parent").object().member("id", comment_id(discussion, top));
                    json.member("created_time", graph_time(line_of(discussion, top).written_at));
                    json.member("message", text_when_read(line_of(discussion, top))).end().end();
                }
            }
            json.end().end();
        }
        json.end();
    }

    /// Leaves the comment's object open.
    void write_comment(const Discussion& discussion, std::int32_t index) {
        JsonText& json = feed_.json;
        const Line& line = line_of(discussion, index);
        const std::string text = message(discussion, line, text_when_read(line));
        json.object().member("id", comment_id(discussion, index)).member("message", text);
        json.member("created_time", graph_time(line.written_at)).member("like_count", line.reactions_count);
        if (!line.hides_author) {
            write_from(json, line.author);
        }
        write_named(json, discussion, line, text);
        json.member("permalink_url", "https://www.facebook.com/lacalebavarde/posts/" + post_number(discussion) +
                                         "?comment_id=" + comment_number(discussion, index));
    }

    void write_reactions(const Discussion& discussion) {
        JsonText& json = feed_.json;
        std::int64_t reactions = 0;
        std::int64_t reshares = 0;
        json.key("reactions").object().key("data").array();
        for (const Gesture& gesture : discussion.gestures) {
            if (gesture.kind == GestureKind::reshare) {
                ++reshares;
            } else if (gesture.made_at < read_at_) {
                const Presence who = presence(gesture.author);
                std::string type(gesture.reaction);
                std::transform(type.begin(), type.end(), type.begin(),
                               [](char c) { return static_cast<char>(c - 'a' + 'A'); });
                json.object().member("id", who.remote_id).member("name", who.display_name).member("type", type).end();
                ++reactions;
            }
        }
        json.end()
            .key("summary")
            .object()
            .member("total_count", reactions)
            .member("viewer_reaction", "NONE")
            .end()
            .end();
        if (reshares > 0) {
            json.key("shares").object().member("count", reshares).end();
        }
    }

    // Deliveries
    // ----------------------------------------------------------------------------------------------------------

    /// Opens a change of the page's feed; `end_change` closes it.
    JsonText& begin_change(Instant delivered_at) {
        JsonText& json = deliveries_.json;
        if (deliveries_.items_count == 0) {
            json.object().member("object", "page").key("entry").array();
        }
        const Instant at = std::min(Instant{delivered_at.ms + 2 * ms_per_second}, calendar_.ends_at());
        json.object().member("id", us_on(Network::facebook).remote_id).member("time", unix_seconds(at));
        json.key("changes").array().object().member("field", "feed").key("value").object();
        return json;
    }

    void end_change() {
        deliveries_.json.end().end().end().end();
        if (++deliveries_.items_count == changes_per_delivery) {
            end_delivery();
        }
    }

    void end_delivery() {
        deliveries_.json.end().end();
        deliveries_.hand_over();
    }

    void deliver_opening(const Discussion& discussion) {
        JsonText& json = begin_change(discussion.published_at);
        write_from(json, discussion.author);
        json.member("item", discussion.author == ours ? "status" : "post")
            .member("post_id", post_id(discussion))
            .member("verb", "add");
        json.member("published", std::int64_t{1}).member("created_time", unix_seconds(discussion.published_at));
        json.member("message", discussion.text);
        end_change();
    }

    void deliver_line(const Discussion& discussion, std::int32_t index) {
        const Line& line = line_of(discussion, index);
        const std::uint64_t chance = mix(item_number(discussion, index + 1), 0xfb05) % 1000;
        const bool lately = line.written_at.ms >= read_at_.ms - 6 * ms_per_hour && chance < 150;
        if (line.written_at >= read_at_ || lately) {  // some were in the feed already
            deliver_comment(discussion, index, "add", line.written_at);
            if (chance >= 985) {  // and some come twice
                deliver_comment(discussion, index, "add", line.written_at);
            }
        }
        if (line.edited_at >= read_at_) {
            deliver_comment(discussion, index, "edited", line.edited_at);
        }
        if (line.removed_at >= read_at_) {
            deliver_comment(discussion, index, "remove", line.removed_at);
        }
    }

    void deliver_comment(const Discussion& discussion, std::int32_t index, std::string_view verb, Instant at) {
        const Line& line = line_of(discussion, index);
        const std::int32_t top = top_line(discussion, index);
        JsonText& json = begin_change(at);
        if (!line.hides_author) {
            write_from(json, line.author);
        }
        json.member("item", "comment").member("verb", verb).member("comment_id", comment_id(discussion, index));
        json.member("post_id", post_id(discussion));
        json.member("parent_id", top == index ? post_id(discussion) : comment_id(discussion, top));
        json.member("created_time", unix_seconds(at));
        if (verb != "remove") {
            const bool first = verb == "add" && line.edited_at.ms != 0;
            const std::string text = message(discussion, line, first ? line.first_text : line.text);
            json.member("message", text);
            write_named(json, discussion, line, text);
        }
        end_change();
    }

    void deliver_gesture(const Discussion& discussion, std::int64_t index) {
        const Gesture& gesture = discussion.gestures[static_cast<std::size_t>(index)];
        const std::uint64_t number = item_number(discussion, gestures_from + index);
        if (gesture.kind == GestureKind::reshare) {
            JsonText& json = begin_change(gesture.made_at);
            write_from(json, gesture.author);
            json.member("item", "share").member("verb", "add").member("post_id", post_id(discussion));
            json.member("share_id", static_cast<std::int64_t>(2'000'000'000'000'000 + scramble(number, 52, 0xfb06)));
            json.member("published", std::int64_t{1}).member("created_time", unix_seconds(gesture.made_at));
            json.member("link", "https://www.facebook.com/lacalebavarde/posts/" + post_number(discussion));
            json.member_if_said("message", gesture.text);
            end_change();
        } else if (gesture.made_at >= read_at_) {
            deliver_reaction(discussion, gesture, "add", gesture.made_at);
            const Instant taken_back_at{gesture.made_at.ms + 90 * ms_per_second};
            if (mix(number, 0xfb07) % 1000 < 40 && taken_back_at <= calendar_.ends_at()) {
                deliver_reaction(discussion, gesture, "remove", taken_back_at);
            }
        }
    }

    void deliver_reaction(const Discussion& discussion, const Gesture& gesture, std::string_view verb, Instant at) {
        JsonText& json = begin_change(at);
        write_from(json, gesture.author);
        json.member("item", "reaction").member("verb", verb).member("reaction_type", gesture.reaction);
        json.member("post_id", post_id(discussion)).member("parent_id", post_id(discussion));
        json.member("created_time", unix_seconds(at));
        end_change();
    }

    const Crowd& crowd_;
    const Calendar& calendar_;
    Instant read_at_;  ///< when the feed was read
    NumberedFiles feed_;
    NumberedFiles deliveries_;
};

}  // namespace

std::unique_ptr<NetworkFiles> facebook_files(const Crowd& crowd, const Calendar& calendar, const Write& write) {
    return std::make_unique<FacebookFiles>(crowd, calendar, write);
}

}  // namespace fanal::demo
