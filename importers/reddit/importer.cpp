#include "importers/reddit/importer.hpp"

#include <algorithm>
#include <vector>

#include "importers/reddit/known_fields.hpp"
#include "importers/reddit/things.hpp"

namespace fanal::importers::reddit {
namespace {

/// "t1" and the others, "Listing" and "more", beside their `data`.
bool is_thing(const Payload& value) {
    const std::string_view kind = value["kind"].view();
    const bool named =
        kind == "Listing" || kind == "more" || (kind.size() == 2 && kind[0] == 't' && kind[1] >= '1' && kind[1] <= '6');
    return named && value["data"].is_object();
}

bool is_bare_thing(const Payload& value) {
    return is_comment(value) || is_post(value) || is_account(value);
}

/// What a changing call brings back: {json: {errors, data: {things}}}.
Payload things_in(const Payload& document) {
    return document["json"]["data"]["things"];
}

Recognition recognise(const Payload& document, const Origin&) {
    for (const Payload& value : {document, document.first(), things_in(document).first()}) {
        if (is_thing(value) || is_bare_thing(value)) {
            return Recognition::certain;
        }
    }
    return document["json"]["errors"].is_array() ? Recognition::maybe : Recognition::no;
}

/// The things of a document, each before what stands below it, without climbing down: a tree may be made deep on
/// purpose.
class Tree {
  public:
    explicit Tree(Reading& reading) : reading_(reading) {}

    void read(const Payload& root) {
        waiting_.push_back(root);
        while (!waiting_.empty()) {
            const Payload thing = waiting_.back();
            waiting_.pop_back();
            read_one(thing);
        }
    }

  private:
    void read_one(const Payload& thing);
    void read_listing(const Payload& listing);
    void skip_more(const Payload& more);
    void add_all(const Payload& list);
    /// The posts that a crosspost passes on stand in it as bare data.
    void read_post_and_originals(const Payload& post);

    Reading& reading_;
    Authors authors_;
    std::vector<Payload> waiting_;
};

void Tree::add_all(const Payload& list) {
    const std::size_t before = waiting_.size();
    list.each([&](const Payload& thing) { waiting_.push_back(thing); });
    std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(before), waiting_.end());
}

void Tree::read_one(const Payload& thing) {
    const std::string_view kind = thing["kind"].view();
    const Payload data = thing["data"];
    if (kind == "t1" && data.is_object()) {
        if (const Payload replies = data["replies"]; replies.is_object()) {
            waiting_.push_back(replies);
        }
        read_comment(data, authors_, reading_);
    } else if (kind == "t3" && data.is_object()) {
        read_post_and_originals(data);
    } else if (kind == "Listing") {
        read_listing(data);
    } else if (kind == "more") {
        skip_more(thing);
    } else if (kind == "t4" && data.is_object()) {
        read_message(data, reading_);
    } else if (kind == "t2" && data.is_object()) {
        read_account(data, reading_);
    } else if (is_comment(thing)) {
        read_comment(thing, authors_, reading_);
    } else if (is_post(thing)) {
        read_post_and_originals(thing);
    } else if (is_account(thing)) {
        read_account(thing, reading_);
    } else {
        reading_.sink().skip(thing, "nothing that holds posts, comments or people");
    }
}

void Tree::read_listing(const Payload& listing) {
    const Payload children = listing["children"];
    if (!children.first().exists()) {
        reading_.sink().skip(listing, "an empty listing");
    }
    add_all(children);
}

void Tree::skip_more(const Payload& more) {
    const std::int64_t count = more["data"]["count"].integer().value_or(0);
    reading_.sink().skip(more, count > 0 ? "comments not fetched, so many: " + std::to_string(count)
                                         : std::string("comments not fetched: the thread goes on from its last one"));
}

void Tree::read_post_and_originals(const Payload& post) {
    read_post(post, authors_, reading_);
    post["crosspost_parent_list"].each([&](const Payload& original) {
        if (original.is_object()) {
            read_post(original, authors_, reading_);
        }
    });
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("reddit", known_fields, origin, sink);
    Tree tree(reading);
    const Payload things = things_in(document);
    const Payload list = things.is_array() ? things : document;
    if (!list.is_array()) {
        tree.read(document);
    } else if (!list.first().exists()) {
        sink.skip(list, "an empty list");
    } else {
        list.each([&](const Payload& thing) { tree.read(thing); });
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer reddit{"reddit", recognise, read};
    return reddit;
}

}  // namespace fanal::importers::reddit
