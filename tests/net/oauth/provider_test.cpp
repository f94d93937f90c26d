#include "net/oauth/provider.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "net/oauth/discovery.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::net::oauth {
namespace {

using testing::HasSubstr;

constexpr std::string_view lab = R"(name: Lab
issuer: https://127.0.0.1:9443/oidc
client_id: paneltwin
scope: openid offline_access https://outlook.office.com/SMTP.Send
smtp: {host: 127.0.0.1, port: 9587, security: starttls, auth: xoauth2}
ca: lab-ca.pem
)";

class ProviderTest : public testing::Test {
 protected:
  std::expected<Provider, device::FileError> load(std::string_view content, const Places& places = {}) {
    std::ofstream(file) << content;
    return load_provider(file, places);
  }

  /// What is complained about after `from` in the lab's file has become `to`.
  std::string complaint(std::string_view from, std::string_view to) {
    std::string content(lab);
    content.replace(content.find(from), from.size(), to);
    const auto provider = load(content);
    return provider ? "" : provider.error().str().substr(file.string().size());
  }

  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "lab.yaml";
};

TEST_F(ProviderTest, ReadsAFile) {
  const auto provider = load(lab);
  ASSERT_TRUE(provider) << provider.error().str();
  EXPECT_EQ(provider->name, "Lab");
  EXPECT_EQ(provider->client_id, "paneltwin");
  EXPECT_EQ(provider->smtp_host, "127.0.0.1");
  EXPECT_EQ(provider->smtp_port, 9587);
  EXPECT_EQ(provider->security, device::Security::starttls);
  EXPECT_EQ(provider->ca, folder.path() / "lab-ca.pem");
  EXPECT_EQ(provider->discovery_url(), "https://127.0.0.1:9443/oidc/.well-known/openid-configuration");
}

TEST_F(ProviderTest, NamesTheLineOfEachMistake) {
  EXPECT_THAT(complaint("client_id:", "clientid:"), HasSubstr(":3:1: unknown 'clientid'; did you mean 'client_id'?"));
  EXPECT_THAT(complaint("client_id: paneltwin", "client_id: ''"), HasSubstr(":3:12: 'client_id' is empty"));
  EXPECT_THAT(complaint("client_id: paneltwin\n", ""), HasSubstr("'client_id' is missing"));
  EXPECT_THAT(complaint("https://127.0.0.1:9443/oidc", "ldap://x"), HasSubstr(":2:9: 'issuer' must be"));
  EXPECT_THAT(complaint("issuer:", "authority: https://a.example\nissuer:"), HasSubstr("not both"));
  EXPECT_THAT(complaint("issuer: https://127.0.0.1:9443/oidc", ""), HasSubstr("either 'issuer' or 'authority'"));
  EXPECT_THAT(complaint("9587", "0"), HasSubstr(":5:"));
  EXPECT_THAT(complaint("9587", "65536"), HasSubstr("from 1 to 65535"));
  EXPECT_THAT(complaint("starttls", "none"), HasSubstr("must not travel unsecured"));
  EXPECT_THAT(complaint("starttls", "tls"), HasSubstr("no such security 'tls'"));
  EXPECT_THAT(complaint("xoauth2", "plain"), HasSubstr("'plain'"));
  EXPECT_THAT(complaint("name:", "service: gmail\nname:"), HasSubstr("no such service 'gmail'"));
  EXPECT_THAT(complaint("Lab", "[Lab]"), HasSubstr("must be one value"));
  EXPECT_THAT(complaint("Lab", "{Lab"), HasSubstr(":"));
  EXPECT_THAT(complaint("paneltwin", "'{client_id}'"), HasSubstr("nothing is known for '{client_id}'"));
}

TEST_F(ProviderTest, SaysWhenThereIsNoFile) {
  EXPECT_THAT(load_provider("/nowhere/lab.yaml").error().str(), HasSubstr("/nowhere/lab.yaml: cannot be read"));
}

TEST_F(ProviderTest, FillsPlacesInOnce) {
  std::string content(lab);
  content.replace(content.find("paneltwin"), 9, "'{client_id}'");
  EXPECT_EQ(load(content, {{"client_id", "{client_id}"}})->client_id, "{client_id}");
}

