// A machine put together, part by part: each stands on those before it.
#include <unistd.h>

#include "net/firmware/maker_site.hpp"
#include "net/oauth/oauth_identity.hpp"
#include "net/smtp/smtp_transport.hpp"
#include "panel/machine_parts.hpp"
#include "panel/machine_providers.hpp"
#include "panel/world/access_points.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::EmailService;
using device::FailureKind;
using Done = std::expected<void, StartError>;

static std::unexpected<StartError> refuse(std::string message, int exit_code = 1) {
  return std::unexpected(StartError{std::move(message), exit_code});
}

/// For the person who started it: the detail says what and where; the kind's name only where there is nothing else.
static std::string words(const device::Failure& failure) {
  return failure.detail.empty() ? std::string(device::name_of(failure.kind)) : failure.detail;
}

/// A folder only for this user, made when missing; nothing is said when it is fine. One that was there keeps the
/// permissions that its owner gave it: `--state /tmp` must not close /tmp to everybody else.
static std::optional<std::string> prepare_folder(const fs::path& folder, NewFolder* made = nullptr) {
  std::error_code error;
  if (fs::create_directories(folder, error)) {
    fs::permissions(folder, fs::perms::owner_all, error);
    if (made) made->made(folder);
  }
  if (error) return "cannot use the state folder " + folder.string() + ": " + error.message();
  if (::access(folder.c_str(), W_OK) != 0) return "cannot write into the state folder " + folder.string();
  return std::nullopt;
}

/// Where the additional network's connections come from: this computer has no second network, but it can have a second
/// address of its own. Empty: the same as the standard one's.
static std::string additional_address(const MachineOptions& options) {
  return options.listen == "127.0.0.1" ? "127.0.0.2" : "";
}

std::vector<net::cloud::FirmwareOffer> Machine::Impl::read_offers() {
  std::map<std::string, net::cloud::FirmwareOffer> read;
  for (const auto& id : model_ids(assets)) {
    if (const auto one = load_model(assets, id)) {
      read[id] = {one->id, one->name, one->newest_firmware};
    } else if (const auto before = offers.find(id); before != offers.end()) {
      read[id] = before->second;
    }
  }
  offers = std::move(read);
  std::vector<net::cloud::FirmwareOffer> all;
  all.reserve(offers.size() + 1);
  for (const auto& [_, offer] : offers) all.push_back(offer);
  all.push_back({std::string(device::root_certificates_item), "", std::string(device::todays_root_certificates)});
  return all;
}

/// How long Web Config cannot be reached when its certificate changes.
constexpr std::chrono::seconds out_of_reach{3};

