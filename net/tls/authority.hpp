// The certificate authority made at first start, which signs every certificate served here.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"

namespace boost::asio::ssl {
class context;
}

namespace paneltwin::net::tls {

class Authority {
 public:
  /// Reads ca.pem and ca-key.pem (0600) of `folder`, or makes them (EC P-256, 30 years from the day before `now`). The
  /// served certificate (names localhost, 127.0.0.1, ::1 and `names`, addresses recognised as such) is made anew when
  /// names are missing. Failure: store_failed with file and reason; damaged files are left as they are.
  static device::Result<std::unique_ptr<Authority>> open(const std::filesystem::path& folder,
                                                         std::vector<std::string> names, device::Instant now);
  ~Authority();

  [[nodiscard]] std::filesystem::path certificate() const;  // ca.pem
  /// For servers: TLS 1.2 and 1.3, the served certificate and its chain. Shared by all of them.
  [[nodiscard]] boost::asio::ssl::context& server() const;

 private:
  struct Impl;
  explicit Authority(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::tls
