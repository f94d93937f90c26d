// Certificates as people bring them: X.509, in PEM or DER.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

struct Certificate {
  std::string subject, issuer;  // common names, or what stands for them
  Instant not_before{}, not_after{};
  std::string fingerprint;    // SHA-256, in capitals with colons
  bool is_authority = false;  // may sign others
  std::string pem;
  bool operator==(const Certificate&) const = default;
};

/// All that `content` holds, in its order. Failure: invalid_value, "certificate".
Result<std::vector<Certificate>> read_certificates(std::string_view content);

}  // namespace paneltwin::device
