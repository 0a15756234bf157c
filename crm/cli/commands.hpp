#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crm/cli/command.hpp"

namespace fanal::cli {

/// Every command, in the order in which `fanal --help` lists them.
std::span<const Command> commands();

struct FoundCommand {
    const Command* command = nullptr;  ///< none: no name fits
    std::size_t words_count = 0;       ///< those that its name took
    std::vector<std::string> values;   ///< what stood in place of the name's words in capitals
};

/// The command with the longest name that `words` begin with.
FoundCommand find_command(const std::vector<std::string>& words);

/// The command whose name is most like what was typed; empty when none is like it.
std::string_view nearest_command(const std::vector<std::string>& words);

/// Each command in a file of its own: what runs it and gives the exit code, and what `--help` says of it. All throw
/// Error.
int import_payloads(const Call& call);
Help import_help();
int list_rejections(const Call& call);
Help rejections_help();
int retry_rejections(const Call& call);
Help rejections_retry_help();
int forget_rejections(const Call& call);
Help rejections_forget_help();
int list_fields(const Call& call);
Help fields_help();
int drop_field(const Call& call);
Help field_drop_help();
int keep_field(const Call& call);
Help field_keep_help();
int list_accounts(const Call& call);
Help accounts_help();
int view_account(const Call& call);
Help account_help();
int add_account(const Call& call);
Help account_add_help();
int list_fans(const Call& call);
Help fans_help();
int view_fan(const Call& call);
Help fan_help();
int merge_fan(const Call& call);
Help fan_merge_help();
int object_to_linking(const Call& call);
Help fan_do_not_link_help();
int list_merges(const Call& call);
Help merges_help();
int undo_merge(const Call& call);
Help merge_undo_help();
int list_matches(const Call& call);
Help matches_help();
int accept_matches(const Call& call);
Help matches_accept_help();
int view_match(const Call& call);
Help match_help();
int accept_match(const Call& call);
Help match_accept_help();
int reject_match(const Call& call);
Help match_reject_help();
int forget_match(const Call& call);
Help match_forget_help();
int list_queue(const Call& call);
Help queue_help();
int view_conversation(const Call& call);
Help conversation_help();
int evaluate_identity(const Call& call);
Help identity_evaluate_help();
int train_identity(const Call& call);
Help identity_train_help();
int refresh_scores(const Call& call);
Help scores_refresh_help();
int evaluate_scores(const Call& call);
Help scores_evaluate_help();
int list_cascades(const Call& call);
Help cascades_help();
int view_cascade(const Call& call);
Help cascade_help();
int export_graph(const Call& call);
Help graph_export_help();
int export_cascade(const Call& call);
Help cascade_export_help();
int write_demo(const Call& call);
Help demo_help();
int serve(const Call& call);
Help serve_help();
int print_version(const Call& call);
Help version_help();

}  // namespace fanal::cli