/// The CA certificates that people imported, and the public ones that the machine knows, count from the next connection
/// on. Loop, or before loop.start().
static void trust_as(const device::State& state, net::Wire& wire) {
  wire.knows_todays_roots = state.root_certificates.know_todays();
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

device::Network additional_network_of(const MachineOptions& options) {
  const auto own = additional_address(options);
  auto network = network_of(options, "");
  if (!own.empty()) network.ip_address = network.default_gateway = network.primary_dns = own;
  return network;
}

device::Product product_of(const Model& model) {
  return {.model_id = model.id,
          .model_name = model.name,
          .firmware = model.firmware,
          .functions = model.functions,
          .oauth2_firmware = model.oauth2_firmware};
}

Done Machine::Impl::read_assets() {
  auto read_texts = device::Texts::open(assets);
  if (!read_texts) return refuse(read_texts.error().str());
  texts.emplace(std::move(*read_texts));
  if (const auto& tag = options.language; tag && texts->in(*tag).tag() != *tag) {
    return refuse("no language '" + *tag + "' in assets/locales", 2);
  }
  auto read_model = load_model(assets, options.model);
  if (!read_model) return refuse(read_model.error().str(), assets.find("models/" + options.model + ".yaml") ? 1 : 2);
  model = std::move(*read_model);
  auto read_air = load_access_points(assets);
  if (!read_air) return refuse(read_air.error().str());
  air = std::move(*read_air);
  if (options.provider.empty()) return {};
  auto provider = net::oauth::load_provider(options.provider);
  if (!provider) return refuse(provider.error().str());
  own_provider = std::move(*provider);
  return {};
}

Done Machine::Impl::open_folders() {
  const auto& state = options.state;
  if (auto problem = prepare_folder(state, &new_state)) return refuse(*problem);
  for (const auto& folder : {state / "device", state / "cloud", state / "tray"}) {
    if (auto problem = prepare_folder(folder)) return refuse(*problem);
  }
  if (!lock.take(state)) return refuse("the state folder " + state.string() + " is in use by another PanelTwin");
  tray.emplace(state / "tray");
  shares.emplace(state / "shares", faults);
  return {};
}

Done Machine::Impl::open_cloud() {
  const std::vector<std::string> names{options.listen};
  auto opened_authority = net::tls::Authority::open(options.state, names, clock.now());
  if (!opened_authority) return refuse(words(opened_authority.error()));
  authority = std::move(*opened_authority);
  certificate = std::make_unique<net::tls::ServerCertificate>(options.state, *authority);
  auto opened_cloud = net::cloud::Cloud::open(loop, clock, *texts, assets, *authority,
                                              {.folder = options.state / "cloud",
                                               .address = options.listen,
                                               .http_port = options.cloud_port,
                                               .smtp_port = options.smtp_port,
                                               .firmware = read_offers()});
  if (!opened_cloud) return refuse(words(opened_cloud.error()));
  cloud = std::move(*opened_cloud);
  return {};
}

void Machine::Impl::open_wires() {
  const auto authority_file = authority->certificate();
  providers = providers_of(options, *cloud, authority_file, own_provider);
  wire.emplace(loop, clock, faults, std::vector{authority_file});
  if (own_provider && !own_provider->ca.empty()) wire->authorities.push_back(own_provider->ca);
  wire->trace = &trace;
  identity = net::oauth::make_identity(*wire, clock, providers);
  additional_wire.emplace(*wire);
  additional_wire->additional = true;
  additional_wire->local_address = additional_address(options);
  mail = net::smtp::make_mail_transport(*wire, &*additional_wire);
  // The maker's own site is known to every machine, however old its root certificates are.
  maker_wire.emplace(*wire);
  maker_site = net::make_maker_site(*maker_wire, reached_by_name(*cloud, options.listen) + "/firmware");
}

using Providers = std::map<EmailService, net::oauth::Provider>;

/// The mail services, as the device lists them.
static std::map<EmailService, device::ServiceAddress> services_of(const Providers& providers, bool specimen) {
  const std::map<EmailService, std::string> names{{EmailService::exchange_online, "Microsoft Exchange Online"},
                                                  {EmailService::outlook_com, "Outlook.com"}};
  std::map<EmailService, device::ServiceAddress> services;
  for (const auto& [service, provider] : providers) {
    services[service] = {names.at(service), provider.smtp_host, specimen ? std::uint16_t{587} : provider.smtp_port,
                         provider.security};
  }
  return services;
}

Done Machine::Impl::open_device() {
  device::DeviceOptions device_options{.folder = options.state / "device",
                                       .user_folders = options.state / "folders",
                                       .product = product_of(model),
                                       .first_language = options.language.value_or("en"),
                                       .root_certificates = model.root_certificates,
                                       .program = "/proc/self/exe"};
  if (options.specimen) {
    device_options.product.serial = "X3B8153559";
    device_options.product.mac_address = "02:00:5E:10:20:30";
  }
  device_options.services = services_of(providers, options.specimen);
  auto opened = device::Device::open(
      loop, {clock, *identity, *mail, originals, *tray, maker_site.get(), &*shares, &stick, &print_files}, *texts,
      assets, std::move(device_options));
  if (!opened) return refuse(words(opened.error()));
  device = std::move(*opened);
  const auto trusting = [this](const device::Snapshot& now) {
    for (auto* one : {&*wire, &*additional_wire}) trust_as(*now, *one);
  };
  trusting(device->snapshot());
  trust = device->subscribe(trusting);
  wire->reach = [&door = *device] { return device::reach_of(*door.snapshot()); };
  maker_wire->reach = wire->reach;
  additional_wire->reach = [&door = *device] { return device::Reach{.clock_error = door.snapshot()->clock_error}; };
  stick.on_change([&door = *device] { door.post(device::command::MemoryDeviceChanged{}); });
  originals.on_change([&door = *device] { door.post(device::command::OriginalsChanged{}); });
  return {};
}

Done Machine::Impl::open_pages() {
  using net::http::Request;
  using net::http::Respond;
  web_config = std::make_unique<net::webconfig::WebConfig>(loop, *device, clock, *texts, assets);
  auto tls = net::http::Server::listen(
      loop, {.address = options.listen, .port = options.web_tls_port, .certificate = certificate.get()},
      [&pages = *web_config](const Request& request, Respond respond) { pages.handle(request, std::move(respond)); });
  if (!tls) return refuse(words(tls.error()));
  web_tls = std::move(*tls);
  web_config->serve_by({certificate.get(), [&server = *web_tls] { server.restart(out_of_reach); }});
  auto plain = net::http::Server::listen(
      loop, {.address = options.listen, .port = options.web_port},
      [&pages = *web_config, tls_port = web_tls->port()](const Request& request, Respond respond) {
        pages.handle_plain(request, std::move(respond), tls_port);
      });
  if (!plain) return refuse(words(plain.error()));
  web = std::move(*plain);
  auto printing = net::print::RawServer::listen(loop, *device, {.address = options.listen, .port = options.raw_port});
  if (!printing && options.raw_port_may_be_other) {
    printing = net::print::RawServer::listen(loop, *device, {.address = options.listen});
  }
  if (!printing) return refuse(words(printing.error()));
  raw = std::move(*printing);
  return {};
}

void Machine::Impl::introduce(const std::string& web_config_url) {
  device->post(device::command::SetAir{air}, {}, device::Origin::world);
  device->post(device::command::SetNetwork{network_of(options, web_config_url)});
  device->post(device::command::SetAdditionalNetwork{additional_network_of(options)});
  const bool is_signed = certificate->in_use() == net::tls::ServerCertificate::Kind::ca_signed;
  device->post(device::command::ShowServerCertificate{is_signed}, {}, device::Origin::world);
  if (options.language) {
    device->post(device::command::SetSetting{"language", *options.language}, {}, device::Origin::world);
  }
  loop.sync([] {});  // what was posted above is in the snapshot now
}

std::expected<std::unique_ptr<Machine>, StartError> Machine::start(MachineOptions options) {
  auto impl = std::make_unique<Impl>(std::move(options));
  Impl& machine = *impl;
  for (const auto part : {&Impl::read_assets, &Impl::open_folders, &Impl::open_cloud}) {
    if (auto done = (machine.*part)(); !done) return std::unexpected(done.error());
  }
  machine.open_wires();
  for (const auto part : {&Impl::open_device, &Impl::open_pages}) {
    if (auto done = (machine.*part)(); !done) return std::unexpected(done.error());
  }
  if (machine.options.clock_stands) machine.clock.stand();
  machine.loop.start();
  auto ready = std::unique_ptr<Machine>(new Machine(std::move(impl)));
  machine.introduce(ready->web_config_url());
  if (machine.options.scenario.empty()) return ready;
  if (auto played = ready->play_scenario(machine.options.scenario); !played) {
    return refuse("scenario '" + machine.options.scenario + "': " + words(played.error()),
                  played.error().kind == FailureKind::not_found ? 2 : 1);
  }
  return ready;
}

}  // namespace paneltwin::panel
