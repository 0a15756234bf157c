#include "crm/demo/flat_export.hpp"

#include "crm/demo/presences.hpp"

namespace fanal::demo {
namespace {

constexpr std::int64_t lines_per_file = 20'000;
constexpr std::int64_t x_begins_at_ms = 1'288'834'974'657;

class FlatExportFiles : public NetworkFiles {
  public:
    FlatExportFiles(const Crowd& crowd, const Write& write) : crowd_(crowd), files_(write, "x/export", ".ndjson") {}

    void add(const Discussion& discussion) override {
        const std::string opening_id = next_id(discussion.published_at);
        if (discussion.opening == Opening::post) {
            post_ids_.push_back(opening_id);
        }
        write_opening(discussion, opening_id);
        std::vector<std::string> ids;
        for (const Line& line : discussion.lines) {
            ids.push_back(next_id(line.written_at));
            write_line(discussion, line, opening_id, ids);
        }
        std::vector<std::string> gesture_ids;
        for (const Gesture& gesture : discussion.gestures) {
            gesture_ids.push_back(gesture.kind == GestureKind::reshare ? next_id(gesture.made_at) : std::string());
            write_gesture(discussion, gesture, opening_id, gesture_ids);
        }
    }

    void finish() override {
        if (files_.items_count > 0) {
            files_.hand_over();
        }
    }

  private:
    /// Milliseconds since X began and 22 bits of a counter: no two are alike unless four million come in one second.
    std::string next_id(Instant at) {
        return std::to_string((static_cast<std::uint64_t>(at.ms - x_begins_at_ms) << 22) + (++given_ & 0x3fffff));
    }

    Presence presence(std::int64_t author) const { return crowd_.presence(crowd_.fan(author), Network::x); }
    std::string remote_id(std::int64_t author) const {
        return author == ours ? std::string(us_on(Network::x).remote_id) : presence(author).remote_id;
    }

    /// A record with its actor; `end` closes it.
    JsonText& begin(std::string_view kind, std::string_view id, Instant at, std::int64_t author) {
        JsonText& json = files_.json;
        json.object()
            .member("network", "x")
            .member("kind", kind)
            .member_if_said("remote_id", id)
            .member("occurred_at", to_text(at));
        if (author == ours) {
            json.member("profile_remote_id", us_on(Network::x).remote_id).member("handle", us_on(Network::x).handle);
            json.member("display_name", our_name)
                .member("followers_count", std::int64_t{4312})
                .member("place", "Bordeaux");
            json.null_member("bio").member("url", us_on(Network::x).url);
            return json;
        }
        const Presence who = presence(author);
        json.member("profile_remote_id", who.remote_id)
            .member("handle", who.handle)
            .member("display_name", who.display_name);
        json.member("followers_count", who.followers_count)
            .member_if_said("place", who.place)
            .member_if_said("bio", who.bio);
        json.member("url", who.url);
        return json;
    }

    void end() {
        files_.json.end().end_line();
        if (++files_.items_count == lines_per_file) {
            files_.hand_over();
        }
    }

    void address(std::int64_t author) {
        files_.json.member("to_profile_remote_id", remote_id(author));
        files_.json.member("to_handle",
                           author == ours ? std::string(us_on(Network::x).handle) : presence(author).handle);
    }

    void write_opening(const Discussion& discussion, const std::string& id) {
        static constexpr std::array<std::string_view, 5> kinds = {"post", "post", "mention", "quote", "message"};
        JsonText& json =
            begin(kinds[static_cast<std::size_t>(discussion.opening)], id, discussion.published_at, discussion.author);
        if (discussion.opening == Opening::quote) {
            const std::string& quoted = post_ids_[static_cast<std::size_t>(discussion.quoted_number)];
            json.member("post_remote_id", quoted).member("in_reply_to_remote_id", quoted);
        }
        if (discussion.author != ours) {
            address(ours);
        }
        json.member("text", discussion.text)
            .member("language", language_names[static_cast<std::size_t>(discussion.language)]);
        end();
    }

    void write_line(const Discussion& discussion, const Line& line, const std::string& opening_id,
                    const std::vector<std::string>& ids) {
        const bool is_private = discussion.opening == Opening::message;
        JsonText& json = begin(is_private ? "message" : "comment", ids.back(), line.written_at, line.author);
        if (!is_private) {
            json.member("post_remote_id", opening_id);
        }
        json.member("in_reply_to_remote_id",
                    line.parent == none ? opening_id : ids[static_cast<std::size_t>(line.parent)]);
        // In a private exchange, and when people go on after their own line, it is still the other side that is
        // addressed.
        std::int64_t other = author_of(discussion, line.parent);
        other = other == line.author || is_private ? (line.author == ours ? discussion.author : ours) : other;
        address(other);
        json.member("text", line.text).member("language", language_names[static_cast<std::size_t>(line.language)]);
        end();
        if (line.removed_at.ms != 0) {
            begin("remove", ids.back(), line.removed_at, line.author);
            end();
        }
    }

    void write_gesture(const Discussion& discussion, const Gesture& gesture, const std::string& opening_id,
                       const std::vector<std::string>& ids) {
        static constexpr std::array<std::string_view, 3> kinds = {"reaction", "reshare", "follow"};
        JsonText& json =
            begin(kinds[static_cast<std::size_t>(gesture.kind)], ids.back(), gesture.made_at, gesture.author);
        if (gesture.kind == GestureKind::follow) {
            address(ours);
            end();
            return;
        }
        const bool handed_on = gesture.parent != none;
        json.member("post_remote_id", opening_id);
        json.member("in_reply_to_remote_id", handed_on ? ids[static_cast<std::size_t>(gesture.parent)] : opening_id);
        address(handed_on ? discussion.gestures[static_cast<std::size_t>(gesture.parent)].author : discussion.author);
        json.member_if_said("reaction", gesture.reaction);
        end();
    }

    const Crowd& crowd_;
    NumberedFiles files_;
    std::vector<std::string> post_ids_;  ///< of our posts, by number
    std::uint64_t given_ = 0;
};

}  // namespace

std::unique_ptr<NetworkFiles> flat_export_files(const Crowd& crowd, const Write& write) {
    return std::make_unique<FlatExportFiles>(crowd, write);
}

}  // namespace fanal::demo
