// The machine's own web pages, at the real machine's addresses.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "device/device.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::webconfig {

class WebConfig {
 public:
  /// Pages are assets/pages/webconfig/*.mustache (texts by key), read at start.
  WebConfig(device::Loop& loop, device::Device& device, device::Clock& clock, const device::Texts& texts,
            const device::Assets& assets);
  ~WebConfig();
  /// The HTTPS side. Loop only.
  void handle(const http::Request& request, http::Respond respond);
  /// The plain side: 307 to the same path at `tls_port`.
  static http::Handler redirect_to_https(std::uint16_t tls_port);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::webconfig
