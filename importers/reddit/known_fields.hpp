#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::reddit {

/// The members of links, comments and messages.
inline constexpr KnownFields known_fields(
    "ad_promoted_user_posts ad_user_targeting all_awardings allow_live_comments approved approved_at_utc approved_by "
    "archived associated_award author author_cakeday author_flair_background_color author_flair_css_class "
    "author_flair_richtext author_flair_template_id author_flair_text author_flair_text_color author_flair_type "
    "author_fullname author_id author_is_blocked author_patreon_flair author_premium awarders ban_note banned_at_utc "
    "banned_by body body_html brand_safe call_to_action can_gild can_mod_post category clicked collapsed "
    "collapsed_because_crowd_control collapsed_reason collapsed_reason_code comment_type content_categories "
    "contest_mode context controversiality created created_utc crosspost_parent crosspost_parent_list depth dest "
    "discussion_type distinguished domain downs editable edited event_end event_is_live event_start "
    "expression_asset_data first_message first_message_name gallery_data gilded gildings hidden hide_score id "
    "ignore_reports is_blank is_created_from_ads_ui is_crosspostable is_gallery is_meta is_original_content "
    "is_reddit_media_domain is_richtext_preview is_robot_indexable is_self is_self_image is_submitter is_video likes "
    "link_author link_flair_background_color link_flair_css_class link_flair_richtext link_flair_template_id "
    "link_flair_text link_flair_text_color link_flair_type link_id link_permalink link_title link_url live_audio "
    "locked media media_embed media_metadata media_only mod_note mod_reason_by mod_reason_title mod_reports "
    "mod_reports_dismissed name new no_follow num_comments num_crossposts num_duplicates num_reports outbound_link "
    "over_18 parent parent_id parent_whitelist_status permalink pinned poll_data post_hint preview previous_visits "
    "profile_over_18 promoted promoted_by pwls quarantine removal_reason removed removed_by removed_by_category "
    "replies replies_count report_reasons retrieved_on rpan_video rte_mode rtjson saved score score_hidden "
    "secure_media secure_media_embed selftext selftext_html send_replies spam spoiler sr_detail steward_reports "
    "stickied subject subreddit subreddit_id subreddit_name_prefixed subreddit_subscribers subreddit_type "
    "suggested_sort third_party_trackers thumbnail thumbnail_height thumbnail_width title top_awarded_type "
    "total_awards_received treatment_tags type unrepliable_reason ups upvote_ratio url url_overridden_by_dest "
    "user_reports view_count visited was_comment whitelist_status wls");

}  // namespace fanal::importers::reddit
