#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// Stands between the run and the pieces of one large JSON value, so that they come out as the value would have done in
/// one: places have the indexes of the whole, and what stands around a list, which comes with each of its pieces, is
/// handed over once.
class PieceSink final : public RunSink {
  public:
    explicit PieceSink(RunSink& sink) : sink_(sink) {}

    /// A new value, which stands at `place`; empty where it is the whole file.
    void start(const std::string& place);
    /// The pieces to come are of the list at `path`, a path as pieces have it. What is handed over up to the first
    /// piece() is what the surroundings of the list say by themselves.
    void enter_list(const std::string& path);
    /// The piece to come begins with the element of that index.
    void piece(std::int64_t first_index);
    void leave_list();
    /// What comes now are the surroundings of lists that were handed over, which are empty in it.
    void surroundings();
    /// A piece was handed over another time.
    void pass_over() { empty_ = false; }
    /// Says what is to be said of the whole.
    void finish();
    /// What no document says but whoever cuts the value into pieces: at `path`, a path as pieces have it, it is broken.
    void refuse(std::string_view path, std::string_view reason, std::string_view record);

    void interaction(Record&& record, std::string_view importer) override;
    void removal(Removal&& removal) override;
    void profile(ProfileSighting&& sighting, std::string_view importer) override;
    void account(AccountSighting&& sighting) override;
    void skip(std::string_view path, std::string_view reason) override;
    void reject(std::string_view path, std::string_view reason, std::string_view record) override;

  private:
    /// What each piece is going to say again, in this order, since the same document is always read the same way.
    template <class Said>
    class Expected {
      public:
        void add(Said&& said) { all_.push_back(std::move(said)); }
        void restart() { next_ = 0; }
        bool is_next(const Said& said) {
            const bool known = next_ < all_.size() && all_[next_] == said;
            next_ += known ? 1 : 0;
            return known;
        }

      private:
        std::vector<Said> all_;
        std::size_t next_ = 0;
    };
    using Saying = std::pair<std::string, std::string>;

    struct List {
        std::string path, true_path;
        std::int64_t first_index = 0;
        Expected<Record> interactions;
        Expected<Removal> removals;
        Expected<ProfileSighting> profiles;
        Expected<Saying> sayings;
    };

    template <class Said>
    bool is_known(Expected<Said> List::*expected, Said& said);
    /// Whether a path is of something that a list stands in, or of the list itself. What is said of it where the list
    /// is empty may not be so.
    bool is_around(std::string_view path) const;
    /// Whether that is to be said of it, once.
    bool is_news_around(std::string_view path, std::string_view reason);
    std::string true_path(std::string_view path) const;
    std::string placed(std::string_view path) const;

    RunSink& sink_;
    std::string place_;
    std::vector<List> lists_;  ///< from the outermost to the one whose pieces come
    std::set<std::string, std::less<>> emptied_;
    std::set<Saying> said_around_;
    std::string skipped_;  ///< why the first piece was skipped that was skipped as a whole
    bool learns_ = false;
    bool surrounds_ = false;
    bool empty_ = true;
};

}  // namespace fanal::importers
