#include "panel/machine.hpp"

#include <map>
#include <mutex>

#include <boost/json.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "net/firmware/maker_site.hpp"
#include "net/http/server.hpp"
#include "net/oauth/oauth_identity.hpp"
#include "net/oauth/provider.hpp"
#include "net/smtp/smtp_transport.hpp"
#include "net/tls/authority.hpp"
#include "net/tls/server_certificate.hpp"
#include "net/wire.hpp"
#include "panel/scenario.hpp"
#include "panel/world/access_points.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::EmailService;
using device::FailureKind;

namespace {

/// Held as long as the machine lives: two machines on one state folder would each believe the store to be theirs.
class FolderLock {
 public:
  bool take(const fs::path& folder) {
    descriptor_ = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
  }
  FolderLock() = default;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

 private:
  int descriptor_ = -1;
};

}  // namespace

/// When every picture is taken.
static device::Instant specimen_moment() { return device::from_iso8601("2026-11-23T09:30:00Z").value(); }

// Members stand in the order they are made; what is made later uses what was made before it and goes first.
struct Machine::Impl {
  MachineOptions options;
  device::Assets assets;
  std::optional<device::Texts> texts;
  Model model;
  FolderLock lock;
  device::Loop loop;
  device::Clock clock{loop, options.specimen ? specimen_moment() : device::Clock::system_now()};
  net::Faults faults;
  net::WireTrace trace;
  FileOriginals originals;
  std::optional<FolderTray> tray;
  FolderStick stick;
  std::optional<ShareFolders> shares;
  std::unique_ptr<net::tls::Authority> authority;
  std::unique_ptr<net::tls::ServerCertificate> certificate;
  std::unique_ptr<net::cloud::Cloud> cloud;
  std::optional<net::Wire> wire, additional_wire;
  std::unique_ptr<device::Identity> identity;
  std::unique_ptr<device::MailTransport> mail;
  std::unique_ptr<device::FirmwareSource> maker_site;
  std::unique_ptr<device::Device> device;
  device::Device::Subscription trust;
  std::unique_ptr<net::webconfig::WebConfig> web_config;
  std::unique_ptr<net::http::Server> web, web_tls;
  std::mutex acts;
  std::function<void(const std::string&)> seen;  // of what the operator does

  explicit Impl(MachineOptions chosen) : options(std::move(chosen)), assets(options.assets) {}
};

static std::string words(const device::Failure& failure) {
  return std::string(device::name_of(failure.kind)) + ": " + failure.detail;
}

/// A folder only for this user, made when missing; nothing is said when it is fine.
static std::optional<std::string> prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return "cannot use the state folder " + folder.string() + ": " + error.message();
  if (::access(folder.c_str(), W_OK) != 0) return "cannot write into the state folder " + folder.string();
  return std::nullopt;
}

static std::string name_of_host(const std::string& address) {
  return address.starts_with("127.") ? "localhost" : address;
}

static std::string reached_by_name(const net::cloud::Cloud& cloud, const std::string& address) {
  return "https://" + name_of_host(address) + ":" + std::to_string(cloud.http_port());
}

/// Where the additional network's connections come from: this computer has no second network, but it can have a second
/// address of its own. Empty: the same as the standard one's.
static std::string additional_address(const MachineOptions& options) {
  return options.listen == "127.0.0.1" ? "127.0.0.2" : "";
}

/// What every model can be updated to; a model that cannot be read has nothing.
static std::vector<net::cloud::FirmwareOffer> firmware_offers(const device::Assets& assets) {
  std::vector<net::cloud::FirmwareOffer> offers;
  for (const auto& id : model_ids(assets)) {
    if (const auto model = load_model(assets, id)) offers.push_back({model->id, model->name, model->newest_firmware});
  }
  return offers;
}

/// The built-in cloud as a provider: the real one's shapes at our own addresses. It goes by name, as the real one does,
/// so that a name server that fails is felt.
static net::oauth::Provider built_in(const net::cloud::Cloud& cloud, const std::string& address, std::string tenant,
                                     const fs::path& authority) {
  return {.name = "PanelTwin",
          .authority = reached_by_name(cloud, address) + "/" + std::move(tenant),
          .client_id = cloud.tenant().client_id,
          .scope = "openid profile offline_access https://outlook.office.com/SMTP.Send",
          .smtp_host = name_of_host(address),
          .smtp_port = cloud.smtp_port(),
          .gives_pages = true,
          .ca = authority};
}

