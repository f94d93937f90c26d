// The public authorities that the machine knows from the factory, as one numbered list: Web Config > Network Security >
// Root Certificate Update (panel facts 5.8). Authorities that people import stand beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "device/failure.hpp"

namespace paneltwin::device {

/// What firmware of today brings along, and what the maker offers: the facts' number.
inline constexpr std::string_view todays_root_certificates = "02.03";
/// The name that the maker's site has the list under, as it has firmware under a model's.
inline constexpr std::string_view root_certificates_item = "root-certificates";

struct RootCertificates {
  std::string version{todays_root_certificates};
  bool updating = false;
  bool up_to_date = false;         // the maker was asked and had nothing newer
  std::optional<Failure> failure;  // of the last update
  bool operator==(const RootCertificates&) const = default;
  /// False for a list from before the authorities that sign the cloud's and the mail servers' certificates today: the
  /// machine trusts none of them (the number is inferred).
  [[nodiscard]] bool know_todays() const { return !version.empty() && version >= "02.00"; }
};

}  // namespace paneltwin::device
