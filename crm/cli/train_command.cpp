#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/interrupt.hpp"
#include "crm/cli/table.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {
namespace {

std::string bits(std::int64_t millibits) {
    return decimal(static_cast<double>(millibits) / 1000, 1);
}

/// "-6.6 → -5.1" where a value changed, one alone where there was none before.
std::string changed(const std::optional<std::string>& before, const std::string& now) {
    return !before || *before == now ? now : *before + " → " + now;
}

std::string fits_text(const Terminal& terminal, const IdentityTraining& training) {
    Table table({{"between"}, {"matches"}, {"prior"}, {"handle"}, {"name"}});
    using Weights = IdentityTraining::Weights;
    for (const IdentityTraining::Fit& fit : training.fits) {
        const auto cell = [&](auto text) {
            return changed(fit.before ? std::optional(text(*fit.before)) : std::nullopt, text(*fit.now));
        };
        table.add({fit.network + ", " + fit.other_network,
                   cell([](const Weights& one) { return decimal(one.expected_matches_count, 0); }),
                   cell([](const Weights& one) { return bits(one.prior_millibits); }), cell([](const Weights& one) {
                       return bits(one.handle_least_millibits) + " to " + bits(one.handle_most_millibits);
                   }),
                   cell([](const Weights& one) {
                       return bits(one.name_least_millibits) + " to " + bits(one.name_most_millibits);
                   })});
    }
    return training.fits.empty()
               ? "No two networks have enough profiles in common to learn from; the built-in weights serve.\n"
               : "Bits, least and most:\n\n" + table.text(terminal);
}

std::string training_text(const Terminal& terminal, const IdentityTraining& training) {
    const std::string before = training.previous_profiles_count == 0
                                   ? " the built-in one."
                                   : " number " + std::to_string(training.previous_model_id) + ", of " +
                                         counted(training.previous_profiles_count, "profile.", "profiles.");
    return "Model " + std::to_string(training.model_id) + ", learned from " +
           counted(training.profiles_count, "profile", "profiles") + " in " + decimal(training.seconds, 1) +
           " s, takes the place of" + before + "\n" + fits_text(terminal, training) + "\n" +
           counted(training.matches_count, "match", "matches") + " kept, before " +
           grouped(training.previous_matches_count) + ": " + grouped(training.came_count) + " came, " +
           grouped(training.went_count) + " went. Proposed now and not before: " + grouped(training.rose_count) +
           "; no longer: " + grouped(training.fell_count) + ".\n";
}

}  // namespace

Help identity_train_help() {
    return {
        "Learns from all profiles, without anybody saying who is who, how common names and handles are and what "
        "agreement between each two networks is worth. Every model is kept; the new one serves from now on, and says "
        "what it changed. Nothing else trains a model. Ctrl-C stops, and changes nothing.",
        {{"by", "NAME", "Who decides, for the record; otherwise your name on this machine"},
         {"why", "TEXT", "Why, for the record"}},
        {"fanal identity train"}};
}

int train_identity(const Call& call) {
    const auto store = call.open();
    const Interrupt interrupt;
    const auto training = app::train_identity(*store, {call.by(), call.text("why"), call.clock()},
                                              [&](double) { return !interrupt.asked(); });
    call.terminal.out << (call.json ? json::to_json(training) + "\n" : training_text(call.terminal, training));
    return 0;
}

}  // namespace fanal::cli
