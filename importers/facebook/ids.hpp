#pragma once
#include <string>
#include <string_view>

#include "importers/importer.hpp"

namespace fanal::importers::facebook {

/// "PAGE" of "PAGE_POST", or "POST" of "POST_COMMENT"; empty when the id has one part.
std::string_view head(std::string_view id);
/// What stands behind the last "_": "POST" of "PAGE_POST"; the whole when there is one part.
std::string_view tail(std::string_view id);

/// Whether an id is made of two or three numbers joined by "_".
bool is_compound(std::string_view id);

/// A comment's id in its one form, "POST_COMMENT": some answers put the page in front ("PAGE_POST_COMMENT").
std::string comment_id(std::string id);

/// Whose post it is, and where a comment stands under it. What is not known is empty.
struct Place {
    std::string page_id;
    std::string post_id;      ///< "PAGE_POST"
    std::string parent_id;    ///< the comment answered; empty at the top level
    std::string author_id;    ///< of the post
    bool is_private = false;  ///< the post is not for everybody
};

/// What the permalink of a comment tells: ".../PAGE/posts/POST/?comment_id=COMMENT&reply_comment_id=REPLY".
struct Permalink {
    std::string comment_id;  ///< "POST_COMMENT", or "POST_REPLY" for a reply
    Place place;
};

Permalink parse_permalink(std::string_view address);

/// Whether an address is one of the Graph API, of whichever of its networks.
bool is_graph_address(std::string_view address);

/// Whose list it is and which: "/v11.0/4_2/comments" gives "4_2" and "comments". What nothing tells is empty.
struct Edge {
    std::string object_id;
    std::string name;
};

/// The edge of a list, from the address of its neighbouring pages, or from the request.
Edge edge_of(const Payload& document, const Origin& origin);

}  // namespace fanal::importers::facebook
