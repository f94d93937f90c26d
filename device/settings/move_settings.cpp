// Settings that leave the machine as a file, and come back from one: checked wholly before anything changes.
#include "device/answer.hpp"
#include "device/impl.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::ExportSettings& command, Reply reply) {
  const auto& secret = mail_.find(MailRole::email)->settings.password();
  if (command.password.empty() || secret.empty()) {
    *command.out = write_settings_file(core.state, "");
    return reply(0);
  }
  core.work([secret, password = command.password] { return seal(secret, password); },
            [this, out = command.out, reply = std::move(reply)](const std::string& sealed) mutable {
              *out = write_settings_file(core.state, sealed);
              reply(0);
            });
}

void Device::Impl::on(const command::ImportSettings& command, Reply reply) {
  auto read = read_settings_file(command.content, core.state, core.settings);
  if (!read) return reply(std::unexpected(read.error()));
  if (read->sealed.empty() || command.password.empty()) return answer(reply, apply(read->file));
  core.work([sealed = read->sealed, password = command.password] { return unseal(sealed, password); },
            [this, file = read->file, reply = std::move(reply)](std::optional<std::string> secret) mutable {
              if (!secret) return reply(fail(FailureKind::wrong_password));
              file.email_password = std::move(secret);
              answer(reply, apply(file));
            });
}

Result<void> Device::Impl::apply(const SettingsFile& file) {
  const auto language = file.settings.find("language");
  if (language != file.settings.end() && core.texts.in(language->second).tag() != language->second) {
    return fail(FailureKind::invalid_value, "0 language");
  }
  std::vector<Prepared> changes;
  const auto take = [&](Result<Prepared> change) -> Result<void> {
    if (!change) return std::unexpected(change.error());
    changes.push_back(std::move(*change));
    return {};
  };
  auto good = take(prepare(file.settings));
  if (good && (file.email || file.email_password)) {
    auto& email = mail_.find(MailRole::email)->settings;
    good = take(email.prepare({file.email.value_or(core.state.email.stored), file.email_password, std::nullopt}));
  }
  if (good && file.contact) good = take(contact(*file.contact));
  if (good && file.lock_setting) good = take(lock(*file.lock_setting));
  return good ? core.enact(std::move(changes)) : good;
}

}  // namespace paneltwin::device
