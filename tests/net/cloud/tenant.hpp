// Contoso on a standing clock, without sockets and with passwords that are quick to check.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "device/clock.hpp"
#include "device/loop.hpp"
#include "net/cloud/identity/demo_tenant.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/cloud/identity/token_endpoint.hpp"
#include "net/cloud/store/store.hpp"
#include "tests/device/temporary_folder.hpp"
#include "tests/net/cloud/signing_key_for_tests.hpp"

namespace paneltwin::net::cloud {

struct Tenant {
  using Form = http::Fields;

  static std::unique_ptr<Store> open_store(const std::filesystem::path& folder) {
    auto opened = Store::open(folder);
    if (!opened || !(*opened)->set_fact(fact::signing_key, signing_key_for_tests) ||
        !seed_demo_tenant(**opened, [](std::string_view password) { return "plain " + std::string(password); })) {
      throw std::runtime_error("no store");
    }
    return std::move(*opened);
  }

  ProgramAnswer post(Form form, const std::string& tenant = "organizations") {
    return endpoint.token({tenant, std::move(form), "https://127.0.0.1:8444", "192.0.2.1", {"t", "c"}});
  }

  TemporaryFolder folder;
  device::Loop loop;
  device::Clock clock{loop, *device::from_iso8601("2026-05-04T09:00:00Z")};
  const bool stands = (clock.stand(), true);  // at once: what follows may take its time
  std::unique_ptr<Store> store = open_store(folder.path());
  std::string client = store->fact(fact::client_id);
  Tokens tokens{*store, clock, *SigningKey::read(store->fact(fact::signing_key)), SealedBox(std::string(32, 'k'))};
  TokenEndpoint endpoint{*store, clock, tokens};
  Sessions sessions{clock};
  SignIns sign_ins{*store, clock, sessions, [](const std::string& password, const std::string& hash, auto told) {
                     told(hash == "plain " + password);
                   }};
};

}  // namespace paneltwin::net::cloud
