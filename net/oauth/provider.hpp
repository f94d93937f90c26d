// A provider file: the identity provider and mail server behind a service that people sign in to
// (assets/providers/*.yaml).
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
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
  std::filesystem::path ca;  // beside the system's own roots; empty: none

  /// Where the discovery document is: <issuer or authority/v2.0>/.well-known/openid-configuration
  [[nodiscard]] std::string discovery_url() const;
};

/// Errors name file and line. Relative `ca` is beside the file.
std::expected<Provider, device::FileError> load_provider(const std::filesystem::path& file);

}  // namespace paneltwin::net::oauth
