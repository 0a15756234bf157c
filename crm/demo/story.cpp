#include "crm/demo/story.hpp"

#include <algorithm>
#include <unordered_set>

#include "crm/demo/conversing.hpp"
#include "crm/demo/passing_on.hpp"

namespace fanal::demo {
namespace {

/// How much happens on a network. In 30 days, of a thousand fans there, unless said otherwise.
struct Pace {
    int posts_permille_first;  ///< our posts a day, at the beginning …
    int posts_permille_last;   ///< … and at the end
    int beginnings_permille;   ///< fans begin under our posts
    int openings_permille;     ///< fans open with something of their own
    int reactions_permille;
    int reshares_permille;          ///< of each post
    std::array<int, 4> first_acts;  ///< what somebody does who does only one thing: writes, reacts, reshares, follows
};
constexpr std::array<Pace, 4> paces = {{{800, 1500, 1300, 45, 1500, 12, {420, 520, 60, 0}},
                                        {350, 800, 1500, 0, 0, 0, {1000, 0, 0, 0}},
                                        {700, 1250, 800, 130, 1100, 40, {300, 330, 200, 170}},
                                        {850, 1600, 650, 330, 1300, 70, {170, 400, 330, 100}}}};
constexpr std::int64_t viral_reshares_permille = 350;
constexpr std::int64_t viral_reshares_max = 4000;

const Pace& pace_of(Network network) {
    return paces[static_cast<std::size_t>(network)];
}

/// `number` times `permille`, rounded up or down by chance, so that small numbers do not vanish.
std::int64_t portion(std::int64_t number, std::int64_t permille, Random& random) {
    const std::int64_t thousandths = number * permille;
    return thousandths / 1000 + (random.chance(thousandths % 1000) ? 1 : 0);
}

std::span<const PostText> texts_for(Network network) {
    return network == Network::facebook ? long_posts() : network == Network::youtube ? videos() : short_posts();
}

/// Of the texts that suit the phase, one that was used least.
std::size_t draw_text(std::span<const PostText> texts, unsigned phase, std::vector<int>& used, Random& random) {
    std::vector<std::size_t> candidates;
    int least = 1'000'000;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if ((texts[i].phases & phase) == 0 || used[i] > least) {
            continue;
        }
        if (used[i] < least) {
            least = used[i];
            candidates.clear();
        }
        candidates.push_back(i);
    }
    const std::size_t drawn = random.pick(candidates);
    ++used[drawn];
    return drawn;
}

std::string_view draw_reaction(Network network, Random& random) {
    static constexpr std::array<std::string_view, 7> reactions = {"like", "love", "haha", "wow",
                                                                  "care", "sad",  "angry"};
    static constexpr std::array<int, 7> weights = {620, 220, 70, 45, 30, 9, 6};
    if (network == Network::mastodon) {
        return "favourite";
    }
    return network == Network::facebook ? reactions[random.weighted(weights)] : reactions[0];
}

/// Distinct fans of the network, active ones first in likelihood. Fewer when the network has not so many.
void draw_distinct(const Crowd& crowd, Network network, std::int64_t count, std::vector<std::int64_t>& fans,
                   Random& random) {
    std::unordered_set<std::int64_t> seen(fans.begin(), fans.end());
    const std::size_t wanted = fans.size() + static_cast<std::size_t>(std::min(count, crowd.size_on(network)));
    for (std::int64_t tries = 0; fans.size() < wanted && tries < 4 * count; ++tries) {
        const std::int64_t fan = crowd.draw(network, random);
        if (seen.insert(fan).second) {
            fans.push_back(fan);
        }
    }
}

}  // namespace

Storyteller::Storyteller(std::uint64_t seed, Network network, const Crowd& crowd, const Calendar& calendar)
    : crowd_(crowd),
      calendar_(calendar),
      network_(network),
      seed_(mix(seed, static_cast<std::uint64_t>(network) + 101)),
      book_(seed_) {
    Random random(mix(seed_, 1));
    plans_ = plan_posts(random);
    if (crowd_.size_on(network_) > 0) {
        openings_count_ = portion(crowd_.size_on(network_) * calendar_.days_count() / 30,
                                  pace_of(network_).openings_permille, random);
    }
}

