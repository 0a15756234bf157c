#include "crm/exports/graph_file.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "crm/exports/xml_text.hpp"

namespace fanal::exports {
namespace {

constexpr std::size_t piece_size = 64U << 10;

template <class Number>
std::string digits(Number number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

/// A value as text; empty where nothing is known.
std::string text_of(const Value& value) {
    struct Text {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(std::string_view text) const { return std::string(text); }
        std::string operator()(std::int64_t number) const { return digits(number); }
        std::string operator()(double number) const { return digits(number); }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    };
    return std::visit(Text{}, value);
}

bool is_known(const Value& value) {
    return !std::holds_alternative<std::monostate>(value);
}

std::string xml_text(std::string_view text) {
    std::string xml;
    append_xml_text(xml, text);
    return xml;
}

/// What the formats share: pieces of some size, and the attributes.
class Pieces : public GraphFile {
  public:
    Pieces(std::vector<Attribute> of_nodes, std::vector<Attribute> of_edges, WritePart write)
        : of_nodes_(std::move(of_nodes)), of_edges_(std::move(of_edges)), write_(std::move(write)) {}

    void finish() override { hand_over(); }

  protected:
    const std::vector<Attribute>& of_nodes() const { return of_nodes_; }
    const std::vector<Attribute>& of_edges() const { return of_edges_; }

    void put(Part part, std::string_view text) {
        if (part != part_ || piece_.size() + text.size() > piece_size) {
            hand_over();
            part_ = part;
        }
        piece_ += text;
    }

  private:
    void hand_over() {
        if (!piece_.empty()) {
            write_(part_, piece_);
            piece_.clear();
        }
    }

    std::vector<Attribute> of_nodes_;
    std::vector<Attribute> of_edges_;
    WritePart write_;
    Part part_ = Part::nodes;
    std::string piece_;
};

/// Both XML formats know the same four types by nearly the same names.
std::string_view xml_type(Attribute::Type type) {
    constexpr std::array<std::string_view, 4> names = {"string", "long", "double", "boolean"};
    return names[static_cast<std::size_t>(type)];
}

class GraphMl final : public Pieces {
  public:
    GraphMl(std::vector<Attribute> of_nodes, std::vector<Attribute> of_edges, WritePart write)
        : Pieces(std::move(of_nodes), std::move(of_edges), std::move(write)) {
        std::string head =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        head += key("label", "node", "label", Attribute::Type::text);
        declare("node", "n", this->of_nodes(), head);
        declare("edge", "e", this->of_edges(), head);
        put(Part::nodes, head + "<graph edgedefault=\"directed\">\n");
    }

    void node(std::string_view id, std::string_view label, std::span<const Value> values) override {
        put(Part::nodes, "<node id=\"" + xml_text(id) + "\"><data key=\"label\">" + xml_text(label) + "</data>" +
                             data("n", values) + "</node>\n");
    }
    void edge(std::string_view source, std::string_view target, std::span<const Value> values) override {
        put(Part::edges, "<edge source=\"" + xml_text(source) + "\" target=\"" + xml_text(target) + "\">" +
                             data("e", values) + "</edge>\n");
    }
    void finish() override {
        put(Part::edges, "</graph>\n</graphml>\n");
        Pieces::finish();
    }

  private:
    static std::string key(std::string_view id, std::string_view whose, std::string_view name, Attribute::Type type) {
        return "<key id=\"" + std::string(id) + "\" for=\"" + std::string(whose) + "\" attr.name=\"" + xml_text(name) +
               "\" attr.type=\"" + std::string(xml_type(type)) + "\"/>\n";
    }
    static void declare(std::string_view whose, const char* prefix, const std::vector<Attribute>& attributes,
                        std::string& head) {
        for (std::size_t i = 0; i < attributes.size(); ++i) {
            head += key(prefix + digits(i), whose, attributes[i].name, attributes[i].type);
        }
    }
    static std::string data(const char* prefix, std::span<const Value> values) {
        std::string text;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (is_known(values[i])) {
                text += "<data key=\"" + (prefix + digits(i)) + "\">" + xml_text(text_of(values[i])) + "</data>";
            }
        }
        return text;
    }
};

class Gexf final : public Pieces {
  public:
    Gexf(std::vector<Attribute> of_nodes, std::vector<Attribute> of_edges, WritePart write)
        : Pieces(std::move(of_nodes), std::move(of_edges), std::move(write)) {
        std::string head =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
            "version=\"1.2\">\n<graph mode=\"static\" defaultedgetype=\"directed\">\n";
        declare("node", this->of_nodes(), head);
        declare("edge", this->of_edges(), head);
        put(Part::nodes, head + "<nodes>\n");
    }

