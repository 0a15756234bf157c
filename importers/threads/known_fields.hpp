#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::threads {

/// The members of posts and replies of the Threads API and of its webhooks.
inline constexpr KnownFields known_fields(
    "allowlisted_country_codes alt_text children deleted_at from ghost_post_expiration_timestamp ghost_post_status "
    "gif_attachment gif_url has_replies hide_status id is_quote_post is_reply is_reply_owned_by_me is_spoiler_media "
    "is_verified likes link_attachment_url location location_id media_product_type media_type media_url owner "
    "permalink poll_attachment profile_picture_url quoted_post quotes replied_to replies reply_approval_status "
    "reply_audience reposted_post reposts root_post shares shortcode target_owner_id text text_attachment "
    "text_entities thumbnail_url timestamp topic_tag username views");

}  // namespace fanal::importers::threads