std::vector<Storyteller::Plan> Storyteller::plan_posts(Random& random) const {
    const Pace& pace = pace_of(network_);
    const std::int64_t days = calendar_.days_count();
    std::vector<Plan> plans;
    for (std::int64_t day = 0; day < days; ++day) {
        const std::int64_t permille =
            pace.posts_permille_first + (pace.posts_permille_last - pace.posts_permille_first) * day / days;
        const std::int64_t count = day == 0 ? 1 : portion(1, permille, random);
        for (std::int64_t i = 0; i < count; ++i) {
            Plan plan;
            plan.published_at = calendar_.posting_moment(day, random);
            plan.popularity_permille = random.between(450, 1500) * (800 + 700 * day / days) / 1000;
            plans.push_back(plan);
        }
    }
    std::stable_sort(plans.begin(), plans.end(),
                     [](const Plan& a, const Plan& b) { return a.published_at < b.published_at; });
    const auto texts = texts_for(network_);
    std::vector<int> used(texts.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::size_t tenth = i * 10 / plans.size();
        plans[i].post = &texts[draw_text(texts, tenth < 4 ? early : tenth < 8 ? middle : late, used, random)];
        const Subject topic = plans[i].post->topic;
        plans[i].popularity_permille *= topic == Subject::contest ? 2 : 1;
    }
    if (network_ == Network::x || network_ == Network::mastodon) {
        Plan& viral = plans[plans.size() * 6 / 10];
        viral.post = &viral_post();
        viral.viral = true;
        viral.popularity_permille = 2600;
    }
    return plans;
}

Discussion Storyteller::tell(std::int64_t number) {
    Random random(mix(seed_, 2, static_cast<std::uint64_t>(number)));
    return number < posts_count() ? tell_post(number, random) : tell_opening(number, random);
}

/// Everybody on the network does one thing at least, under one of our posts; the active ones come back.
Storyteller::Turnout Storyteller::draw_turnout(const Plan& plan, std::int64_t number, Random& random) const {
    Turnout turnout;
    const Pace& pace = pace_of(network_);
    const std::int64_t fans_count = crowd_.size_on(network_);
    if (fans_count == 0) {
        return turnout;
    }
    for (std::int64_t fan = number; fan < crowd_.size(); fan += posts_count()) {
        if (crowd_.is_on(fan, network_)) {
            turnout.first_acts[random.weighted(pace.first_acts)].push_back(fan);
        }
    }
    const auto in_30_days = [&](std::int64_t permille) {
        return portion(fans_count * permille / 1000 * calendar_.days_count() / 30 / posts_count() + 1,
                       plan.popularity_permille, random);
    };
    const std::int64_t again = in_30_days(pace.beginnings_permille);
    turnout.writing_again = turnout.writing();  // whoever writes here already does not come again
    draw_distinct(crowd_, network_, again, turnout.writing_again, random);
    turnout.writing_again.erase(turnout.writing_again.begin(),
                                turnout.writing_again.begin() + static_cast<std::ptrdiff_t>(turnout.writing().size()));
    if (pace.reactions_permille > 0) {
        draw_distinct(crowd_, network_, in_30_days(pace.reactions_permille), turnout.reacting(), random);
        const std::int64_t reshares =
            plan.viral ? std::min(fans_count * viral_reshares_permille / 1000, viral_reshares_max)
                       : portion(fans_count * pace.reshares_permille / 1000, plan.popularity_permille, random);
        draw_distinct(crowd_, network_, reshares, turnout.resharing(), random);
    }
    return turnout;
}

Discussion Storyteller::tell_post(std::int64_t number, Random& random) {
    const Plan& plan = plans_[static_cast<std::size_t>(number)];
    Discussion discussion;
    discussion.network = network_;
    discussion.number = number;
    discussion.published_at = plan.published_at;
    discussion.topic = plan.post->topic;
    Slots slots(Language::fr, calendar_, plan.published_at);
    discussion.text = fill(plan.post->text, slots, random);
    discussion.title = fill(plan.post->title, slots, random);

    const Turnout turnout = draw_turnout(plan, number, random);
    Conversing conversing(crowd_, calendar_, book_, discussion, random);
    for (const std::int64_t fan : turnout.writing()) {
        conversing.begin(fan, act_moment(plan.published_at, random));
    }
    for (const std::int64_t fan : turnout.writing_again) {
        // What would come after the end has not happened yet: a fifth of it comes early instead.
        const Instant at = calendar_.reaction_moment(plan.published_at, random);
        if (at <= calendar_.ends_at() || random.chance(200)) {
            conversing.begin(fan, at <= calendar_.ends_at() ? at : calendar_.squeezed(plan.published_at, random));
        }
    }
    tell_emergency(number, conversing, random);
    add_gestures(discussion, plan, turnout, random);
    return discussion;
}

Instant Storyteller::act_moment(Instant published_at, Random& random) const {
    const Instant at = calendar_.reaction_moment(published_at, random);
    return at <= calendar_.ends_at() ? at : calendar_.squeezed(published_at, random);
}

