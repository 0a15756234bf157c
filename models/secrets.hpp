#pragma once
#include <string>
#include <string_view>

namespace fanal {

/// Whether what is called so lets somebody in, as a member of JSON or a column: a token, a password.
bool is_secret(std::string_view name);

/// Whether a parameter of a web address does: these, and what signs an address.
bool opens_doors(std::string_view parameter);

/// `text`, where what is secret in web addresses and in JSON, whole, cut short or quoted in another text, is "…".
std::string without_secrets(std::string_view text);

/// The same in place; quick where there is nothing to hide.
void hide_secrets(std::string& text);

}  // namespace fanal
