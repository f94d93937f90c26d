// A small HTTPS client for the sign-in: one request, one answer, every wait bounded.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "device/failure.hpp"
#include "net/http/message.hpp"
#include "net/wire.hpp"

namespace paneltwin::net::http {

/// `url` https:// or http://. Answers bodies up to 1 MiB; redirects are not followed. `done` is called once, on the
/// loop. Failures: dns, communication, tls_…, unsupported_protocol (what answers is not HTTP), canceled.
void fetch(Wire& wire, std::string method, std::string url, Fields headers, std::string body, std::stop_token stop,
           std::move_only_function<void(device::Result<Response>)> done);

}  // namespace paneltwin::net::http