/// Twice in the whole story, on Facebook: one that we answered at once, and one of the last hours that waits.
void Storyteller::tell_emergency(std::int64_t number, Conversing& conversing, Random& random) {
    if (network_ != Network::facebook || posts_count() < 3 || crowd_.size_on(network_) < 10) {
        return;
    }
    const bool answered = number == posts_count() / 2;
    if (!answered && number != posts_count() - 2) {
        return;
    }
    std::int64_t fan = none;
    for (int tries = 0; tries < 100; ++tries) {
        const std::int64_t drawn = crowd_.draw(network_, random);
        const Fan who = crowd_.fan(drawn);
        if (who.language == Language::fr && who.temper != Temper::spammer) {
            fan = drawn;
            break;
        }
    }
    if (fan == none) {
        return;
    }
    const Instant published_at = plans_[static_cast<std::size_t>(number)].published_at;
    const Instant recently{calendar_.ends_at().ms - random.between(150, 260) * ms_per_minute};
    conversing.begin_emergency(fan, answered ? act_moment(published_at, random) : std::max(recently, published_at),
                               answered);
}

void Storyteller::add_gestures(Discussion& discussion, const Plan& plan, const Turnout& turnout, Random& random) {
    for (const std::int64_t fan : turnout.reacting()) {
        const Instant at = act_moment(plan.published_at, random);
        discussion.gestures.push_back({GestureKind::reaction, fan, at, none, draw_reaction(network_, random), {}});
    }
    for (const std::int64_t fan : turnout.following()) {
        discussion.gestures.push_back({GestureKind::follow, fan, act_moment(plan.published_at, random), none, {}, {}});
    }
    const bool broadcast = plan.popularity_permille > 2000 || random.chance(250);
    const auto first = static_cast<std::ptrdiff_t>(discussion.gestures.size());
    pass_on(discussion, turnout.resharing(),
            plan.viral  ? Spread::handed_on
            : broadcast ? Spread::broadcast
                        : Spread::branching,
            calendar_, random);
    if (network_ == Network::facebook) {
        for (auto reshare = discussion.gestures.begin() + first; reshare != discussion.gestures.end(); ++reshare) {
            const Fan fan = crowd_.fan(reshare->author);
            Slots slots(fan.language, calendar_, reshare->made_at);
            // Words above a reshare want an answer that Facebook gives us no way to write: there are few, and late.
            if (reshare->made_at >= calendar_.behind_since() && random.chance(250)) {
                reshare->text =
                    fill(book_.under(fan.language, Intent::reshare, discussion.topic, random).text, slots, random);
            }
        }
    }
}

Opening Storyteller::draw_opening(Random& random) const {
    if (network_ != Network::x) {
        return network_ == Network::facebook ? Opening::visit : Opening::mention;
    }
    static constexpr std::array<int, 3> weights = {44, 38, 18};
    static constexpr std::array<Opening, 3> openings = {Opening::message, Opening::mention, Opening::quote};
    return openings[random.weighted(weights)];
}

Discussion Storyteller::tell_opening(std::int64_t number, Random& random) {
    Discussion discussion;
    discussion.network = network_;
    discussion.number = number;
    discussion.opening = draw_opening(random);
    do {
        discussion.author = crowd_.draw(network_, random);
    } while (crowd_.fan(discussion.author).temper == Temper::spammer && random.chance(990));
    std::int64_t day = random.below(calendar_.days_count());
    if (random.chance(400)) {
        day = std::max(day, random.below(calendar_.days_count()));  // more and more of them
    }
    discussion.published_at = calendar_.moment(day, random);
    if (discussion.opening == Opening::quote) {
        discussion.quoted_number = random.below(posts_count());
        const Plan& quoted = plans_[static_cast<std::size_t>(discussion.quoted_number)];
        discussion.topic = quoted.post->topic;
        discussion.published_at = act_moment(quoted.published_at, random);
    }
    Conversing(crowd_, calendar_, book_, discussion, random).open();
    if (discussion.opening == Opening::mention || discussion.opening == Opening::quote) {
        spread_opening(discussion, random);
    }
    return discussion;
}

/// What fans say of us is passed on too, the more the better known they are.
void Storyteller::spread_opening(Discussion& discussion, Random& random) {
    const bool well_known = crowd_.fan(discussion.author).followers_count > 2000;
    std::vector<std::int64_t> fans;
    if (well_known || random.chance(90)) {
        draw_distinct(crowd_, network_, random.between(2, well_known ? 24 : 7), fans, random);
        std::erase(fans, discussion.author);
        pass_on(discussion, fans, Spread::branching, calendar_, random);
    }
    fans.clear();
    draw_distinct(crowd_, network_, random.skewed(well_known ? 20 : 6), fans, random);
    for (const std::int64_t fan : fans) {
        const Instant at = act_moment(discussion.published_at, random);
        discussion.gestures.push_back({GestureKind::reaction, fan, at, none, draw_reaction(network_, random), {}});
    }
}

}  // namespace fanal::demo
