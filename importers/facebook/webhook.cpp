#include "importers/facebook/webhook.hpp"

namespace fanal::importers::facebook {

void read_entry(const Payload& value, ReadChange read, Reading& reading) {
    Entry entry{value["id"].text(), value["time"].instant()};
    if (entry.page_id.empty()) {
        reading.sink().reject(value, "This entry does not say which page it is for: its id is missing.");
        return;
    }
    if (entry.page_id == "0") {
        entry.page_id.clear();  // made to try an address out: it is for nobody's page
    }
    reading.account(entry.page_id);
    bool empty = true;
    value["changes"].each([&](const Payload& change) {
        empty = false;
        read(change, entry, reading);
    });
    for (const char* const list : {"messaging", "standby"}) {
        value[list].each([&](const Payload& exchange) {
            empty = false;
            read_exchange(exchange, entry, reading);
        });
    }
    if (empty) {
        reading.sink().skip(value, "an entry in which nothing happened");
    }
}

bool is_delivery(const Payload& document) {
    return document["object"].is_text() && document["entry"].is_array();
}

void read_delivery(const Payload& document, Reading& reading) {
    const std::string_view object = document["object"].view();
    document["entry"].each([&](const Payload& entry) {
        if (object == "page") {
            read_entry(entry, read_change, reading);
        } else {
            reading.sink().skip(entry, object == "user"          ? "a change in a person's own profile"
                                       : object == "permissions" ? "a change of what an app may do"
                                                                 : "a delivery for something that is no page");
        }
    });
    if (!document["entry"].first().exists()) {
        reading.sink().skip(document, "a delivery without entries");
    }
}

}  // namespace fanal::importers::facebook
