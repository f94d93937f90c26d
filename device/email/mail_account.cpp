#include "device/email/mail_account.hpp"

#include "device/email/mail_servers.hpp"

namespace paneltwin::device {

namespace {

/// For a server of one's own. Without an account there is nothing to authenticate with.
MailServer::Authentication authentication_of(const EmailServerSettings& settings) {
  if (settings.method == EmailMethod::pop_before_smtp) return MailServer::Authentication::pop_before_smtp;
  return settings.account.empty() ? MailServer::Authentication::none : MailServer::Authentication::login;
}

}  // namespace

const EmailServer& MailAccount::email() const { return *mail_server(core_.state, role_); }

Result<void> MailAccount::ready(Sender sender) const {
  const auto& email = this->email();
  if (email.stored.method == EmailMethod::off) return fail(FailureKind::email_server_off);
  if (email.stored.method != EmailMethod::oauth2) return {};
  if (sender != machine) return own_.ready(sender);
  if (!email.sign_in) return fail(FailureKind::not_signed_in);
  if (email.sign_in->health == SignInHealth::expired) return fail(FailureKind::sign_in_expired);
  return {};
}

std::string MailAccount::address_of(Sender sender) const {
  const auto& email = this->email();
  const auto* user = own_.user(sender);
  if (!user) return email.effective_sender;
  return email.stored.method == EmailMethod::oauth2 && user->sign_in ? user->sign_in->account : user->email;
}

void MailAccount::distrust_token(Sender sender) {
  if (sender == machine) return tokens_.distrust();
  own_.distrust(sender);
}

void MailAccount::access(Sender sender, std::move_only_function<void(Result<MailAccess>)> done) {
  if (auto good = ready(sender); !good) return done(std::unexpected(good.error()));
  const auto& email = this->email();
  MailAccess access{{.host = email.effective_host,
                     .port = email.effective_port,
                     .security = email.effective_security,
                     .validate_certificate = email.stored.validate_certificate,
                     .on_additional_network = role_ == MailRole::additional_network},
                    address_of(sender)};
  if (email.stored.method == EmailMethod::oauth2) {
    access.server.authentication = MailServer::Authentication::xoauth2;
    auto use = [access = std::move(access), done = std::move(done)](Result<Access> token) mutable {
      if (!token) return done(std::unexpected(token.error()));
      access.server.user = access.sender = token->account;
      access.server.secret = token->token;
      access.token_may_be_stale = !token->fresh;
      done(std::move(access));
    };
    return sender == machine ? tokens_.obtain(std::move(use)) : own_.access(sender, std::move(use));
  }
  access.server.authentication = authentication_of(email.stored);
  access.server.user = email.stored.account;
  access.server.secret = settings_.password();
  access.server.pop3_host = email.stored.pop3_host;
  access.server.pop3_port = email.stored.pop3_port;
  done(std::move(access));
}

void MailAccount::test(Reply reply) {
  if (testing_) return reply(fail(FailureKind::busy));
  testing_ = true;
  tokens_.distrust();  // a test is to find out whether the sign-in is still good
  auto ended = [this, reply = std::move(reply)](Result<void> result) mutable {
    testing_ = false;
    reply(result ? Result<std::int64_t>(0) : std::unexpected(result.error()));
  };
  access(machine, core_.while_alive([this, ended = std::move(ended)](Result<MailAccess> access) mutable {
    if (!access) return ended(std::unexpected(access.error()));
    core_.ports.mail.test(std::move(access->server), std::move(access->sender), stop_.get_token(),
                          core_.while_alive(std::move(ended)));
  }));
}

}  // namespace paneltwin::device
