// What becomes of a changed setting: checked against its declaration, kept, shown, acted on.
#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::SetSetting& command, Reply reply) {
  answer(reply, set({{command.id, command.value}}));
}

void Device::Impl::on(const command::SetSettings& command, Reply reply) { answer(reply, set(command.values)); }

Result<void> Device::Impl::set(const std::map<std::string, std::string>& values) {
  auto settings = core.state.settings;
  SettingChanges changes;
  for (const auto& [id, value] : values) {
    const auto* setting = core.settings.find(id);
    if (!setting) return fail(FailureKind::invalid_value, id);
    if (auto good = check(*setting, value); !good) return good;
    if (setting->kind == SettingKind::language && core.texts.in(value).tag() != value) {
      return fail(FailureKind::invalid_value, id);
    }
    if (settings.text(id) == value) continue;
    settings.values[id] = value;
    changes[kept_name(id)] = value;
  }
  return change(changes, std::move(settings));
}

void Device::Impl::on(const command::RestoreDefaults& command, Reply reply) { answer(reply, restore(command.group)); }

Result<void> Device::Impl::restore(const std::string& group) {
  const auto groups = core.settings.groups();
  const bool all = group == "all";
  if (!all && std::ranges::find(groups, group) == groups.end()) return fail(FailureKind::invalid_value, group);
  auto settings = core.state.settings;
  SettingChanges changes;
  for (const auto& [id, setting] : core.settings.all()) {
    if (!all && setting.restores != group) continue;
    settings.values[id] = setting.initial;
    changes[kept_name(id)] = std::nullopt;
  }
  if (all) settings.values["language"] = core.options.first_language;
  if (all || group == "network") {
    if (auto off = email_.store({{}, std::string(), std::nullopt}); !off) return off;
  }
  return change(changes, std::move(settings));
}

Result<void> Device::Impl::change(const SettingChanges& kept, Settings to) {
  if (kept.empty()) return {};
  if (auto done = core.keep(kept); !done) return done;
  core.state.settings = std::move(to);
  core.state.basic = basic_of(core.state.settings);
  core.publish();
  power_.timers_changed();
  return {};
}

}  // namespace paneltwin::device
