#include "crm/app/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "models/error.hpp"

namespace fanal::app {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), draft_(path_.string() + ".XXXXXX") {
    descriptor_ = ::mkstemp(draft_.data());
    if (descriptor_ < 0) {
        draft_.clear();
        refuse();
    }
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    if (!draft_.empty()) {
        ::unlink(draft_.c_str());
    }
}

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ::ssize_t size = ::write(descriptor_, bytes.data(), bytes.size());
        if (size < 0 && errno != EINTR) {
            refuse();
        }
        bytes.remove_prefix(size < 0 ? 0 : static_cast<std::size_t>(size));
    }
}

void OutputFile::commit() {
    if (::fsync(descriptor_) != 0 || std::rename(draft_.c_str(), path_.c_str()) != 0) {
        refuse();
    }
    draft_.clear();
}

void OutputFile::refuse() const {
    throw Error(ErrorKind::unavailable, path_.string() + " cannot be written: " + std::strerror(errno) + ".");
}

}  // namespace fanal::app
