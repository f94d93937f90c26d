#include "net/tls/authority.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "device/assets.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::net::tls {
namespace {

const device::Instant now = *device::from_iso8601("2026-11-23T09:30:00Z");

class AuthorityTest : public testing::Test {
 protected:
  TemporaryFolder folder;
};

TEST_F(AuthorityTest, IsMadeAtFirstStartAndKept) {
  ASSERT_TRUE(Authority::open(folder.path(), {"192.0.2.7"}, now));
  const auto first = device::read_file(folder.path() / "ca.pem");
  ASSERT_TRUE(Authority::open(folder.path(), {"192.0.2.7"}, now));
  EXPECT_EQ(first, device::read_file(folder.path() / "ca.pem"));
}

TEST_F(AuthorityTest, KeepsItsKeysToItself) {
  ASSERT_TRUE(Authority::open(folder.path(), {}, now));
  for (const auto* file : {"ca-key.pem", "server-key.pem"}) {
    EXPECT_EQ(std::filesystem::status(folder.path() / file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
        << file;
  }
}

TEST_F(AuthorityTest, MakesTheServedCertificateAnewForANewName) {
  ASSERT_TRUE(Authority::open(folder.path(), {}, now));
  const auto first = device::read_file(folder.path() / "server.pem");
  ASSERT_TRUE(Authority::open(folder.path(), {"printer.example"}, now));
  EXPECT_NE(first, device::read_file(folder.path() / "server.pem"));
}

TEST_F(AuthorityTest, LeavesADamagedAuthorityAsItIsAndNamesIt) {
  std::ofstream(folder.path() / "ca.pem") << "damaged";
  const auto opened = Authority::open(folder.path(), {}, now);
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().detail.find("ca.pem"), std::string::npos);
  EXPECT_EQ(device::read_file(folder.path() / "ca.pem"), "damaged");
}

}  // namespace
}  // namespace paneltwin::net::tls
