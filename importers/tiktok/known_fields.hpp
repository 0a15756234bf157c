#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::tiktok {

/// The members of videos and comments of the Research and Business APIs and of the app's own answers.
inline constexpr KnownFields known_fields(
    "AIGCDescription BAInfo CategoryType allow_download_photo author authorId authorInfos authorStats authorStatsV2 "
    "author_pin author_stats author_user_id aweme_id aweme_type backendSourceEventTracking bodydance_score bottom_bar "
    "cha_list challengeInfoList challenges cid cmt_swt collect_stat collected commentCount commentStatus "
    "comment_count comment_id comment_language comment_post_item_ids comment_type commerce_info contents "
    "cover_image_url covers coversDynamic coversOrigin createTime create_time creatorAIComment desc desc_language "
    "diggCount digg_count digged display_name distance distribute_type diversificationId duetDisplay duetEnabled "
    "duetInfo duration effect_ids effect_info_list embargo embed_html embed_link favorites_count fold_status "
    "forFriend forbid_reply_with_video geofencing group_id has_vs_entry hashtag_info_list hashtag_names "
    "have_dashboard height id imagePost image_list indexEnabled isActivityItem isAd isOfficial isOriginal "
    "isPinnedItem is_author_digged is_comment_translatable is_hash_tag is_high_purchase_intent is_pgcshow is_preview "
    "is_relieve is_stem_verified is_story is_top is_translated is_vr itemCommentStatus itemInfos "
    "item_comment_settings item_control item_duet item_react item_stitch keywordTags label_top like_count liked likes "
    "locationCreated mask_infos misc_info music musicId musicInfos music_id need_trim_step need_vs_entry no_show "
    "officalItem originalItem owner parent_comment_id parent_id pinned playCount playlist_blocked playlist_id poi "
    "prevent_download privateItem profile_image rate region region_code replies reply_comment reply_comment_total "
    "reply_count reply_id reply_score reply_style reply_to_reply_id risk_infos scheduleTime search_desc "
    "search_highlight secret shareCount shareCover share_count share_info share_url showNotPass show_more_score "
    "sort_extra_score sort_label sort_tags statistics stats statsV2 status stick_position sticker_detail "
    "sticker_info_list stickers stitchDisplay stitchEnabled suggestedWords text textExtra textLanguage "
    "textTranslatable text_extra text_music_info thumbnail_url title trans_btn_style unique_identifier user "
    "user_buried user_digged user_id username video video_control video_description video_duration video_id "
    "video_label video_labels video_mention_list video_tag video_text view_count vl1 voice_to_text warnInfo width "
    "with_promotional_music without_watermark");

}  // namespace fanal::importers::tiktok
