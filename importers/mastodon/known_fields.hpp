#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::mastodon {

/// The members of statuses and notifications of the client API, and of the objects and acts of ActivityPub, as
/// Mastodon and its kin write them.
inline constexpr KnownFields known_fields(
    "@context _misskey_content _misskey_quote _misskey_reaction _misskey_summary account actor akkoma annual_report "
    "anyOf application atomUri attachment attributedTo audience bcc bookmark_category_id bookmarked bto card cc "
    "closed collection commentsEnabled content contentMap content_html content_type context conversation created_at "
    "directMessage dislikes edited_at emoji emoji_reactions emoji_url emojis endTime event favourited "
    "favourites_count filtered formerRepresentations generator group_key icon id image inReplyTo inReplyToAtomUri "
    "in_reply_to_account_id in_reply_to_id instrument interactionPolicy interaction_policy language "
    "latest_page_notification_at likes localOnly local_only location mediaType media_attachments mentions "
    "moderation_warning most_recent_notification_id muted name nameMap notifications_count object oneOf origin pinned "
    "pleroma poll preview published quote quoteAuthorization quoteUri quoteUrl quote_approval quote_id quotes_count "
    "reactions reblog reblogged reblogs_count replies replies_count report result sample_account_ids sensitive shares "
    "signature source spoiler_text startTime status status_id summary summaryMap tag tagged_collections tags target "
    "text to type updated uri url visibility votersCount");

}  // namespace fanal::importers::mastodon
