#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::facebook {

/// The members of posts, comments, photos, videos, ratings and messages of the Graph API, of what its webhooks deliver,
/// and of the items of an export.
inline constexpr KnownFields known_fields(
    "action actions actor admin_creator album allowed_advertising_objects alt_text angry app_id application "
    "attachment attachments audio_files author backdated_time backdated_time_granularity broadcast_start_time "
    "bumped_message_metadata call call_duration call_to_action can_backdate can_comment can_delete can_hide can_like "
    "can_remove can_reply_privately can_tag caption child_attachments commands comment comment_count comment_id "
    "comments comments_mirroring_domain content content_category content_tags coordinates copyright created_time "
    "creation_time crossposted_videos custom_labels dash_ingest_url dash_preview_url data delivery description "
    "edited_time embed_html embeddable emoji end_time event event_id expanded_height expanded_width feed_targeting "
    "files format from from_id full_picture geoblocked gifs group haha has_rating has_review height icon id images "
    "ingest_streams instagram_eligibility ip is_app_share is_crosspost_video is_crossposting_eligible is_deleted "
    "is_echo is_eligible_for_promotion is_episode is_expired is_geoblocked_for_viewer is_hidden is_inline_created "
    "is_instagram_eligible is_popular is_private is_published is_reply is_spherical is_taken_down is_unsent "
    "is_unsent_image_by_messenger_kid_parent is_unsupported item length like like_count likes link link_id "
    "live_broadcast live_broadcast_timestamp live_views love media message message_tags metadata mid missed "
    "multi_share_end_card multi_share_optimized music_video_copyright name name_tags new_message nlp no_feed_story "
    "num_edit object object_id open_graph_story open_graph_story_id overlay_url page_story_id parent parent_id "
    "permalink_url photo photo_id photo_ids photos picture place post post_id postback premium_living_room_status "
    "privacy promotable_id promotion_status properties publish_time published quick_reply rating reaction "
    "reaction_type reactions read recipient_id recommendation_type referral reply_to review_text reviewer reviewer_id "
    "reviewer_name sad scheduled_publish_time seconds_left secure_stream_url sender_id sender_name seq share share_id "
    "sharedposts shares source spherical sponsor_tags start_time status status_type sticker sticker_id story "
    "story_tags stream_url subscribed tagged_time tags target targeting text thankful thread timeline_visibility "
    "timestamp timestamp_ms title to traits type universal_video_id unsend updated_time user_id user_likes users verb "
    "via video video_buying_eligibility video_flag_reason video_id videos views webp_images width with_tags wow");

}  // namespace fanal::importers::facebook