TEST_F(ProviderTest, ShipsTheBuiltInCloud) {
  const auto provider =
      load_provider(PANELTWIN_SOURCE_DIR "/assets/providers/built-in.yaml", {{"cloud", "https://127.0.0.1:8444"},
                                                                             {"client_id", "the-id"},
                                                                             {"smtp_host", "127.0.0.1"},
                                                                             {"smtp_port", "8587"}});
  ASSERT_TRUE(provider) << provider.error().str();
  EXPECT_EQ(provider->discovery_url(), "https://127.0.0.1:8444/organizations/v2.0/.well-known/openid-configuration");
  EXPECT_EQ(provider->smtp_port, 8587);
  EXPECT_EQ(provider->service, std::nullopt);
}

TEST_F(ProviderTest, ShipsMicrosoftsServicesAndAsksForOnesOwnClient) {
  for (const auto* name : {"exchange-online", "outlook-com", "exchange-21vianet"}) {
    const std::filesystem::path shipped = std::string(PANELTWIN_SOURCE_DIR "/assets/providers/") + name + ".yaml";
    const auto as_shipped = load_provider(shipped);
    ASSERT_FALSE(as_shipped);
    EXPECT_EQ(as_shipped.error().message, "'client_id' is empty") << as_shipped.error().str();
    auto content = *device::read_file(shipped);
    content.replace(content.find("\"\""), 2, "mine");
    const auto provider = load(content);
    ASSERT_TRUE(provider) << provider.error().str();
    EXPECT_TRUE(provider->service);
    EXPECT_EQ(provider->smtp_port, 587);
  }
}

class DiscoveryTest : public testing::Test {
 protected:
  static std::string document(const std::string& issuer, const std::string& token = "https://login.example/token",
                              const std::string& device = "https://login.example/device") {
    return R"({"issuer":")" + issuer + R"(","token_endpoint":")" + token + R"(","device_authorization_endpoint":")" +
           device + "\"}";
  }

  Provider provider{.issuer = "https://login.example"};
  Provider microsoft{.authority = "https://login.microsoftonline.com/organizations"};
};

TEST_F(DiscoveryTest, FindsTheEndpoints) {
  const auto endpoints = read_discovery(provider, document("https://login.example"));
  ASSERT_TRUE(endpoints) << endpoints.error().detail;
  EXPECT_EQ(endpoints->token, "https://login.example/token");
  EXPECT_EQ(endpoints->device_authorization, "https://login.example/device");
}

TEST_F(DiscoveryTest, TakesMicrosoftsWayToNameTheIssuer) {
  EXPECT_TRUE(read_discovery(microsoft, document("https://login.microsoftonline.com/{tenantid}/v2.0")));
  EXPECT_TRUE(read_discovery(microsoft, document("https://login.microsoftonline.com/9188040d/v2.0")));
  EXPECT_FALSE(read_discovery(microsoft, document("https://login.microsoftonline.com.evil.example/x/v2.0")));
  EXPECT_FALSE(read_discovery(microsoft, document("http://login.microsoftonline.com/{tenantid}/v2.0")));
}

TEST_F(DiscoveryTest, RefusesWhatCannotBeMeant) {
  EXPECT_FALSE(read_discovery(provider, document("https://other.example")));
  EXPECT_FALSE(read_discovery(provider, document("https://login.example", "http://login.example/token")));
  EXPECT_FALSE(read_discovery(provider, document("https://login.example", "")));
  EXPECT_FALSE(read_discovery(provider, document("https://login.example", "ftp://login.example/")));
  EXPECT_FALSE(read_discovery(provider, document("https://login.example", "https://a:b@login.example/")));
  EXPECT_EQ(
      read_discovery(provider, document("https://login.example", "https://login.example/token", "")).error().detail,
      "the provider has no device grant");
  for (const auto* odd : {"", "null", "[]", "{}", R"({"issuer":7})"})
    EXPECT_FALSE(read_discovery(provider, odd)) << odd;
}

}  // namespace
}  // namespace paneltwin::net::oauth
