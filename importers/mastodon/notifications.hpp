#pragma once
#include "importers/mastodon/directory.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::mastodon {

/// Whether a value is one notification (version 1).
bool is_notification(const Payload& value);

/// Reads one notification, a list of them, or a page of groups of them ({accounts, statuses, notification_groups}).
void read_notifications(const Payload& document, const Directory& directory, Reading& reading);

/// Reads a conversation, or the requests of people whose notifications wait to be let through: {accounts or account,
/// last_status}. What is private in it reached us.
void read_conversations(const Payload& document, const Directory& directory, Reading& reading);

}  // namespace fanal::importers::mastodon
