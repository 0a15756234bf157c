#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// The attributes of an XML element, by their names without prefix.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

    /// Empty when there is none of this name.
    std::string_view operator[](std::string_view name) const;

  private:
    const char** pairs_;
};

/// Hears an XML document. Names come without their prefix; what they belong to is told by where they stand.
class XmlListener {
  public:
    virtual ~XmlListener() = default;

    virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view characters) = 0;
};

/// Reads XML piece by piece. Declarations of documents are refused, and with them every trick with entities.
class XmlReader {
  public:
    explicit XmlReader(XmlListener& listener);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Takes the next bytes; false when the XML is broken, and ever after. No bytes: the end.
    bool feed(std::string_view bytes);

  private:
    struct State;

    std::unique_ptr<State> state_;
};

/// Reads a whole document from its bytes; false when it is broken.
bool read_xml(const ReadBytes& read, XmlListener& listener);

}  // namespace fanal::importers