static std::map<EmailService, net::oauth::Provider> providers_of(const MachineOptions& options,
                                                                 const net::cloud::Cloud& cloud,
                                                                 const fs::path& authority,
                                                                 const std::optional<net::oauth::Provider>& own) {
  std::map<EmailService, net::oauth::Provider> providers{
      {EmailService::exchange_online, built_in(cloud, options.listen, "organizations", authority)},
      {EmailService::outlook_com, built_in(cloud, options.listen, "consumers", authority)}};
  for (auto& [service, provider] : providers) {
    if (own && own->service.value_or(service) == service) provider = *own;
  }
  return providers;
}

/// How long Web Config cannot be reached when its certificate changes.
constexpr std::chrono::seconds out_of_reach{3};

/// The CA certificates that people imported count from the next connection on. Loop, or before loop.start().
static void trust_imported(net::Wire& wire, const device::State& state) {
  wire.imported.clear();
  for (const auto& authority : state.authorities) wire.imported.push_back(authority.pem);
}

/// The network as the machine reports it: the address that its pages are really served on.
static device::Network network_of(const MachineOptions& options, const std::string& web_config) {
  if (options.specimen) {  // RFC 5737: addresses for documentation
    return {.ip_address = "192.0.2.15",
            .subnet_mask = "255.255.255.0",
            .default_gateway = "192.0.2.1",
            .primary_dns = "192.0.2.1",
            .dns_host_name = "paneltwin",
            .web_config = "https://192.0.2.15/"};
  }
  const bool loopback = options.listen.starts_with("127.");
  return {.ip_address = options.listen,
          .subnet_mask = loopback ? "255.0.0.0" : "255.255.255.0",
          .default_gateway = options.listen,
          .primary_dns = options.listen,
          .dns_host_name = "paneltwin",
          .web_config = web_config};
}

static device::Network additional_network_of(const MachineOptions& options) {
  const auto own = additional_address(options);
  auto network = network_of(options, "");
  if (!own.empty()) network.ip_address = network.default_gateway = network.primary_dns = own;
  return network;
}

