// A provider file: the identity provider and mail server behind a service that people sign in to
// (assets/providers/*.yaml).
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "device/assets.hpp"
#include "device/email/email_server.hpp"

namespace paneltwin::net::oauth {

struct Provider {
  std::string name;
  std::string issuer;     // as in the file; empty when `authority` is given
  std::string authority;  // Microsoft's way: issuer is <authority>/v2.0
  std::string client_id;
  std::string scope;
  std::optional<device::EmailService> service;  // which Web Config choice it stands behind; nothing: both
  std::string smtp_host;
  std::uint16_t smtp_port = 587;
  device::Security security = device::Security::starttls;
  std::string auth = "xoauth2";
  bool gives_pages = false;  // its sign-in pages come as JSON too: the built-in cloud's
  std::filesystem::path ca;  // belongs into Wire::authorities, beside the system's own roots; empty: none

  /// Where the discovery document is: <issuer or authority/v2.0>/.well-known/openid-configuration
  [[nodiscard]] std::string discovery_url() const;
};

/// What a provider file may leave open, by name: "{cloud}", "{client_id}", "{smtp_host}", "{smtp_port}" of the built-in
/// cloud, which listens where there is room.
using Places = std::map<std::string, std::string>;

/// Errors name file and line; also for names that it does not know, and places that are not given. Relative `ca` is
/// beside the file.
std::expected<Provider, device::FileError> load_provider(const std::filesystem::path& file, const Places& places = {});

}  // namespace paneltwin::net::oauth
