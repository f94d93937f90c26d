#include "device/email/mail_servers.hpp"

#include <utility>

namespace paneltwin::device {

const EmailServer* mail_server(const State& state, MailRole role) {
  switch (role) {
    case MailRole::email:
      return &state.email;
    case MailRole::fax_server:
      return state.fax_server ? &state.fax_server->email : nullptr;
    case MailRole::additional_network:
      return state.additional_network ? &state.additional_network->email : nullptr;
  }
  return nullptr;
}

EmailServer* mail_server(State& state, MailRole role) {
  return const_cast<EmailServer*>(mail_server(std::as_const(state), role));
}

bool offers_oauth2(const State& state, MailRole role) {
  const auto& product = state.product;
  return role != MailRole::additional_network && mail_server(state, role) != nullptr &&
         !is_newer_firmware(product.oauth2_firmware, product.firmware);
}

MailRole outgoing_mail_role(const State& state) {
  const auto& additional = state.additional_network;
  return additional && additional->mail == NetworkSide::additional ? MailRole::additional_network : MailRole::email;
}

std::string_view kept_under(MailRole role) {
  switch (role) {
    case MailRole::email:
      return "";
    case MailRole::fax_server:
      return "fax_server.";
    case MailRole::additional_network:
      return "additional_network.";
  }
  return "";
}

}  // namespace paneltwin::device
