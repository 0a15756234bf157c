#include "crm/demo/crowd.hpp"

#include <unordered_map>

#include "crm/demo/names.hpp"

namespace fanal::demo {
namespace {

// What each stream of chance is for, so that a change of one leaves the others as they are.
enum Stream : std::uint64_t { networks_stream = 11, person_stream, presence_stream, id_stream };

constexpr std::string_view servers[] = {"https://mouettes.example", "https://pouet-bdx.example",
                                        "https://gironde.example",  "https://tooting.example",
                                        "https://garonne.example",  "https://toot-ouest.example"};

constexpr unsigned bit(Network network) {
    return 1u << static_cast<unsigned>(network);
}

/// Who is where: one network for most, two or three for 15 of 100.
unsigned draw_networks(Random& random) {
    constexpr unsigned fb = bit(Network::facebook), yt = bit(Network::youtube), masto = bit(Network::mastodon),
                       x = bit(Network::x);
    if (random.chance(150)) {
        static constexpr std::array<unsigned, 7> several = {fb | x, fb | yt,        x | masto,  yt | masto,
                                                            x | yt, fb | x | masto, fb | yt | x};
        static constexpr std::array<int, 7> weights = {28, 16, 26, 10, 8, 8, 4};
        return several[random.weighted(weights)];
    }
    static constexpr std::array<unsigned, 4> one = {fb, yt, masto, x};
    static constexpr std::array<int, 4> weights = {48, 15, 11, 26};
    return one[random.weighted(weights)];
}

Style draw_style(Temper temper, Random& random) {
    Style style;
    style.greets = random.chance(380);
    style.lower_case = !style.greets && random.chance(230);
    style.drops_accents = random.chance(style.lower_case ? 260 : 40);
    style.drops_stop = random.chance(style.lower_case ? 900 : 420);
    style.abbreviates = random.chance(style.lower_case ? 500 : 120);
    style.exclaims = random.chance(temper == Temper::ordinary ? 70 : 180);
    style.emoji_permille = random.chance(450) ? 0 : static_cast<int>(random.between(80, 550));
    return style;
}

/// Most have a few hundred; one in a hundred has a real audience.
std::int64_t draw_followers(Random& random) {
    if (random.chance(12)) {
        const std::int64_t base = random.between(5'000, 12'000);
        return base * random.between(1, 6);
    }
    if (random.chance(100)) {
        return random.between(900, 4'800);
    }
    return 3 + random.skewed(900);
}

Temper draw_temper(Random& random) {
    static constexpr std::array<int, 4> weights = {620, 240, 125, 15};
    return static_cast<Temper>(random.weighted(weights));
}

Language draw_language(Random& random) {
    static constexpr std::array<int, 5> weights = {705, 250, 22, 12, 11};
    return static_cast<Language>(random.weighted(weights));
}

std::string with_suffix(const std::string& handle, std::uint32_t suffix) {
    return suffix == 0 ? handle : handle + std::to_string(suffix);
}

}  // namespace

std::string base64_id(std::uint64_t number, std::size_t length, std::uint64_t key) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::uint64_t word = scramble(number, 64, key);
    std::string id;
    while (id.size() < length) {
        if (id.size() == 11) {  // the first eleven hold all 64 bits; what follows only looks alike
            word = mix(word, number, key);
        }
        id += digits[word & 63];
        word = word >> 6 | word << 58;
    }
    return id;
}

std::string_view mastodon_server(std::int64_t number) {
    Random random(mix(static_cast<std::uint64_t>(number), presence_stream));
    return random.pick(servers);
}

Crowd::Crowd(std::uint64_t seed, std::int64_t fans_count) : seed_(mix(seed)), fans_count_(fans_count) {
    // No handle is anybody else's: one that was given before gets the first number that makes it new.
    std::unordered_map<std::string, std::uint32_t> given;
    const auto suffix_for = [&given](const std::string& handle) -> std::uint32_t {
        const auto [entry, fresh] = given.try_emplace(handle, 1u);
        if (fresh) {
            return 0;
        }
        std::uint32_t& last = entry->second;
        do {
            ++last;
        } while (!given.try_emplace(handle + std::to_string(last), 1u).second);
        return last;
    };
    handle_suffixes_.resize(static_cast<std::size_t>(fans_count));
    for (std::int64_t number = 0; number < fans_count; ++number) {
        const Fan bare = without_handles(number);
        handle_suffixes_[static_cast<std::size_t>(number)] = {suffix_for(bare.handle), suffix_for(bare.other_handle)};
        for (std::size_t network = 0; network < counts_.size(); ++network) {
            counts_[network] += bare.on(static_cast<Network>(network)) ? 1 : 0;
        }
    }
}

unsigned Crowd::networks_of(std::int64_t number) const {
    Random random(mix(seed_, networks_stream, static_cast<std::uint64_t>(number)));
    return draw_networks(random);
}

bool Crowd::is_on(std::int64_t number, Network network) const {
    return (networks_of(number) & bit(network)) != 0;
}

/// Everything but what keeps handles apart.
Fan Crowd::without_handles(std::int64_t number) const {
    Random random(mix(seed_, person_stream, static_cast<std::uint64_t>(number)));
    Fan fan;
    fan.number = number;
    fan.networks = networks_of(number);
    fan.temper = draw_temper(random);
    fan.language = draw_language(random);
    fan.style = draw_style(fan.temper, random);
    fan.followers_count = draw_followers(random);
    fan.place = draw_place(fan.language, random);
    const PersonName name = draw_name(fan.language, random);
    fan.first_name = name.first_name;
    fan.last_name = name.last_name;
    const std::string first = ascii_letters(name.first_ascii.empty() ? name.first_name : name.first_ascii);
    const std::string last = ascii_letters(name.last_ascii.empty() ? name.last_name : name.last_ascii);
    fan.handle = draw_handle(first, last, random);
    fan.other_handle = draw_handle(first, last, random);
    if (fan.temper == Temper::spammer) {
        fan.first_name = draw_spam_name(random);
        fan.last_name.clear();
        fan.handle = ascii_letters(fan.first_name).substr(0, 12);
        fan.other_handle = fan.handle;
    }
    const bool elsewhere = fan.on(Network::x) || fan.on(Network::youtube);
    if (fan.on(Network::mastodon) && elsewhere && fan.temper != Temper::spammer) {
        fan.vouching = random.chance(400) ? Vouching::mutual : random.chance(350) ? Vouching::one_way : Vouching::none;
    }
    return fan;
}

Fan Crowd::fan(std::int64_t number) const {
    Fan fan = without_handles(number);
    const auto& suffixes = handle_suffixes_[static_cast<std::size_t>(number)];
    fan.handle = with_suffix(fan.handle, suffixes[0]);
    fan.other_handle = with_suffix(fan.other_handle, suffixes[1]);
    return fan;
}

std::int64_t Crowd::draw(Network network, Random& random) const {
    if (size_on(network) == 0) {
        return -1;
    }
    for (;;) {
        const std::int64_t number = random.skewed(fans_count_);
        if (is_on(number, network)) {
            return number;
        }
    }
}

std::string Crowd::handle_on(const Fan& fan, Network network) const {
    if (network == Network::facebook) {
        return {};
    }
    // Two out of three people are called the same wherever they are.
    const bool differs = mix(seed_, presence_stream, static_cast<std::uint64_t>(fan.number)) % 3 == 0;
    return differs && network != Network::x ? fan.other_handle : fan.handle;
}

std::string Crowd::remote_id(const Fan& fan, Network network, const std::string& handle) const {
    const auto number = static_cast<std::uint64_t>(fan.number);
    switch (network) {
        case Network::facebook:
            return std::to_string(4'000'000'000'000'000 + scramble(number, 52, mix(seed_, id_stream)));
        case Network::youtube:
            return "UC" + base64_id(number, 22, mix(seed_, id_stream));
        case Network::mastodon:
            return std::string(mastodon_server(fan.number)) + "/users/" + handle;
        case Network::x:
            break;
    }
    // Accounts made before 2013 have short numbers, later ones 18 or 19 digits.
    const bool old = mix(seed_, id_stream, number) % 3 == 0;
    return std::to_string(old ? 20'000'000 + scramble(number, 31, mix(seed_, id_stream, 1))
                              : 700'000'000'000'000'000 + scramble(number, 59, mix(seed_, id_stream, 2)));
}

/// Where the network shows somebody; nowhere on Facebook, whose ids hold on our page alone.
std::string Crowd::url_on(const Fan& fan, Network network) const {
    const std::string handle = handle_on(fan, network);
    switch (network) {
        case Network::facebook:
            return {};
        case Network::youtube:
            return "https://www.youtube.com/channel/" + remote_id(fan, network, handle);
        case Network::mastodon:
            return std::string(mastodon_server(fan.number)) + "/@" + handle;
        case Network::x:
            break;
    }
    return "https://x.com/" + handle;
}

Presence Crowd::presence(const Fan& fan, Network network) const {
    Random random(
        mix(seed_ + static_cast<std::uint64_t>(network), presence_stream, static_cast<std::uint64_t>(fan.number)));
    Presence presence;
    presence.handle = handle_on(fan, network);
    presence.remote_id = remote_id(fan, network, presence.handle);
    presence.display_name = fan.first_name + (fan.last_name.empty() ? "" : " " + fan.last_name);
    if (network != Network::facebook && fan.temper != Temper::spammer) {
        static constexpr std::string_view signs[] = {" 🍷", " 🌊", " 🦪", " ☀️", " 🐚", " 🚲"};
        const std::int64_t form = random.below(100);
        if (form < 16) {
            presence.display_name = fan.first_name;
        } else if (form < 26) {
            presence.display_name += random.pick(signs);
        }
        if (random.chance(550)) {
            presence.bio = draw_bio(fan.language, random);
        }
    }
    presence.url = url_on(fan, network);
    switch (network) {
        case Network::facebook:
            break;
        case Network::youtube:
            presence.followers_count = fan.followers_count / 7;
            break;
        case Network::mastodon:
            presence.followers_count = fan.followers_count / 3 + random.below(40);
            break;
        case Network::x:
            presence.followers_count = fan.followers_count;
            presence.place = random.chance(620) ? fan.place : "";
            break;
    }
    add_vouching(fan, network, presence);
    return presence;
}

void Crowd::add_vouching(const Fan& fan, Network network, Presence& presence) const {
    if (fan.vouching == Vouching::none) {
        return;
    }
    const Network other = fan.on(Network::x) ? Network::x : Network::youtube;
    if (network == Network::mastodon) {
        presence.vouched_name = other == Network::x ? "X" : "YouTube";
        presence.vouched_url = url_on(fan, other);
        presence.vouched_verified = fan.vouching == Vouching::mutual;
    } else if (network == other && fan.vouching == Vouching::mutual) {
        presence.bio += (presence.bio.empty() ? "" : " ") + url_on(fan, Network::mastodon);
    }
}

}  // namespace fanal::demo
