#include "net/cloud/exchange/exchange.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "device/accounts/password_hash.hpp"
#include "net/cloud/exchange/mail_headers.hpp"
#include "net/cloud/exchange/submission_policy.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

static constexpr std::string_view mailbox_host = "AM9P190MB1234.EURP190.PROD.OUTLOOK.COM";

static std::string in_mailbox_host(const std::string& reply) {
  return reply + " [Hostname=" + std::string(mailbox_host) + "]";
}

void Exchange::authenticate(Credentials credentials, const std::string& peer,
                            std::move_only_function<void(std::string, std::string)> done) {
  if (credentials.kind == Credentials::Kind::password)
    return check_password(std::move(credentials), peer, std::move(done));
  auto sign_in = sign_in_by_token(store_, tokens_, credentials.user, credentials.secret);
  done(sign_in.user ? sign_in.user->id : std::string(), std::move(sign_in.reply));
}

void Exchange::check_password(Credentials credentials, std::string peer,
                              std::move_only_function<void(std::string, std::string)> done) {
  const std::string wrong = "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.";
  if (!throttle_.admit(peer, clock_.now())) return done("", "454 4.7.0 Temporary authentication failure");
  const auto user = store_.user_with_address(credentials.user);
  // A hash of nobody takes as long: who has an account here cannot be told by the time.
  const auto hash = user && user->enabled ? user->password_hash : std::string("scrypt:16384:8:1:00:00");
  auto right = std::make_shared<bool>(false);
  loop_.work([right, hash, secret = std::move(credentials.secret)] { *right = device::password_matches(secret, hash); },
             [this, right, user, wrong, peer = std::move(peer), done = std::move(done)]() mutable {
               if (!*right || !user) {
                 throttle_.failed(peer, clock_.now());
                 return done("", wrong);
               }
               throttle_.passed(peer);
               if (auto refused = submission_refusal(store_, *user, true)) return done("", std::move(*refused));
               done(user->id, "");
             });
}

void Exchange::submit(Submission submission, std::move_only_function<void(std::string)> done) {
  done(deliver(submission));
  if (seen_) seen_();
}

/// One copy for each recipient of the tenant, and one in the sender's Sent Items; who lives elsewhere gets none.
std::string Exchange::deliver(const Submission& submission) {
  const auto user = store_.user(submission.user);
  if (!user) return "535 5.7.3 Authentication unsuccessful";
  auto headers = read_headers(submission.source);
  for (const auto& sender : {headers.from, submission.sender}) {
    if (sender.empty() || user->owns(sender)) continue;
    return in_mailbox_host("554 5.2.252 SendAsDenied; " + user->address + " not allowed to send as " + sender +
                           "; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to "
                           "process message due to a permanent exception");
  }
  if (headers.message_id.empty()) headers.message_id = new_guid() + "@" + std::string(mailbox_host);
  const Mail mail{.from = headers.from.empty() ? user->address : headers.from,
                  .subject = headers.subject,
                  .message_id = headers.message_id,
                  .to = submission.recipients,
                  .attachments = headers.attachments,
                  .received = clock_.now()};
  std::set<std::pair<std::string, std::string>> copies{{user->address, "sentitems"}};
  for (const auto& recipient : submission.recipients) {
    if (const auto owner = store_.user_with_address(recipient)) copies.emplace(owner->address, "inbox");
  }
  const auto kept =
      store_.transaction([&] { return store_.deliver(mail, submission.source, {copies.begin(), copies.end()}); });
  if (!kept) return in_mailbox_host("451 4.3.0 Temporary server error. Please try again later");
  return in_mailbox_host("250 2.0.0 OK <" + headers.message_id + ">");
}

}  // namespace paneltwin::net::cloud
