#include "crm/demo/passing_on.hpp"

#include <algorithm>

namespace fanal::demo {
namespace {

constexpr std::int32_t depth_max = 7;

struct Step {
    std::int32_t gesture = none;  ///< `none` for the opening
    std::int32_t depth = 0;
    Instant at;
};

/// The step from which the next reshare comes; step 0 is the opening.
std::size_t draw_source(const std::vector<Step>& steps, Spread spread, Random& random) {
    const auto last = steps.size() - 1;
    const auto any = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(steps.size())));
    switch (spread) {
        case Spread::broadcast:
            return random.chance(900) ? 0 : any;
        case Spread::branching:
            return random.chance(200)   ? 0
                   : random.chance(600) ? last - std::min(last, static_cast<std::size_t>(random.below(5)))
                                        : any;
        case Spread::handed_on:
            break;
    }
    // One of the last three goes on; now and then somebody finds an older one.
    const auto back = static_cast<std::size_t>(random.below(3));
    return random.chance(860) ? last - std::min(last, back) : any;
}

}  // namespace

void pass_on(Discussion& discussion, const std::vector<std::int64_t>& fans, Spread spread, const Calendar& calendar,
             Random& random) {
    std::vector<Step> steps = {{none, 0, discussion.published_at}};
    for (const std::int64_t fan : fans) {
        std::size_t source = draw_source(steps, spread, random);
        if (steps[source].depth >= depth_max) {
            // A chain that has run its length: the next begins a step or two below the opening.
            source = static_cast<std::size_t>(
                random.below(static_cast<std::int64_t>(std::min<std::size_t>(steps.size(), 3))));
        }
        const Step& from = steps[source];
        Instant at = spread == Spread::handed_on
                         ? Instant{from.at.ms + random.between(3 * 60, 150 * 60) * ms_per_second}
                         : calendar.reaction_moment(from.at, random);
        if (at > calendar.ends_at()) {
            at = calendar.squeezed(from.at, random);
        }
        const Step step{static_cast<std::int32_t>(discussion.gestures.size()), from.depth + 1, at};
        discussion.gestures.push_back({GestureKind::reshare, fan, at, from.gesture, {}, {}});
        steps.push_back(step);
    }
}

}  // namespace fanal::demo
