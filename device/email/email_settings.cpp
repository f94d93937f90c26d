#include "device/email/email_settings.hpp"

#include "device/email/mail_servers.hpp"
#include "device/settings/limits.hpp"
#include "device/store/kept_values.hpp"
#include "device/store/secret_names.hpp"

namespace paneltwin::device {

namespace {
constexpr std::size_t longest_password = 20;
}

Result<void> EmailSettings::store(const command::StoreEmailServer& command) {
  auto change = prepare(command);
  return change ? core_.enact(std::move(*change)) : std::unexpected(change.error());
}

Result<Prepared> EmailSettings::prepare(const command::StoreEmailServer& command) {
  const auto& settings = command.settings;
  const auto& email = *mail_server(core_.state, role_);
  if (auto good = check(settings); !good) return std::unexpected(good.error());
  if (settings.method == EmailMethod::oauth2 && !offers_oauth2(core_.state, role_)) {
    return fail(FailureKind::invalid_value, "method");
  }
  if (command.password && !is_ascii(*command.password, longest_password)) {
    return fail(FailureKind::invalid_value, "password");
  }
  std::optional<Tokens> tokens;
  if (command.sign_in) {
    if (settings.method != EmailMethod::oauth2) return fail(FailureKind::invalid_value, "sign_in");
    tokens = sign_ins_.tokens(*command.sign_in, role_, settings.service);
    if (!tokens) return fail(FailureKind::not_found, "sign_in");
  }

  const bool same =
      settings.method == EmailMethod::oauth2 && email.sign_in && email.sign_in->service == settings.service;
  auto sign_in = same ? email.sign_in : std::nullopt;
  if (tokens) sign_in = StoredSignIn{settings.service, tokens->account, core_.now()};

  SettingChanges changes = kept(settings, role_);
  changes.merge(kept(sign_in, role_));
  SettingChanges secrets;
  if (command.password) secrets[secret::of(role_, secret::email_password)] = *command.password;
  if (tokens) {
    secrets[secret::of(role_, secret::refresh_token)] = tokens->refresh_token;
  } else if (!sign_in) {
    secrets[secret::of(role_, secret::refresh_token)] = std::nullopt;
  }
  return Prepared{std::move(changes), std::move(secrets),
                  [this, command, sign_in = std::move(sign_in), tokens = std::move(tokens)]() mutable {
                    auto& now = *mail_server(core_.state, role_);
                    now.stored = command.settings;
                    now.sign_in = sign_in;
                    if (command.password) password_ = *command.password;
                    if (tokens || !sign_in) tokens_.replace(std::move(tokens).value_or(Tokens{}));
                    tell_effective();
                    if (command.sign_in) {
                      sign_ins_.cancel(*command.sign_in);  // publishes too
                    } else {
                      core_.publish();
                    }
                  }};
}

Result<void> EmailSettings::sign_out() {
  if (auto done = core_.keep(kept(std::optional<StoredSignIn>(), role_),
                             {{secret::of(role_, secret::refresh_token), std::nullopt}});
      !done)
    return done;
  mail_server(core_.state, role_)->sign_in.reset();
  tokens_.forget();
  tell_effective();
  core_.publish();
  return {};
}

void EmailSettings::tell_effective() {
  auto& email = *mail_server(core_.state, role_);
  const auto& stored = email.stored;
  email.password_set = !password_.empty();
  if (stored.method == EmailMethod::oauth2) {
    const auto service = core_.options.services.find(stored.service);
    const auto address = service == core_.options.services.end() ? ServiceAddress{} : service->second;
    email.effective_host = address.host;
    email.effective_port = address.port;
    email.effective_security = address.security;
    email.effective_sender = email.sign_in ? email.sign_in->account : "";
  } else {
    email.effective_host = stored.smtp_host;
    email.effective_port = stored.smtp_port;
    email.effective_security = stored.security;
    email.effective_sender = stored.sender.empty() ? stored.account : stored.sender;
  }
}

}  // namespace paneltwin::device
