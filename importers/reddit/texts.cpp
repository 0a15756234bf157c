#include "importers/reddit/texts.hpp"

#include "importers/html_entities.hpp"

namespace fanal::importers::reddit {
namespace {

bool is_escaped(const Payload& html) {
    return !html.view().starts_with('<');
}

std::string decoded(std::string text) {
    return text.find('&') == std::string::npos ? std::move(text) : decode_entities(text);
}

}  // namespace

std::string text_of(const Payload& markdown, const Payload& html) {
    std::string text = decoded(std::string(markdown.view()));
    return is_escaped(html) ? decoded(std::move(text)) : text;
}

std::string title_of(const Payload& title, const Payload& html) {
    return is_escaped(html) ? decoded(std::string(title.view())) : std::string(title.view());
}

}  // namespace fanal::importers::reddit
