#include "importers/piece_sink.hpp"

#include <algorithm>
#include <charconv>

#include "importers/place.hpp"

namespace fanal::importers {
namespace {

constexpr std::string_view whole_path = "$";

}  // namespace

void PieceSink::start(const std::string& place) {
    place_ = place;
    lists_.clear();
    emptied_.clear();
    skipped_.clear();
    said_around_.clear();
    learns_ = surrounds_ = false;
    empty_ = true;
}

void PieceSink::enter_list(const std::string& path) {
    List list;
    list.path = path;
    list.true_path = true_path(path);
    lists_.push_back(std::move(list));
    learns_ = true;
}

void PieceSink::piece(std::int64_t first_index) {
    List& list = lists_.back();
    list.first_index = first_index;
    list.interactions.restart();
    list.removals.restart();
    list.profiles.restart();
    list.sayings.restart();
    learns_ = surrounds_ = false;
}

void PieceSink::leave_list() {
    emptied_.insert(lists_.back().path);
    lists_.pop_back();
    learns_ = false;
}

void PieceSink::surroundings() {
    if (!lists_.empty()) {
        piece(lists_.back().first_index);
    }
    learns_ = false;
    surrounds_ = true;
}

void PieceSink::finish() {
    if (empty_) {
        sink_.skip(placed(whole_path), skipped_);
    }
}

void PieceSink::refuse(std::string_view path, std::string_view reason, std::string_view record) {
    empty_ = false;
    if (said_around_.emplace(true_path(path), reason).second) {
        sink_.reject(placed(path), reason, record);
    }
}

template <class Said>
bool PieceSink::is_known(Expected<Said> List::*expected, Said& said) {
    if (learns_) {
        (lists_.back().*expected).add(std::move(said));
        return true;
    }
    empty_ = false;
    return !lists_.empty() && (lists_.back().*expected).is_next(said);
}

void PieceSink::interaction(Record&& record, std::string_view importer) {
    if (!is_known(&List::interactions, record)) {
        sink_.interaction(std::move(record), importer);
    }
}

void PieceSink::removal(Removal&& removal) {
    if (!is_known(&List::removals, removal)) {
        sink_.removal(std::move(removal));
    }
}

void PieceSink::profile(ProfileSighting&& sighting, std::string_view importer) {
    if (!is_known(&List::profiles, sighting)) {
        sink_.profile(std::move(sighting), importer);
    }
}

void PieceSink::account(AccountSighting&& sighting) {
    if (!learns_) {
        sink_.account(std::move(sighting));
    }
}

void PieceSink::skip(std::string_view path, std::string_view reason) {
    if (path == whole_path) {
        skipped_ = skipped_.empty() && !learns_ ? std::string(reason) : skipped_;
    } else if (is_around(path)) {
        if (is_news_around(path, reason)) {
            sink_.skip(placed(path), reason);
        }
    } else if (Saying saying{path, reason}; !is_known(&List::sayings, saying)) {
        sink_.skip(placed(path), reason);
    }
}

void PieceSink::reject(std::string_view path, std::string_view reason, std::string_view record) {
    if (is_around(path)) {
        if (is_news_around(path, reason)) {
            sink_.reject(placed(path), reason, record);
        }
    } else if (Saying saying{path, reason}; !is_known(&List::sayings, saying)) {
        sink_.reject(placed(path), reason, record);
    }
}

bool PieceSink::is_news_around(std::string_view path, std::string_view reason) {
    if (learns_ || surrounds_) {
        return false;
    }
    empty_ = false;
    return said_around_.emplace(true_path(path), reason).second;
}

bool PieceSink::is_around(std::string_view path) const {
    const auto holds = [&](const std::string& list) {
        return list.starts_with(path) &&
               (list.size() == path.size() || list[path.size()] == '.' || list[path.size()] == '[');
    };
    return path == whole_path ||
           std::any_of(lists_.begin(), lists_.end(), [&](const List& list) { return holds(list.path); }) ||
           (surrounds_ && std::any_of(emptied_.begin(), emptied_.end(), holds));
}

std::string PieceSink::true_path(std::string_view path) const {
    for (auto list = lists_.rbegin(); list != lists_.rend(); ++list) {
        const std::size_t size = list->path.size();
        if (!path.starts_with(list->path) || path.size() == size || path[size] != '[') {
            continue;
        }
        std::int64_t index = 0;
        const auto [end, error] = std::from_chars(path.data() + size + 1, path.data() + path.size(), index);
        return list->true_path + "[" + std::to_string(list->first_index + index) +
               std::string(path.substr(static_cast<std::size_t>(end - path.data())));
    }
    return std::string(path);
}

std::string PieceSink::placed(std::string_view path) const {
    return importers::placed(place_, true_path(path));
}

}  // namespace fanal::importers
