#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/table.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

std::string accounts_text(const Terminal& terminal, const std::vector<Account>& accounts) {
    if (accounts.empty()) {
        return "No account of ours is known yet. Declare one: fanal account add NETWORK REMOTE_ID\n";
    }
    Table table({{"network"}, {"remote_id", Table::Kind::id}, {"handle"}, {"name"}, {"known from"}});
    for (const Account& account : accounts) {
        table.add({account.network, account.remote_id, account.handle, account.display_name,
                   account.declared ? "a declaration" : "a payload"});
    }
    return table.text(terminal);
}

void print_account(const Call& call, const Account& account) {
    call.terminal.out << (call.json ? json::to_json(account) + "\n" : accounts_text(call.terminal, {account}));
}

}  // namespace

Help accounts_help() {
    return {
        "Our own presences decide what is said to us, what is our reply, and what never waits in the queue. Where a "
        "payload itself says that a presence is ours, nobody has to declare it.",
        {},
        {"fanal accounts"}};
}

int list_accounts(const Call& call) {
    const auto accounts = app::list_accounts(*call.open());
    call.terminal.out << (call.json ? json::to_json(accounts) + "\n" : accounts_text(call.terminal, accounts));
    return 0;
}

Help account_help() {
    return {"Shows one of our own presences, by its network and its remote id there.",
            {},
            {"fanal account mastodon:https://mas.to/users/huitre"}};
}

int view_account(const Call& call) {
    const std::string& key = call.arguments[0];
    for (const Account& account : app::list_accounts(*call.open())) {
        if (account.network + ":" + account.remote_id == key) {
            print_account(call, account);
            return 0;
        }
    }
    throw Error(ErrorKind::not_found, "No account of ours is called " + key + "; `fanal accounts` lists them.");
}

Help account_add_help() {
    return {
        "Says that a presence on a network is ours. What it wrote becomes our replies, and what is said to it can wait "
        "in the queue, also in what was imported before. Declaring it again updates the names that are given. In "
        "tables that "
        "give handles alone, a presence's remote id is its handle, such as @labar.",
        {{"handle", "HANDLE", "Its public name on the network"}, {"name", "NAME", "The name it shows"}},
        {"fanal account add mastodon https://mas.to/users/huitre --handle @huitre --name \"L'Huître\""}};
}

int add_account(const Call& call) {
    const auto store = call.open_or_create();
    print_account(
        call, app::add_account(*store, call.arguments[0], call.arguments[1], call.text("handle"), call.text("name")));
    return 0;
}

}  // namespace fanal::cli