    void node(std::string_view id, std::string_view label, std::span<const Value> values) override {
        put(Part::nodes, "<node id=\"" + xml_text(id) + "\" label=\"" + xml_text(label) + "\">" +
                             said(of_nodes(), values) + "</node>\n");
    }
    void edge(std::string_view source, std::string_view target, std::span<const Value> values) override {
        begin_edges();
        std::string weight;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (is_weight(of_edges()[i]) && is_known(values[i])) {
                weight = " weight=\"" + text_of(values[i]) + "\"";
            }
        }
        put(Part::edges, "<edge id=\"" + digits(edges_count_++) + "\" source=\"" + xml_text(source) + "\" target=\"" +
                             xml_text(target) + "\"" + weight + ">" + said(of_edges(), values) + "</edge>\n");
    }
    void finish() override {
        begin_edges();
        put(Part::edges, "</edges>\n</graph>\n</gexf>\n");
        Pieces::finish();
    }

  private:
    /// GEXF has a place of its own for the weight of an edge.
    static bool is_weight(const Attribute& attribute) { return attribute.name == "weight"; }

    void begin_edges() {
        if (!std::exchange(edges_begun_, true)) {
            put(Part::edges, "</nodes>\n<edges>\n");
        }
    }
    void declare(const char* whose, const std::vector<Attribute>& attributes, std::string& head) const {
        std::string inside;
        for (std::size_t i = 0; i < attributes.size(); ++i) {
            if (&attributes == &of_nodes() || !is_weight(attributes[i])) {
                inside += "<attribute id=\"" + digits(i) + "\" title=\"" + xml_text(attributes[i].name) + "\" type=\"" +
                          std::string(xml_type(attributes[i].type)) + "\"/>\n";
            }
        }
        if (!inside.empty()) {
            head += "<attributes class=\"" + std::string(whose) + "\">\n" + inside + "</attributes>\n";
        }
    }
    std::string said(const std::vector<Attribute>& attributes, std::span<const Value> values) const {
        std::string text;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (is_known(values[i]) && (&attributes == &of_nodes() || !is_weight(attributes[i]))) {
                text += "<attvalue for=\"" + digits(i) + "\" value=\"" + xml_text(text_of(values[i])) + "\"/>";
            }
        }
        return text.empty() ? text : "<attvalues>" + text + "</attvalues>";
    }

    bool edges_begun_ = false;
    std::int64_t edges_count_ = 0;
};

/// RFC 4180, with line feeds.
class Csv final : public Pieces {
  public:
    Csv(std::vector<Attribute> of_nodes, std::vector<Attribute> of_edges, WritePart write)
        : Pieces(std::move(of_nodes), std::move(of_edges), std::move(write)) {
        head(Part::nodes, "id,label", this->of_nodes());
        head(Part::edges, "source,target", this->of_edges());
    }

    void node(std::string_view id, std::string_view label, std::span<const Value> values) override {
        row(Part::nodes, id, label, values);
    }
    void edge(std::string_view source, std::string_view target, std::span<const Value> values) override {
        row(Part::edges, source, target, values);
    }

  private:
    static std::string cell(std::string_view text) {
        if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
            return std::string(text);
        }
        std::string quoted = "\"";
        for (const char c : text) {
            quoted.append(c == '"' ? 2 : 1, c);
        }
        return quoted + '"';
    }
    void head(Part part, std::string line, const std::vector<Attribute>& attributes) {
        for (const Attribute& attribute : attributes) {
            line += ',' + cell(attribute.name);
        }
        put(part, line + '\n');
    }
    void row(Part part, std::string_view one, std::string_view other, std::span<const Value> values) {
        std::string line = cell(one) + ',' + cell(other);
        for (const Value& value : values) {
            line += ',' + cell(text_of(value));
        }
        put(part, line + '\n');
    }
};

}  // namespace

std::unique_ptr<GraphFile> graph_file(GraphFormat format, std::vector<Attribute> of_nodes,
                                      std::vector<Attribute> of_edges, WritePart write) {
    switch (format) {
        case GraphFormat::graphml:
            return std::make_unique<GraphMl>(std::move(of_nodes), std::move(of_edges), std::move(write));
        case GraphFormat::gexf:
            return std::make_unique<Gexf>(std::move(of_nodes), std::move(of_edges), std::move(write));
        case GraphFormat::csv:
            break;
    }
    return std::make_unique<Csv>(std::move(of_nodes), std::move(of_edges), std::move(write));
}

}  // namespace fanal::exports
