#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::instagram {

/// The members of media and comments of the Graph API, of what its webhooks deliver, and of the items of an export.
inline constexpr KnownFields known_fields(
    "action actor ad_id ad_title alt_text animated_media_images attachments backup_uri boost_ads_list "
    "boost_eligibility_info caption children collaborators comments comments_count content "
    "copyright_check_information created_at created_time creation_timestamp cross_post_source dubbing_info edit emoji "
    "fbid from heart hidden href id ig_id insights interests is_comment_enabled is_deleted is_echo "
    "is_geoblocked_for_viewer is_self is_shared_to_feed is_unsupported legacy_instagram_comment_id "
    "legacy_instagram_media_id like_count likes link location media media_list_data media_metadata media_owner "
    "media_product_type media_share media_share_caption media_share_url media_type media_url media_variants message "
    "mid num_edit original_media_id owner parent_id path permalink photos quick_reply reaction reactions referral "
    "replies reply_to sender sender_name share shortcode story story_share string_list_data string_map_data taken_at "
    "text thumbnail_url timestamp timestamp_ms title to uri user username value video_call_action view_count "
    "voice_media");

}  // namespace fanal::importers::instagram
