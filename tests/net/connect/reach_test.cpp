// How the network part is set up decides what a client reaches, through the same sockets: names, gateway, date, proxy.
#include <gmock/gmock.h>

#include "net/http/client.hpp"
#include "net/http/server.hpp"
#include "tests/net/scripted_server.hpp"
#include "tests/net/wire_fixture.hpp"

namespace paneltwin::net::http {
namespace {

using device::FailureKind;
using device::Result;
using testing::HasSubstr;

class ReachTest : public WireFixture {
 protected:
  ReachTest() {
    auto listening = Server::listen(loop, {.authority = authority.get()},
                                    [](const Request&, Respond respond) { respond(Response::text("reached")); });
    server = std::move(*listening);
  }
  ~ReachTest() override {
    loop.sync([&] { server.reset(); });
  }
  Result<Response> get(const std::string& host, device::Reach reach) {
    wire.reach = [reach] { return reach; };
    const auto url = "https://" + host + ":" + std::to_string(server->port()) + "/";
    return result_of<Result<Response>>([&](auto done) { fetch(wire, "GET", url, {}, "", {}, std::move(done)); });
  }
  FailureKind failure(const std::string& host, device::Reach reach) {
    const auto response = get(host, std::move(reach));
    EXPECT_FALSE(response) << "reached " << host;
    return response ? FailureKind::busy : response.error().kind;
  }
  std::unique_ptr<Server> server;
};

TEST_F(ReachTest, all_is_reached_when_all_is_well) { EXPECT_EQ(get("localhost", {}).value().body, "reached"); }

TEST_F(ReachTest, without_a_name_server_no_name_is_found_but_addresses_are_reached) {
  EXPECT_EQ(failure("localhost", {.finds_names = false}), FailureKind::dns);
  EXPECT_TRUE(get("127.0.0.1", {.finds_names = false}));
}

TEST_F(ReachTest, without_a_gateway_nothing_outside_is_reached) {
  EXPECT_EQ(failure("127.0.0.1", {.leads_out = false, .ipv6 = false}), FailureKind::communication);
  EXPECT_EQ(failure("localhost", {.leads_out = false, .ipv6 = false}), FailureKind::communication);
}

TEST_F(ReachTest, an_address_that_is_none_of_its_network_reaches_nothing_at_all) {
  EXPECT_EQ(failure("localhost", {.fits = false}), FailureKind::communication);
}

TEST_F(ReachTest, a_wrong_date_makes_a_good_certificate_untrusted) {
  EXPECT_EQ(failure("localhost", {.clock_error = std::chrono::days(40 * 365)}), FailureKind::tls_untrusted_date);
  EXPECT_EQ(failure("localhost", {.clock_error = -std::chrono::days(20 * 365)}), FailureKind::tls_untrusted_date);
}

TEST_F(ReachTest, a_proxy_that_is_not_there_lets_nothing_through) {
  EXPECT_EQ(failure("localhost", {.proxy_host = "127.0.0.1", .proxy_port = 1}), FailureKind::communication);
  EXPECT_EQ(failure("localhost", {.proxy_host = "no-such.invalid", .proxy_port = 3128}), FailureKind::dns);
}

TEST_F(ReachTest, a_proxy_is_asked_for_a_tunnel_and_the_servers_own_certificate_counts) {
  std::string asked;
  const ScriptedServer proxy(
      [&](Peer& peer) {
        asked = peer.read_until("\r\n\r\n");
        peer.write("HTTP/1.1 200 Connection established\r\n\r\n");
        if (!peer.start_tls()) return;  // the far end of the tunnel, played by the same script
        peer.read_until("\r\n\r\n");
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\ntunnel!");
        peer.linger();
      },
      authority.get());
  const auto response = get("localhost", {.proxy_host = "127.0.0.1", .proxy_port = proxy.port()});
  ASSERT_TRUE(response) << response.error().detail;
  EXPECT_EQ(response->body, "tunnel!");
  const auto target = "localhost:" + std::to_string(server->port());
  EXPECT_THAT(asked, HasSubstr("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n"));
}

TEST_F(ReachTest, a_proxy_that_refuses_says_so) {
  const ScriptedServer proxy([](Peer& peer) {
    peer.read_until("\r\n\r\n");
    peer.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    peer.linger();
  });
  const auto response = get("localhost", {.proxy_host = "127.0.0.1", .proxy_port = proxy.port()});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, FailureKind::communication);
  EXPECT_THAT(response.error().detail, HasSubstr("407"));
}

}  // namespace
}  // namespace paneltwin::net::http
