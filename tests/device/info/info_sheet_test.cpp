#include "device/info/info_sheet.hpp"

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

class InfoSheetTest : public testing::Test {
 protected:
  const Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const Texts texts = Texts::load(assets).value();
  const SettingTable settings = SettingTable::load(assets).value();

  [[nodiscard]] std::vector<std::string> lines(std::string_view id, const State& state,
                                               std::string_view language = "en") const {
    const auto sheet = InfoSheet::load(assets, id, settings);
    EXPECT_TRUE(sheet) << sheet.error().str();
    std::vector<std::string> lines;
    for (const auto& group : sheet->show(state, texts.in(language))) {
      for (const auto& row : group.rows) lines.push_back(row.label + ": " + row.value);
    }
    return lines;
  }
};

TEST_F(InfoSheetTest, email_server_status_says_only_that_it_is_not_set_when_off) {
  EXPECT_EQ(lines("email-server-status", State{}), std::vector<std::string>{"Authentication Method: Not set"});
}

TEST_F(InfoSheetTest, email_server_status_tells_the_sign_in_under_oauth2) {
  State state;
  state.email.stored.method = EmailMethod::oauth2;
  state.email.effective_host = "smtp.office365.com";
  state.email.effective_port = 587;
  state.email.effective_security = Security::starttls;
  const auto before = lines("email-server-status", state);
  EXPECT_EQ(before.at(2), "Status: Not signed in");
  EXPECT_EQ(before.at(3), "Account: -");

  state.email.sign_in = StoredSignIn{EmailService::exchange_online, "printer@contoso.example", Instant{}};
  state.email.effective_sender = "printer@contoso.example";
  EXPECT_EQ(lines("email-server-status", state, "zh-CN"),
            (std::vector<std::string>{"验证方法: OAuth2", "电子邮件服务: Microsoft Exchange Online", "状态: 已登录",
                                      "账户: printer@contoso.example", "SMTP服务器地址: smtp.office365.com",
                                      "SMTP服务器端口号: 587", "安全连接: STARTTLS", "证书验证: 启用",
                                      "发件人的电子邮件地址: printer@contoso.example"}));

  state.email.sign_in->health = SignInHealth::expired;
  EXPECT_EQ(lines("email-server-status", state).at(2), "Status: Expired");
}

TEST_F(InfoSheetTest, email_server_status_tells_the_server_under_smtp_auth) {
  State state;
  state.email.stored.method = EmailMethod::smtp_auth;
  state.email.stored.account = "scanner";
  const auto shown = lines("email-server-status", state);
  EXPECT_EQ(shown.at(0), "Authentication Method: SMTP AUTH");
  EXPECT_EQ(shown.at(1), "Authenticated Account: scanner");
}

TEST_F(InfoSheetTest, wired_lan_status_tells_a_pulled_cable) {
  State state;
  EXPECT_EQ(lines("wired-lan-status", state).at(1), "Connection Status: 1000BASE-T Full Duplex");
  state.network.link = false;
  EXPECT_EQ(lines("wired-lan-status", state).at(1), "Connection Status: Disconnected");
}

TEST_F(InfoSheetTest, every_label_and_word_of_the_built_in_sheets_is_in_the_catalogues) {
  State state;
  for (const auto method :
       {EmailMethod::off, EmailMethod::smtp_auth, EmailMethod::pop_before_smtp, EmailMethod::oauth2}) {
    state.email.stored.method = method;
    for (const auto* id : {"wired-lan-status", "network-status", "email-server-status"}) {
      for (const auto& line : lines(id, state)) {
        EXPECT_EQ(line.find("info."), std::string::npos) << line;
        EXPECT_EQ(line.find("value."), std::string::npos) << line;
      }
    }
  }
}

TEST(InfoSheetFile, errors_name_the_place) {
  const std::pair<const char*, int> wrong[] = {
      {"groups: 5\n", 1},
      {"groups:\n  - rows:\n      - {id: a, label: x, value: /basic/no_such}\n", 3},
      {"groups:\n  - rows:\n      - {id: a, label: x, valeu: /basic/language}\n", 3},
      {"groups:\n  - rows:\n      - {label: x}\n", 3},
      {"groups:\n  - rows: [\n", 3},
      {"groups:\n  - when: {/no/where: 1}\n    rows: []\n", 2},
      {"groups:\n  - rows:\n      - id: a\n        label: x\n        words: [1]\n", 5},
      {"", 0},
  };
  TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "info");
  for (const auto& [content, line] : wrong) {
    ASSERT_TRUE(write_file(folder.path() / "info/x.yaml", content));
    const auto sheet = InfoSheet::load(Assets({folder.path()}), "x", SettingTable());
    ASSERT_FALSE(sheet) << content;
    EXPECT_EQ(sheet.error().line, line) << content << sheet.error().str();
  }
  EXPECT_FALSE(InfoSheet::load(Assets({folder.path()}), "no-such", SettingTable()));
}

}  // namespace paneltwin::device
