#include "importers/containers/unpack.hpp"

#include <algorithm>
#include <cstring>

#include "importers/containers/gzip.hpp"
#include "importers/containers/workbook.hpp"
#include "importers/containers/zip.hpp"

namespace fanal::importers {
namespace {

constexpr int depth_max = 3;
constexpr std::size_t nested_size_max = 64U << 20;  // an archive in an archive is held in memory
constexpr std::size_t start_size = 8;

/// A stream whose first bytes were looked at, and are given again.
class Peeked {
  public:
    explicit Peeked(const ReadBytes& read) : read_(read) {
        std::size_t count = 0;
        start_.resize(start_size);
        do {
            count = read_(start_.data() + size_, start_.size() - size_);
            size_ += count;
        } while (count > 0 && size_ < start_.size());
        start_.resize(size_);
    }

    const std::string& start() const { return start_; }

    std::size_t take(char* buffer, std::size_t size) {
        if (given_ == start_.size()) {
            return read_(buffer, size);
        }
        const std::size_t count = start_.copy(buffer, size, given_);
        given_ += count;
        return count;
    }

  private:
    const ReadBytes& read_;
    std::string start_;
    std::size_t size_ = 0;
    std::size_t given_ = 0;
};

/// One file, taken apart.
class Unpacking {
  public:
    explicit Unpacking(UnpackSink& sink) : sink_(sink) {}

    void file(const Source& source, const std::string& path, int depth) {
        Peeked peeked(source.read);
        const ReadBytes all = [&](char* buffer, std::size_t size) { return peeked.take(buffer, size); };
        if (is_gzip(peeked.start())) {
            gzip(source, all, depth);
        } else if (!is_zip(peeked.start())) {
            Source whole = source;
            whole.read = all;
            stopped_ = stopped_ || !sink_.read(whole);
        } else if (depth >= depth_max) {
            sink_.refuse(source.name, "Archives are opened three deep and no deeper: unpack this one first.");
        } else if (!path.empty()) {
            archive(source, ZipArchive(path), source.size, depth);
        } else if (auto bytes = read_nested(source, all)) {
            const auto size = static_cast<std::int64_t>(bytes->size());
            archive(source, ZipArchive(std::move(bytes)), size, depth);
        }
    }

  private:
    void gzip(const Source& source, const ReadBytes& all, int depth) {
        if (depth >= depth_max) {
            sink_.refuse(source.name, "Archives are opened three deep and no deeper: unpack this one first.");
            return;
        }
        GzipReader reader(all);
        Source unpacked = source;
        unpacked.read = [&](char* buffer, std::size_t size) { return reader.read(buffer, size); };
        unpacked.size = 0;
        unpacked.fingerprint += source.fingerprint.empty() ? "" : "-gzip";
        file(unpacked, "", depth + 1);
        if (!reader.problem().empty()) {
            sink_.refuse(source.name, reader.problem());
        }
    }

    /// An archive that lies in another, or came over the network; null after saying why it cannot be held.
    std::shared_ptr<const std::string> read_nested(const Source& source, const ReadBytes& all) {
        auto bytes = std::make_shared<std::string>();
        constexpr std::size_t step = 256U << 10;
        for (std::size_t count = 1; count > 0;) {
            const std::size_t before = bytes->size();
            bytes->resize(before + step);
            count = all(bytes->data() + before, step);
            bytes->resize(before + count);
            if (bytes->size() > nested_size_max) {
                sink_.refuse(source.name, "This archive inside another is larger than 64 MB: unpack it first.");
                return nullptr;
            }
        }
        return bytes;
    }

    void archive(const Source& source, const ZipArchive& zip, std::int64_t size, int depth) {
        if (!zip.problem().empty()) {
            sink_.refuse(source.name, zip.problem());
        } else if (is_workbook(zip)) {
            workbook(source, zip);
        } else {
            members(source, zip, size, depth);
        }
    }

    void members(const Source& source, const ZipArchive& zip, std::int64_t size, int depth) {
        std::int64_t packed = 0;
        for (const ZipArchive::Member& member : zip.members()) {
            packed += member.packed_size;
            const std::string name = source.name + "/" + member.name;
            if (stopped_) {
                return;
            }
            // Members that lie over each other unpack one text many times.
            if (packed > size) {
                sink_.refuse(name, "This archive is smaller than what it says is in it, so its rest is left alone.");
                return;
            }
            if (member.name.starts_with("__MACOSX/")) {
                continue;  // what a Mac keeps beside its files
            }
            if (!member.refusal.empty()) {
                sink_.refuse(name, member.refusal);
                continue;
            }
            std::string problem;
            file({name, zip.open(member, problem), member.size, member.fingerprint}, "", depth + 1);
            if (!problem.empty()) {
                sink_.refuse(name, problem);
            }
        }
    }

    void workbook(const Source& source, const ZipArchive& zip) {
        const Workbook book(zip);
        if (!book.problem().empty()) {
            sink_.refuse(source.name, book.problem());
            return;
        }
        for (const SheetPart& sheet : book.sheets()) {
            if (stopped_) {
                return;
            }
            const std::string name = book.sheets().size() == 1 ? source.name : source.name + "/" + sheet.name;
            std::string problem;
            const ReadBytes read = book.open(sheet, problem);
            const std::string print = source.fingerprint.empty() ? "" : source.fingerprint + "-" + sheet.path;
            stopped_ = !sink_.read({name, read, book.size_of(sheet), print, true});
            if (!problem.empty()) {
                sink_.refuse(name, problem);
            }
        }
    }

    UnpackSink& sink_;
    bool stopped_ = false;
};

}  // namespace

void unpack(const Source& file, const std::string& path, UnpackSink& sink) {
    Unpacking(sink).file(file, path, 0);
}

}  // namespace fanal::importers
