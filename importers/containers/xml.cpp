#include "importers/containers/xml.hpp"

#include <expat.h>

#include <array>

namespace fanal::importers {
namespace {

std::string_view local_name(std::string_view name) {
    return name.substr(name.rfind(':') + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (local_name(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

struct XmlReader::State {
    XML_Parser parser = nullptr;
    XmlListener* listener = nullptr;
    bool sound = true;
};

XmlReader::XmlReader(XmlListener& listener) : state_(std::make_unique<State>()) {
    state_->parser = XML_ParserCreate(nullptr);
    state_->sound = state_->parser != nullptr;
    if (!state_->sound) {
        return;
    }
    state_->listener = &listener;
    XML_SetUserData(state_->parser, state_.get());
    XML_SetElementHandler(
        state_->parser,
        [](void* state, const char* name, const char** attributes) {
            static_cast<State*>(state)->listener->open(local_name(name), XmlAttributes(attributes));
        },
        [](void* state, const char* name) { static_cast<State*>(state)->listener->close(local_name(name)); });
    XML_SetCharacterDataHandler(state_->parser, [](void* state, const char* characters, int size) {
        static_cast<State*>(state)->listener->text({characters, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(state_->parser, [](void* state, const char*, const char*, const char*, int) {
        XML_StopParser(static_cast<State*>(state)->parser, XML_FALSE);
    });
}

XmlReader::~XmlReader() {
    if (state_->parser != nullptr) {
        XML_ParserFree(state_->parser);
    }
}

bool XmlReader::feed(std::string_view bytes) {
    state_->sound = state_->sound && XML_Parse(state_->parser, bytes.data(), static_cast<int>(bytes.size()),
                                               bytes.empty() ? 1 : 0) == XML_STATUS_OK;
    return state_->sound;
}

bool read_xml(const ReadBytes& read, XmlListener& listener) {
    XmlReader reader(listener);
    std::string chunk(64U << 10, '\0');
    for (;;) {
        const std::size_t count = read(chunk.data(), chunk.size());
        if (!reader.feed({chunk.data(), count})) {
            return false;
        }
        if (count == 0) {
            return true;
        }
    }
}

}  // namespace fanal::importers
