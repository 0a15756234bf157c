#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::x {

/// The members of posts and messages of the API v2, of v1.1 and its streams, of Activity Streams, and of an archive's
/// items.
inline constexpr KnownFields known_fields(
    "__twarc actor article attachments author author_id body card card_uri cash_app_handle community_id "
    "community_note_id context_annotations contributors conversationId conversation_control conversation_id "
    "coordinates createdAt created_at created_timestamp current_user_retweet deletedAt display_text_range "
    "dm_conversation_id editHistory edit_controls edit_history edit_history_tweet_ids edit_info entities event_type "
    "ext_alt_text extended_entities extended_tweet favorite_count favorited favorited_status favoritesCount "
    "filter_level full_text generator geo gnip id id_str inReplyTo in_reply_to_screen_name in_reply_to_status_id "
    "in_reply_to_status_id_str in_reply_to_user_id in_reply_to_user_id_str initiated_via is_quote_status lang "
    "limited_actions link location long_object made_with_ai matched_media_notes matching_rules mediaUrls "
    "media_metadata message_create metadata non_public_metrics note_tweet object objectType organic_metrics "
    "paid_partnership participant_ids place possibly_sensitive possibly_sensitive_appealable postedTime "
    "promoted_metrics provider public_metrics quote_count quoted_status quoted_status_id quoted_status_id_str "
    "quoted_status_permalink reactions recipientId referenced_tweets reply_count reply_settings retweetCount "
    "retweet_count retweeted retweeted_status scopes self_thread senderId sender_id source suggested_source_links "
    "suggested_source_links_with_counts supplemental_language target target_object text timestamp timestamp_ms "
    "truncated twitter_entities twitter_extended_entities twitter_filter_level twitter_lang twitter_quoted_status "
    "type urls user verb withheld withheld_copyright withheld_in_countries withheld_scope");

}  // namespace fanal::importers::x
