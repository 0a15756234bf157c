#include "crm/demo/demo.hpp"

#include "crm/demo/facebook.hpp"
#include "crm/demo/flat_export.hpp"
#include "crm/demo/mastodon.hpp"
#include "crm/demo/presences.hpp"
#include "crm/demo/youtube.hpp"
#include "models/error.hpp"

namespace fanal::demo {
namespace {

constexpr std::int64_t fans_max = 1'000'000;
constexpr std::int64_t days_max = 3'650;
constexpr Instant earliest_end{1'735'689'600'000};  // 2025-01-01
constexpr Instant latest_end{6'942'758'400'000};    // 2190-01-01

void check(const DemoOptions& options) {
    if (options.fans_count < 1 || options.fans_count > fans_max) {
        throw Error(ErrorKind::bad_input, "The demo needs 1 to 1,000,000 fans.");
    }
    if (options.days_count < 1 || options.days_count > days_max) {
        throw Error(ErrorKind::bad_input, "The demo needs 1 to 3,650 days.");
    }
    if (options.ends_at < earliest_end || options.ends_at > latest_end) {
        throw Error(ErrorKind::bad_input, "The demo must end between 2025 and 2190.");
    }
}

}  // namespace

void generate(const DemoOptions& options, const std::function<void(DemoFile&&)>& write) {
    check(options);
    const Crowd crowd(options.seed, options.fans_count);
    const Calendar calendar(options.ends_at, options.days_count);
    const auto tell = [&](Network network, NetworkFiles& files) {
        Storyteller storyteller(options.seed, network, crowd, calendar);
        for (std::int64_t number = 0; number < storyteller.discussions_count(); ++number) {
            files.add(storyteller.tell(number));
        }
        files.finish();
    };
    tell(Network::facebook, *facebook_files(crowd, calendar, write));
    tell(Network::youtube, *youtube_files(crowd, calendar, write));
    tell(Network::mastodon, *mastodon_files(crowd, calendar, write));
    tell(Network::x, *flat_export_files(crowd, write));
}

std::vector<AccountSighting> brand() {
    const OurPresence& mastodon = us_on(Network::mastodon);
    const OurPresence& x = us_on(Network::x);
    return {{"mastodon", std::string(mastodon.remote_id), "lacalebavarde@gironde.example", std::string(our_name)},
            {"x", std::string(x.remote_id), std::string(x.handle), std::string(our_name)}};
}

}  // namespace fanal::demo
