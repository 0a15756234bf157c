#include "importers/youtube/importer.hpp"

#include <algorithm>
#include <array>

#include "importers/youtube/known_fields.hpp"
#include "importers/youtube/resources.hpp"

namespace fanal::importers::youtube {
namespace {

struct Resource {
    std::string_view kind;
    void (*read)(const Payload&, Reading&);  ///< null: nothing for us
    std::string_view reason;
};

constexpr std::array resources = std::to_array<Resource>({
    {"youtube#commentThread", read_thread, ""},
    {"youtube#comment", read_comment, ""},
    {"youtube#video", read_video, ""},
    {"youtube#channel", read_channel, ""},
    {"youtube#subscription", read_follow, ""},
    {"youtube#member", read_member, ""},
    {"youtube#activity", nullptr, "an entry of a channel's own log"},
    {"youtube#searchResult", nullptr, "a search result"},
    {"youtube#playlist", nullptr, "a playlist"},
    {"youtube#playlistItem", nullptr, "an entry of a playlist"},
    {"youtube#caption", nullptr, "captions of a video"},
    {"youtube#channelSection", nullptr, "a section of a channel's page"},
    {"youtube#channelBannerResource", nullptr, "a channel's banner"},
    {"youtube#videoCategory", nullptr, "a category of videos"},
    {"youtube#guideCategory", nullptr, "a category of channels"},
    {"youtube#videoAbuseReportReason", nullptr, "a reason for reporting videos"},
    {"youtube#membershipsLevel", nullptr, "a level of membership"},
    {"youtube#i18nLanguage", nullptr, "a language of the site"},
    {"youtube#i18nRegion", nullptr, "a region of the site"},
});

bool is_comment(const Payload& item) {
    const Payload snippet = item["snippet"];
    return snippet["authorDisplayName"].is_text() &&
           (snippet["textDisplay"].is_text() || snippet["textOriginal"].is_text());
}

bool is_thread(const Payload& item) {
    return item["snippet"]["topLevelComment"].is_object();
}

/// The resource's kind; told by its shape where the request left `kind` out.
std::string_view kind_of(const Payload& item) {
    const std::string_view kind = item["kind"].view();
    return !kind.empty() ? kind : is_thread(item) ? "youtube#commentThread" : is_comment(item) ? "youtube#comment" : "";
}

bool is_error(const Payload& document) {
    const Payload error = document["error"];
    return error["errors"].first()["domain"].is_text() || (error["code"].integer() && error["status"].is_text());
}

/// A list response, a list of resources, or a thread's replies cut out of it.
Payload list_in(const Payload& document) {
    const Payload replies = document["comments"];
    return document.is_array() ? document : replies.is_array() ? replies : document["items"];
}

Recognition recognise(const Payload& document, const Origin&) {
    for (const Payload& value : {document, list_in(document).first()}) {
        if (kind_of(value).starts_with("youtube#")) {
            return Recognition::certain;
        }
    }
    return is_error(document) ? Recognition::maybe : Recognition::no;
}

void read_item(const Payload& item, Reading& reading) {
    const std::string_view kind = kind_of(item);
    const auto found =
        std::find_if(resources.begin(), resources.end(), [&](const Resource& r) { return r.kind == kind; });
    if (found == resources.end()) {
        reading.sink().skip(item, "nothing that holds comments, videos or channels");
    } else if (found->read == nullptr) {
        reading.sink().skip(item, found->reason);
    } else {
        found->read(item, reading);
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("youtube", known_fields, origin, sink);
    const Payload items = list_in(document);
    if (!items.is_array()) {
        is_error(document) ? sink.skip(document, "an error of the API") : read_item(document, reading);
    } else if (!items.first().exists()) {
        sink.skip(items, "an empty page of results");
    } else {
        items.each([&](const Payload& item) { read_item(item, reading); });
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer youtube{"youtube", recognise, read};
    return youtube;
}

}  // namespace fanal::importers::youtube
