#pragma once
#include "importers/importer.hpp"

/// TikTok, as four kinds of payload tell it: the answers of its app, those of its site (old and new), those of the
/// official Research, Display and Business APIs, and collections of these, bare or inside {code, msg, data}.
///
/// - A person is the numeric uid. The Research API names nobody behind a comment, and videos by handle alone: these are
///   people unknown.
/// - A video is a post, a comment's cid its name; both are unique among themselves and never meet, since each holds the
///   time at which it was made. A reply answers the comment that it is meant for, under its video.
/// - Who comments on a public video does so in public; a video is private when it or its author's account is.
/// - A follower count of 0 is what the app writes where it does not say.
/// - Addresses of pictures are signed: what stands behind the question mark is cut off.
/// - Accounts on other networks that a profile names (Instagram, YouTube) are its links.
namespace fanal::importers::tiktok {

const Importer& importer();

}  // namespace fanal::importers::tiktok
