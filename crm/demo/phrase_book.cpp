#include "crm/demo/phrase_book.hpp"

#include <algorithm>
#include <utility>

namespace fanal::demo {
namespace {

std::size_t index(Subject subject) {
    return static_cast<std::size_t>(subject);
}

/// Questions, bookings and complaints come up anywhere; of the rest, what refers to the post makes no sense under
/// another.
bool needs_its_topic(const Phrase& phrase) {
    switch (phrase.subject) {
        case Subject::contest:
        case Subject::at_home:
        case Subject::keeping:
        case Subject::sauce:
        case Subject::seagull:
            return true;
        case Subject::any:
        case Subject::oysters:
        case Subject::chewing:
        case Subject::evening:
            return false;
        default:
            return phrase.intent == Intent::chatter || phrase.intent == Intent::tagging ||
                   phrase.intent == Intent::banter;
    }
}

}  // namespace

PhraseBook::PhraseBook(std::uint64_t seed) : packs_(language_names.size() * intents_count) {
    for (const auto phrases : {french_asks(), french_grievances(), french_talk(), french_company(), french_replies()}) {
        add(Language::fr, phrases);
    }
    add(Language::en, english_phrases());
    add(Language::en, english_replies());
    for (const Language language : {Language::es, Language::ar, Language::eu}) {
        add(language, other_phrases(language));
    }
    Random random(mix(seed));
    for (Packs& packs : packs_) {
        for (Pack& pack : packs) {
            for (std::size_t i = pack.phrases.size(); i > 1; --i) {
                std::swap(pack.phrases[i - 1],
                          pack.phrases[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(i)))]);
            }
        }
    }
}

void PhraseBook::add(Language language, std::span<const Phrase> phrases) {
    for (const Phrase& phrase : phrases) {
        Packs& to = packs(language, phrase.intent);
        to[index(phrase.subject)].phrases.push_back(&phrase);
        if (!needs_its_topic(phrase)) {
            to.back().phrases.push_back(&phrase);
        }
    }
}

PhraseBook::Packs& PhraseBook::packs(Language language, Intent intent) {
    return packs_[static_cast<std::size_t>(language) * intents_count + static_cast<std::size_t>(intent)];
}

const Phrase& PhraseBook::deal(Pack& pack, Random& random) {
    if (pack.dealt == pack.phrases.size()) {
        pack.dealt = 0;
    }
    // One of the next few: a pack that has gone round does not come in the same order.
    const std::size_t left = std::min<std::size_t>(pack.phrases.size() - pack.dealt, 4);
    std::swap(pack.phrases[pack.dealt],
              pack.phrases[pack.dealt + static_cast<std::size_t>(random.below(static_cast<std::int64_t>(left)))]);
    return *pack.phrases[pack.dealt++];
}

const Phrase& PhraseBook::about(Language language, Intent intent, Subject subject, Random& random) {
    Packs& own = packs(language, intent);
    Pack& of_subject = own[index(subject)];
    if (!of_subject.phrases.empty()) {
        return deal(of_subject, random);
    }
    Pack& of_none = own[index(Subject::any)];
    if (!of_none.phrases.empty()) {
        return deal(of_none, random);
    }
    return language == Language::fr ? deal(own.back(), random) : about(Language::fr, intent, subject, random);
}

const Phrase& PhraseBook::around(Language language, Intent intent, Subject subject, Random& random) {
    const bool plain = random.chance(500) && !packs(language, intent)[index(Subject::any)].phrases.empty();
    return about(language, intent, plain ? Subject::any : subject, random);
}

const Phrase& PhraseBook::under(Language language, Intent intent, Subject topic, Random& random) {
    Packs& own = packs(language, intent);
    Pack& of_topic = own[index(topic)];
    // Where there is little to say of a topic, it is not said again and again.
    if (random.chance(std::min<std::int64_t>(600, 110 * static_cast<std::int64_t>(of_topic.phrases.size())))) {
        return deal(of_topic, random);
    }
    return own.back().phrases.empty() ? about(language, intent, topic, random) : deal(own.back(), random);
}

}  // namespace fanal::demo
