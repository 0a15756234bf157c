#include "importers/containers/zip.hpp"

#include <zip.h>

#include <algorithm>

#include "importers/containers/gzip.hpp"

namespace fanal::importers {
namespace {

constexpr zip_int64_t members_max = 100'000;
constexpr std::int64_t unpacked_bytes_max = 1LL << 40;
constexpr std::string_view broken_archive =
    "This ZIP archive is damaged or cut short, so that its list of files cannot be read.";

/// A name as it may be shown: no control characters, no end of the world.
std::string shown(std::string_view name) {
    std::string text(name.substr(0, 500));
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return text;
}

bool leaves_the_archive(std::string_view name) {
    const std::string path = "/" + std::string(name) + "/";
    return name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':') ||
           path.find("/../") != std::string::npos || path.find("..\\") != std::string::npos;
}

std::string refusal_of(const zip_stat_t& stat) {
    if (leaves_the_archive(stat.name)) {
        return "The name of this member leads out of the archive, so it is left alone.";
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return "This member is locked with a password: unlock the archive and import what is in it.";
    }
    if (stat.size > static_cast<zip_uint64_t>(unpacked_bytes_max)) {
        return "This member says that it is larger than a terabyte.";
    }
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && zip_compression_method_supported(stat.comp_method, 0) == 0) {
        return "This member is packed in a way that cannot be read here: pack the archive as plain ZIP.";
    }
    return {};
}

}  // namespace

struct ZipArchive::State {
    std::shared_ptr<const std::string> bytes;
    zip_t* archive = nullptr;
};

ZipArchive::ZipArchive(const std::string& path) : state_(std::make_unique<State>()) {
    int error = 0;
    state_->archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
    list();
}

ZipArchive::ZipArchive(std::shared_ptr<const std::string> bytes) : state_(std::make_unique<State>()) {
    state_->bytes = std::move(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(state_->bytes->data(), state_->bytes->size(), 0, &error);
    state_->archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (state_->archive == nullptr && source != nullptr) {
        zip_source_free(source);
    }
    zip_error_fini(&error);
    list();
}

ZipArchive::~ZipArchive() {
    if (state_->archive != nullptr) {
        zip_discard(state_->archive);
    }
}

void ZipArchive::list() {
    if (state_->archive == nullptr) {
        problem_ = broken_archive;
        return;
    }
    const zip_int64_t count = zip_get_num_entries(state_->archive, 0);
    if (count > members_max) {
        problem_ = "This ZIP archive has more than 100,000 files: unpack it, and import the folders one by one.";
        return;
    }
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(state_->archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0 ||
            (stat.valid & ZIP_STAT_NAME) == 0 || (stat.valid & ZIP_STAT_SIZE) == 0) {
            problem_ = broken_archive;
            return;
        }
        if (std::string_view(stat.name).ends_with('/')) {
            continue;
        }
        members_.push_back({shown(stat.name), static_cast<std::int64_t>(stat.size),
                            static_cast<std::int64_t>((stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0),
                            std::to_string(stat.size) + "-" + std::to_string(stat.crc), refusal_of(stat)});
        indexes_.push_back(static_cast<std::uint64_t>(i));
    }
}

const ZipArchive::Member* ZipArchive::find(std::string_view name) const {
    const auto found =
        std::find_if(members_.begin(), members_.end(), [&](const Member& member) { return member.name == name; });
    return found == members_.end() ? nullptr : &*found;
}

ReadBytes ZipArchive::open(const Member& member, std::string& problem) const {
    const auto place = static_cast<std::size_t>(&member - members_.data());
    const std::shared_ptr<zip_file_t> file(zip_fopen_index(state_->archive, indexes_[place], 0),
                                           [](zip_file_t* opened) {
                                               if (opened != nullptr) {
                                                   zip_fclose(opened);
                                               }
                                           });
    if (!file) {
        problem = "This member of the archive cannot be opened: the archive is damaged.";
        return [](char*, std::size_t) { return std::size_t{0}; };
    }
    return [file, &member, &problem, done = std::int64_t{0}](char* buffer, std::size_t size) mutable {
        if (!problem.empty()) {
            return std::size_t{0};
        }
        const zip_int64_t count = zip_fread(file.get(), buffer, size);
        if (count < 0) {
            problem = "This member of the archive is damaged; what stands before the damage was read.";
            return std::size_t{0};
        }
        done += count;
        if (is_bomb(member.packed_size, done)) {
            problem = bomb_sentence;
            return std::size_t{0};
        }
        return static_cast<std::size_t>(count);
    };
}

std::string ZipArchive::read_whole(const Member& member, std::size_t size_max, std::string& problem) const {
    std::string bytes;
    const ReadBytes read = open(member, problem);
    constexpr std::size_t step = 256U << 10;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        const std::size_t count = read(bytes.data() + before, step);
        bytes.resize(before + count);
        if (count == 0) {
            return bytes;
        }
        if (bytes.size() > size_max) {
            problem = "This member is larger than " + std::to_string(size_max >> 20) +
                      " MB, too large to be opened inside an archive: unpack it first.";
            return {};
        }
    }
}

bool is_zip(std::string_view start) {
    return start.starts_with("PK\x03\x04") || start.starts_with(std::string_view("PK\x05\x06", 4));
}

}  // namespace fanal::importers
