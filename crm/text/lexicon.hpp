#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crm/text/tokens.hpp"
#include "models/understanding.hpp"

namespace fanal::text {

/// What a phrase says when it is found: one line of the lexicon's table.
struct Evidence {
    Understanding weights;
    int negates_words = 0;  ///< turns praise and complaint round within this many words
    bool ends_negation = false;
    bool opens = false;     ///< may stand before a question's opening: "hello, is there …"
    bool is_light = false;  ///< does not use up the reach of a negation: "very", "du"
};

/// A phrase found in a text.
struct Match {
    const Evidence* evidence;
    std::size_t tokens_count;
    bool holds_negation;  ///< "pas mal" says what it says: no negation turns it round once more
};

/// Phrases and what they say. Never changes once made, so any thread may use it.
class Lexicon {
  public:
    /// Reads tables of the form described at the head of lexicon_feelings.cpp. A line with a mistake is left out and
    /// told by faults().
    explicit Lexicon(std::initializer_list<std::string_view> tables);

    /// The longest phrase with which `tokens` begins; none gives a null evidence. Phrases that open a sentence are only
    /// found if `at_sentence_start`.
    Match longest_match(std::span<const Token> tokens, bool at_sentence_start) const;

    /// What is wrong with the table: values that do not exist, phrases that stand in it twice. Empty for a sound one.
    const std::vector<std::string>& faults() const { return faults_; }

  private:
    /// One word on the way through a phrase: its key is the hash of the phrase up to there. 0 is a free slot.
    struct Slot {
        std::uint64_t key = 0;
        std::uint16_t evidence = 0;  ///< index of the evidence if a phrase ends here; 0 otherwise
        bool goes_on = false;        ///< longer phrases begin so
        bool holds_negation = false;
    };

    void add_line(std::string_view line);
    void add_entry(std::string_view entry, const Evidence& evidence);
    void add_phrase(std::string_view phrase, const Evidence& evidence);
    void fault(std::string_view what, std::string_view why);
    std::size_t place_of(std::uint64_t key) const;
    Slot& slot_for(std::uint64_t key);
    void grow();
    const Slot* step(std::uint64_t state, const Token& token) const;
    Match walk(std::span<const Token> tokens, std::uint64_t state) const;

    std::vector<Evidence> evidences_;
    std::vector<Slot> slots_;  ///< open addressing; the size is a power of two, half of it free
    std::size_t slots_used_ = 0;
    std::vector<std::uint64_t> negators_;
    std::vector<std::string> faults_;
};

/// The lexicon of the two tables below, made at the first call.
const Lexicon& lexicon();

extern const std::string_view
    lexicon_of_feelings;                         ///< how words work on each other; complaints, praise, thanks, insults
extern const std::string_view lexicon_of_needs;  ///< emergencies, questions, requests, purchases, spam

}  // namespace fanal::text
