#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace fanal {

/// A record refused.
struct Rejection {
    std::string source;  ///< the file
    std::string path;    ///< where in it: "line 12", "$.data[3].created_time", "byte 1024"
    std::string reason;  ///< a sentence on which a person can act
};

/// What became of one file. Every record of it is counted once.
struct FileReport {
    std::string source;
    std::string network;  ///< as recognised; empty when there was nothing for us in it
    std::int64_t accepted_count = 0;
    std::int64_t repeated_count = 0;  ///< already known, and nothing new in it
    std::int64_t skipped_count = 0;   ///< sound, but nothing for us
    std::int64_t rejected_count = 0;
    std::string skipped_reason;             ///< of the first one skipped
    std::vector<std::string> notes{};       ///< what had to be assumed to read it, a sentence each
    std::int64_t private_count = 0;         ///< of those skipped, the private ones that nobody asked for
    std::int64_t unknown_author_count = 0;  ///< of the interactions read, those whose author the network does not name
    std::int64_t resumed_at_bytes = 0;      ///< what stands before was taken in by an import that was cut short
};

/// A rejection that is kept, with its bytes.
struct KeptRejection {
    Rejection rejection;
    std::string record;  ///< the refused bytes, cut at 64 KB
};

struct ImportReport {
    std::vector<FileReport> files;
    std::vector<Rejection> rejections;  ///< at most 1,000; rejected_count counts them all
    std::int64_t accepted_count = 0;
    std::int64_t repeated_count = 0;
    std::int64_t skipped_count = 0;
    std::int64_t rejected_count = 0;
    std::int64_t private_count = 0;
    std::int64_t unknown_author_count = 0;
    double seconds = 0;
    double records_per_second = 0;
};

}  // namespace fanal
