#include "device/notification/notification.hpp"

#include <fmt/format.h>

#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

Result<void> check(const Notifications& notifications) {
  for (std::size_t i = 0; i < notify_destinations; ++i) {
    const auto& address = notifications.destinations[i].address;
    if (!address.empty() && !is_mail_address(address)) {
      return fail(FailureKind::invalid_value, fmt::format("address-{}", i + 1));
    }
  }
  return {};
}

}  // namespace paneltwin::device
