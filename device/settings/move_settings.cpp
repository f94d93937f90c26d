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
  if (auto done = set(file.settings); !done) return done;
  if (file.email || file.email_password) {
    const auto& stored = core.state.email.stored;
    auto& email = mail_.find(MailRole::email)->settings;
    if (auto done = email.store({file.email.value_or(stored), file.email_password, std::nullopt}); !done) return done;
  }
  if (file.contact) {
    if (auto done = set_contact(*file.contact); !done) return done;
  }
  return file.lock_setting ? set_lock(*file.lock_setting) : Result<void>();
}

}  // namespace paneltwin::device
