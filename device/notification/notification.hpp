// Device Management > Email Notification (panel facts 5.7): who hears of what, and in which language.
#pragma once

#include <array>
#include <set>
#include <string>

#include "device/failure.hpp"

namespace paneltwin::device {

enum class NotifyEvent {
  ink_low,
  ink_out,
  maintenance_box_low,
  maintenance_box_full,
  paper_out,
  paper_jam,
  cover_open,
  printer_error,
  scanner_error,
  fax_error,  // of models with a fax
  administrator_password_changed,
};

struct NotifyDestination {
  std::string address;  // empty: nobody
  std::string language = "en";
  std::set<NotifyEvent> events;
  bool operator==(const NotifyDestination&) const = default;
};

inline constexpr std::size_t notify_destinations = 5;

struct Notifications {
  std::array<NotifyDestination, notify_destinations> destinations;
  // What the subject names beside the event.
  bool name_device = true, name_address = false, name_serial = false;
  bool operator==(const Notifications&) const = default;
};

/// Languages apart, which only the catalogues know. Failure: invalid_value, "address-1" and so on.
Result<void> check(const Notifications& notifications);

}  // namespace paneltwin::device
