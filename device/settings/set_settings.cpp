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

/// Dates are written as in the country (inferred), until people choose otherwise.
void follow_country(Settings& settings, SettingChanges& changes) {
  const auto chosen = changes.find(kept_name("country-region"));
  if (chosen == changes.end() || !chosen->second || changes.contains(kept_name("date-format"))) return;
  constexpr std::string_view year_first[] = {"cn", "tw", "jp", "kr"};
  const bool is_year_first = std::ranges::find(year_first, *chosen->second) != std::end(year_first);
  const std::string format = is_year_first ? "ymd" : *chosen->second == "us" ? "mdy" : "dmy";
  settings.values["date-format"] = format;
  changes[kept_name("date-format")] = format;
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
  answer(reply, set({{command.id, command.value}}));
}

void Device::Impl::on(const command::SetSettings& command, Reply reply) { answer(reply, set(command.values)); }

Result<void> Device::Impl::set(const std::map<std::string, std::string>& values) {
  auto change = prepare(values);
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
  }
  begin_by_hand(core.state, settings, changes);
  follow_country(settings, changes);
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
  const auto goes_back = [&](std::string_view one) { return all || group == one; };
  if (auto off = restore_mail(goes_back("network"), goes_back("fax")); !off) return off;
  if (all) {
    if (auto cleared = clear_all_data(); !cleared) return cleared;
  }
  if (goes_back("network")) {
    if (auto wired = use_wired_lan(); !wired) return wired;
  }
  return core.enact(becomes(std::move(settings), std::move(changes)));
}

Result<void> Device::Impl::clear_all_data() {
  if (auto nobody = notifications_.store({}); !nobody) return nobody;
  if (auto done = core.store.set_recent_recipients({}); !done) return done;
  core.state.recent_recipients.clear();
  if (auto done = contacts_.remove_all(); !done) return done;
  if (auto done = presets_.remove_all(); !done) return done;
  if (auto done = set_home({}); !done) return done;
  if (core.state.product.has(user_function)) {
    std::vector<UserNumber> everybody;
    for (const auto& user : *core.state.users.list) everybody.push_back(user.number);
    if (auto done = log_in_.set({}); !done) return done;
    if (auto done = everybody.empty() ? Result<void>() : users_.remove(everybody); !done) return done;
  }
  return set_contact({});
}

Result<void> Device::Impl::restore_mail(bool networks, bool fax) {
  for (const auto role : mail_roles) {
    auto* server = mail_.find(role);
    if (!server || !(role == MailRole::fax_server ? fax : networks)) continue;
    if (auto off = server->settings.store({{}, std::string(), std::nullopt, role}); !off) return off;
  }
  if (fax && core.state.fax_server) {
    if (auto off = set_fax_server({false, ""}); !off) return off;
  }
  return networks && core.state.additional_network ? set_mail_network(NetworkSide::standard) : Result<void>();
}

void Device::Impl::set_up_network() {
  core.state.network = set_up(around_, core.state.wifi, core.state.settings, core.state.product.mac_address);
  core.publish();
  power_.timers_changed();
}

Prepared Device::Impl::becomes(Settings to, SettingChanges kept) {
  if (kept.empty()) return {};
  return {.settings = std::move(kept), .apply = [this, to = std::move(to)]() mutable {
            core.state.settings = std::move(to);
            core.state.basic = basic_of(core.state.settings);
            look_at_memory_device();
            conditions_.settings_changed();
            cleaning_.settings_changed();
            set_up_network();
          }};
}

}  // namespace paneltwin::device
