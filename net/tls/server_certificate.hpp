// What Web Config shows to browsers: the certificate that the machine made for itself, or one that people brought.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "device/failure.hpp"
#include "device/security/certificate.hpp"

namespace boost::asio::ssl {
class context;
}

namespace paneltwin::net::tls {

class Authority;

/// A chain with its key, as it came: each part PEM or DER, or all of it in one PKCS #12 under a password.
struct BroughtCertificate {
  std::vector<std::string> parts;  // up to three, in any order
  std::string key;
  std::string pkcs12, password;
};

/// Loop only, or before loop.start().
class ServerCertificate {
 public:
  enum class Kind { self_signed, ca_signed };

  /// `folder` keeps what people bring; what is damaged there counts as not brought. `authority` must outlive this.
  ServerCertificate(std::filesystem::path folder, const Authority& authority);
  ~ServerCertificate();

  [[nodiscard]] Kind in_use() const { return in_use_; }
  /// Nothing when nobody brought one.
  [[nodiscard]] const std::optional<device::Certificate>& brought() const { return brought_; }
  /// The machine's own.
  [[nodiscard]] device::Certificate made() const;
  /// Durable when it returns. Failures: invalid_value ("certificate", "key", "chain": more than three, "match": the key
  /// belongs to none of them, "pkcs12": damaged or another password), store_failed.
  device::Result<void> import(const BroughtCertificate& brought);
  /// From the next connection on. Failures: not_found, store_failed.
  device::Result<void> use(Kind kind);
  /// For servers.
  [[nodiscard]] boost::asio::ssl::context& context() const;

 private:
  std::filesystem::path folder_;
  const Authority& authority_;
  Kind in_use_ = Kind::self_signed;
  std::optional<device::Certificate> brought_;
  std::unique_ptr<boost::asio::ssl::context> context_;  // over what people brought
};

}  // namespace paneltwin::net::tls
