// The maker's site over a real TLS connection: what is offered, the file in ranges, and every way it can go wrong.
#include "net/firmware/maker_site.hpp"

#include <gmock/gmock.h>

#include "device/firmware/firmware_file.hpp"
#include "net/http/server.hpp"
#include "tests/net/wire_fixture.hpp"

namespace paneltwin::net {

using device::FailureKind;
using device::Result;

class MakerSiteTest : public WireFixture {
 protected:
  MakerSiteTest() {
    content = device::write_firmware_file({"large", "07.84.GW19Q3", std::string(200'000, 'x')});
    loop.sync([&] {
      server = std::move(*http::Server::listen(
          loop, {.authority = authority.get()},
          [this](const http::Request& request, http::Respond respond) { respond(answer(request)); }));
      site = make_maker_site(wire, "https://127.0.0.1:" + std::to_string(server->port()) + "/firmware");
    });
  }
  ~MakerSiteTest() override {
    loop.sync([&] { server.reset(); });
  }

  http::Response answer(const http::Request& request) {
    if (request.path == "/firmware/large") return http::Response::json(offer);
    if (request.path != "/firmware/large/file.ptfw") return http::Response::text("none", 404);
    ranges.emplace_back(request.header("Range"));
    std::size_t first = 0, last = 0;
    std::sscanf(ranges.back().c_str(), "bytes=%zu-%zu", &first, &last);
    return {.status = status, .body = content.substr(first, last - first + 1)};
  }
  Result<std::string> newest(const std::string& model = "large") {
    return result_of<Result<std::string>>([&](auto done) { site->newest(model, {}, std::move(done)); });
  }
  Result<std::string> download() {
    return result_of<Result<std::string>>([&](auto done) {
      site->download("large", "07.84.GW19Q3", [this](int percent) { steps.push_back(percent); }, {}, std::move(done));
    });
  }

  std::string content;
  std::string offer = R"({"version":"07.84.GW19Q3","file":"/firmware/large/file.ptfw","size":200000})";
  int status = 206;
  std::vector<std::string> ranges;
  std::vector<int> steps;
  std::unique_ptr<http::Server> server;
  std::unique_ptr<device::FirmwareSource> site;
};

TEST_F(MakerSiteTest, offers_a_version_and_its_file_in_ranges) {
  offer =
      R"({"version":"07.84.GW19Q3","file":"/firmware/large/file.ptfw","size":)" + std::to_string(content.size()) + "}";
  EXPECT_EQ(newest().value(), "07.84.GW19Q3");
  EXPECT_EQ(download().value(), content);
  EXPECT_EQ(ranges.size(), 4u);
  EXPECT_EQ(ranges.front(), "bytes=0-65535");
  EXPECT_EQ(steps.back(), 100);
  EXPECT_TRUE(std::ranges::is_sorted(steps));
}

TEST_F(MakerSiteTest, names_what_goes_wrong) {
  EXPECT_EQ(newest("other").error().kind, FailureKind::not_found);
  offer = R"({"version":"07.84.GW19Q3","file":"//evil","size":-1})";
  EXPECT_EQ(newest().error().kind, FailureKind::cloud_communication);
  offer = "<html>";
  EXPECT_EQ(newest().error().kind, FailureKind::cloud_communication);
  offer = R"({"version":"07.84.GW19Q3","file":"/firmware/large/file.ptfw","size":200000})";
  status = 503;
  EXPECT_EQ(download().error().kind, FailureKind::temporary);
  faults.network = true;
  EXPECT_EQ(newest().error().kind, FailureKind::communication);
}

}  // namespace paneltwin::net