std::expected<std::unique_ptr<Machine>, StartError> Machine::start(MachineOptions options) {
  auto impl = std::make_unique<Impl>(std::move(options));
  Impl& machine = *impl;
  const auto refuse = [](std::string message, int exit_code = 1) {
    return std::unexpected(StartError{std::move(message), exit_code});
  };

  auto texts = device::Texts::load(machine.assets);
  if (!texts) return refuse(texts.error().str());
  machine.texts.emplace(std::move(*texts));
  if (const auto& tag = machine.options.language; tag && machine.texts->in(*tag).tag() != *tag) {
    return refuse("no language '" + *tag + "' in assets/locales", 2);
  }
  auto model = load_model(machine.assets, machine.options.model);
  if (!model)
    return refuse(model.error().str(), machine.assets.find("models/" + machine.options.model + ".yaml") ? 1 : 2);
  machine.model = std::move(*model);
  auto air = load_access_points(machine.assets);
  if (!air) return refuse(air.error().str());
  std::optional<net::oauth::Provider> own_provider;
  if (!machine.options.provider.empty()) {
    auto provider = net::oauth::load_provider(machine.options.provider);
    if (!provider) return refuse(provider.error().str());
    own_provider = std::move(*provider);
  }

  const auto& state = machine.options.state;
  for (const auto& folder : {state, state / "device", state / "cloud", state / "tray"}) {
    if (auto problem = prepare_folder(folder)) return refuse(*problem);
  }
  if (!machine.lock.take(state))
    return refuse("the state folder " + state.string() + " is in use by another PanelTwin");
  machine.tray.emplace(state / "tray");
  machine.shares.emplace(state / "shares", machine.faults);

  const std::vector<std::string> names{machine.options.listen};
  auto authority = net::tls::Authority::open(state, names, machine.clock.now());
  if (!authority) return refuse(words(authority.error()));
  machine.authority = std::move(*authority);

  machine.certificate = std::make_unique<net::tls::ServerCertificate>(state, *machine.authority);

  auto cloud = net::cloud::Cloud::open(machine.loop, machine.clock, *machine.texts, machine.assets, *machine.authority,
                                       {.folder = state / "cloud",
                                        .address = machine.options.listen,
                                        .http_port = machine.options.cloud_port,
                                        .smtp_port = machine.options.smtp_port,
                                        .firmware = firmware_offers(machine.assets)});
  if (!cloud) return refuse(words(cloud.error()));
  machine.cloud = std::move(*cloud);

  const auto authority_file = machine.authority->certificate();
  const auto providers = providers_of(machine.options, *machine.cloud, authority_file, own_provider);
  machine.wire.emplace(machine.loop, machine.clock, machine.faults, std::vector{authority_file});
  if (own_provider && !own_provider->ca.empty()) machine.wire->authorities.push_back(own_provider->ca);
  machine.wire->trace = &machine.trace;
  machine.identity = net::oauth::make_identity(*machine.wire, machine.clock, providers);
  machine.additional_wire.emplace(*machine.wire);
  machine.additional_wire->additional = true;
  machine.additional_wire->local_address = additional_address(machine.options);
  machine.mail = net::smtp::make_mail_transport(*machine.wire, &*machine.additional_wire);
  machine.maker_site =
      net::make_maker_site(*machine.wire, reached_by_name(*machine.cloud, machine.options.listen) + "/firmware");

  device::DeviceOptions device_options{.folder = state / "device",
                                       .user_folders = state / "folders",
                                       .product = {.model_id = machine.model.id,
                                                   .model_name = machine.model.name,
                                                   .firmware = machine.model.firmware,
                                                   .functions = machine.model.functions,
                                                   .oauth2_firmware = machine.model.oauth2_firmware},
                                       .first_language = machine.options.language.value_or("en")};
  if (machine.options.specimen) {
    device_options.product.serial = "X3B8153559";
    device_options.product.mac_address = "02:00:5E:10:20:30";
  }
  const std::map<EmailService, std::string> service_names{{EmailService::exchange_online, "Microsoft Exchange Online"},
                                                          {EmailService::outlook_com, "Outlook.com"}};
  for (const auto& [service, provider] : providers) {
    device_options.services[service] = {service_names.at(service), provider.smtp_host,
                                        machine.options.specimen ? std::uint16_t{587} : provider.smtp_port,
                                        provider.security};
  }
  auto device = device::Device::open(
      machine.loop,
      {machine.clock, *machine.identity, *machine.mail, machine.originals, *machine.tray, machine.maker_site.get(),
       &*machine.shares, machine.model.has("memory-device") ? &machine.stick : nullptr},
      *machine.texts, machine.assets, std::move(device_options));
  if (!device) return refuse(words(device.error()));
  machine.device = std::move(*device);
  trust_imported(*machine.wire, *machine.device->snapshot());
  machine.trust =
      machine.device->subscribe([&wire = *machine.wire](const device::Snapshot& seen) { trust_imported(wire, *seen); });
  machine.wire->reach = [&door = *machine.device] { return device::reach_of(*door.snapshot()); };
  machine.additional_wire->reach = [&door = *machine.device] {
    return device::Reach{.clock_error = door.snapshot()->clock_error};
  };
  machine.stick.on_change([&door = *machine.device] { door.post(device::command::MemoryDeviceChanged{}); });
  machine.originals.on_change([&door = *machine.device] { door.post(device::command::OriginalsChanged{}); });

  machine.web_config = std::make_unique<net::webconfig::WebConfig>(machine.loop, *machine.device, machine.clock,
                                                                   *machine.texts, machine.assets);
  auto web_tls = net::http::Server::listen(
      machine.loop,
      {.address = machine.options.listen,
       .port = machine.options.web_tls_port,
       .certificate = machine.certificate.get()},
      [&pages = *machine.web_config](const net::http::Request& request, net::http::Respond respond) {
        pages.handle(request, std::move(respond));
      });
  if (!web_tls) return refuse(words(web_tls.error()));
  machine.web_tls = std::move(*web_tls);
  machine.web_config->serve_by(
      {machine.certificate.get(), [&server = *machine.web_tls] { server.restart(out_of_reach); }});
  auto web =
      net::http::Server::listen(machine.loop, {.address = machine.options.listen, .port = machine.options.web_port},
                                [&pages = *machine.web_config, tls_port = machine.web_tls->port()](
                                    const net::http::Request& request, net::http::Respond respond) {
                                  pages.handle_plain(request, std::move(respond), tls_port);
                                });
  if (!web) return refuse(words(web.error()));
  machine.web = std::move(*web);

  if (machine.options.clock_stands) machine.clock.stand();
  machine.loop.start();
  auto ready = std::unique_ptr<Machine>(new Machine(std::move(impl)));
  machine.device->post(device::command::SetAir{std::move(*air)}, {}, device::Origin::world);
  machine.device->post(device::command::SetNetwork{network_of(machine.options, ready->web_config_url())});
  machine.device->post(device::command::SetAdditionalNetwork{additional_network_of(machine.options)});
  if (machine.options.language) {
    machine.device->post(device::command::SetSetting{"language", *machine.options.language}, {}, device::Origin::world);
  }
  machine.loop.sync([] {});  // what was posted above is in the snapshot now
  if (!machine.options.scenario.empty()) {
    if (auto played = ready->play_scenario(machine.options.scenario); !played) {
      return refuse("scenario '" + machine.options.scenario + "': " + words(played.error()),
                    played.error().kind == FailureKind::not_found ? 2 : 1);
    }
  }
  return ready;
}

Machine::Machine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Machine::~Machine() { impl_->loop.stop(); }

