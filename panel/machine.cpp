#include <boost/json.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "panel/machine_parts.hpp"
#include "panel/scenario.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::FailureKind;

bool FolderLock::take(const fs::path& folder) {
  descriptor_ = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  return descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

device::Instant specimen_moment() { return device::from_iso8601("2026-11-23T09:30:00Z").value(); }

Machine::Machine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Machine::~Machine() { impl_->loop.stop(); }

device::Loop& Machine::loop() { return impl_->loop; }
device::Clock& Machine::clock() { return impl_->clock; }
void Machine::keep_state() { impl_->new_state.keep(); }
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

std::uint16_t Machine::raw_port() const { return impl_->raw->port(); }

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
                            {"raw", {{"host", impl_->options.listen}, {"port", raw_port()}}},
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
