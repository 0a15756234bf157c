#include "models/record.hpp"

#include <array>

#include "models/ids.hpp"

namespace fanal {
namespace {

/// The fields that make a record what it is, one behind the other, each behind its length, so that no two lists of
/// fields give the same bytes. The hash of it is a promise: databases hold it.
struct Fingerprint {
    std::string bytes;

    Fingerprint() { bytes.reserve(512); }

    void add(std::string_view field) {
        std::array<char, 8> size;  // little-endian
        for (std::size_t i = 0; i < size.size(); ++i) {
            size[i] = static_cast<char>(static_cast<std::uint64_t>(field.size()) >> (8 * i) & 0xff);
        }
        bytes.append(size.data(), size.size()).append(field);
    }

    /// Two SipHash-2-4 under two fixed keys, 128 bits, as 26 digits of base 32 (RFC 4648, lower case).
    std::string text() const {
        std::uint64_t high = siphash(0x66616e616c206964, 0x6465726976656431, bytes);  // "fanal id", "derived1"
        std::uint64_t low = siphash(0x66616e616c206964, 0x6465726976656432, bytes);   // "fanal id", "derived2"
        std::string digits(26, 'a');
        for (std::size_t i = digits.size(); i-- > 0;) {
            digits[i] = "abcdefghijklmnopqrstuvwxyz234567"[low & 31];
            low = low >> 5 | high << 59;
            high >>= 5;
        }
        return digits;
    }
};

/// What a toggle is switched on: the comment rather than the post above it, the post rather than its author.
void add_object(Fingerprint& fingerprint, const Record& record) {
    if (!record.in_reply_to_remote_id.empty() || !record.post_remote_id.empty()) {
        fingerprint.add("interaction");
        fingerprint.add(record.in_reply_to_remote_id.empty() ? record.post_remote_id : record.in_reply_to_remote_id);
    } else if (!record.to_profile_remote_id.empty()) {
        fingerprint.add("profile");
        fingerprint.add(record.to_profile_remote_id);
    } else {
        fingerprint.add("handle");
        fingerprint.add(record.to_handle);
    }
}

/// What was said, by whom, when and to whom. What only describes it (counts, the language guessed, unknown keys) may
/// change from one export to the next and stays out; so does the profile beyond its id, unless it has none.
void add_content(Fingerprint& fingerprint, const Record& record) {
    const bool known = !record.profile.remote_id.empty();
    fingerprint.add(std::to_string(record.occurred_at.ms));
    fingerprint.add(known ? std::string_view() : std::string_view(record.profile.handle));
    fingerprint.add(known ? std::string_view() : std::string_view(record.profile.display_name));
    fingerprint.add(record.post_remote_id);
    fingerprint.add(record.in_reply_to_remote_id);
    fingerprint.add(record.to_profile_remote_id);
    fingerprint.add(record.to_handle);
    fingerprint.add(record.text);
    fingerprint.add(record.reaction);
    fingerprint.add(record.url);
}

}  // namespace

std::string derived_remote_id(const Record& record) {
    Fingerprint fingerprint;
    fingerprint.add(to_text(record.kind));
    fingerprint.add(record.profile.remote_id);
    // Reactions of people unknown are told apart by their content: what has no actor cannot be switched off.
    if (is_toggle(record.kind) && !record.profile.remote_id.empty()) {
        add_object(fingerprint, record);
    } else {
        add_content(fingerprint, record);
    }
    return "derived:" + fingerprint.text();
}

}  // namespace fanal
