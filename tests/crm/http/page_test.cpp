#include "crm/http/page.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace fanal::http {
namespace {

std::string gzipped(std::string_view text) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

class Page : public testing::Test {
  protected:
    Response get(const std::string& path, std::vector<Header> headers = {}, const std::string& method = "GET") {
        const web::File files[] = {{"index.html", index_}, {"app.js", script_}, {"favicon.svg", index_}};
        return page({method, path, "", std::move(headers), ""}, files);
    }

    static std::string field(const Response& response, std::string_view name) {
        for (const Header& header : response.headers) {
            if (header.name == name) {
                return header.value;
            }
        }
        return "";
    }

    const std::string long_script_ = std::string(200'000, 'a') + "\n// the end";
    const std::string index_ = gzipped("<!doctype html>");
    const std::string script_ = gzipped(long_script_);
};

TEST_F(Page, sends_a_file_as_it_is_to_those_who_take_gzip) {
    const Response response = get("/app.js", {{"accept-encoding", "br, gzip;q=0.8"}});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "text/javascript; charset=utf-8");
    EXPECT_EQ(response.body, script_);
    EXPECT_EQ(field(response, "Content-Encoding"), "gzip");
    EXPECT_EQ(field(response, "Vary"), "Accept-Encoding");
    EXPECT_EQ(field(response, "Cache-Control"), "no-cache");
}

TEST_F(Page, unpacks_it_for_the_others) {
    for (const char* accepted : {"", "br", "gzip;q=0", "gzip; q=0.000", "identity, gzip;q=0.0", "gzipped", "*;q=0"}) {
        const Response response = get("/app.js", {{"accept-encoding", accepted}});
        EXPECT_EQ(response.body, long_script_) << accepted;
        EXPECT_EQ(field(response, "Content-Encoding"), "") << accepted;
    }
    for (const char* accepted : {"gzip", "x, gzip", "*", "gzip;q=1.0", "gzip ;q=0.001", "deflate,gzip"}) {
        EXPECT_EQ(get("/app.js", {{"accept-encoding", accepted}}).body, script_) << accepted;
    }
}

TEST_F(Page, answers_its_own_addresses_with_the_index) {
    for (const char* path : {"/", "/queue", "/fans/7", "/conversations/5-7", "/fans/@ana@mas.to", "/apiary"}) {
        const Response response = get(path);
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_EQ(response.body, "<!doctype html>") << path;
        EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
    }
    for (const char* path : {"/other.js", "/favicon.ico", "/deep/app.js", "/../app.js", "//app.js", "/APP.js"}) {
        EXPECT_EQ(get(path).status, 404) << path;
    }
    EXPECT_EQ(page({"GET", "/", "", {}, ""}, {}).status, 404);
}

TEST_F(Page, is_not_sent_again_to_those_who_have_it) {
    const std::string plain = field(get("/app.js"), "ETag");
    const std::string packed = field(get("/app.js", {{"accept-encoding", "gzip"}}), "ETag");
    EXPECT_NE(plain, packed);
    EXPECT_NE(plain, field(get("/"), "ETag"));
    EXPECT_TRUE(plain.starts_with('"') && plain.ends_with('"'));
    const Response again = get("/app.js", {{"if-none-match", "\"other\", " + plain}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(field(again, "ETag"), plain);
    EXPECT_EQ(get("/app.js", {{"if-none-match", packed}}).status, 200);
    EXPECT_EQ(get("/app.js", {{"if-none-match", "\"other\""}}).status, 200);
}

TEST_F(Page, can_only_be_read) {
    EXPECT_EQ(get("/", {}, "HEAD").status, 200);
    for (const char* method : {"POST", "DELETE", "OPTIONS", "get"}) {
        const Response response = get("/", {}, method);
        EXPECT_EQ(response.status, 405) << method;
        EXPECT_EQ(field(response, "Allow"), "GET, HEAD");
    }
}

}  // namespace
}  // namespace fanal::http
