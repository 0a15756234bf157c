// What stands in a graph's file, byte by byte.
#include "crm/exports/graph_file.hpp"

#include <gtest/gtest.h>

#include <array>

#include "crm/exports/xml_text.hpp"

namespace fanal::exports {
namespace {

/// The bytes of a small graph; the edges of a CSV behind a line of dashes.
std::string written(GraphFormat format) {
    std::string nodes, edges;
    const auto file = graph_file(format,
                                 {{"city", Attribute::Type::text},
                                  {"depth", Attribute::Type::whole_number},
                                  {"score", Attribute::Type::number},
                                  {"ours", Attribute::Type::flag}},
                                 {{"weight", Attribute::Type::number}}, [&](Part part, std::string_view bytes) {
                                     (part == Part::nodes || format != GraphFormat::csv ? nodes : edges) += bytes;
                                 });
    const std::array<Value, 4> ana = {std::string_view("a,\"b\""), std::int64_t{-3}, 0.1, true};
    const std::array<Value, 4> leo = {Value(), Value(), 1e300, false};
    const std::array<Value, 1> weight = {2.5};
    file->node("1", "Ana & co", ana);
    file->node("2", "", leo);
    file->edge("1", "2", weight);
    file->finish();
    return nodes + (edges.empty() ? "" : "---\n" + edges);
}

TEST(GraphFile, IsGraphMl) {
    EXPECT_EQ(written(GraphFormat::graphml), R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="n0" for="node" attr.name="city" attr.type="string"/>
<key id="n1" for="node" attr.name="depth" attr.type="long"/>
<key id="n2" for="node" attr.name="score" attr.type="double"/>
<key id="n3" for="node" attr.name="ours" attr.type="boolean"/>
<key id="e0" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="directed">
<node id="1"><data key="label">Ana &amp; co</data><data key="n0">a,&quot;b&quot;</data><data key="n1">-3</data><data key="n2">0.1</data><data key="n3">true</data></node>
<node id="2"><data key="label"></data><data key="n2">1e+300</data><data key="n3">false</data></node>
<edge source="1" target="2"><data key="e0">2.5</data></edge>
</graph>
</graphml>
)");
}

TEST(GraphFile, IsGexf) {
    EXPECT_EQ(written(GraphFormat::gexf), R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph mode="static" defaultedgetype="directed">
<attributes class="node">
<attribute id="0" title="city" type="string"/>
<attribute id="1" title="depth" type="long"/>
<attribute id="2" title="score" type="double"/>
<attribute id="3" title="ours" type="boolean"/>
</attributes>
<nodes>
<node id="1" label="Ana &amp; co"><attvalues><attvalue for="0" value="a,&quot;b&quot;"/><attvalue for="1" value="-3"/><attvalue for="2" value="0.1"/><attvalue for="3" value="true"/></attvalues></node>
<node id="2" label=""><attvalues><attvalue for="2" value="1e+300"/><attvalue for="3" value="false"/></attvalues></node>
</nodes>
<edges>
<edge id="0" source="1" target="2" weight="2.5"></edge>
</edges>
</graph>
</gexf>
)");
}

TEST(GraphFile, IsTwoTables) {
    EXPECT_EQ(written(GraphFormat::csv), R"(id,label,city,depth,score,ours
1,Ana & co,"a,""b""",-3,0.1,true
2,,,,1e+300,false
---
source,target,weight
1,2,2.5
)");
}

TEST(GraphFile, OfNothingIsWholeToo) {
    std::string bytes;
    const auto file = graph_file(GraphFormat::gexf, {}, {}, [&](Part, std::string_view piece) { bytes += piece; });
    file->finish();
    EXPECT_EQ(bytes, R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph mode="static" defaultedgetype="directed">
<nodes>
</nodes>
<edges>
</edges>
</graph>
</gexf>
)");
}

TEST(GraphFile, GoesInPieces) {
    std::size_t pieces = 0, largest = 0;
    const auto file = graph_file(GraphFormat::graphml, {}, {}, [&](Part, std::string_view piece) {
        ++pieces;
        largest = std::max(largest, piece.size());
    });
    for (int i = 0; i < 10'000; ++i) {
        file->node(std::to_string(i), "somebody", {});
    }
    file->finish();
    EXPECT_GT(pieces, 5U);
    EXPECT_LE(largest, std::size_t{64} << 10);
}

TEST(XmlText, HasAPlaceForEverything) {
    std::string xml;
    append_xml_text(xml, "<a b=\"c\">&\n\t\x01\x7F\xFF\xC3 é🦪\xEF\xBF\xBE");
    EXPECT_EQ(xml, "&lt;a b=&quot;c&quot;&gt;&amp;&#10;&#9;\uFFFD\x7F\uFFFD\uFFFD é🦪\uFFFD");
}

}  // namespace
}  // namespace fanal::exports
