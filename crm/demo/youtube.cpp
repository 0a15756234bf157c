#include "crm/demo/youtube.hpp"

#include <algorithm>

#include "crm/demo/presences.hpp"

namespace fanal::demo {
namespace {

constexpr std::int64_t threads_per_page = 100;
constexpr std::int64_t resources_per_page = 50;
constexpr std::size_t replies_shown = 5;

std::string html(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            case '\n':
                escaped += "<br>";
                break;
            default:
                escaped += letter;
        }
    }
    return escaped;
}

class YoutubeFiles : public NetworkFiles {
  public:
    YoutubeFiles(const Crowd& crowd, const Calendar& calendar, const Write& write)
        : crowd_(crowd),
          calendar_(calendar),
          threads_(write, "youtube/comment-threads"),
          replies_(write, "youtube/replies"),
          videos_(write, "youtube/videos"),
          channels_(write, "youtube/channels") {}

    void add(const Discussion& discussion) override {
        write_video(discussion);
        std::vector<std::vector<std::int32_t>> below(discussion.lines.size());
        const std::vector<std::int32_t> order = lines_by_time(discussion);
        for (const std::int32_t line : order) {
            const std::int32_t top = top_line(discussion, line);
            if (top != line) {
                below[static_cast<std::size_t>(top)].push_back(line);
            }
        }
        for (auto line = order.rbegin(); line != order.rend(); ++line) {  // the newest first
            const Line& first = discussion.lines[static_cast<std::size_t>(*line)];
            if (first.parent == none && first.removed_at.ms == 0) {
                write_thread(discussion, *line, below[static_cast<std::size_t>(*line)]);
            }
        }
        if (threads_.items_count > 0) {
            end_page(threads_, false);
        }
    }

    void finish() override {
        write_channel(ours);
        for (std::int64_t fan = 0; fan < crowd_.size(); ++fan) {
            if (crowd_.is_on(fan, Network::youtube)) {
                const Presence who = crowd_.presence(crowd_.fan(fan), Network::youtube);
                if (!who.bio.empty()) {  // who says nothing of themselves was not looked up
                    write_channel(fan);
                }
            }
        }
        for (NumberedFiles* files : {&replies_, &videos_, &channels_}) {
            if (files->items_count > 0) {
                end_page(*files, false);
            }
        }
    }

  private:
    static std::string video_id(const Discussion& discussion) {
        return base64_id(item_number(discussion, 0), 11, 0x4701);
    }
    static std::string thread_id(const Discussion& discussion, std::int32_t line) {
        const std::uint64_t number = item_number(discussion, line + 1);
        return std::string("Ug") + "wxyz"[mix(number) & 3] + base64_id(number, 16, 0x4702) + "4AaABAg";
    }
    static std::string reply_id(const Discussion& discussion, std::int32_t line) {
        return thread_id(discussion, top_line(discussion, line)) + "." +
               base64_id(item_number(discussion, line + 1), 22, 0x4703);
    }

    void begin_item(NumberedFiles& files, std::string_view list, std::string_view kind, const std::string& id) {
        if (files.items_count == 0) {
            files.json.object().member("kind", list).member("etag", etag(files.number())).key("items").array();
        }
        files.json.object().member("kind", kind).member("etag", etag(++etags_)).member("id", id);
        ++files.items_count;
    }

    static std::string etag(std::int64_t number) { return base64_id(static_cast<std::uint64_t>(number), 27, 0x4704); }

    void end_page(NumberedFiles& files, bool more) {
        JsonText& json = files.json;
        json.end();
        if (more) {
            json.member("nextPageToken", base64_id(static_cast<std::uint64_t>(files.number()), 40, 0x4705));
        }
        const std::int64_t count = files.items_count;
        json.key("pageInfo").object().member("totalResults", count).member("resultsPerPage", count).end().end();
        files.hand_over();
    }

    void write_thread(const Discussion& discussion, std::int32_t top, const std::vector<std::int32_t>& below) {
        JsonText& json = threads_.json;
        const std::string id = thread_id(discussion, top);
        begin_item(threads_, "youtube#commentThreadListResponse", "youtube#commentThread", id);
        json.key("snippet")
            .object()
            .member("channelId", us_on(Network::youtube).remote_id)
            .member("videoId", video_id(discussion));
        json.key("topLevelComment")
            .object()
            .member("kind", "youtube#comment")
            .member("etag", etag(++etags_))
            .member("id", id);
        write_comment(json, discussion, top);
        json.end()
            .member("canReply", true)
            .member("totalReplyCount", static_cast<std::int64_t>(below.size()))
            .member("isPublic", true)
            .end();
        if (!below.empty()) {
            json.key("replies").object().key("comments").array();
            for (std::size_t i = 0; i < std::min(below.size(), replies_shown); ++i) {
                json.object().member("kind", "youtube#comment").member("etag", etag(++etags_));
                json.member("id", reply_id(discussion, below[i]));
                write_comment(json, discussion, below[i]);
                json.end();
            }
            json.end().end();
        }
        json.end();
        if (below.size() > replies_shown) {
            write_replies(discussion, below);
        }
        if (threads_.items_count == threads_per_page) {
            end_page(threads_, true);
        }
    }

