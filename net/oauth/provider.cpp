#include "net/oauth/provider.hpp"

#include <algorithm>
#include <initializer_list>

#include <boost/url/parse.hpp>

#include "device/names.hpp"
#include "device/yaml/limited_yaml.hpp"

namespace paneltwin::net::oauth {

namespace {

constexpr std::size_t file_limit = 64 << 10;

/// Takes a file apart; the first thing that is wrong is thrown as a YAML error, which carries its place.
class ProviderReader {
 public:
  ProviderReader(std::filesystem::path folder, const Places& places) : folder_(std::move(folder)), places_(places) {}

  Provider provider(const YAML::Node& file) const {
    only(file, {"name", "service", "issuer", "authority", "client_id", "scope", "smtp", "ca"});
    Provider provider{.name = word(file, "name"),
                      .issuer = word(file, "issuer", false),
                      .authority = word(file, "authority", false),
                      .client_id = word(file, "client_id"),
                      .scope = word(file, "scope")};
    if (provider.issuer.empty() == provider.authority.empty())
      wrong(file, "either 'issuer' or 'authority' is wanted, and not both");
    must_be_address(file, provider.issuer.empty() ? "authority" : "issuer");
    if (const auto name = word(file, "service", false); !name.empty()) {
      provider.service = device::named<device::EmailService>(name);
      if (!provider.service) wrong(file["service"], "no such service '" + name + "': exchange_online or outlook_com");
    }
    if (const auto ca = word(file, "ca", false); !ca.empty()) provider.ca = folder_ / ca;
    if (!file["smtp"]) wrong(file, "'smtp' is missing");
    mail_server(file["smtp"], provider);
    return provider;
  }

 private:
  [[noreturn]] static void wrong(const YAML::Node& node, const std::string& message) {
    throw YAML::Exception(node.Mark(), message);
  }

  static void only(const YAML::Node& node, std::initializer_list<std::string_view> known) {
    if (!node.IsMap()) wrong(node, "names with values are wanted here");
    for (const auto& entry : node) {
      const auto name = entry.first.as<std::string>();
      if (std::ranges::find(known, name) == known.end()) wrong(entry.first, "nothing here is called '" + name + "'");
    }
  }

  std::string word(const YAML::Node& node, const std::string& name, bool needed = true) const {
    const auto inner = node[name];
    if (inner && !inner.IsScalar()) wrong(inner, "'" + name + "' must be one value");
    if (needed && !inner) wrong(node, "'" + name + "' is missing");
    if (needed && inner.Scalar().empty()) wrong(inner, "'" + name + "' is empty");
    return inner ? filled(inner) : "";
  }

  /// The value with its "{places}" filled in.
  std::string filled(const YAML::Node& node) const {
    std::string text = node.Scalar();
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
      const auto close = text.find('}', open);
      if (close == std::string::npos) wrong(node, "a '{' without its '}'");
      const auto place = places_.find(text.substr(open + 1, close - open - 1));
      if (place == places_.end()) wrong(node, "nothing is known for '" + text.substr(open, close - open + 1) + "'");
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
      wrong(file[name], "'" + name + "' must be an https:// address");
  }

  void mail_server(const YAML::Node& node, Provider& provider) const {
    only(node, {"host", "port", "security", "auth"});
    provider.smtp_host = word(node, "host");
    if (const auto text = word(node, "port", false); !text.empty()) {
      const auto port = YAML::Node(text).as<int>(0);
      if (port < 1 || port > 65535) wrong(node["port"], "a port is a number from 1 to 65535");
      provider.smtp_port = static_cast<std::uint16_t>(port);
    }
    if (const auto name = word(node, "security", false); !name.empty()) {
      const auto security = device::named<device::Security>(name);
      if (!security) wrong(node["security"], "no such security '" + name + "': starttls or ssl_tls");
      if (security == device::Security::none) wrong(node["security"], "a token must not travel unsecured");
      provider.security = *security;
    }
    if (const auto name = word(node, "auth", false); !name.empty() && name != provider.auth)
      wrong(node["auth"], "no such way to authenticate '" + name + "': xoauth2");
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
  const auto content = device::read_file(file, file_limit);
  if (!content) return std::unexpected(device::FileError{file, 0, 0, "cannot be read, or is too large"});
  try {
    return ProviderReader(file.parent_path(), places).provider(device::load_limited_yaml(*content));
  } catch (const YAML::Exception& error) {
    return std::unexpected(device::FileError{file, error.mark.line + 1, error.mark.column + 1, error.msg});
  }
}

}  // namespace paneltwin::net::oauth
