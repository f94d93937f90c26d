// Import and Export Users.
#include "net/webconfig/register_page.hpp"
#include "net/webconfig/user_file.hpp"
#include "net/webconfig/user_pages.hpp"

namespace paneltwin::net::webconfig {

static std::optional<device::Command> read_user_file(std::string_view content, const device::State& state) {
  auto rows = read_users(content, state.users.list);
  if (!rows) return std::nullopt;
  return device::command::ImportUsers{std::move(*rows)};
}

void add_user_file_page(Site& site) {
  add_register_file(site, {.id = "SEC_EPA_IMPORT",
                           .words = "web.users.",
                           .field = "INPUTF_USERFILE",
                           .name = "users.csv",
                           .label = user_field,
                           .read = read_user_file,
                           .write = [](const device::State& state) { return write_users(state.users.list); },
                           .last = [](const device::State& state) -> const std::optional<device::FileImport>& {
                             return state.users.import;
                           }});
}

}  // namespace paneltwin::net::webconfig
