// The Microsoft 365 built in: identity, mail submission, mailboxes and admin pages over one store, on real protocols.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/clock.hpp"
#include "device/failure.hpp"
#include "device/loop.hpp"
#include "device/text/catalogue.hpp"
#include "net/http/message.hpp"
#include "net/tls/authority.hpp"

namespace paneltwin::net::cloud {

/// The newest firmware of a model, on the maker's site.
struct FirmwareOffer {
  std::string model, model_name, version;
};

struct CloudOptions {
  std::filesystem::path folder;  // state/cloud: its own store; made when missing
  std::string address = "127.0.0.1";
  std::uint16_t http_port = 0, smtp_port = 0;
  std::vector<std::string> hosts;  // allowed beside localhost and `address`
  std::vector<FirmwareOffer> firmware;
};

/// A demo account, for the ready file and the bench: these passwords are for showing.
struct DemoAccount {
  std::string user, password, display_name;
  std::vector<std::string> roles;
};

struct TenantFacts {
  std::string domain, id, client_id;
  std::vector<DemoAccount> accounts;
};

/// A mail as the operator's side lists it.
struct MailSummary {
  std::string id;  // stable, safe in a path
  std::string mailbox, from, subject, message_id;
  std::vector<std::string> to;
  device::Instant received{};
  std::vector<std::string> attachments;  // file names
  std::size_t size = 0;
};

class Cloud {
 public:
  static device::Result<std::unique_ptr<Cloud>> open(device::Loop& loop, device::Clock& clock,
                                                     const device::Texts& texts, const device::Assets& assets,
                                                     const tls::Authority& authority, CloudOptions options);
  ~Cloud();

  /// Takes up saved templates, styles and scripts; what is broken stays as it was. Loop only.
  std::expected<void, device::FileError> reload(const device::Assets& assets);

  /// What the maker's site offers from now on. Loop only.
  void offer(std::vector<FirmwareOffer> firmware);

  [[nodiscard]] std::uint16_t http_port() const;
  [[nodiscard]] std::uint16_t smtp_port() const;
  [[nodiscard]] std::string base_url() const;  // "https://127.0.0.1:8444"
  [[nodiscard]] const TenantFacts& tenant() const;

  // The operator's side. Loop only.
  [[nodiscard]] std::vector<MailSummary> mails() const;                               // newest first
  [[nodiscard]] std::optional<std::string> mail_source(const std::string& id) const;  // the .eml, whole
  /// Stands in for a person at the sign-in pages: enters `user_code` as `user` and accepts, for the organisation or for
  /// that user alone. Failures: not_found (code or user), sign_in_blocked, not_allowed (consent needs an
  /// administrator).
  device::Result<void> approve(const std::string& user_code, const std::string& user, bool for_organization);
  /// Called on the loop after each mail is durable.
  void on_mail(std::function<void()> seen);

 private:
  struct Impl;
  explicit Cloud(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::cloud