    /// A thread shows five replies at most; the whole list is asked for apart, and holds those five again.
    void write_replies(const Discussion& discussion, const std::vector<std::int32_t>& below) {
        for (const std::int32_t line : below) {
            begin_item(replies_, "youtube#commentListResponse", "youtube#comment", reply_id(discussion, line));
            write_comment(replies_.json, discussion, line);
            replies_.json.end();
            if (replies_.items_count == threads_per_page) {
                end_page(replies_, true);
            }
        }
    }

    void write_comment(JsonText& json, const Discussion& discussion, std::int32_t index) const {
        const Line& line = discussion.lines[static_cast<std::size_t>(index)];
        const std::int32_t top = top_line(discussion, index);
        json.key("snippet")
            .object()
            .member("channelId", us_on(Network::youtube).remote_id)
            .member("videoId", video_id(discussion));
        if (top != index) {
            json.member("parentId", thread_id(discussion, top));
        }
        const std::string text = text_of(discussion, line);
        json.member("textDisplay", html(text)).member("textOriginal", text);
        write_author(json, line);
        json.member("canRate", true).member("viewerRating", "none").member("likeCount", line.reactions_count);
        json.member("publishedAt", to_text(line.written_at));
        json.member("updatedAt", to_text(std::max(line.written_at, line.edited_at))).end();
    }

    /// An answer below the first level calls whom it answers.
    std::string text_of(const Discussion& discussion, const Line& line) const {
        if (!needs_name(discussion, line)) {
            return line.text;
        }
        const std::int64_t other = author_of(discussion, line.parent);
        return called(crowd_.presence(crowd_.fan(other), Network::youtube), Network::youtube) + " " + line.text;
    }

    void write_author(JsonText& json, const Line& line) const {
        if (line.hides_author) {  // the channel was closed since
            json.member("authorDisplayName", "").member("authorProfileImageUrl", "").member("authorChannelUrl", "");
            return;
        }
        const bool is_ours = line.author == ours;
        const Presence who = is_ours ? Presence() : crowd_.presence(crowd_.fan(line.author), Network::youtube);
        const std::string id(is_ours ? us_on(Network::youtube).remote_id : std::string_view(who.remote_id));
        json.member("authorDisplayName", "@" + (is_ours ? std::string(us_on(Network::youtube).handle) : who.handle));
        json.member("authorProfileImageUrl",
                    "https://yt3.ggpht.com/demo/" + id.substr(2) + "=s48-c-k-c0x00ffffff-no-rj");
        json.member("authorChannelUrl", "http://www.youtube.com/channel/" + id);
        json.key("authorChannelId").object().member("value", id).end();
    }

    void write_video(const Discussion& discussion) {
        JsonText& json = videos_.json;
        begin_item(videos_, "youtube#videoListResponse", "youtube#video", video_id(discussion));
        json.key("snippet").object().member("publishedAt", to_text(discussion.published_at));
        json.member("channelId", us_on(Network::youtube).remote_id).member("title", discussion.title);
        json.member("description", discussion.text).member("channelTitle", our_name).member("categoryId", "26");
        json.member("liveBroadcastContent", "none")
            .member("defaultLanguage", "fr")
            .member("defaultAudioLanguage", "fr")
            .end();
        const auto comments = static_cast<std::int64_t>(discussion.lines.size());
        json.key("statistics").object().member("viewCount", std::to_string(comments * 61 + 240));
        json.member("likeCount", std::to_string(comments * 4 + 9)).member("favoriteCount", "0");
        json.member("commentCount", std::to_string(comments)).end().end();
        if (videos_.items_count == resources_per_page) {
            end_page(videos_, true);
        }
    }

    void write_channel(std::int64_t fan) {
        JsonText& json = channels_.json;
        const bool is_ours = fan == ours;
        const Presence who = is_ours ? our_channel() : crowd_.presence(crowd_.fan(fan), Network::youtube);
        begin_item(channels_, "youtube#channelListResponse", "youtube#channel", who.remote_id);
        json.key("snippet").object().member("title", who.display_name).member("description", who.bio);
        json.member("customUrl", "@" + who.handle);
        const auto age_days = static_cast<std::int64_t>(900 + mix(static_cast<std::uint64_t>(fan), 0x4706) % 3200);
        json.member("publishedAt", to_text(Instant{calendar_.starts_at().ms - age_days * ms_per_day}));
        json.end().key("statistics").object().member("viewCount", std::to_string(who.followers_count * 17));
        json.member("subscriberCount", std::to_string(who.followers_count)).member("hiddenSubscriberCount", false);
        json.member("videoCount", is_ours ? "64" : "0").end().end();
        if (channels_.items_count == resources_per_page) {
            end_page(channels_, true);
        }
    }

    static Presence our_channel() {
        Presence channel;
        channel.remote_id = us_on(Network::youtube).remote_id;
        channel.handle = us_on(Network::youtube).handle;
        channel.display_name = our_name;
        channel.bio = "Bar à huîtres, quai des Chartrons, Bordeaux. On ouvre des coquilles et on en parle.";
        channel.followers_count = 1840;
        return channel;
    }

    const Crowd& crowd_;
    const Calendar& calendar_;
    NumberedFiles threads_;
    NumberedFiles replies_;
    NumberedFiles videos_;
    NumberedFiles channels_;
    std::int64_t etags_ = 0;
};

}  // namespace

std::unique_ptr<NetworkFiles> youtube_files(const Crowd& crowd, const Calendar& calendar, const Write& write) {
    return std::make_unique<YoutubeFiles>(crowd, calendar, write);
}

}  // namespace fanal::demo
