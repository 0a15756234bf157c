#pragma once
#include "importers/linkedin/urns.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::linkedin {

/// Whether a value is one notification of a delivery.
bool is_notice(const Payload& value);
/// Reads one notification of what somebody did to a page or its posts. The same comes again for up to eight hours; what
/// it tells of has the same name each time.
void read_notice(const Payload& notice, const PostNames& names, Reading& reading);

/// Whether a value is what the Compliance API keeps of one act.
bool is_compliance_record(const Payload& value);
/// Reads one record of what a member whose account is archived did: {resourceName, method, activity}.
void read_compliance_record(const Payload& value, const PostNames& names, Reading& reading);

}  // namespace fanal::importers::linkedin
