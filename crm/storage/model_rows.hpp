#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/instant.hpp"

namespace fanal::storage {

/// What a match model learned about two networks.
struct MatchFitRow {
    std::string network;  ///< the smaller of the two names
    std::string other_network;
    std::int64_t candidates_count = 0;
    double pairs_a_candidate = 0;
    double expected_matches_count = 0;
    double match_rate = 0;
    std::string rates;
};

/// A trained match model.
struct MatchModelRow {
    std::int64_t model_id = 0;
    Instant trained_at;
    std::string trained_by;
    std::int64_t profiles_count = 0;
    std::string statistics;
    std::vector<MatchFitRow> fits;
};

/// The model that serves; nullopt while that is the built-in one.
std::optional<MatchModelRow> active_model_row(Store& store);

/// Tells the model that serves from every other, without reading what it learned; empty for the built-in one.
std::string active_model_mark(Store& store);

/// Keeps a model beside those before, as the one that serves; gives its id. Inside the caller's transaction.
std::int64_t add_model(Store& store, const MatchModelRow& model);

}  // namespace fanal::storage
