#include <ostream>
#include <sstream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/http/server.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

constexpr std::int64_t usual_port = 8780;
constexpr std::int64_t port_max = 65535;

http::ServerOptions server_options(const Call& call) {
    const std::int64_t port = call.number("port", usual_port, 0);
    if (port > port_max) {
        throw Error(ErrorKind::bad_input, "--port takes a number up to 65535, not " + std::to_string(port) + ".");
    }
    http::ServerOptions options;
    options.address = call.text("address", options.address);
    options.port = static_cast<std::uint16_t>(port);
    options.stop_on_signals = true;
    std::istringstream names(call.text("hosts"));
    for (std::string name; std::getline(names, name, ',');) {
        options.allowed_hosts.push_back(name);
    }
    return options;
}

bool is_loopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1";
}

}  // namespace

Help serve_help() {
    return {
        "Opens the page and the JSON API for a browser, until Ctrl-C. There is no sign-in: with another address than "
        "the loopback one, whoever can reach it sees and changes everything.",
        {{"port", "N", "The port to listen on; otherwise 8780; 0 takes any that is free"},
         {"address", "ADDRESS", "The address of the interface to listen on; otherwise 127.0.0.1"},
         {"hosts", "NAMES", "Names browsers may use for it, with commas between"}},
        {"fanal serve", "fanal serve --db bistro.db --port 9000"}};
}

int serve(const Call& call) {
    const http::ServerOptions options = server_options(call);
    http::Server server(options, http::api_handlers([&call] { return call.open(); }, call.clock));
    if (!is_loopback(options.address)) {
        call.terminal.err << "There is no sign-in: whoever reaches " << options.address
                          << " sees and changes everything." << std::endl;
    }
    if (call.json) {
        call.terminal.out << "{\"url\":\"" << server.url() << "\"}" << std::endl;
    } else {
        call.terminal.out << "Fanal is open at " << server.url() << std::endl;
    }
    server.run();
    return 0;
}

}  // namespace fanal::cli
