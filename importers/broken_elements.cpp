#include "importers/broken_elements.hpp"

#include <algorithm>
#include <utility>

#include "importers/json_extent.hpp"

namespace fanal::importers {
namespace {

constexpr int depth_max = 32;

class Mending {
  public:
    Mending(std::string_view json, const std::function<bool(std::string_view)>& is_sound)
        : json_(json), is_sound_(is_sound) {}

    std::optional<MendedJson> run() {
        skip_spaces();
        return value("$", 0) ? std::optional(std::move(mended_)) : std::nullopt;
    }

  private:
    /// Copies the value at at_, mended; false when it cannot be, and at_ may stand anywhere.
    bool value(const std::string& path, int depth) {
        const std::string_view whole = extent();
        if (whole.empty()) {
            return false;
        }
        if (is_sound_(whole)) {
            copy(whole.size());
            return true;
        }
        return depth < depth_max &&
               (whole.front() == '[' ? list(path, depth) : whole.front() == '{' && object(path, depth));
    }

    bool list(const std::string& path, int depth) {
        copy(1);
        for (std::int64_t index = 0; !ends_with(']'); ++index) {
            const std::string_view whole = extent();
            const std::size_t begin = at_, copied = mended_.json.size(), broken = mended_.broken.size();
            std::string element = path + "[" + std::to_string(index) + "]";
            if (whole.empty()) {
                return false;
            }
            if (!value(element, depth + 1)) {
                mended_.json.resize(copied);
                mended_.broken.resize(broken);
                mended_.json += "null";
                mended_.broken.push_back({std::move(element), whole});
                at_ = begin + whole.size();
            }
            if (!separated(']')) {
                return false;
            }
        }
        copy(1);
        return true;
    }

    bool object(const std::string& path, int depth) {
        copy(1);
        while (!ends_with('}')) {
            const std::string_view key = extent();
            if (!key.starts_with('"') || !is_sound_(key)) {
                return false;
            }
            copy(key.size());
            skip_spaces();
            if (at_ == json_.size() || json_[at_] != ':') {
                return false;
            }
            copy(1);
            skip_spaces();
            if (!value(path + "." + std::string(key.substr(1, key.size() - 2)), depth + 1) || !separated('}')) {
                return false;
            }
        }
        copy(1);
        return true;
    }

    /// The value that stands at at_, sound or not; empty when there is none that ends.
    std::string_view extent() const {
        const std::string_view rest = json_.substr(at_);
        return rest.substr(0, JsonExtent().scan(rest).value_or(0));
    }
    bool ends_with(char bracket) {
        skip_spaces();
        return at_ < json_.size() && json_[at_] == bracket;
    }
    /// A comma, or the end, stands next. A comma before the end is one too many, and left out.
    bool separated(char bracket) {
        if (ends_with(bracket)) {
            return true;
        }
        if (at_ == json_.size() || json_[at_] != ',') {
            return false;
        }
        ++at_;
        mended_.json += ends_with(bracket) ? "" : ",";
        return true;
    }
    void skip_spaces() {
        at_ = static_cast<std::size_t>(
            std::find_if_not(json_.begin() + static_cast<std::ptrdiff_t>(at_), json_.end(), is_json_space) -
            json_.begin());
    }
    void copy(std::size_t size) {
        mended_.json += json_.substr(at_, size);
        at_ += size;
    }

    std::string_view json_;
    const std::function<bool(std::string_view)>& is_sound_;
    std::size_t at_ = 0;
    MendedJson mended_;
};

}  // namespace

std::optional<MendedJson> replace_broken_elements(std::string_view json,
                                                  const std::function<bool(std::string_view)>& is_sound) {
    return Mending(json, is_sound).run();
}

}  // namespace fanal::importers
