// The machine's own web pages, at the real machine's addresses.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "device/device.hpp"
#include "net/http/message.hpp"
#include "net/webconfig/panel_camera.hpp"
#include "net/webconfig/service.hpp"

namespace paneltwin::net::webconfig {

class WebConfig {
 public:
  /// Pages are assets/pages/webconfig/*.mustache (texts by key), read at start and by reload_pages().
  WebConfig(device::Loop& loop, device::Device& device, device::Clock& clock, const device::Texts& texts,
            const device::Assets& assets);
  ~WebConfig();
  /// Take up saved templates and styles, or saved information; what is broken stays as it was. Loop only.
  std::expected<void, device::FileError> reload_pages();
  std::expected<void, device::FileError> read_sheets();
  /// How the glass is seen from now on; an empty one: not at all. Loop only.
  void see_panel(PanelCamera camera);
  /// Who serves the HTTPS side: pages change its certificate. Loop only, or before loop.start().
  void serve_by(Service service);
  /// The HTTPS side. Loop only.
  void handle(const http::Request& request, http::Respond respond);
  /// The plain side: 307 to the same path at `tls_port`, as long as "Redirect HTTP to HTTPS" is on. While it is off the
  /// open pages come in plain; what needs a log-in never does.
  void handle_plain(const http::Request& request, http::Respond respond, std::uint16_t tls_port);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::webconfig
