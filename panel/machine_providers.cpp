#include "panel/machine_providers.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::EmailService;

static std::string name_of_host(const std::string& address) {
  return address.starts_with("127.") ? "localhost" : address;
}

std::string reached_by_name(const net::cloud::Cloud& cloud, const std::string& address) {
  return "https://" + name_of_host(address) + ":" + std::to_string(cloud.http_port());
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

std::map<EmailService, net::oauth::Provider> providers_of(const MachineOptions& options, const net::cloud::Cloud& cloud,
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

}  // namespace paneltwin::panel
