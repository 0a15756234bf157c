#include "crm/text/understand.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "crm/text/fold.hpp"
#include "crm/text/lexicon.hpp"
#include "crm/text/tokens.hpp"

namespace fanal::text {
namespace {

// Weights of what is no word.
constexpr float question_mark_weight = 0.9F;
constexpr float bare_link_weight = 0.4F;      ///< a link and nothing said about it
constexpr float way_out_weight = 0.5F;        ///< a link or a telephone number beside words of spam
constexpr float look_alikes_weight = 0.4F;    ///< letters dressed up so that filters do not read them
constexpr float many_mentions_weight = 0.5F;  ///< a message to everyone
constexpr int many_mentions_count = 6;

// What a negation makes of a weight. Denied praise is no faint complaint: "not good" says much the same as "bad". A
// denied complaint is faint praise: "not late".
constexpr float praise_denied_least = 0.4F;
constexpr float praise_denied_part = 0.5F;
constexpr float complaint_denied_part = 0.6F;

Understanding turned_round(const Understanding& weights) {
    Understanding turned = weights;
    turned.complaint = weights.praise > 0 ? praise_denied_least + weights.praise * praise_denied_part : 0;
    turned.praise = weights.complaint * complaint_denied_part;
    turned.thanks = 0;
    turned.spam = 0;
    turned.emergency = 0;
    return turned;
}

/// Goes through the tokens once, from phrase to phrase, and gathers what they say.
class Reader {
  public:
    explicit Reader(std::span<const Token> tokens) : tokens_(tokens) {
        for (const auto& [name, field] : understanding_fields) {
            doubt_.*field = 1;
        }
    }

    void read() {
        const Lexicon& phrases = lexicon();
        for (std::size_t i = 0; i < tokens_.size();) {
            if (tokens_[i].kind == TokenKind::symbol) {
                negated_words_ = 0;  // "not me 😂" laughs
            } else if (tokens_[i].kind != TokenKind::word) {
                mark(tokens_[i].kind);
                ++i;
                continue;
            }
            const Match match = phrases.longest_match(tokens_.subspan(i), at_sentence_start_);
            if (match.evidence == nullptr) {
                at_sentence_start_ = false;
                negated_words_ = std::max(0, negated_words_ - 1);
                ++i;
            } else {
                phrase(match);
                i += match.tokens_count;
            }
        }
    }

    void witness(float Understanding::*field, float weight) { doubt_.*field *= 1 - weight; }

    bool has_witness(float Understanding::*field) const { return doubt_.*field < 1; }

    Understanding understanding() const {
        Understanding result;
        for (const auto& [name, field] : understanding_fields) {
            result.*field = 1 - doubt_.*field;
        }
        return result;
    }

  private:
    void mark(TokenKind kind) {
        negated_words_ = 0;
        at_sentence_start_ = at_sentence_start_ || kind != TokenKind::clause_end;
        if (kind == TokenKind::question_mark) {
            witness(&Understanding::question, question_mark_weight);
        }
    }

    void phrase(const Match& match) {
        const Evidence& evidence = *match.evidence;
        const bool denied = negated_words_ > 0 && !match.holds_negation;
        const Understanding weights = denied ? turned_round(evidence.weights) : evidence.weights;
        for (const auto& [name, field] : understanding_fields) {
            witness(field, weights.*field);
        }
        at_sentence_start_ = at_sentence_start_ && evidence.opens;
        if (evidence.ends_negation) {
            negated_words_ = 0;
        } else if (evidence.negates_words > 0) {
            negated_words_ = evidence.negates_words;
        } else if (!evidence.is_light) {
            negated_words_ = std::max(0, negated_words_ - static_cast<int>(match.tokens_count));
        }
    }

    std::span<const Token> tokens_;
    Understanding doubt_;  ///< of each value, the product of 1 − weight over its witnesses so far
    int negated_words_ = 0;
    bool at_sentence_start_ = true;
};

}  // namespace

Understanding understand(std::string_view utf8) {
    const std::string_view head = cut_at_code_point(utf8, understood_bytes_max);
    Tokens tokens;
    cut_into_tokens(head, tokens);
    const bool dressed_up = tokens.has_look_alikes;
    if (tokens.wants_folding) {
        const std::string folded = fold(head);
        cut_into_tokens(cut_at_code_point(folded, understood_bytes_max), tokens);
    }
    Reader reader({tokens.list.data(), tokens.count});
    reader.read();
    if (dressed_up) {
        reader.witness(&Understanding::spam, look_alikes_weight);
    }
    if (tokens.mentions_count >= many_mentions_count) {
        reader.witness(&Understanding::spam, many_mentions_weight);
    }
    if (tokens.count == 0 && tokens.links_count > 0) {
        reader.witness(&Understanding::spam, bare_link_weight);
    } else if (tokens.links_count + tokens.phones_count > 0 && reader.has_witness(&Understanding::spam)) {
        reader.witness(&Understanding::spam, way_out_weight);
    }
    return reader.understanding();
}

}  // namespace fanal::text
