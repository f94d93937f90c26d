#include "net/oauth/provider.hpp"

#include <boost/url/parse.hpp>

#include "device/names.hpp"
#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::net::oauth {

namespace {

using device::strict::allow_only, device::strict::complain;

/// Takes a file apart, to the letter.
class ProviderReader {
 public:
  ProviderReader(std::filesystem::path folder, const Places& places) : folder_(std::move(folder)), places_(places) {}

  Provider provider(const YAML::Node& file) const {
    allow_only(file, {"name", "service", "issuer", "authority", "client_id", "scope", "smtp", "ca"});
    Provider provider{.name = word(file, "name"),
                      .issuer = word(file, "issuer", false),
                      .authority = word(file, "authority", false),
                      .client_id = word(file, "client_id"),
                      .scope = word(file, "scope")};
    if (provider.issuer.empty() == provider.authority.empty())
      complain(file, "either 'issuer' or 'authority' is wanted, and not both");
    must_be_address(file, provider.issuer.empty() ? "authority" : "issuer");
    if (const auto name = word(file, "service", false); !name.empty()) {
      provider.service = device::named<device::EmailService>(name);
      if (!provider.service)
        complain(file["service"], "no such service '" + name + "': exchange_online or outlook_com");
    }
    if (const auto ca = word(file, "ca", false); !ca.empty()) provider.ca = folder_ / ca;
    if (!file["smtp"]) complain(file, "'smtp' is missing");
    mail_server(file["smtp"], provider);
    return provider;
  }

 private:
  std::string word(const YAML::Node& node, const std::string& name, bool needed = true) const {
    const auto written = device::strict::word(node, name, needed);
    return written.empty() ? "" : filled(node[name]);
  }

  /// The value with its "{places}" filled in.
  std::string filled(const YAML::Node& node) const {
    std::string text = node.Scalar();
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
      const auto close = text.find('}', open);
      if (close == std::string::npos) complain(node, "a '{' without its '}'");
      const auto place = places_.find(text.substr(open + 1, close - open - 1));
      if (place == places_.end()) complain(node, "nothing is known for '" + text.substr(open, close - open + 1) + "'");
      text.replace(open, close - open + 1, place->second);
      open += place->second.size();
    }
    return text;
  }

  void must_be_address(const YAML::Node& file, const std::string& name) const {
    const auto address = word(file, name);
    const auto url = boost::urls::parse_uri(address);
    if (!url || url->host().empty() || (url->scheme() != "https" && url->scheme() != "http") || url->has_query() ||
        url->has_fragment())
      complain(file[name], "'" + name + "' must be an https:// address");
  }

  void mail_server(const YAML::Node& node, Provider& provider) const {
    allow_only(node, {"host", "port", "security", "auth"});
    provider.smtp_host = word(node, "host");
    if (const auto text = word(node, "port", false); !text.empty()) {
      const auto port = YAML::Node(text).as<int>(0);
      if (port < 1 || port > 65535) complain(node["port"], "a port is a number from 1 to 65535");
      provider.smtp_port = static_cast<std::uint16_t>(port);
    }
    if (const auto name = word(node, "security", false); !name.empty()) {
      const auto security = device::named<device::Security>(name);
      if (!security) complain(node["security"], "no such security '" + name + "': starttls or ssl_tls");
      if (security == device::Security::none) complain(node["security"], "a token must not travel unsecured");
      provider.security = *security;
    }
    if (const auto name = word(node, "auth", false); !name.empty() && name != provider.auth)
      complain(node["auth"], "no such way to authenticate '" + name + "': xoauth2");
  }

  std::filesystem::path folder_;
  const Places& places_;
};

}  // namespace

std::string Provider::discovery_url() const {
  std::string base = issuer.empty() ? authority + "/v2.0" : issuer;
  while (base.ends_with('/')) base.pop_back();
  return base + "/.well-known/openid-configuration";
}

std::expected<Provider, device::FileError> load_provider(const std::filesystem::path& file, const Places& places) {
  const auto read = [&](const YAML::Node& root) { return ProviderReader(file.parent_path(), places).provider(root); };
  return device::strict::read_strictly(file, read);
}

}  // namespace paneltwin::net::oauth
