// What the machine does when it gets power: remembers, and takes up what it left.
#include <limits>

#include <fmt/format.h>

#include "device/accounts/password_hash.hpp"
#include "device/home/kept_home.hpp"
#include "device/impl.hpp"
#include "device/notification/kept_notifications.hpp"
#include "device/random.hpp"
#include "device/store/kept_values.hpp"
#include "device/store/secret_names.hpp"

namespace paneltwin::device {

namespace {

constexpr int log_length = 500;

std::string new_serial() {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  return random_text(1, letters) + random_text(1, decimal_digits) + random_text(2, letters) +
         random_text(6, decimal_digits);
}

/// A locally administered address (IEEE 802): nobody's real one.
std::string new_mac_address() {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address = "02:00:5E";
  for (int i = 0; i < 3; ++i) address += ":" + random_text(2, digits);
  return address;
}

/// What a unit gets at the factory.
Result<void> make_unit(Store& store, const DeviceOptions& options) {
  const auto password = random_text(8, decimal_digits);
  const auto or_new = [](const std::string& given, auto make) { return given.empty() ? make() : given; };
  return store.change(
      {{"product.serial", or_new(options.product.serial, new_serial)},
       {"product.mac_address", or_new(options.product.mac_address, new_mac_address)}},
      {{std::string(secret::label_password), password}, {std::string(secret::administrator), hash_password(password)}});
}

}  // namespace

std::string mac_address_of_board(std::string address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  if (!address.empty()) address.back() = digits[(digits.find(address.back()) + 1) % digits.size()];
  return address;
}

Result<Remembered> remember(Store& store, const DeviceOptions& options, const SettingTable& table) {
  auto secrets = store.secrets();
  if (secrets && !secrets->contains(secret::administrator)) {
    if (auto made = make_unit(store, options); !made) return std::unexpected(made.error());
    secrets = store.secrets();
  }
  if (secrets && !secrets->contains(secret::users_key)) {
    const auto key = random_text(64, hexadecimal_digits);
    if (auto made = store.change({}, {{std::string(secret::users_key), key}}); !made) {
      return std::unexpected(made.error());
    }
    secrets->emplace(secret::users_key, key);
  }
  if (!secrets) return std::unexpected(secrets.error());
  const auto settings = store.settings();
  if (!settings) return std::unexpected(settings.error());

  auto users = store.users();
  if (!users) return std::unexpected(users.error());

  KeptValues values(*settings);
  Remembered remembered;
  remembered.product = options.product;
  remembered.product.serial = values.text("product.serial");
  remembered.product.mac_address = values.text("product.mac_address");
  remembered.settings = values.settings(table);
  if (auto& language = remembered.settings.values["language"]; language.empty()) language = options.first_language;
  remembered.admin.lock_setting = values.flag("admin.lock_setting", false);
  remembered.admin.user_name = values.text("admin.user_name");
  remembered.authorities = Authorities::remembered(*settings);
  remembered.root_certificates = RootCertificateUpdate::remembered(*settings, options);
  remembered.admin.contact_name = values.text("admin.contact_name");
  remembered.authentication = values.authentication();
  const auto updated = values.text("firmware." + options.product.model_id);
  if (is_newer_firmware(updated, options.product.firmware)) remembered.product.firmware = updated;
  remembered.fax_server = values.fax_server();
  remembered.mail_network = values.choice("additional_network.mail", NetworkSide::standard);
  remembered.notifications = notifications_from(values);
  remembered.told = told_events(values);
  const KeptValues secret_values(*secrets);
  for (const auto role : mail_roles) {
    remembered.mail_servers[role] = {values.email(role), values.sign_in(role),
                                     secret_values.text(secret::of(role, secret::email_password)),
                                     secret_values.text(secret::of(role, secret::refresh_token))};
  }
  remembered.wifi_ssid = values.text("wifi.ssid");
  constexpr auto any = std::numeric_limits<std::int64_t>::max();
  remembered.clock_error = Duration(values.number("clock.error", 0, -any, any));
  if (values.complaint()) {
    return fail(FailureKind::store_failed, fmt::format("{}: {}", store.file().string(), *values.complaint()));
  }
  remembered.kept_settings = *settings;
  remembered.kept_secrets = *secrets;
  remembered.label = {remembered.product.serial, secret_values.text(secret::label_password)};
  remembered.administrator_hash = secret_values.text(secret::administrator);
  remembered.wifi_password = secret_values.text(secret::wifi_password);
  remembered.users = std::move(*users);
  remembered.users_key = secret_values.text(secret::users_key);
  return remembered;
}

Result<std::shared_ptr<Device::Impl>> Device::Impl::open(Loop& loop, Ports ports, const Texts& texts,
                                                         const Assets& assets, DeviceOptions options) {
  auto table = SettingTable::load(assets, &texts.in("en"));
  if (!table) return fail(FailureKind::invalid_value, table.error().str());
  auto store = Store::open(options.folder);
  if (!store) return std::unexpected(store.error());
  auto remembered = remember(*store, options, *table);
  if (!remembered) return std::unexpected(remembered.error());
  auto log = store->log(log_length);
  if (!log) return std::unexpected(log.error());
  auto left = store->active();
  if (!left) return std::unexpected(left.error());
  auto audit = store->audit();
  if (!audit) return std::unexpected(audit.error());
  auto recipients = store->recent_recipients();
  if (!recipients) return std::unexpected(recipients.error());

  const auto kept_settings = remembered->kept_settings;
  auto impl = std::make_shared<Impl>(loop, ports, texts, assets, std::move(options), std::move(*store),
                                     std::move(*table), std::move(*remembered));
  impl->core.state.log = std::move(*log);
  impl->core.state.audit = std::make_shared<const std::vector<AuditEntry>>(std::move(*audit));
  impl->core.state.recent_recipients = std::move(*recipients);
  if (auto taken = impl->jobs_.take_up(std::move(*left)); !taken) return std::unexpected(taken.error());
  impl->verifier_.start(kept_settings);
  impl->watch_conditions();
  impl->look_at_originals();
  impl->look_at_memory_device();
  impl->power_.start();
  impl->core.publish();
  return impl;
}

Device::Impl::Impl(Loop& loop, Ports ports, const Texts& texts, const Assets& assets, DeviceOptions options,
                   Store store, SettingTable settings, Remembered remembered)
    : core(loop, ports, texts, assets, std::move(options), std::move(store), std::move(settings)),
      label(std::move(remembered.label)),
      auditor_(core),
      authorities_(core),
      roots_(core),
      verifier_(core, auditor_),
      conditions_(core),
      pin_setup_(core),
      contacts_(core),
      presets_(core),
      power_(core),
      administrator_(core, std::move(remembered.administrator_hash)),
      sign_ins_(core),
      users_(core, std::move(remembered.users_key), std::move(remembered.users)),
      log_in_(core, users_),
      own_(core, users_),
      firmware_(core, power_, sign_ins_, roots_),
      firmware_schedule_(core, firmware_),
      mail_(core, sign_ins_, own_),
      jobs_(core, mail_, conditions_, contacts_),
      cleaning_(core, jobs_),
      notifications_(core, jobs_) {
  core.state.product = std::move(remembered.product);
  core.state.settings = std::move(remembered.settings);
  core.state.basic = basic_of(core.state.settings);
  core.state.clock_error = remembered.clock_error;
  core.state.wifi.in_use = !remembered.wifi_ssid.empty();
  core.state.wifi.network.ssid = remembered.wifi_ssid;
  core.state.wifi.direct_ssid = "DIRECT-" + label.serial.substr(std::min<std::size_t>(2, label.serial.size()));
  wifi_password_ = remembered.wifi_password;
  core.state.network = set_up(around_, core.state.wifi, core.state.settings, core.state.product.mac_address);
  core.state.admin = std::move(remembered.admin);
  core.state.authorities = std::move(remembered.authorities);
  core.state.root_certificates.version = std::move(remembered.root_certificates);
  conditions_.take_up(remembered.kept_settings);
  contacts_.take_up(remembered.kept_settings, remembered.kept_secrets);
  presets_.take_up(remembered.kept_settings);
  cleaning_.take_up(remembered.kept_settings);
  firmware_schedule_.arm();
  core.state.home = home_from(remembered.kept_settings);
  core.state.notifications = std::move(remembered.notifications);
  notifications_.take_up(std::move(remembered.told));
  jobs_.on_ended([this](const Job& job) {
    const bool failed = job.type == JobType::fax && job.result == JobResult::failed;
    if (failed) notifications_.happened(NotifyEvent::fax_error);
  });
  fit_model(remembered);
  firmware_.on_written([this] { verifier_.firmware_written(); });
  power_.on_time_out([this] { (void)jobs_.interrupt(false); });
  log_in_.on_log_out([this] {
    own_.end();
    (void)jobs_.interrupt(false);
  });
  power_.on_dark([this] { log_in_.leave(); });
}

}  // namespace paneltwin::device
