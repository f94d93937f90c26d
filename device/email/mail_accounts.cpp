#include "device/email/mail_accounts.hpp"

#include "device/email/mail_servers.hpp"

namespace paneltwin::device {

void MailAccounts::take_up(const std::map<MailRole, KeptMailServer>& kept) {
  for (const auto& [role, server] : kept) {
    auto* shown = mail_server(core_.state, role);
    if (!shown || accounts_.contains(role)) continue;
    shown->stored = server.settings;
    shown->sign_in = server.sign_in;
    auto& one = accounts_[role] = std::make_unique<One>(core_, role, sign_ins_, own_, server);
    one->settings.tell_effective();
  }
}

MailAccounts::One* MailAccounts::find(MailRole role) {
  const auto found = accounts_.find(role);
  return found == accounts_.end() ? nullptr : found->second.get();
}

}  // namespace paneltwin::device
