// The maker's update site as the machine asks it: GET <address>/<model> says which version is there, and where; the
// file comes in ranges (RFC 9110, section 14), so that progress is known and no answer is large.
#pragma once

#include <memory>
#include <string>

#include "device/ports/firmware_source.hpp"
#include "net/wire.hpp"

namespace paneltwin::net {

/// `address`: "https://localhost:8444/firmware". `wire` must outlive it.
std::unique_ptr<device::FirmwareSource> make_maker_site(Wire& wire, std::string address);

}  // namespace paneltwin::net
