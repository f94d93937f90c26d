// What Web Config is served by, as far as its own pages change it.
#pragma once

#include <functional>

#include "net/tls/server_certificate.hpp"

namespace paneltwin::net::webconfig {

struct Service {
  tls::ServerCertificate* certificate = nullptr;  // null: the pages about it are not there
  /// The service goes down for some seconds, soon after the answer under way, and comes up with the certificate in use.
  std::function<void()> restart;
};

}  // namespace paneltwin::net::webconfig