device::Loop& Machine::loop() { return impl_->loop; }
device::Clock& Machine::clock() { return impl_->clock; }
device::Device& Machine::device() { return *impl_->device; }
net::cloud::Cloud& Machine::cloud() { return *impl_->cloud; }
net::Faults& Machine::faults() { return impl_->faults; }
net::webconfig::WebConfig& Machine::web_config() { return *impl_->web_config; }
net::WireTrace& Machine::trace() { return impl_->trace; }
void Machine::on_act(std::function<void(const std::string&)> seen) {
  const std::lock_guard lock(impl_->acts);
  impl_->seen = std::move(seen);
}
void Machine::did(const std::string& step) {
  const std::lock_guard lock(impl_->acts);
  if (impl_->seen) impl_->seen(step);
}
FileOriginals& Machine::originals() { return impl_->originals; }
FolderTray& Machine::tray() { return *impl_->tray; }
FolderStick& Machine::stick() { return impl_->stick; }
ShareFolders& Machine::shares() { return *impl_->shares; }
const device::Texts& Machine::texts() const { return *impl_->texts; }
const device::Assets& Machine::assets() const { return impl_->assets; }
const Model& Machine::model() const { return impl_->model; }
const MachineOptions& Machine::options() const { return impl_->options; }
fs::path Machine::authority() const { return impl_->authority->certificate(); }

static std::string url(std::string_view scheme, const std::string& address, std::uint16_t port) {
  return std::string(scheme) + "://" + address + ":" + std::to_string(port) + "/";
}

std::string Machine::web_config_url() const { return url("https", impl_->options.listen, impl_->web_tls->port()); }
std::string Machine::web_config_http_url() const { return url("http", impl_->options.listen, impl_->web->port()); }

void Machine::lay_card(const std::string& card, device::Reply told) {
  device::Command command = device::command::TakeCard{};
  if (!card.empty()) command = device::command::LayCard{card};
  impl_->device->post(std::move(command), std::move(told), device::Origin::world);
}

static std::map<std::string_view, std::atomic<bool>*> by_name(net::Faults& faults) {
  return {{"dns", &faults.dns},
          {"smtp-port", &faults.smtp_port},
          {"tls", &faults.tls},
          {"network", &faults.network},
          {"additional-network", &faults.additional_network}};
}

bool Machine::set_fault(std::string_view name, bool on) {
  const auto known = by_name(impl_->faults);
  const auto found = known.find(name);
  if (found == known.end()) return false;
  found->second->store(on);
  if (name == "network") impl_->device->post(device::command::SetLink{!on}, {}, device::Origin::world);
  if (name == "additional-network" && impl_->device->snapshot()->additional_network) {
    auto network = impl_->device->snapshot()->additional_network->network;
    network.link = !on;
    impl_->device->post(device::command::SetAdditionalNetwork{network}, {}, device::Origin::world);
  }
  return true;
}

void Machine::clear_faults() {
  for (const auto& [name, _] : by_name(impl_->faults)) set_fault(name, false);
}

std::map<std::string_view, bool> Machine::faults_by_name() const {
  std::map<std::string_view, bool> now;
  for (const auto& [name, flag] : by_name(impl_->faults)) now[name] = flag->load();
  return now;
}

device::Result<void> Machine::play_scenario(const std::string& name) {
  auto scenario = load_scenario(impl_->assets, name);
  if (!scenario) {
    return device::fail(
        impl_->assets.find("scenarios/" + name + ".yaml") ? FailureKind::invalid_value : FailureKind::not_found,
        scenario.error().str());
  }
  return play(*this, *scenario);
}

std::string Machine::ready_json(const std::string& control, const std::string& token) const {
  const auto& tenant = impl_->cloud->tenant();
  boost::json::array accounts;
  for (const auto& account : tenant.accounts) {
    accounts.push_back(
        {{"user", account.user}, {"password", account.password}, {"roles", boost::json::value_from(account.roles)}});
  }
  boost::json::object ready{{"web_config", web_config_url()},
                            {"web_config_http", web_config_http_url()},
                            {"cloud", impl_->cloud->base_url()},
                            {"smtp", {{"host", impl_->options.listen}, {"port", impl_->cloud->smtp_port()}}},
                            {"control", control},
                            {"ca", authority().string()},
                            {"admin_password", impl_->device->label().administrator_password},
                            {"pid", ::getpid()},
                            {"tenant",
                             {{"domain", tenant.domain},
                              {"id", tenant.id},
                              {"client_id", tenant.client_id},
                              {"accounts", std::move(accounts)}}}};
  if (!token.empty()) ready["control_token"] = token;
  return boost::json::serialize(ready);
}

}  // namespace paneltwin::panel
