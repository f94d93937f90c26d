#include "device/settings/settings_file.hpp"

#include <gmock/gmock.h>

namespace paneltwin::device {
namespace {

using testing::HasSubstr;
using testing::Not;

class SettingsFileTest : public testing::Test {
 protected:
  SettingsFileTest() {
    state.settings = table.initial();
    state.product = {.model_name = "PT-C6000 Series", .firmware = "07.84"};
    state.email.stored = {.method = EmailMethod::smtp_auth,
                          .account = "scan",
                          .sender = "scan@office.test",
                          .smtp_host = "mail.office.test"};
    state.admin.contact_name = "Kim = 内线 12";
  }
  Result<ReadSettings> read(const std::string& lines) {
    return read_settings_file("# PanelTwin settings 1\n" + lines, state, table);
  }
  std::string problem(const std::string& lines) {
    const auto done = read(lines);
    return done ? "" : done.error().detail;
  }

  const Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const SettingTable table = SettingTable::load(assets).value();
  State state;
};

TEST_F(SettingsFileTest, what_was_written_is_read_back) {
  state.settings.values["sleep-timer"] = "42";
  state.settings.values["language"] = "en";
  const auto text = write_settings_file(state, "");
  const auto back = read_settings_file(text, {}, table);
  ASSERT_TRUE(back) << back.error().detail;
  EXPECT_EQ(back->file.settings.at("sleep-timer"), "42");
  EXPECT_EQ(back->file.settings.size(), state.settings.values.size());
  EXPECT_EQ(back->file.email, state.email.stored);
  EXPECT_EQ(back->file.contact, state.admin.contact_name);
  EXPECT_EQ(back->file.lock_setting, false);
  EXPECT_TRUE(back->sealed.empty());
}

TEST_F(SettingsFileTest, a_few_lines_are_a_file_too) {
  const auto back = read("\r\n  sleep-timer =  7 \r\n# a note\r\nsmtp = x\r\n");
  EXPECT_EQ(problem("\r\n  sleep-timer =  7 \r\n# a note\r\nsmtp = x\r\n"), "5 smtp");
  const auto good = read("sleep-timer = 7\nemail.smtp_port = 587");
  ASSERT_TRUE(good) << good.error().detail;
  EXPECT_EQ(good->file.email->smtp_port, 587);
  EXPECT_EQ(good->file.email->smtp_host, "mail.office.test") << "what the file does not name stays";
  EXPECT_FALSE(good->file.contact);
}

TEST_F(SettingsFileTest, the_line_that_cannot_be_is_named) {
  EXPECT_EQ(problem("sleep-timer = 999"), "2 sleep-timer");
  EXPECT_EQ(problem("keyboard = qwerty\nkeyboard = azerty"), "3 keyboard");
  EXPECT_EQ(problem("email.method = pigeon"), "2 email.method");
  EXPECT_EQ(problem("email.smtp_port = 70000"), "2 email.smtp_port");
  EXPECT_EQ(problem("sleep-timer = 7\nemail.sender = a<b>c"), "3 email.sender");
  EXPECT_EQ(problem("email.method = pop_before_smtp"), "0 email.pop3_host") << "a line that is missing";
  EXPECT_EQ(problem("lock-setting = maybe"), "2 lock-setting");
  EXPECT_EQ(problem("contact = a\x01"
                    "b"),
            "2 contact");
  EXPECT_EQ(problem("nonsense"), "2 nonsense");
  EXPECT_EQ(read_settings_file("hello", state, table).error().detail, "1 ");
  EXPECT_EQ(read_settings_file("", state, table).error().detail, "1 ");
  EXPECT_FALSE(read_settings_file(std::string(300 << 10, '#'), state, table));
}

TEST_F(SettingsFileTest, secrets_come_back_under_their_password_alone) {
  const auto sealed = seal("päss\nword", "open sesame");
  EXPECT_THAT(sealed, Not(HasSubstr("word")));
  EXPECT_EQ(unseal(sealed, "open sesame"), "päss\nword");
  EXPECT_FALSE(unseal(sealed, "open sesam"));
  EXPECT_FALSE(unseal(sealed.substr(2), "open sesame"));
  auto damaged = sealed;
  damaged.back() = damaged.back() == '0' ? '1' : '0';
  EXPECT_FALSE(unseal(damaged, "open sesame"));
  EXPECT_FALSE(unseal("", "open sesame"));
}

}  // namespace
}  // namespace paneltwin::device
