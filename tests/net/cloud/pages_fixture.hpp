// The cloud's pages in a browser's eyes, on a standing clock, without sockets.
#pragma once

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "net/cloud/identity/identity.hpp"
#include "net/cloud/pages/visitor_pages.hpp"
#include "tests/device/temporary_folder.hpp"
#include "tests/net/cloud/browser_for_tests.hpp"
#include "tests/net/cloud/signing_key_for_tests.hpp"

namespace paneltwin::net::cloud {

class PagesTest : public testing::Test {
 protected:
  PagesTest() {
    identity->add_routes(router);
    pages.add_routes(router);
    loop.start();
  }
  ~PagesTest() override { loop.stop(); }

  void sign_in(const std::string& address) {
    auto page = browser.get("/signin?target=/mailbox");
    page = browser.submit(page, {{"loginfmt", address}});
    browser.submit(page, {{"passwd", user(address).shown_password}});
  }
  User user(const std::string& address) { return store->user_with_address(address).value_or(User{}); }
  static std::string header(const http::Response& response, std::string_view name) {
    return http::value_of(response.headers, name).value_or("");
  }
  static std::unique_ptr<Store> open_store(const std::filesystem::path& folder) {
    auto opened = Store::open(folder);
    if (!opened || !(*opened)->set_fact(fact::signing_key, signing_key_for_tests)) throw std::runtime_error("no store");
    return std::move(*opened);
  }

  static constexpr auto admin_address = "admin@contoso.example", exchange_admin = "jonas.berg@contoso.example",
                        printer = "printer@contoso.example", maria = "maria.santos@contoso.example",
                        wei = "wei.lin@contoso.example";

  TemporaryFolder folder;
  device::Assets assets{{std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}};
  device::Texts texts = *device::Texts::load(assets);
  device::Loop loop;
  device::Clock clock{loop, *device::from_iso8601("2026-05-04T09:00:00Z")};
  const bool stands = (clock.stand(), true);  // at once: what follows may take its time
  std::unique_ptr<Store> store = open_store(folder.path());
  pages::Templates templates = *pages::Templates::load(assets, "pages/cloud");
  std::unique_ptr<Identity> identity = std::move(*Identity::open(loop, clock, texts, templates, *store));
  VisitorPages pages{texts, templates, *identity};
  http::Router router;
  Browser browser{router, loop};
};

}  // namespace paneltwin::net::cloud
