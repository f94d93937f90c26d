// Opaque tokens: what only the cloud itself can read and nobody can forge (AES-256-GCM). Nothing needs to be stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paneltwin::net::cloud {

class SealedBox {
 public:
  /// `key`: 32 bytes.
  explicit SealedBox(std::string key) : key_(std::move(key)) {}
  /// base64url; `purpose` keeps tokens of one kind from being taken for another.
  [[nodiscard]] std::string seal(std::string_view purpose, std::string_view content) const;
  [[nodiscard]] std::optional<std::string> open(std::string_view purpose, std::string_view sealed) const;

 private:
  std::string key_;
};

}  // namespace paneltwin::net::cloud
