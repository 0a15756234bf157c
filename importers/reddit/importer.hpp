#pragma once
#include "importers/importer.hpp"

/// Reddit: listings, trees of comments, /api/morechildren, the inbox, and single things with or without their kind, as
/// collectors write them one a line.
///
/// - A thing is its fullname ("t1_dkk4qjd"); the ids alone are unique per kind only. Where only the id is given, the
///   kind's prefix is put before it.
/// - A person is the name: nobody can change it, nobody gets that of another, and half of all payloads give nothing
///   else. The account id (t2_…) is therefore not used: one person would be two.
/// - A crosspost under the same title is a reshare of what it passes on, one under a title of its own a quote.
/// - Who closed the account leaves comments of somebody unknown. Where the text is gone too ("[deleted]" by the author,
///   "[removed]" by a moderator) the network says that the thing is gone: a removal, at the time of the import, since
///   no payload tells when.
/// - "more" stands for comments that were not fetched; it is skipped with their number.
/// - Bodies are Markdown, whose entities are read. Without raw_json=1 everything is escaped once more, which the HTML
///   of the same thing gives away; where there is none, it is taken to be so.
/// - `created` is in the server's own zone and not read. Scores are made to wander, and are not read either.
/// - Ours is to whom the inbox's messages and answers are addressed, and whose own account it is.
namespace fanal::importers::reddit {

const Importer& importer();

}  // namespace fanal::importers::reddit
