#include "crm/identity/surprisal.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace fanal::identity {
namespace {

constexpr std::size_t letters_count = 37;  // the ends of a text, ten digits, twenty-six letters
constexpr float discount = 0.75F;
constexpr double probability_min = 1e-6;

std::size_t letter_number(char c) {
    if (c >= 'a' && c <= 'z') {
        return static_cast<std::size_t>(c - 'a') + 11;
    }
    return c >= '0' && c <= '9' ? static_cast<std::size_t>(c - '0') + 1 : 0;
}

/// The places of a letter in the three tables: alone, behind one letter, behind two.
struct Place {
    std::size_t context[3];
    std::size_t letter;
    int orders_count;  ///< the first letter has one letter before it, the beginning
};

/// The letters of `core` and its end, each with what stands before it.
template <class Visit>
void for_each_letter(std::string_view core, Visit visit) {
    std::size_t before = 0;
    std::size_t before_that = 0;
    for (std::size_t i = 0; i <= core.size(); ++i) {
        const std::size_t letter = i < core.size() ? letter_number(core[i]) : 0;
        visit(i, Place{{0, before, before_that * letters_count + before}, letter, i == 0 ? 2 : 3});
        before_that = before;
        before = letter;
    }
}

}  // namespace

Surprisal::Surprisal() {
    std::size_t contexts_count = 1;
    for (int order = 0; order < 3; ++order) {
        contexts_[order].resize(contexts_count);
        counts_[order].resize(contexts_count * letters_count);
        contexts_count *= letters_count;
    }
}

void Surprisal::add(std::string_view core, float weight) {
    for_each_letter(core, [&](std::size_t, const Place& place) {
        for (int order = 0; order < place.orders_count; ++order) {
            Context& context = contexts_[order][place.context[order]];
            float& count = counts_[order][place.context[order] * letters_count + place.letter];
            context.distinct_count += count == 0 ? 1.0F : 0.0F;
            context.total += weight;
            count += weight;
        }
    });
}

void Surprisal::each_count(const std::function<void(int, std::size_t, float)>& visit) const {
    for (int order = 0; order < 3; ++order) {
        for (std::size_t place = 0; place < counts_[order].size(); ++place) {
            if (counts_[order][place] > 0) {
                visit(order, place, counts_[order][place]);
            }
        }
    }
}

void Surprisal::put_count(int order, std::size_t place, float count) {
    if (order < 0 || order > 2 || place >= counts_[order].size()) {
        throw Error(ErrorKind::internal, "What a match model knows of letters is broken.");
    }
    Context& context = contexts_[order][place / letters_count];
    context.total += count;
    context.distinct_count += 1;
    counts_[order][place] = count;
}

std::vector<float> Surprisal::letter_bits(std::string_view core, float own_weight) const {
    std::vector<float> bits(core.size());
    for_each_letter(core, [&](std::size_t i, const Place& place) {
        double probability = 1.0 / (letters_count + 1);
        for (int order = 0; order < place.orders_count; ++order) {
            const Context& context = contexts_[order][place.context[order]];
            const float total = context.total - own_weight;
            if (total <= 0) {
                break;
            }
            const float count = counts_[order][place.context[order] * letters_count + place.letter] - own_weight;
            const float kinds_count = std::clamp(context.distinct_count, 1.0F, std::max(1.0F, total / discount));
            probability = std::max(0.0F, count - discount) / total + discount * kinds_count / total * probability;
        }
        if (i < core.size()) {
            bits[i] = static_cast<float>(-std::log2(std::max(probability_min, probability)));
        }
    });
    return bits;
}

}  // namespace fanal::identity
