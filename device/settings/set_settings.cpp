// What becomes of a changed setting: checked against its declaration, kept, shown, acted on.
#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

namespace {

/// What was obtained automatically is where setting by hand begins, unless it was set by hand before.
void begin_by_hand(const State& state, Settings& settings, SettingChanges& changes) {
  const auto& network = state.network;
  const auto begin = [&](std::string_view how, std::initializer_list<std::pair<const char*, std::string>> values) {
    const auto change = changes.find(kept_name(how));
    if (change == changes.end() || change->second != "manual") return;
    for (const auto& [id, value] : values) {
      if (!settings.text(id).empty() || value.empty()) continue;
      settings.values[id] = value;
      changes[kept_name(id)] = value;
    }
  };
  begin("obtain-ip-address", {{"ip-address", network.ip_address},
                              {"subnet-mask", network.subnet_mask},
                              {"default-gateway", network.default_gateway}});
  begin("dns-server-setting", {{"primary-dns", network.primary_dns}, {"secondary-dns", network.secondary_dns}});
}

/// What a value brings along, but what was asked for in the same breath.
void bring_along(const Setting& setting, const std::string& value, const Settings& before,
                 const std::map<std::string, std::string>& asked, Settings& settings, SettingChanges& changes) {
  for (const auto& brought : brought_along(setting, value, before)) {
    if (asked.contains(brought.id)) continue;
    settings.values[brought.id] = brought.value;
    changes[kept_name(brought.id)] = brought.value;
  }
}

/// What registering with a web service needs.
Result<void> reach_the_internet(const Network& network) {
  if (!network.link || !network.fits) return fail(FailureKind::cloud_communication, "no network");
  if (!network.finds_names) return fail(FailureKind::dns, "no name server answers");
  if (!network.leads_out) return fail(FailureKind::cloud_communication, "no gateway leads out");
  return {};
}

}  // namespace

void Device::Impl::on(const command::SetSetting& command, Reply reply) {
  answer(reply, enact(prepare({{command.id, command.value}})));
}

void Device::Impl::on(const command::SetSettings& command, Reply reply) {
  answer(reply, enact(prepare(command.values)));
}

Result<void> Device::Impl::enact(Result<Prepared> change) {
  return change ? core.enact(std::move(*change)) : std::unexpected(change.error());
}

Result<Prepared> Device::Impl::prepare(const std::map<std::string, std::string>& values) {
  auto settings = core.state.settings;
  SettingChanges changes;
  for (const auto& [id, value] : values) {
    const auto* setting = core.settings.find(id);
    if (!setting) return fail(FailureKind::invalid_value, id);
    if (auto good = check(*setting, value); !good) return std::unexpected(good.error());
    if (setting->kind == SettingKind::language && core.texts.in(value).tag() != value) {
      return fail(FailureKind::invalid_value, id);
    }
    if (settings.text(id) == value) continue;
    if (id == "epson-connect" && value == "registered") {
      if (auto reached = reach_the_internet(core.state.network); !reached) return std::unexpected(reached.error());
    }
    settings.values[id] = value;
    changes[kept_name(id)] = value;
    bring_along(*setting, value, core.state.settings, values, settings, changes);
  }
  begin_by_hand(core.state, settings, changes);
  return becomes(std::move(settings), std::move(changes));
}

void Device::Impl::on(const command::RestoreDefaults& command, Reply reply) { answer(reply, restore(command.group)); }

Result<void> Device::Impl::restore(const std::string& group) {
  auto groups = core.settings.groups();
  groups.emplace_back("fax");  // the fax server, whether or not a plain setting is of that group
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
  std::vector<Prepared> whole;
  const auto goes_back = [&](std::string_view one) { return all || group == one; };
  if (auto off = restore_mail(goes_back("network"), goes_back("fax"), whole); !off) return off;
  if (all) {
    if (auto cleared = clear_all_data(whole); !cleared) return cleared;
  }
  if (goes_back("network")) whole.push_back(wired_lan());
  whole.push_back(becomes(std::move(settings), std::move(changes)));
  return core.enact(std::move(whole));
}

Result<void> Device::Impl::clear_all_data(std::vector<Prepared>& whole) {
  const auto take = [&](Result<Prepared> change) -> Result<void> {
    if (!change) return std::unexpected(change.error());
    whole.push_back(std::move(*change));
    return {};
  };
  if (auto good = take(notifications_.prepare({})); !good) return good;
  if (auto good = take(home({})); !good) return good;
  if (auto good = take(contact({})); !good) return good;
  whole.push_back(contacts_.clear());
  whole.push_back(presets_.clear());
  whole.push_back({.apply = [this] { core.state.recent_recipients.clear(); },
                   .rows = [](Store& store) { return store.set_recent_recipients({}); }});
  if (!core.state.product.has(user_function)) return {};
  whole.push_back(users_.clear());
  return take(log_in_.prepare({}));
}

Result<void> Device::Impl::restore_mail(bool networks, bool fax, std::vector<Prepared>& whole) {
  for (const auto role : mail_roles) {
    auto* server = mail_.find(role);
    if (!server || !(role == MailRole::fax_server ? fax : networks)) continue;
    auto off = server->settings.prepare({{}, std::string(), std::nullopt, role});
    if (!off) return std::unexpected(off.error());
    whole.push_back(std::move(*off));
  }
  if (fax && core.state.fax_server) whole.push_back(fax_server({false, ""}));
  if (networks && core.state.additional_network) whole.push_back(mail_network(NetworkSide::standard));
  return {};
}

void Device::Impl::take_up(Settings settings) {
  core.state.settings = std::move(settings);
  core.state.basic = basic_of(core.state.settings);
  look_at_memory_device();
  conditions_.settings_changed();
  cleaning_.settings_changed();
  firmware_schedule_.arm();
  verifier_.settings_changed();
  set_up_network();
}

std::expected<void, FileError> Device::Impl::read_settings() {
  auto table = SettingTable::load(core.assets, &core.texts.in("en"));
  if (!table) return std::unexpected(table.error());
  const auto kept = core.store.settings();
  auto settings = KeptValues(kept.value_or(SettingValues())).settings(*table);
  settings.values["language"] = core.state.basic.language;  // may be one that nobody chose
  core.settings = std::move(*table);
  take_up(std::move(settings));
  return {};
}

void Device::Impl::set_up_network() {
  core.state.network = set_up(around_, core.state.wifi, core.state.settings, core.state.product.mac_address);
  core.publish();
  power_.timers_changed();
}

Prepared Device::Impl::becomes(Settings to, SettingChanges kept) {
  if (kept.empty()) return {};
  const bool encrypts = to.is_on("password-encryption");
  const bool changes = encrypts != core.state.settings.is_on("password-encryption");
  std::function<Result<void>(Store&)> rows;
  if (changes) rows = [encrypts](Store& store) { return store.encrypt_secrets(encrypts); };
  return {.settings = std::move(kept),
          .apply =
              [this, changes, to = std::move(to)]() mutable {
                if (changes) (void)core.store.forget_what_was();
                take_up(std::move(to));
              },
          .rows = std::move(rows)};
}

}  // namespace paneltwin::device
