#include "net/http/client.hpp"

#include <gmock/gmock.h>

#include "net/http/server.hpp"
#include "tests/net/scripted_server.hpp"
#include "tests/net/wire_fixture.hpp"

namespace paneltwin::net::http {
namespace {

using device::FailureKind;
using device::Result;
using testing::HasSubstr;

class ClientTest : public WireFixture {
 protected:
  Result<Response> get(const std::string& url, std::stop_token stop = {}) {
    return result_of<Result<Response>>([&](auto done) { fetch(wire, "GET", url, {}, "", stop, std::move(done)); });
  }

  FailureKind failure_of(const std::string& url) {
    const auto response = get(url);
    EXPECT_FALSE(response) << url << " answered " << response->status;
    return response ? FailureKind::busy : response.error().kind;
  }

  /// What the client makes of raw bytes in answer to its request.
  Result<Response> answered(const std::string& bytes) {
    const ScriptedServer server([&](Peer& peer) {
      peer.read_until("\r\n\r\n");
      peer.write(bytes);
    });
    return get("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  }
};

/// A server that echoes what it was asked, with TLS of the fixture's authority.
class SecureClientTest : public ClientTest {
 protected:
  SecureClientTest() {
    auto listening = Server::listen(loop, {.authority = authority.get()}, [](const Request& request, Respond respond) {
      respond(Response::text(request.method + " " + request.target + " " + std::string(request.header("X-Test")) + " " +
                             request.body));
    });
    server = std::move(*listening);
    url = "https://127.0.0.1:" + std::to_string(server->port()) + "/a?b=c";
  }
  ~SecureClientTest() override {
    loop.sync([&] { server.reset(); });
  }

  std::unique_ptr<Server> server;
  std::string url;
};

TEST_F(SecureClientTest, SendsMethodTargetHeadersAndBody) {
  const auto response = result_of<Result<Response>>(
      [&](auto done) { fetch(wire, "POST", url, {{"X-Test", "yes"}}, "body", {}, std::move(done)); });
  ASSERT_TRUE(response) << response.error().detail;
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body, "POST /a?b=c yes body");
}

TEST_F(SecureClientTest, FindsLocalhostByName) {
  const auto response = get("https://localhost:" + std::to_string(server->port()) + "/");
  ASSERT_TRUE(response) << response.error().detail;
  EXPECT_EQ(response->status, 200);
}

TEST_F(SecureClientTest, LetsNoHeaderIntoAnother) {
  const auto response = result_of<Result<Response>>(
      [&](auto done) { fetch(wire, "GET", url, {{"X-Other", "a\r\nX-Test: injected"}}, "", {}, std::move(done)); });
  ASSERT_TRUE(response);
  EXPECT_EQ(response->body, "GET /a?b=c  ");
}

TEST_F(SecureClientTest, DoesNotTrustAnAuthorityItWasNotGiven) {
  wire.authorities.clear();
  EXPECT_EQ(failure_of(url), FailureKind::tls_untrusted_ca);
}

TEST_F(SecureClientTest, DoesNotTrustAnybodyUnderTheTlsFault) {
  faults.tls = true;
  EXPECT_EQ(failure_of(url), FailureKind::tls_untrusted_ca);
}

TEST_F(SecureClientTest, SaysWhichFileOfAuthoritiesIsMissing) {
  wire.authorities.emplace_back("/nowhere/ca.pem");
  const auto response = get(url);
  ASSERT_FALSE(response);
  EXPECT_THAT(response.error().detail, HasSubstr("/nowhere/ca.pem"));
}

TEST_F(SecureClientTest, FindsTheCertificateTooYoungOrTooOldByTheMachinesClock) {
  clock.set(now - std::chrono::days(400));
  EXPECT_EQ(failure_of(url), FailureKind::tls_untrusted_date);
  clock.set(now + std::chrono::days(31 * 365));
  EXPECT_EQ(failure_of(url), FailureKind::tls_untrusted_date);
  clock.set(now);
  EXPECT_TRUE(get(url));
}

TEST_F(SecureClientTest, RefusesACertificateForAnotherName) {
  auto other = Server::listen(loop, {.address = "127.0.0.2", .authority = authority.get()},
                              [](const Request&, Respond respond) { respond(Response::text("")); });
  EXPECT_EQ(failure_of("https://127.0.0.2:" + std::to_string((*other)->port()) + "/"), FailureKind::tls_not_secured);
  loop.sync([&] { other->reset(); });
}

TEST_F(SecureClientTest, DoesNotSpeakTlsWithAPlainServer) {
  const ScriptedServer plain([](Peer& peer) {
    peer.write("220 mail.example ready\r\n");
    peer.linger();
  });
  EXPECT_EQ(failure_of("https://127.0.0.1:" + std::to_string(plain.port()) + "/"), FailureKind::unsupported_protocol);
}

TEST_F(SecureClientTest, CallsAHandshakeCutShortACommunicationError) {
  const ScriptedServer closing([](Peer&) {});
  EXPECT_EQ(failure_of("https://127.0.0.1:" + std::to_string(closing.port()) + "/"), FailureKind::communication);
}

TEST_F(ClientTest, FailsByNameWhenNamesAreNotFound) {
  faults.dns = true;
  EXPECT_EQ(failure_of("https://localhost:1/"), FailureKind::dns);
  EXPECT_EQ(failure_of("https://127.0.0.1:1/"), FailureKind::communication) << "an address needs no name server";
  faults.dns = false;
  EXPECT_EQ(failure_of("http://no-such-name.invalid/"), FailureKind::dns);
}

TEST_F(ClientTest, ReachesNothingWithTheCableOut) {
  faults.network = true;
  EXPECT_EQ(failure_of("http://127.0.0.1:1/"), FailureKind::communication);
}

TEST_F(ClientTest, FindsAClosedPort) { EXPECT_EQ(failure_of("http://127.0.0.1:1/"), FailureKind::communication); }

TEST_F(ClientTest, RefusesAddressesThatAreNotHttp) {
  for (const auto* url : {"", "ftp://127.0.0.1/", "127.0.0.1", "http://", "http://127.0.0.1:99999/",
                          "http://u:p@127.0.0.1/", "http://127.0.0.1:0/", "http://127.0.0.1/\r\nX: y"}) {
    EXPECT_EQ(failure_of(url), FailureKind::unsupported_protocol) << url;
  }
}

TEST_F(ClientTest, ReadsEveryWayToEndABody) {
  EXPECT_EQ(answered("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")->body, "hi");
  EXPECT_EQ(answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n")->body, "hi");
  EXPECT_EQ(answered("HTTP/1.0 200 OK\r\n\r\nhi")->body, "hi");
  EXPECT_EQ(answered("HTTP/1.1 204 No Content\r\n\r\n")->status, 204);
  EXPECT_EQ(answered("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad\r\nContent-Length: 1\r\n\r\nx")->status, 400);
}

TEST_F(ClientTest, FollowsNoRedirect) {
  const auto response = answered("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 302);
  EXPECT_EQ(value_of(response->headers, "Location"), "http://127.0.0.1/");
}

TEST_F(ClientTest, SaysThatWhatAnswersIsNotHttp) {
  for (const auto* bytes : {"220 mail.example ESMTP\r\n\r\n", "HTTP/9 yes\r\n\r\n", "\x15\x03\x01\x02\x02"}) {
    const auto response = answered(bytes);
    ASSERT_FALSE(response) << bytes;
    EXPECT_THAT(response.error().kind, testing::AnyOf(FailureKind::unsupported_protocol, FailureKind::communication));
  }
  EXPECT_EQ(answered("220 mail.example ESMTP\r\n\r\n").error().kind, FailureKind::unsupported_protocol);
}

TEST_F(ClientTest, CallsAnAnswerCutShortACommunicationErrorWhereverItIsCut) {
  const std::string whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto response = answered(whole.substr(0, length));
    ASSERT_FALSE(response) << "cut after " << length;
    EXPECT_EQ(response.error().kind, FailureKind::communication) << "cut after " << length;
  }
}

TEST_F(ClientTest, ReadsAnAnswerThatComesByteByByte) {
  const ScriptedServer server([](Peer& peer) {
    peer.read_until("\r\n\r\n");
    for (const char c : std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) peer.write({&c, 1});
  });
  const auto response = get("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  ASSERT_TRUE(response) << response.error().detail;
  EXPECT_EQ(response->body, "hi");
}

TEST_F(ClientTest, LimitsTheSizeOfAnAnswer) {
  const std::string two_megabytes(2 << 20, 'x');
  for (const auto* start :
       {"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n", "HTTP/1.1 200 OK\r\nX: "}) {
    const auto response = answered(start + two_megabytes);
    ASSERT_FALSE(response) << start;
    EXPECT_EQ(response.error().kind, FailureKind::unsupported_protocol) << start;
  }
}

TEST_F(ClientTest, EndsAfterTooManyInterimAnswers) {
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += "HTTP/1.1 100 Continue\r\n\r\n";
  EXPECT_EQ(answered(bytes).error().kind, FailureKind::unsupported_protocol);
}

TEST_F(ClientTest, BoundsTheWaitForASilentServer) {
  wire.reply_time = std::chrono::seconds(0);
  const ScriptedServer silent([](Peer& peer) { peer.linger(); });
  const auto response = get("http://127.0.0.1:" + std::to_string(silent.port()) + "/");
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, FailureKind::communication);
}

TEST_F(ClientTest, StopsAtOnceWhenAskedTo) {
  std::stop_source stop;
  const ScriptedServer silent([&](Peer& peer) {
    peer.read_until("\r\n\r\n");
    stop.request_stop();
    peer.linger();
  });
  const auto response = get("http://127.0.0.1:" + std::to_string(silent.port()) + "/", stop.get_token());
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, FailureKind::canceled);
}

TEST_F(ClientTest, DoesNotEvenStartWhenStoppedBefore) {
  std::stop_source stop;
  stop.request_stop();
  const ScriptedServer server([](Peer&) {});
  const auto response = get("http://127.0.0.1:" + std::to_string(server.port()) + "/", stop.get_token());
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, FailureKind::canceled);
}

TEST_F(ClientTest, IsDroppedWithTheLoop) {
  const ScriptedServer silent([](Peer& peer) { peer.linger(); });
  std::promise<void> asked;
  loop.post([&] {
    fetch(wire, "GET", "http://127.0.0.1:" + std::to_string(silent.port()) + "/", {}, "", {},
          [](const Result<Response>&) { ADD_FAILURE() << "the loop has stopped"; });
    asked.set_value();
  });
  asked.get_future().wait();
  loop.stop();
}

}  // namespace
}  // namespace paneltwin::net::http
