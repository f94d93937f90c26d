#include "net/webconfig/webconfig.hpp"

#include <array>
#include <stdexcept>

#include <fmt/format.h>

#include "net/webconfig/administrator_pages.hpp"
#include "net/webconfig/audit_log_page.hpp"
#include "net/webconfig/authorities_page.hpp"
#include "net/webconfig/connection_test_page.hpp"
#include "net/webconfig/contact_pages.hpp"
#include "net/webconfig/date_time_page.hpp"
#include "net/webconfig/email_notification_page.hpp"
#include "net/webconfig/email_server_page.hpp"
#include "net/webconfig/fax_server_page.hpp"
#include "net/webconfig/firmware_page.hpp"
#include "net/webconfig/job_history_page.hpp"
#include "net/webconfig/log_in_page.hpp"
#include "net/webconfig/mail_network_page.hpp"
#include "net/webconfig/menu.hpp"
#include "net/webconfig/move_settings_pages.hpp"
#include "net/webconfig/panel_snapshot_page.hpp"
#include "net/webconfig/root_certificates_page.hpp"
#include "net/webconfig/server_certificate_page.hpp"
#include "net/webconfig/settings_pages.hpp"
#include "net/webconfig/sign_in_page.hpp"
#include "net/webconfig/site.hpp"
#include "net/webconfig/status_pages.hpp"
#include "net/webconfig/user_pages.hpp"
#include "net/webconfig/wifi_page.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view folder = "pages/webconfig";

struct StaticFile {
  std::string_view address, name, media_type;
};
constexpr std::array static_files{
    StaticFile{"/PRESENTATION/ADVANCED/COMMON/STYLE.CSS", "style.css", "text/css; charset=utf-8"},
    StaticFile{"/PRESENTATION/ADVANCED/COMMON/ICON.SVG", "icon.svg", "image/svg+xml"},
    // Drawn anew, under the real pictures' names, by which programs know what they say.
    StaticFile{"/PRESENTATION/IMAGE/Icn_low.PNG", "supply_low.svg", "image/svg+xml"},
    StaticFile{"/PRESENTATION/IMAGE/Icn_No.PNG", "supply_out.svg", "image/svg+xml"},
    StaticFile{"/PRESENTATION/IMAGE/Icn_Mb.PNG", "supply_box.svg", "image/svg+xml"},
    StaticFile{"/PRESENTATION/ADVANCED/COMMON/PAGE.JS", "page.js", "text/javascript; charset=utf-8"},
    StaticFile{"/PRESENTATION/ADVANCED/COMMON/SIGN_IN.JS", "sign_in.js", "text/javascript; charset=utf-8"},
};

std::string without_port(std::string_view host) {
  const auto colon = host.rfind(':');
  const bool has_port = colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
  return std::string(has_port ? host.substr(0, colon) : host);
}

/// A page for everyone, or what it is made of.
bool is_open_address(std::string_view path) {
  if (path == "/" || path.starts_with("/PRESENTATION/ADVANCED/COMMON/")) return true;
  for (const auto& item : whole_menu().front().items) {
    if (item.for_everyone && path.starts_with(address(item.id, ""))) return true;
  }
  return false;
}

}  // namespace

struct WebConfig::Impl {
  Impl(device::Device& the_device, const device::Assets& the_assets)
      : device(the_device), assets(the_assets), sheets(assets, device.settings()) {}
  device::Device& device;
  const device::Assets& assets;
  StatusShelf sheets;
  std::shared_ptr<Site> site;
  PanelCamera camera;
  Service service;
  device::Device::Subscription power;
};

static bool is_without_power(const device::State& state) {
  return state.power == device::PowerState::off || state.power == device::PowerState::restarting;
}

WebConfig::WebConfig(device::Loop&, device::Device& device, device::Clock& clock, const device::Texts& texts,
                     const device::Assets& assets)
    : impl_(std::make_unique<Impl>(device, assets)) {
  auto templates = pages::Templates::load(assets, folder);
  if (!templates) throw std::runtime_error(templates.error().detail);
  impl_->site = std::make_shared<Site>(device, clock, texts, std::move(*templates));
  auto& site = *impl_->site;

  for (const auto& file : static_files) {
    if (site.serve(std::string(file.address), std::string(file.name), std::string(file.media_type))) continue;
    throw std::runtime_error(fmt::format("{}/{}: cannot be read", folder, file.name));
  }
  site.show("/", [&site](Visit visit) { site.answer(std::move(visit), "entry", "", {}); });
  add_log_in_page(site);
  add_status_pages(site, impl_->sheets);
  // Every page is there; the menu says which ones the model has.
  for (const auto& pages : mail_pages) {
    add_email_server_page(site, pages);
    add_sign_in_page(site, pages);
    add_connection_test_page(site, pages);
  }
  add_fax_server_page(site);
  add_mail_network_page(site);
  add_email_notification_page(site);
  add_firmware_page(site);
  add_job_history_page(site);
  add_panel_snapshot_page(site, [&camera = impl_->camera]() -> const PanelCamera& { return camera; });
  add_administrator_password_page(site);
  add_contact_page(site);
  add_audit_log_page(site);
  add_authorities_page(site);
  add_server_certificate_page(site, impl_->service);
  add_root_certificates_page(site);
  add_wifi_page(site);
  add_settings_pages(site);
  add_contacts_pages(site);
  add_date_time_page(site);
  add_move_settings_pages(site);
  add_authentication_page(site);
  add_users_page(site);
  add_user_file_page(site);
  impl_->power = device.subscribe([&sessions = site.sessions](const device::Snapshot& seen) {
    if (is_without_power(*seen)) sessions.end_others("");  // nobody is logged in to what has started anew
  });
}

WebConfig::~WebConfig() = default;

std::expected<void, device::FileError> WebConfig::reload_pages() { return impl_->site->reload(impl_->assets); }

std::expected<void, device::FileError> WebConfig::read_sheets() { return impl_->sheets.read(); }

void WebConfig::see_panel(PanelCamera camera) { impl_->camera = std::move(camera); }

void WebConfig::serve_by(Service service) { impl_->service = std::move(service); }

void WebConfig::handle(const http::Request& request, http::Respond respond) {
  if (is_without_power(*impl_->device.snapshot())) {
    return respond(http::Response{.status = 503});  // as near to a machine without power as a server can get
  }
  impl_->site->handle(request, std::move(respond));
}

void WebConfig::handle_plain(const http::Request& request, http::Respond respond, std::uint16_t tls_port) {
  const bool redirects = impl_->device.snapshot()->settings.text("redirect-https") != "off";
  if (!redirects && is_open_address(request.path)) return handle(request, std::move(respond));
  respond(http::Response::redirect(fmt::format("https://{}:{}{}", without_port(request.host), tls_port, request.target),
                                   307));
}

}  // namespace paneltwin::net::webconfig
